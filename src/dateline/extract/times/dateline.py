"""The dateline of a report: "GENEVA, June 16 (Agency) -", the day on which it was written."""

import datetime as dt
import re
from typing import NamedTuple

from dateline.extract.times import calendar, lexicon

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
    match = DATELINE.search(text[:BEGINNING])
    word = lexicon.words().get(match["month"].lower()) if match else None
    if not match or not word or word.cls != "month":
        return None
    days = [
        day
        for year in _years(match["year"], published)
        if (day := calendar.day(year, int(word.value), int(match["day"])))
    ]
    near = [day for day in days if published is None or 0 <= (published - day).days <= LATE]
    return Dateline(near[0], match.start("month")) if near else None


def _years(year: str | None, published: dt.date | None) -> list[int]:
    if year:
        return [int(year)]
    return [published.year, max(published.year - 1, dt.MINYEAR)] if published else []
