"""The overview: who told of whom, how much, in what tone, when. The way in."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from dateline.model import Event
from dateline.query import Query, Record
from dateline.query.pairs import NONE, Count, Pair, Relations, relations, relations_of
from dateline.web.ask import Ask
from dateline.web.memo import remembered
from dateline.web.pages.filters import choices, count, known
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


def overview(record: Record, ask: Ask, events: Sequence[Event] | None = None) -> Page:
    """Return the page of the pairs of a query; of some events alone where they are given."""
    found = remembered(told, record, ask.query) if events is None else relations_of(events)
    chief = chief_of(found.pairs)
    first = (ask.page - 1) * PAIRS
    some = found.pairs[first : first + PAIRS]
    all_years = [year for pair in some for year in found.years.get((pair.a, pair.b), ())]
    span = (min(all_years), max(all_years)) if all_years else (0, 0)
    counted = remembered(count, record, ask.query)
    title = heading(ask.query, "Relations")
    return Page("pairs.html", title, {
        "heading": title,
        "events": counted.total if events is None else len(events),
        "total": len(found.pairs),
        "pages": pages(ask.page, len(found.pairs), PAIRS),
        "span": span,
        "parties": chief,
        "matrix": tuple(tuple(cell(found, ask.query, a, b) for b in chief) for a in chief),
        "rows": tuple(row(found, ask.query, pair, span) for pair in some),
        "facets": choices(counted, ask.query),
        "known": known(record),
    }, "pairs")  # fmt: skip


def told(record: Record, query: Query) -> Relations:
    """Return what a query's events tell between all parties."""
    return relations(record.db, query)


def row(found: Relations, query: Query, pair: Pair, span: tuple[int, int]) -> Row:
    """Return a pair as the list shows it."""
    count = Count(pair.events, pair.cooperation, pair.conflict)
    years = found.years.get((pair.a, pair.b), {})
    return Row(pair, spark(years, *span), split(count), between(query, pair.a, pair.b))


def chief_of(found: list[Pair]) -> list[str]:
    """Return the parties of whom most is told, the most told first."""
    volume: dict[str, int] = {}
    for pair in found:
        for one in (pair.a, pair.b):
            volume[one] = volume.get(one, 0) + pair.events
    return sorted(volume, key=lambda one: (-volume[one], one))[:PARTIES]


def cell(found: Relations, query: Query, a: str, b: str) -> Cell | None:
    """Return a cell of the matrix; None where nothing is told."""
    joint = found.joint.get((min(a, b), max(a, b)), NONE)
    own = found.own.get((a, b), NONE)
    count = Count(*(sum(counts) for counts in zip(own, joint, strict=True)))
    if not count.events:
        return None
    words = (
        f"{party(a)} toward {party(b)}: {count.events} events, {count.cooperation} of cooperation, "
        f"{count.conflict} of conflict" + (f"; {joint.events} together" if joint.events else "")
    )
    return Cell(count, joint.events, split(count), between(query, a, b), words)


def between(query: Query, a: str, b: str) -> Query:
    """Return a query for two parties, whatever else it asks."""
    return msgspec.structs.replace(query, between=(a, b), actor="")
