"""Who there is in a record, and what is told between whom: how much, how friendly, when."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

import msgspec

from dateline.model import Event, Noun
from dateline.query.ledgers.common import parties_of
from dateline.query.query import DEFAULT, SHOWN, Query
from dateline.query.timeline import conditions, marks
from dateline.store.database import Database

# Each step leaps to the next party: as many look-ups as there are parties, however many events.
PARTIES = """
WITH RECURSIVE found (party) AS (
  SELECT min(party) FROM event_actor
  UNION ALL
  SELECT (SELECT min(party) FROM event_actor WHERE party > found.party) FROM found
  WHERE found.party IS NOT NULL
)
SELECT party FROM found WHERE party IS NOT NULL
"""
# What the rollup holds, counted for one query. The plus signs keep SQLite from seeking each target
# twice, by the two sides of the condition.
COUNTED = """(
SELECT s.party AS a, t.party AS b, substr(e.start, 1, 4) AS month, e.quad AS quad,
       e.joint AS joint, 1 AS events, e.intensity AS intensity
FROM event e CROSS JOIN event_actor s ON s.event_id = e.id AND s.side = 'source'
CROSS JOIN event_actor t ON t.event_id = e.id AND t.side = 'target'
{where} (s.party < +t.party OR (s.party > +t.party AND NOT e.joint))
)"""
# Not grouped here: to sort the rows would take SQLite longer than to add them up takes Python.
FLOWS = "SELECT a, b, joint, substr(month, 1, 4), quad, events, intensity FROM {source} counted"


OPEN = "9999-12"  # the rollup's last month of what has no last day
Way = tuple[str, str]


class Count(NamedTuple):
    """Events: all, those of cooperation, those of conflict."""

    events: int
    cooperation: int
    conflict: int


NONE = Count(0, 0, 0)


class Pair(Noun, frozen=True):
    """What is told between two parties, either way: counts, and the mean of the intensities."""

    a: str
    b: str
    events: int
    cooperation: int
    conflict: int
    tone: float


@dataclass
class Relations:
    """What is told between all parties.

    `pairs`: most events first. `own`: of each party toward another, what it did alone; `joint`:
    of each two parties in code order, what both did together. `years`: of each pair, its dated
    events by year.
    """

    pairs: list[Pair] = field(default_factory=list)
    own: dict[Way, Count] = field(default_factory=dict)
    joint: dict[Way, Count] = field(default_factory=dict)
    years: dict[Way, dict[int, Count]] = field(default_factory=dict)


def parties(db: Database) -> list[str]:
    """Return every party of an event, by code."""
    return [row["party"] for row in db.execute(PARTIES)]


def relations(db: Database, query: Query) -> Relations:
    """Return what a query's events tell between all parties.

    An event of several parties is one of each pair of them across its sides.
    """
    source, values = source_of(query)
    flows: dict[tuple[str, str, int], Sum] = defaultdict(new)
    years: dict[tuple[str, str, str], Sum] = defaultdict(new)
    for a, b, joint, year, quad, events, tone in db.tuples(FLOWS.format(source=source), values):
        one, two = (a, b) if a < b else (b, a)
        for total in (flows[a, b, joint], years[one, two, year or ""]):
            total[0] += events
            total[1] += tone
            if quad:
                total[2 if quad < CONFLICT else 3] += events
    return summed(flows, years)


def relations_of(events: Iterable[Event]) -> Relations:
    """Return what some events tell between all parties, as `relations` does of a query's."""
    flows: dict[tuple[str, str, int], Sum] = defaultdict(new)
    years: dict[tuple[str, str, str], Sum] = defaultdict(new)
    for event in events:
        year = f"{event.start.year:04}" if event.start else ""
        for a, b in product(parties_of(event.source), parties_of(event.target)):
            if a == b or (a > b and event.reciprocal):
                continue
            one, two = (a, b) if a < b else (b, a)
            for total in (flows[a, b, event.reciprocal], years[one, two, year]):
                total[0] += 1
                total[1] += event.intensity
                if event.quad:
                    total[2 if event.quad < CONFLICT else 3] += 1
    return summed(flows, years)


Sum = list[float]
"""Events, the sum of their intensities, events of cooperation, events of conflict."""
CONFLICT = 3  # the first quad class that is none of cooperation


def new() -> Sum:
    """Return the sum of nothing."""
    return [0, 0.0, 0, 0]


def summed(
    flows: dict[tuple[str, str, int], Sum], years: dict[tuple[str, str, str], Sum]
) -> Relations:
    """Return what is told between all parties from the sums of each flow and each year."""
    found = Relations()
    totals: dict[Way, Sum] = defaultdict(new)
    for (a, b, joint), total in flows.items():
        (found.joint if joint else found.own)[a, b] = count_of(total)
        pair = totals[(a, b) if a < b else (b, a)]
        for n, value in enumerate(total):
            pair[n] += value
    for (a, b, year), total in years.items():
        if year:
            found.years.setdefault((a, b), {})[int(year)] = count_of(total)
    found.pairs = [
        Pair(a=way[0], b=way[1], tone=round(total[1], 3) / total[0], **count_of(total)._asdict())
        for way, total in sorted(totals.items(), key=lambda item: (-item[1][0], item[0]))
    ]
    return found


def count_of(total: Sum) -> Count:
    """Return the counts of a sum."""
    return Count(int(total[0]), int(total[2]), int(total[3]))


def source_of(query: Query) -> tuple[str, tuple[object, ...]]:
    """Return the SQL of what is counted, and what it binds: the rollup where that can tell."""
    other = msgspec.structs.replace(
        query, status=(), limit=None, start=None, end=None, dated=False, open=False
    )
    if other == DEFAULT and whole_months(query):
        return of_rollup(query)
    where, values = conditions(msgspec.structs.replace(query, limit=None))
    return COUNTED.format(where=f"{where} AND" if where else " WHERE"), tuple(values)


def whole_months(query: Query) -> bool:
    """Tell whether a query's first and last day begin and end a month, where it has them."""
    first = query.start is None or query.start.day == 1
    last = query.end is None or query.end.day == monthrange(query.end.year, query.end.month)[1]
    return first and last


def of_rollup(query: Query) -> tuple[str, tuple[object, ...]]:
    """Return the SQL of the rollup's rows of a query for whole months, and what it binds."""
    found = ["TRUE"]
    values: list[object] = []
    statuses = query.status or SHOWN
    if "all" not in statuses:
        found.append(f"status IN ({marks(statuses)})")
        values += statuses
    if query.start:
        first = query.start.isoformat()[:7]
        found.append("until >= ?")
        values.append(first)
        if not query.open:
            found.append(f"(until <> '{OPEN}' OR month >= ?)")
            values.append(first)
    if query.end:
        found.append("month <= ?")
        values.append(query.end.isoformat()[:7])
    if query.start or query.end or query.dated:
        found.append("month <> ''")
    return f"(SELECT * FROM rollup WHERE {' AND '.join(found)})", tuple(values)
