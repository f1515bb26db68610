"""Calendar bins: days, weeks, months, quarters, years, decades, as ordinals of their first days."""

import datetime as dt
from collections.abc import Callable

from dateline.model import Noun

LAST = dt.date.max.toordinal()


class Bins(Noun, frozen=True):
    """Bins of one unit that cover a window: `edges` are ordinals, one more than there are bins."""

    unit: str
    edges: tuple[int, ...]


def of_days(size: int) -> Callable[[int, int], list[int]]:
    """Return a function that gives the edges of bins of so many days, weeks from a Monday."""

    def edges(first: int, last: int) -> list[int]:
        # Ordinal 1, the first of January of the year 1, was a Monday.
        begin = first - (first - 1) % size
        return list(range(begin, last + size + 1, size))

    return edges


def of_months(size: int) -> Callable[[int, int], list[int]]:
    """Return a function that gives the edges of bins of so many months."""

    def edges(first: int, last: int) -> list[int]:
        day = dt.date.fromordinal(first)
        month = (day.year * 12 + day.month - 1) // size * size
        found: list[int] = []
        while not found or found[-1] <= last:
            found.append(first_of(month))
            month += size
        return found

    return edges


def first_of(month: int) -> int:
    """Return the ordinal of the first day of a month counted from the year 0."""
    year, rest = divmod(month, 12)
    if year < dt.MINYEAR:
        return 1
    return dt.date(year, rest + 1, 1).toordinal() if year <= dt.MAXYEAR else LAST + 1


# unit -> (days it has at least, its edges)
UNITS: dict[str, tuple[int, Callable[[int, int], list[int]]]] = {
    "day": (1, of_days(1)),
    "week": (7, of_days(7)),
    "month": (28, of_months(1)),
    "quarter": (90, of_months(3)),
    "year": (365, of_months(12)),
    "decade": (3652, of_months(120)),
    "century": (36524, of_months(1200)),
}


def bins(first: int, last: int, most: int) -> Bins:
    """Return the finest bins, at most `most` of them, that cover days `first` to `last`."""
    for unit, (days, edges) in UNITS.items():
        if (last - first + 1) / days <= most:
            return Bins(unit=unit, edges=tuple(edges(first, last)))
    return Bins(unit="century", edges=tuple(UNITS["century"][1](first, last)))
