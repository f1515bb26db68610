"""Jobs that workers do in place of extraction; each is found by its name in a worker."""

import os
import signal
import time

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
