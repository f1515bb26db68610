"""A job that comes to no end; what imports it gives little time to each batch."""

from jobs import BAD, quick

from dateline.engine import limit

limit.LEAST = 0.3


def hangs(batch):
    """Come to no end for a bad report."""
    while any(BAD in one.text for one in batch):
        pass
    return quick(batch)
