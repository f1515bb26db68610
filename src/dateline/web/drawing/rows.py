"""The events of a view as numbers: when, in which lane, of which kind; kept between questions."""

from collections import OrderedDict
from dataclasses import dataclass
from itertools import chain
from threading import Lock

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.model import Event
from dateline.query import Query
from dateline.query.timeline import conditions, timeline
from dateline.store.database import Database
from dateline.web.drawing.lanes import COOPERATION, Lanes

# Views kept: to zoom is to ask for the same view again. Each takes 40 bytes an event.
KEPT = 8
# SQLite's julianday() counts from noon; this brings its whole part to Python's ordinals.
JULIAN = 1721424
DAYS = ", ".join(
    f"coalesce(cast(julianday(e.{name}) AS INTEGER) - {JULIAN}, 0)" for name in ("start", "end")
)
KIND = f"CASE WHEN e.quad <= {COOPERATION} THEN 0 WHEN e.quad <= 4 THEN 1 ELSE 2 END"


@dataclass(frozen=True, slots=True)
class Rows:
    """The events of a view, whatever its days.

    `table` has a line for each dated event: row id, first day, last day (0: open), lane, kind
    (0 cooperation, 1 conflict, 2 neither); days are ordinals. `undated`: how many have no date.
    `events`: the events themselves by row id, where they are not as the record holds them.
    """

    table: NDArray[np.int64]
    undated: int
    events: dict[int, Event] | None = None

    def within(self, first: int, last: int, *, still_open: bool) -> NDArray[np.int64]:
        """Return the row ids of the events that may be of days `first` to `last`.

        Of those without a last day these are the ones that begin then; all before, `still_open`.
        """
        _, start, end, *_ = self.table.T
        until = np.where(end == 0, last if still_open else start, end)
        found: NDArray[np.int64] = self.table[(start <= last) & (until >= first), 0]
        return found

    def load(self, db: Database, ids: NDArray[np.int64]) -> list[Event]:
        """Return events by their row ids, by date."""
        if self.events is not None:
            found = [self.events[one] for one in ids.tolist()]
        else:
            given = msgspec.json.encode(ids.tolist()).decode()
            rows = db.execute(
                "SELECT e.data FROM json_each(?) r "
                "JOIN event e ON e.rowid = cast(r.value AS BIGINT)",
                (given,),
            )
            found = [msgspec.json.decode(row[0], type=Event) for row in rows]
        return sorted(found, key=lambda event: (str(event.start), str(event.end or ""), event.id))


cache: OrderedDict[tuple[object, ...], Rows] = OrderedDict()
lock = Lock()


def rows_of(db: Database, query: Query, lanes: Lanes) -> Rows:
    """Return the events of a query, from the last time where the record has not changed since."""
    asked = msgspec.structs.replace(
        query, start=None, end=None, limit=None, dated=False, open=False
    )
    key = (db.state(), asked.to_url())
    with lock:
        if key in cache:
            cache.move_to_end(key)
            return cache[key]
    found = as_of(db, asked, lanes) if asked.as_of else read(db, asked, lanes)
    with lock:
        cache[key] = found
        while len(cache) > KEPT:
            cache.popitem(last=False)
    return found


def read(db: Database, query: Query, lanes: Lanes) -> Rows:
    """Read the events of a query from the columns beside them."""
    where, values = conditions(msgspec.structs.replace(query, between=()) if lanes.pair else query)
    # Constants of this package; what a user gives is bound.
    what = f"e.rowid, {DAYS}, {lanes.sql}, {KIND}"
    sql = f"{lanes.begin} SELECT {what} FROM {lanes.table}{where}"  # noqa: S608 - see above
    flat = chain.from_iterable(db.tuples(sql, [*lanes.values, *values]))
    table = np.fromiter(flat, dtype=np.int64).reshape(-1, 5)
    dated = table[:, 1] != 0
    return Rows(table[dated], int((~dated).sum()))


def as_of(db: Database, query: Query, lanes: Lanes) -> Rows:
    """Read the events of a query as a day knew them, which no column tells."""
    events = dict(enumerate(timeline(db, query)))
    table = [
        (n, event.start.toordinal(), event.end.toordinal() if event.end else 0,
         lanes.of(event.source, event.target, event.quad), kind(event.quad))
        for n, event in events.items() if event.start
    ]  # fmt: skip
    made = np.array(table, dtype=np.int64).reshape(-1, 5)
    return Rows(made, len(events) - len(made), events)


def kind(quad: int | None) -> int:
    """Return 0 for cooperation, 1 for conflict, 2 for neither."""
    return 2 if not quad else 0 if quad <= COOPERATION else 1
