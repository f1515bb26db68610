"""Who there is in a record, and what is told between whom: how much, how friendly, when."""

import sqlite3
from typing import NamedTuple

import msgspec

from dateline.model import Noun
from dateline.query.query import DEFAULT, SHOWN, Query
from dateline.query.timeline import conditions, marks

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
# What the rollup holds, counted for one query.
COUNTED = """(
SELECT s.party AS a, t.party AS b, coalesce(substr(e.start, 1, 7), '') AS month,
       coalesce(e.quad, 0) AS quad, e.joint AS joint, 1 AS events, e.intensity AS intensity
FROM event e JOIN event_actor s ON s.event_id = e.id AND s.side = 'source'
JOIN event_actor t ON t.event_id = e.id AND t.side = 'target'
{where} (s.party < t.party OR (s.party > t.party AND NOT e.joint))
)"""
TOTALS = """
SELECT min(a, b) AS one, max(a, b) AS two, sum(events) AS events, sum(intensity) AS intensity,
       sum(CASE WHEN quad IN (1, 2) THEN events ELSE 0 END) AS cooperation,
       sum(CASE WHEN quad IN (3, 4) THEN events ELSE 0 END) AS conflict
FROM {source} GROUP BY 1, 2 ORDER BY events DESC, one, two
"""
FLOWS = """
SELECT a, b, joint, sum(events) AS events,
       sum(CASE WHEN quad IN (1, 2) THEN events ELSE 0 END) AS cooperation,
       sum(CASE WHEN quad IN (3, 4) THEN events ELSE 0 END) AS conflict
FROM {source} WHERE a IN ({marks}) AND b IN ({marks}) GROUP BY 1, 2, 3
"""
YEARS = """
SELECT min(a, b) AS one, max(a, b) AS two, substr(month, 1, 4) AS year,
       sum(CASE WHEN quad IN (1, 2) THEN events ELSE 0 END) AS cooperation,
       sum(CASE WHEN quad IN (3, 4) THEN events ELSE 0 END) AS conflict
FROM {source} WHERE month <> '' AND a IN ({marks}) AND b IN ({marks}) GROUP BY 1, 2, 3
"""


class Count(NamedTuple):
    """Events: all, those of cooperation, those of conflict."""

    events: int
    cooperation: int
    conflict: int


class Pair(Noun, frozen=True):
    """What is told between two parties, either way: counts, and the mean of the intensities."""

    a: str
    b: str
    events: int
    cooperation: int
    conflict: int
    tone: float


def parties(db: sqlite3.Connection) -> list[str]:
    """Return every party of an event, by code."""
    return [row["party"] for row in db.execute(PARTIES)]


def pairs(db: sqlite3.Connection, query: Query) -> list[Pair]:
    """Return the pairs of parties between whom a query has events, most events first.

    An event of several parties is one of each pair of them across its sides.
    """
    source, values = source_of(query)
    return [
        Pair(
            a=row["one"], b=row["two"], events=row["events"], cooperation=row["cooperation"],
            conflict=row["conflict"], tone=row["intensity"] / row["events"],
        )
        for row in db.execute(TOTALS.format(source=source), values)
    ]  # fmt: skip


def flows(
    db: sqlite3.Connection, query: Query, among: list[str]
) -> dict[tuple[str, str], tuple[Count, Count]]:
    """Return, for each party toward each other `among` some, its own events and the joint ones.

    What two did together is both's, and is there both ways round.
    """
    source, values = source_of(query)
    sql = FLOWS.format(source=source, marks=marks(tuple(among)))
    none = Count(0, 0, 0)
    found: dict[tuple[str, str], tuple[Count, Count]] = {}
    for row in db.execute(sql, (*values, *among, *among)):
        count = Count(row["events"], row["cooperation"], row["conflict"])
        way = (row["a"], row["b"])
        if not row["joint"]:
            found[way] = (count, found.get(way, (none, none))[1])
            continue
        for there in (way, way[::-1]):
            found[there] = (found.get(there, (none, none))[0], count)
    return found


def years(
    db: sqlite3.Connection, query: Query, some: list[Pair]
) -> dict[tuple[str, str], dict[int, Count]]:
    """Return the events of some pairs by year."""
    source, values = source_of(query)
    among = sorted({party for pair in some for party in (pair.a, pair.b)})
    wanted = {(pair.a, pair.b) for pair in some}
    found: dict[tuple[str, str], dict[int, Count]] = {way: {} for way in wanted}
    for row in db.execute(
        YEARS.format(source=source, marks=marks(tuple(among))), (*values, *among, *among)
    ):
        way, both = (row["one"], row["two"]), row["cooperation"] + row["conflict"]
        if way in wanted and both:
            found[way][int(row["year"])] = Count(both, row["cooperation"], row["conflict"])
    return found


def source_of(query: Query) -> tuple[str, tuple[object, ...]]:
    """Return the SQL of what is counted, and what it binds: the rollup where that can tell."""
    statuses = query.status or SHOWN
    if msgspec.structs.replace(query, status=(), limit=None) == DEFAULT and "all" not in statuses:
        return f"(SELECT * FROM rollup WHERE status IN ({marks(statuses)}))", statuses
    where, values = conditions(msgspec.structs.replace(query, limit=None))
    joined = f"{where} AND" if where else " WHERE"
    return COUNTED.format(where=joined), tuple(values)
