"""The timeline: the events of a query as an ordered list, with what may be asked next."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from dateline.model import Event
from dateline.query import Record
from dateline.web.ask import ROWS, Ask
from dateline.web.memo import remembered
from dateline.web.pages.filters import choices, count, known
from dateline.web.pages.paging import pages
from dateline.web.pages.titles import heading
from dateline.web.render import Page


class Group(NamedTuple):
    """Events that stand under one heading."""

    label: str
    events: tuple[Event, ...]


def timeline(record: Record, ask: Ask) -> Page:
    """Return the page of a query's events."""
    counted = remembered(count, record, ask.query)
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
        "years": starts(counted.years, limit),
        "known": known(record),
    }, "timeline")  # fmt: skip


def of_some(events: Sequence[Event], _record: Record, ask: Ask) -> Page:
    """Return the page of a pair's events, of which a list is at hand."""
    name = heading(ask.query)
    some = tuple(events[ask.offset : ask.offset + ROWS])
    begun = Counter(event.start.isoformat()[:4] if event.start else "" for event in events)
    return Page("timeline.html", name, {
        "heading": name,
        "total": len(events),
        "pages": pages(ask.page, len(events)),
        "events": some,
        "groups": grouped(some),
        "facets": (),
        "hidden": 0,
        "everything": ask.query,
        "years": starts(begun, None),
        "known": [],
    }, "pairs")  # fmt: skip


def grouped(events: Iterable[Event]) -> tuple[Group, ...]:
    """Return events in order under the years that they begin in."""
    made = groupby(events, key=lambda event: str(event.start.year) if event.start else "Undated")
    return tuple(Group(label, tuple(members)) for label, members in made)


def starts(years: Mapping[str, int], limit: int | None) -> tuple[tuple[str, int, int], ...]:
    """Return each year of some in their order, its events, and the page on which it begins."""
    found, before = [], 0
    for year, events in years.items():
        if limit is not None and before >= limit:
            break
        found.append((year or "undated", events, before // ROWS + 1))
        before += events
    return tuple(found)
