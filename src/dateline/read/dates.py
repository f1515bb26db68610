"""When a report was published: what its parts say, and which of them is believed.

A file's own times (made, changed) say nothing about that and are never looked at.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.errors import MESSAGES
from dateline.model import Reason

ISO = re.compile(r"(?<!\d)(\d{4})([-/._]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
# Seconds since 1970 as exports write them: 1973 to 2286, in seconds or milliseconds.
SECONDS = re.compile(r"(\d{9,10})(?:\.\d+|\d{3})?")
YEARS = range(1800, 2200)
MONTHS = 12
# In a file name or an address, four digits before this are a number.
FIRST_IN_NAMES = dt.date(1900, 1, 1)
# Words of a line that is only a date: weekday, month, "at", zone, "a.m.", "updated".
MOST_DATE_WORDS = 6
# A head line's date is short; anything longer is a sentence. Code points.
MOST_DATE = 60


@dataclass(frozen=True, slots=True)
class Dated:
    """What one part of an input says of the day of publication.

    `where` names the part; `day` is None where `raw` is not understood; a difference of up to
    `slack` days from the day believed is no disagreement (time zones, reports of the day before).
    """

    where: str
    day: dt.date | None
    raw: str = ""
    slack: int = 0


@cache
def months() -> dict[str, int]:
    """Return number by English month name, full or short, in lower case."""
    from babel import Locale

    names = Locale("en").months["format"]
    found = {names[width][n].lower(): n for width in ("wide", "abbreviated") for n in range(1, 13)}
    return {**found, "sept": 9}


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return: day month year; month day year; a dateline."""
    month = "|".join(sorted(months(), key=lambda name: (-len(name), name)))
    month, day, year = rf"({month})\.?", r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", r"(\d{4})"
    return (
        re.compile(rf"(?<!\d){day}[ -](?:of )?{month},?[ -]{year}(?!\d)", re.IGNORECASE),
        re.compile(rf"\b{month} {day},? {year}(?!\d)", re.IGNORECASE),
        re.compile(
            r"[A-Z][^\W\d_]+(?:[ ,./'’-]{1,2}[^\W\d_]+){0,7}, {0,2}"
            rf"(?:(?i:{month}) {day}|{day} (?i:{month}))(?:,? {year})?"
            r"(?: ?[(/][^()/\n]{1,40}[)/])?(?: {0,2}[-–—:]|\. ?/[^/\n]{1,30}/)"
            rf"(?! ?(?:\d|(?i:{month})\b))",  # a span of days, `Venice, August 29 - September 8`
        ),
    )


def parse_date(value: object) -> dt.date | None:
    """Return the day that a field's value names, as written there, or None.

    Understood: ISO 8601, `20210616`, `16 June 2021`, `June 16, 2021`, `16.06.2021`, slashed dates
    that only one order allows, seconds or milliseconds since 1970 (UTC), each with or without a
    time of day. Two-digit years and `06/05/2021` are not: they can be misread.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = " ".join(str(value).split())[:200]
    if match := SECONDS.fullmatch(text):
        return dt.datetime.fromtimestamp(int(match[1]), dt.UTC).date()
    return in_digits(text) or in_words(text)


def in_words(text: str) -> dt.date | None:
    """Return the day of `16 June 2021` or `June 16, 2021`."""
    day_first, month_first, _ = patterns()
    if match := day_first.search(text):
        return day_of(match[3], months()[match[2].lower()], match[1])
    if match := month_first.search(text):
        return day_of(match[3], months()[match[1].lower()], match[2])
    return None


def in_digits(text: str) -> dt.date | None:
    """Return the day of `2021-06-16`, `16.06.2021` (the day first), or of slashes if clear."""
    if match := ISO.search(text):
        return day_of(match[1], match[3], match[4])
    match = NUMBERS.search(text)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), match[4]
    if match[2] == "." or first > MONTHS or first == second:
        return day_of(year, second, first)
    return day_of(year, first, second) if second > MONTHS else None


def day_of(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    """Return a date, or None where the calendar or `YEARS` has no such day."""
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in YEARS else None


def given(where: str, value: object) -> Dated:
    """Return what a field that holds a date says."""
    return Dated(where, parse_date(value), str(value)[:MOST_DATE])


def named(where: str, name: str) -> list[Dated]:
    """Return the day in a file's name or an address (`2021-06-16-geneva.txt`), if there is one."""
    days = (day_of(match[1], match[3], match[4]) for match in ISO.finditer(name))
    return [Dated(where, day, name, slack=1) for day in days if day and day >= FIRST_IN_NAMES][:1]


def is_date_line(line: str) -> bool:
    """Tell whether a line is nothing but a date, with its weekday and time of day if any."""
    if len(line) > MOST_DATE or not any(char.isdigit() for char in line):
        return False
    words = re.findall(r"[^\W\d_]{2,}", line)
    return len(words) <= MOST_DATE_WORDS and line[-1] not in ".!?" and parse_date(line) is not None


def dateline(text: str, others: Iterable[Dated]) -> list[Dated]:
    """Return the day of `GENEVA, June 16 (Wire) -` at the start of a text.

    A year that it lacks is taken from `others`, so that the two are nearest; without them there
    is no day.
    """
    match = patterns()[2].match(text[:200])
    if not match:
        return []
    month = months()[(match[1] or match[4]).lower()]
    day, year = match[2] or match[3], match[5]
    raw = match[0].rstrip(" -–—:")
    if year:
        found = day_of(year, month, day)
        return [Dated("dateline", found, raw, slack=1)] if found else []
    near = next((other.day for other in others if other.day), None)
    if near is None:
        return []
    days = [day_of(near.year + n, month, day) for n in (-1, 0, 1)]
    best = min((d for d in days if d), key=lambda d: (abs(d - near), d), default=None)
    return [Dated("dateline", best, raw, slack=1)] if best else []


def settle(said: Iterable[Dated]) -> tuple[dt.date | None, tuple[Reason, ...]]:
    """Return the day to believe, the first that is understood, and where the others disagree."""
    believed: Dated | None = None
    warnings = []
    for one in said:
        if one.day is None:
            what = f"D210 {MESSAGES['D210'][0]}: {one.where} says {one.raw!r}"
        elif believed is None:
            believed = one
            continue
        elif believed.day and abs((one.day - believed.day).days) > one.slack:
            what = f"{one.where} says {one.day}; {believed.where}, which is used: {believed.day}"
        else:
            continue
        warnings.append(Reason(feature="published", detail=what))
    return believed.day if believed else None, tuple(warnings)
