"""A view as a folder of pages, the same as the server's, that opens without one.

The pages are linked by relative paths, load no script, and ask for nothing beyond the folder.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import resources
from itertools import product
from typing import Any, NamedTuple

from dateline.model import Event
from dateline.publish.base import View
from dateline.publish.filed import (
    LISTS,
    Filed,
    event_path,
    list_path,
    of_pair,
    pair_path,
    report_path,
)
from dateline.query import Query, Record
from dateline.query.ledgers import Accusation, Incident, RedLine, Said
from dateline.query.ledgers.common import parties_of
from dateline.web.ask import Ask
from dateline.web.drawing.still import still
from dateline.web.pages import event, report
from dateline.web.pages.pairs import overview
from dateline.web.pages.sources import Part, sources
from dateline.web.pages.timeline import of_some
from dateline.web.render import Page, render
from dateline.web.views import VIEWS


class File(NamedTuple):
    """A file of the site: its path in the folder, and what it holds."""

    path: str
    data: bytes


class Kept(Record):
    """A record that makes a view's ledgers once, and shows its events as the view does.

    That is of weight where the view is of an earlier day.
    """

    def __init__(self, record: Record, query: Query) -> None:
        self.address, self.db = record.address, record.db
        self.made: dict[tuple[str, Query | None], Any] = {}
        self.events = {event.id: event for event in record.timeline(query)}

    def event(self, event_id: str) -> Event:
        """Return an event of the view."""
        return self.events[event_id]

    def red_lines(self, query: Query | None = None) -> list[RedLine]:
        """Return the red lines."""
        found: list[RedLine] = self.once("red_lines", query, super().red_lines)
        return found

    def incidents(self, query: Query | None = None) -> list[Incident]:
        """Return the incidents."""
        found: list[Incident] = self.once("incidents", query, super().incidents)
        return found

    def accusations(self, query: Query | None = None) -> list[Accusation]:
        """Return the accusations."""
        found: list[Accusation] = self.once("accusations", query, super().accusations)
        return found

    def statements(self, query: Query | None = None) -> Iterator[Said]:
        """Yield the statements."""
        return iter(self.once("statements", query, super().statements))

    def once(
        self, name: str, query: Query | None, make: Callable[[Query | None], Iterable[Any]]
    ) -> Any:
        """Return what `make` makes, and keep it."""
        key = (name, query)
        if key not in self.made:
            self.made[key] = list(make(query))
        return self.made[key]


def files(view: View) -> Iterator[File]:
    """Yield every file of the site of a timeline's view, its first page first."""
    query = view.query
    record = Kept(view.record, query)
    events = tuple(record.events.values())
    texts = frozenset(text for one in events for text in texts_of(record, one))
    pairs = by_pair(events, query)
    links = Filed(query, frozenset(record.events), texts, frozenset(pairs))

    def pages(
        path: Callable[[int], str], make: Callable[[Ask], Page], asked: Query = query
    ) -> Iterator[File]:
        number, last = 1, 1
        while number <= last:
            ask = Ask(query=asked, page=number)
            page = make(ask)
            links.seen_from(path(number))
            text = render(page, ask, links, record.address.name)
            yield File(path(number), text.encode("utf-8", "replace"))
            last = page.values["pages"].last if "pages" in page.values else 1
            number += 1

    made = VIEWS | {
        "timeline": drawn(VIEWS["timeline"], events),
        "pairs": partial(overview, events=events),
        "sources": partial(sources, part=Part(tuple(sorted(texts)), query.as_of)),
    }
    for name in LISTS:
        yield from pages(partial(list_path, name), partial(made[name], record))
    for pair, some in sorted(pairs.items()):
        shown = partial(drawn(partial(of_some, some), some), record)
        yield from pages(partial(pair_path, *pair), shown, of_pair(query, pair))
    for one in record.events:
        yield from pages(partial(event_path, one), partial(event.event, record, one))
    for one in sorted(texts):
        yield from pages(partial(report_path, one), partial(report.report, record, one))
    static = resources.files("dateline.web").joinpath("static")
    for name in sorted(links.used):
        yield File(f"static/{name}", static.joinpath(name).read_bytes())


def drawn(
    view: Callable[[Record, Ask], Page], events: Sequence[Event]
) -> Callable[[Record, Ask], Page]:
    """Return a timeline's view whose first page has the drawing of its events."""

    def with_drawing(record: Record, ask: Ask) -> Page:
        page = view(record, ask)
        found = still(events, ask.query) if ask.page == 1 else None
        return page._replace(values=page.values | {"still": found}) if found else page

    return with_drawing


def by_pair(events: Iterable[Event], query: Query) -> dict[tuple[str, str], list[Event]]:
    """Return the events of each pair of parties but the view's own, in their order."""
    found: dict[tuple[str, str], dict[str, Event]] = {}
    for one in events:
        for a, b in product(parties_of(one.source), parties_of(one.target)):
            if a != b:
                found.setdefault((min(a, b), max(a, b)), {})[one.id] = one
    found.pop((min(query.between), max(query.between)) if query.between else ("", ""), None)
    return {pair: list(some.values()) for pair, some in found.items()}


def texts_of(record: Record, found: Event) -> Iterator[str]:
    """Yield the ids of the texts that tell of an event."""
    for mention in found.mentions:
        rows = record.db.execute("SELECT text_id FROM mention WHERE id = ?", (mention,))
        yield from (row["text_id"] for row in rows)
