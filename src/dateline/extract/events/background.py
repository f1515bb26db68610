"""News or background: whether an act lies well before the report that tells it."""

import datetime as dt

from dateline.model import Time

# An act this long before publication is background. Weekly papers look back a few weeks, and
# "last month" is still news in most of them; chosen by hand, to be set by measurement.
BACKGROUND_DAYS = 45


def is_background(time: Time | None, published: dt.date | None) -> bool:
    """Tell whether an act is background: dated well before publication, where both are known."""
    if time is None or time.latest is None or published is None:
        return False
    return (published - time.latest).days > BACKGROUND_DAYS
