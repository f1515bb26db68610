"""Ranges written as one expression: "June 16-17", "16-18 June 2021"."""

import itertools
import re
from bisect import bisect_left

import msgspec

from dateline.extract.times import absolute, calendar, read
from dateline.extract.times.context import Context, Draft
from dateline.extract.times.edtf import text_of
from dateline.model import Time


def read_range(context: Context, i: int, j: int) -> Draft | None:
    """Read a range of days within one month."""
    tokens = context.tokens
    month = context.at(i, j, "month")
    days = [k for k in range(i, j) if tokens.classes[k] in {"n12", "n31", "ordinal"}]
    if month is None or len(days) != len("ab"):
        return None
    year = read.year_of(context, i, j)
    first, second = (read.ordinal(tokens.values[k]) for k in days)
    number = int(tokens.values[month])
    low = absolute.month_day(context, i, j, year, number, first, 0)
    if not low or first >= second:
        return None
    value, leans, reason = low
    last = f"{value[:7]}-{second:02}"
    if not calendar.bounds(last):
        return None
    out = Draft(i, j, "DATE", value, "publication" if leans else "explicit", reason)
    out.last = last
    return out


def months(context: Context, i: int, j: int) -> list[Draft] | Draft | None:
    """Read "January-February 2022": the year holds for both months."""
    tokens = context.tokens
    ends = [k for k in range(i, j) if tokens.classes[k] == "month"]
    year = read.year_of(context, i, j)
    if year is None or len(ends) != len("ab"):
        return None
    first, second = (int(tokens.values[k]) for k in ends)
    reason = "names the months and the year"
    begin = year - (first > second)
    one = Draft(i, ends[0] + 1, "DATE", f"{begin:04}-{first:02}", reason=reason)
    one.edge = context.edge(i, ends[0])
    return [one, Draft(ends[1], j, "DATE", f"{year:04}-{second:02}", reason=reason)]


def years(context: Context, i: int, j: int) -> Draft | None:
    """Read "1990-91"; "2021-05" stays a year and what follows it."""
    first, text = int(context.tokens.values[i]), context.tokens.lower[j - 1]
    last = first - first % CENTURY + int(context.tokens.values[j - 1])
    if len(text) != len("91") or not first < last <= first + LONGEST:
        return Draft(i, i + 1, "DATE", f"{first:04}", reason="names the year")
    out = Draft(i, j, "DATE", f"{first:04}", reason="names the first and the last year")
    out.last = f"{last:04}"
    return out


CENTURY, LONGEST = 100, 30  # years


def both(context: Context, i: int, j: int) -> list[Draft] | Draft | None:
    """Read "April 24 and 25" as two days."""
    tokens = context.tokens
    counted = tokens.classes[j : j + 1] == ["x"] and tokens.classes[j - 1] != "year"
    if counted and tokens.lower[j].endswith("s") and len(tokens.lower[j]) > len("was"):
        return absolute.date(context, i, i + 2)  # "June 16 and 20 soldiers"
    out = read_range(context, i, j)
    if out is None:
        return absolute.date(context, i, i + 2)
    second = Draft(i + 3, j, "DATE", out.last, out.basis, out.reason)
    return [Draft(i, i + 2, "DATE", out.value, out.basis, out.reason), second]


OPENS = re.compile(r"\b(from|between)\s+(?:about\s+)?$", re.IGNORECASE)
JOINS = re.compile(r"\s*(?:to|and|through|until|till|[-–—])\s*$", re.IGNORECASE)
REACH = 20  # characters before an expression that are read for "from" or "between"


def widen(text: str, time: Time, times: list[Time]) -> Time:
    """Return the whole of "from 2013 to 2022", "between March and May" for one of its ends."""
    at = bisect_left(times, time.span.start, key=lambda one: one.span.start)
    for first, second in itertools.pairwise(times[max(at - 1, 0) : at + 2]):
        between = text[first.span.end : second.span.start]
        before = text[max(first.span.start - REACH, 0) : first.span.start]
        if len(between) > REACH or not JOINS.match(between) or not OPENS.search(before):
            continue
        if first.earliest is None or second.latest is None or first.earliest > second.latest:
            continue
        return msgspec.structs.replace(
            first,
            latest=second.latest,
            timex_value=f"{first.timex_value}/{second.timex_value}",
            span=msgspec.structs.replace(first.span, end=second.span.end),
            granularity="range",
            edtf=text_of(first.earliest, second.latest, "range", approximate=False),
            reason="from the first to the last of two times",
        )
    return time
