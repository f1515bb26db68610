"""How many events of a query there are, and how many there would be with another choice."""

from collections import Counter

import msgspec

from dateline.model import Noun
from dateline.query.query import SHOWN, Query
from dateline.query.timeline import conditions, narrow
from dateline.store.database import Database

# What is counted: the query's fields that `event.kind` begins with, the contexts that it ends with.
CHOICES = ("type", "status", "grade", "quad")


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


def facets(db: Database, query: Query) -> Facets:
    """Count a query's events by each choice. The query's limit does not count here."""
    # One scan with no choice made gives every combination; the choices are made on the counts.
    where, values = conditions(
        msgspec.structs.replace(query, type=(), status=("all",), grade=(), quad=(), about=())
    )
    chosen, about = chosen_of(query), frozenset(query.about)
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*CHOICES, "about")}
    years: Counter[str] = Counter()
    unseen = 0
    # Without a condition that leaves few events, the index that has all that is counted is read.
    few = query.between or query.actor or query.as_of
    counted = narrow(query) if few else "event e INDEXED BY event_counted"
    for kind, count in db.execute(
        f"SELECT e.kind, count(*) FROM {counted}{where} GROUP BY e.kind", values
    ):
        *codes, year, _ = parts = kind.split(" ", 5)
        contexts = parts[5].split(" ")
        out = [n for n, code in enumerate(codes) if chosen[n] and code not in chosen[n]]
        if not out:
            for context in contexts:
                counts["about"][context] += count
        if about and about.isdisjoint(contexts):
            continue
        if not out:
            years[year] += count
        for n, name in enumerate(CHOICES):
            if out in ([], [n]):
                counts[name][codes[n]] += count
        if out == [1] and not query.status:
            unseen += count
    return Facets(
        total=sum(years.values()),
        counts={name: {c: n for c, n in found.items() if c} for name, found in counts.items()},
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
