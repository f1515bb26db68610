"""The overview: who told of whom, how much, in what tone, when. The way in."""

from typing import NamedTuple

import msgspec

from dateline.query import Query, Record
from dateline.query.facets import facets
from dateline.query.pairs import Count, Pair, flows, pairs, years
from dateline.web.ask import Ask
from dateline.web.pages.filters import choices, known
from dateline.web.pages.paging import pages
from dateline.web.pages.sparks import Spark, Split, spark, split
from dateline.web.pages.titles import heading
from dateline.web.render import Page
from dateline.web.words import party

# Parties of the matrix: as many as are legible side by side. Pairs on one page.
PARTIES, PAIRS = 12, 40


class Row(NamedTuple):
    """A pair in the list, its years drawn, and the query of its timeline."""

    pair: Pair
    spark: Spark
    split: Split
    query: Query


class Cell(NamedTuple):
    """What one party did toward another: all, of that together with it, and its timeline."""

    told: Count
    joint: int
    split: Split
    query: Query
    words: str


def overview(record: Record, ask: Ask) -> Page:
    """Return the page of the pairs of a query."""
    found = pairs(record.db, ask.query)
    chief = chief_of(found)
    first = (ask.page - 1) * PAIRS
    some = found[first : first + PAIRS]
    by_year = years(record.db, ask.query, some)
    all_years = [year for counts in by_year.values() for year in counts]
    span = (min(all_years), max(all_years)) if all_years else (0, 0)
    counted = facets(record.db, ask.query)
    title = heading(ask.query, "Relations")
    return Page("pairs.html", title, {
        "heading": title,
        "events": counted.total,
        "total": len(found),
        "pages": pages(ask.page, len(found), PAIRS),
        "span": span,
        "parties": chief,
        "matrix": matrix(record, ask.query, chief),
        "rows": tuple(
            Row(pair, spark(by_year[pair.a, pair.b], *span), split(count_of(pair)),
                between(ask.query, pair.a, pair.b))
            for pair in some
        ),
        "facets": choices(counted, ask.query),
        "known": known(record),
    }, "pairs")  # fmt: skip


def chief_of(found: list[Pair]) -> list[str]:
    """Return the parties of whom most is told, the most told first."""
    volume: dict[str, int] = {}
    for pair in found:
        for one in (pair.a, pair.b):
            volume[one] = volume.get(one, 0) + pair.events
    return sorted(volume, key=lambda one: (-volume[one], one))[:PARTIES]


def matrix(record: Record, query: Query, chief: list[str]) -> tuple[tuple[Cell | None, ...], ...]:
    """Return a row for each party, with what it did toward each of the others."""
    if not chief:
        return ()
    found = flows(record.db, query, chief)
    return tuple(tuple(cell(found.get((a, b)), query, a, b) for b in chief) for a in chief)


def cell(flow: tuple[Count, Count] | None, query: Query, a: str, b: str) -> Cell | None:
    """Return a cell of the matrix; None where nothing is told."""
    if flow is None:
        return None
    count = Count(*(sum(counts) for counts in zip(*flow, strict=True)))
    joint = flow[1].events
    words = (
        f"{party(a)} toward {party(b)}: {count.events} events, {count.cooperation} of cooperation, "
        f"{count.conflict} of conflict" + (f"; {joint} together" if joint else "")
    )
    return Cell(count, joint, split(count), between(query, a, b), words)


def count_of(pair: Pair) -> Count:
    """Return a pair's counts."""
    return Count(pair.events, pair.cooperation, pair.conflict)


def between(query: Query, a: str, b: str) -> Query:
    """Return a query for two parties, whatever else it asks."""
    return msgspec.structs.replace(query, between=(a, b), actor="")
