"""A bound on the time that a piece of work may take: the process that goes beyond it ends.

The system ends it, whatever it is at: no code of its own has to come round to that.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

# Seconds of the processor for a batch: at least so many, and one for so many characters. On one
# core a second takes 20,000 characters of news, so that this is forty times what is usual.
LEAST = 30.0
CHARACTERS = 500
# What waits and does not work is ended by the clock, later: other processes may be in the way.
SLACK = 10


@contextmanager
def limit(characters: int) -> Iterator[None]:
    """Give the work on so many characters its time, and no more."""
    seconds = LEAST + characters / CHARACTERS
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, SLACK * seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
