"""Dates and durations in words that promise no more than is known."""

import datetime as dt
import re
from typing import NamedTuple

from dateline.model import Event

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Grains of a date whose own name says all that is known.
NAMED = {"month", "year"}

# A TIMEX3 duration, such as PT4H30M or P36Y.
DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\Z",
    re.ASCII,
)
UNITS = ("year", "month", "week", "day", "hour", "minute", "second")


class When(NamedTuple):
    """An event's date: for a `time` element, as short words, and how sure it is (may be empty)."""

    iso: str
    short: str
    sure: str


def when(event: Event) -> When:
    """Return the date of an event in words."""
    first, last = event.start, event.end
    if first is None:
        return When("", "undated", "no report dates it")
    about = "~" in event.edtf
    sure = "only from when it was published" if about else ""
    iso = first.isoformat()
    if last is None:
        return When(iso, f"from {day(first)}", "still to come when it was told")
    if first == last:
        return When(iso, ("c. " if about else "") + day(first), sure)
    if event.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return When(iso[:7], f"{MONTHS[first.month - 1]} {first.year}", "day not known")
    if event.precision == "year" and first.year == last.year:
        return When(iso[:4], str(first.year), "day not known")
    sure = "from the first day to the last" if event.precision == "range" else "some day between"
    return When(iso, span(first, last), sure)


def span(first: dt.date, last: dt.date) -> str:
    """Return two days as one span, saying nothing twice: `3–9 Jun 2021`."""
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} – {day(last)}"
    return f"{first.day}–{day(last)}"


def day(date: dt.date | None) -> str:
    """Return `16 Jun 2021`; `undated` for none."""
    if date is None:
        return "undated"
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def duration(value: str) -> str:
    """Return `4 hours 30 minutes` for `PT4H30M`; what is no such duration as it is."""
    found = DURATION.match(value)
    parts = [
        f"{count} {unit}" if count == "1" else f"{count} {unit}s"
        for count, unit in zip(found.groups(), UNITS, strict=True)
        if count
    ] if found else []  # fmt: skip
    return " ".join(parts) or value
