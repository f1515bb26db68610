"""The timeline: the events of a query as an ordered list, with what may be asked next."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

import msgspec

from dateline.model import Event
from dateline.query import Query, Record
from dateline.query.facets import CHOICES, Facets, facets
from dateline.query.party import titles
from dateline.web.ask import ROWS, Ask
from dateline.web.pages.paging import pages
from dateline.web.pages.titles import heading
from dateline.web.render import Page
from dateline.web.words import spoken, words

LABELS = {
    "type": "Type", "status": "Status", "grade": "Grade", "quad": "Tone", "about": "About",
}  # fmt: skip
KINDS = {"type": "type", "status": "status", "grade": "credibility", "quad": "quad"}


class Group(NamedTuple):
    """Events that stand under one heading."""

    label: str
    events: tuple[Event, ...]


class Choice(NamedTuple):
    """A value that a list may be narrowed to, how many events it has, and whether it is chosen."""

    code: str
    word: str
    events: int
    on: bool


class Facet(NamedTuple):
    """The choices of one field of the query."""

    name: str
    label: str
    items: tuple[Choice, ...]


def timeline(record: Record, ask: Ask) -> Page:
    """Return the page of a query's events."""
    counted = facets(record.db, ask.query)
    limit = ask.query.limit
    total = counted.total if limit is None else min(limit, counted.total)
    rows = max(0, min(ROWS, total - ask.offset))
    asked = msgspec.structs.replace(ask.query, limit=rows)
    events = tuple(record.timeline(asked, ask.offset)) if rows else ()
    name = heading(ask.query)
    return Page("timeline.html", name, {
        "heading": name,
        "total": total,
        "pages": pages(ask.page, total),
        "events": events,
        "groups": grouped(events),
        "facets": choices(counted, ask.query),
        "hidden": counted.unseen,
        "everything": msgspec.structs.replace(ask.query, status=("all",)),
        "years": years(counted, limit),
        "known": sorted(titles().items()),
    }, "timeline")  # fmt: skip


def grouped(events: Iterable[Event]) -> tuple[Group, ...]:
    """Return events in order under the years that they begin in."""
    made = groupby(events, key=lambda event: str(event.start.year) if event.start else "Undated")
    return tuple(Group(label, tuple(members)) for label, members in made)


def years(counted: Facets, limit: int | None) -> tuple[tuple[str, int, int], ...]:
    """Return each year, its events, and the page on which it begins."""
    found, before = [], 0
    for year, count in counted.years.items():
        if limit is not None and before >= limit:
            break
        found.append((year or "undated", count, before // ROWS + 1))
        before += count
    return tuple(found)


def choices(counted: Facets, query: Query) -> tuple[Facet, ...]:
    """Return what the list may be narrowed to; values without events only where chosen."""
    return tuple(facet(name, counted.counts[name], getattr(query, name)) for name in
                 ("quad", *(n for n in CHOICES if n != "quad"), "about"))  # fmt: skip


def facet(name: str, counts: dict[str, int], chosen: tuple[str, ...]) -> Facet:
    """Return the choices of a field, in the order of their words or the most frequent first."""
    known = {code: word.word for code, word in words(KINDS[name]).items()} if name in KINDS else {}
    by_count = sorted(set(counts) | set(chosen), key=lambda code: (-counts.get(code, 0), code))
    codes = [code for code in known if code in by_count] or by_count
    if name == "type":
        codes = [code for code in by_count if code in known]
    items = tuple(
        Choice(code, known.get(code) or spoken(code), counts.get(code, 0), code in chosen)
        for code in codes
        if code
    )
    return Facet(name, LABELS[name], items)
