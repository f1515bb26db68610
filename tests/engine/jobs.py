"""Jobs that workers do in place of extraction; each is found by its name in a worker."""

import os
import signal
import time

from dateline.engine.work import Read
from dateline.model import Extraction, Span, Time

BAD = "poison"


def quick(batch):
    """Tell of each report how long it is, and what it is called."""
    return [Extraction(times=(whole(one),)) for one in batch]


def whole(report):
    span = Span(report_id=report.id, start=0, end=len(report.text))
    return Time(span=span, timex_type="DATE", timex_value=report.key)


def slow(batch):
    """Take a while."""
    time.sleep(0.1)
    return quick(batch)


def raises(batch):
    """Fail, the whole batch, for a bad report."""
    if any(BAD in one.text for one in batch):
        raise ValueError(BAD)
    return quick(batch)


def dies(batch):
    """Kill the worker for a bad report."""
    if any(BAD in one.text for one in batch):
        os.kill(os.getpid(), signal.SIGKILL)
    return quick(batch)


class DyingRead(Read):
    """Kills its process when it comes to a bad file, as a fault of a library would."""

    def items(self, part):
        """Read all but a bad file."""
        for number, entry in enumerate(part.entries):
            if BAD in entry.path and number not in part.bad:
                os.kill(os.getpid(), signal.SIGKILL)
        return super().items(part)
