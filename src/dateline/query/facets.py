"""How many events of a query there are, and how many there would be with another choice."""

import sqlite3
from collections import Counter

import msgspec

from dateline.model import Noun
from dateline.query.query import SHOWN, Query
from dateline.query.timeline import conditions

# What is counted: the query's field, and where the event has it.
CHOICES = ("type", "status", "grade", "quad")
COUNTED = """
SELECT e.type, e.status, e.credibility, json_extract(e.data, '$.quad'), substr(e.start, 1, 4),
       count(*)
FROM event e{where} GROUP BY 1, 2, 3, 4, 5
"""
ABOUT = """
SELECT c.context, count(*) FROM event_context c JOIN event e ON e.id = c.event_id{where}
GROUP BY 1
"""


class Facets(Noun, frozen=True):
    """Counts of a query's events.

    `total`: of all its conditions. `counts`: for each field with choices, how many events each
    value has, with every condition but that field's own. `years`: the events of the query by the
    year they begin in, in order; "" for those without a date. `unseen`: those that only a status
    keeps out that is not shown unless asked for.
    """

    total: int
    counts: dict[str, dict[str, int]]
    years: dict[str, int]
    unseen: int


def facets(db: sqlite3.Connection, query: Query) -> Facets:
    """Count a query's events by each choice. The query's limit does not count here."""
    # One scan with no choice made gives every combination; the choices are made on the counts.
    open_ = msgspec.structs.replace(query, type=(), status=("all",), grade=(), quad=())
    where, values = conditions(open_)
    chosen = chosen_of(query)
    counts: dict[str, Counter[str]] = {name: Counter() for name in CHOICES}
    years: Counter[str] = Counter()
    unseen = 0
    for row in db.execute(COUNTED.format(where=where), values):
        *codes, year, count = row
        texts = ["" if code is None else str(code) for code in codes]
        out = [n for n, text in enumerate(texts) if chosen[n] and text not in chosen[n]]
        if not out:
            years[year or ""] += count
        for n, name in enumerate(CHOICES):
            if out in ([], [n]):
                counts[name][texts[n]] += count
        if out == [1] and not query.status:
            unseen += count
    return Facets(
        total=sum(years.values()),
        counts={**{name: dict(found) for name, found in counts.items()}, "about": about(db, query)},
        years=dict(sorted(years.items(), key=lambda item: (not item[0], item[0]))),
        unseen=unseen,
    )


def chosen_of(query: Query) -> list[frozenset[str]]:
    """Return the values chosen for each of `CHOICES`; none where all are welcome."""
    statuses = query.status or SHOWN
    return [
        frozenset(query.type),
        frozenset() if "all" in statuses else frozenset(statuses),
        frozenset(query.grade),
        frozenset(query.quad),
    ]


def about(db: sqlite3.Connection, query: Query) -> dict[str, int]:
    """Count a query's events by context, whatever contexts it asks for."""
    where, values = conditions(msgspec.structs.replace(query, about=()))
    return dict(map(tuple, db.execute(ABOUT.format(where=where), values)))
