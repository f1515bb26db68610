"""Dates in words that promise no more than is known."""

import datetime as dt

from dateline.publish.base import Row

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
UNDATED = "undated"


def words(item: Row) -> str:
    """Return when a row's event was: a day, `June 2021 (day not known)`, `some day from ... to`."""
    first, last = day(item["start"]), day(item["end"])
    if first is None:
        return UNDATED
    about = "about " if "~" in item["edtf"] else ""
    if last is None:
        return f"{about}{written(first)} or later"
    if first == last:
        return about + written(first)
    if item["precision"] == "month" and same_month(first, last):
        return f"{about}{MONTHS[first.month - 1]} {first.year} (day not known)"
    if item["precision"] == "year" and first.year == last.year:
        return f"{about}{first.year} (day not known)"
    span = f"{written(first)} to {written(last)}"
    return about + (span if item["precision"] == "range" else f"some day from {span}")


def same_month(first: dt.date, last: dt.date) -> bool:
    """Tell whether two days lie in one month."""
    return (first.year, first.month) == (last.year, last.month)


def written(date: dt.date) -> str:
    """Return `16 June 2021`."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def day(text: str | None) -> dt.date | None:
    """Read a row's date."""
    return dt.date.fromisoformat(text) if text else None


def updated(item: Row) -> str:
    """Return when the last report on a row's event was published, as an RFC 3339 time.

    Where none is dated: the event's own first day; and where that is unknown, 1970-01-01.
    """
    days = [one["published"] for one in item["evidence"] if one["published"]]
    return moment(max(days, default=item["start"]))


def moment(text: str | None) -> str:
    """Return a day as the first second of it, UTC."""
    return f"{text or '1970-01-01'}T00:00:00Z"
