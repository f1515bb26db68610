"""The dateline of a report: "GENEVA, June 16 (Agency) -", the day on which it was written."""

import datetime as dt
import re
from typing import NamedTuple

from dateline.extract.times import calendar, lexicon
from dateline.model import Reason

# Every part is bounded, and only the beginning of a text is searched.
DATELINE = re.compile(
    r"^[ \t]*[A-Z][A-Z.’'/ -]{1,40}(?:,[ ][A-Z][A-Za-z. ]{1,25})?,[ ]"
    r"(?P<month>[A-Z][a-z]{2,8})\.?[ ](?P<day>\d{1,2})(?:,[ ](?P<year>\d{4}))?"
    r"[ ]?(?:\([^()\n]{1,40}\))?[ ]?[-–—_]",
    re.MULTILINE,
)
BEGINNING = 1000  # characters
LATE = 4  # days by which a report may be published after its dateline


class Dateline(NamedTuple):
    """The day of a dateline and the offset of its month's name."""

    day: dt.date
    offset: int


def find(text: str, published: dt.date | None) -> Dateline | None:
    """Return the dateline, if there is one and it agrees with the publication date.

    Without a year the publication date gives it; one that is more than four days before that date,
    or after it, is not believed.
    """
    lines = _read(text, published)
    near = [one for one in lines if published is None or _agrees(one.day, published)]
    return near[0] if near else None


def disagreement(text: str, published: dt.date | None) -> Reason | None:
    """Say that the dateline and the publication date cannot both be right, or return None."""
    day = disputed(text, published)
    if day is None:
        return None
    detail = f"the dateline says {day}, the publication date is {published}"
    return Reason(feature="dates disagree", detail=detail)


def disputed(text: str, published: dt.date | None) -> dt.date | None:
    """Return the day of a dateline that the publication date does not agree with, or None."""
    lines = _read(text, published) if published else []
    if published is None or not lines or any(_agrees(one.day, published) for one in lines):
        return None
    return min(lines, key=lambda one: abs((one.day - published).days)).day


def _agrees(day: dt.date, published: dt.date) -> bool:
    return 0 <= (published - day).days <= LATE


def _read(text: str, published: dt.date | None) -> list[Dateline]:
    match = DATELINE.search(text[:BEGINNING])
    word = lexicon.words().get(match["month"].lower()) if match else None
    if not match or not word or word.cls != "month":
        return []
    days = (
        calendar.day(year, int(word.value), int(match["day"]))
        for year in _years(match["year"], published)
    )
    return [Dateline(day, match.start("month")) for day in days if day]


def _years(year: str | None, published: dt.date | None) -> list[int]:
    if year:
        return [int(year)]
    return [published.year, max(published.year - 1, dt.MINYEAR)] if published else []
