"""Ranges written as one expression: "June 16-17", "16-18 June 2021"."""

from dateline.extract.times import absolute, calendar, read
from dateline.extract.times.context import Context, Draft


def read_range(context: Context, i: int, j: int, rule: str) -> Draft | None:
    """Read a range of days within one month."""
    tokens = context.tokens
    month = context.at(i, j, "month")
    days = [k for k in range(i, j) if tokens.classes[k] in {"n12", "n31", "ordinal"}]
    if month is None or len(days) != 2:
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
