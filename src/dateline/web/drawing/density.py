"""How many events a view has on each day, by lane and kind, so that any window is a difference."""

import datetime as dt
import sqlite3
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.query import Query
from dateline.query.timeline import conditions
from dateline.web.drawing.lanes import COOPERATION, QUAD, Lanes

# SQLite's julianday() counts from noon; this brings its whole part to Python's ordinals.
JULIAN = 1721424
START = "cast(julianday(e.start) AS INTEGER)"
END = "coalesce(cast(julianday(e.end) AS INTEGER), 0)"
KINDS = ("cooperation", "conflict", "other")
KIND = f"CASE WHEN {QUAD} <= {COOPERATION} THEN 0 WHEN {QUAD} <= 4 THEN 1 ELSE 2 END"


@dataclass(frozen=True, slots=True)
class Density:
    """Counts of a view's dated events by day, from the ordinal `first`.

    `share[lane, kind, n]` is the number of events before day `first + n`; an event whose date is
    a range counts on each of its days by an equal share. `begun[n]` and `over[n]`: how many begin,
    and how many end, before that day. `undated` events are in none of them.
    """

    first: int
    share: NDArray[np.float64]
    begun: NDArray[np.int64]
    over: NDArray[np.int64]
    undated: int

    @property
    def span(self) -> tuple[int, int]:
        """First and last day that any event may be of."""
        return self.first, self.first + len(self.begun) - 2

    @property
    def total(self) -> int:
        """How many events have a date."""
        return int(self.begun[-1])

    def within(self, first: int, last: int) -> int:
        """Count the events that may be of days `first` to `last`."""
        return int(self.begun[self.at(last + 1)] - self.over[self.at(first)])

    def counts(self, edges: list[int]) -> NDArray[np.float64]:
        """Return the counts between ordinals: `[lane, kind, bin]`."""
        return np.diff(self.share[:, :, [self.at(edge) for edge in edges]], axis=2)

    def at(self, day: int) -> int:
        """Return the index of a day, the nearest one where it is outside."""
        return min(max(day - self.first, 0), len(self.begun) - 1)


def density(db: sqlite3.Connection, query: Query, lanes: Lanes) -> Density | None:
    """Count the events of a query, whatever its days; None where none of them has a date."""
    asked = msgspec.structs.replace(query, start=None, end=None, limit=None, dated=False)
    where, values = conditions(asked)
    # Constants of this package; what a user gives is bound.
    what = f"{START}, {END}, {lanes.sql}, {KIND}, count(*)"
    sql = f"SELECT {what} FROM event e{where} GROUP BY 1, 2, 3, 4"  # noqa: S608 - see above
    cursor = db.cursor()
    cursor.row_factory = None  # plain tuples: numpy reads them five times as fast
    rows = cursor.execute(sql, [*lanes.values, *values]).fetchall()
    undated = sum(row[4] for row in rows if row[0] is None)
    dated = np.array([row for row in rows if row[0] is not None], dtype=np.int64)
    return summed(dated, len(lanes.names), undated) if len(dated) else None


def summed(rows: NDArray[np.int64], lanes: int, undated: int) -> Density:
    """Sum rows of (first day, last day or 0, lane, kind, count) up, by day."""
    start, end, lane, kind, count = rows.T
    last = np.maximum(np.where(end == 0, start, end), start)
    first = int(start.min())
    size = int(last.max()) - first + 3
    share = np.zeros((lanes, len(KINDS), size))
    each = count / (last - start + 1)
    np.add.at(share, (lane, kind, start - first + 1), each)
    np.add.at(share, (lane, kind, last - first + 2), -each)
    share = share.cumsum(axis=2).cumsum(axis=2)
    over = np.where(end == 0, 0, count)  # an event still to come is never over
    return Density(
        first=first - JULIAN,
        share=share[:, :, : size - 1],
        begun=by_day(start - first, count, size - 1),
        over=by_day(last - first, over, size - 1),
        undated=undated,
    )


def by_day(day: NDArray[np.int64], count: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return how many there are before each day."""
    found = np.zeros(size, dtype=np.int64)
    np.add.at(found, day + 1, count)
    return found.cumsum()


def iso(day: int) -> str:
    """Return an ordinal as a date in ISO 8601, within the years that have one."""
    return dt.date.fromordinal(min(max(day, 1), dt.date.max.toordinal())).isoformat()
