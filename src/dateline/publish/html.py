"""A view as a folder of pages, the same as the server's, that opens without one.

The pages are linked by relative paths, load no script, and ask for nothing beyond the folder.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import resources
from typing import Any, NamedTuple

from dateline.model import Event
from dateline.publish.base import View
from dateline.publish.filed import LISTS, Filed, event_path, list_path, report_path
from dateline.query import Query, Record
from dateline.query.ledgers import Accusation, Incident, RedLine, Said
from dateline.web.ask import Ask
from dateline.web.pages import event, report
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
        self.path, self.db = record.path, record.db
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
    texts = frozenset(text for one in record.events.values() for text in texts_of(record, one))
    links = Filed(query, frozenset(record.events), texts)

    def pages(path: Callable[[int], str], make: Callable[[Ask], Page]) -> Iterator[File]:
        number, last = 1, 1
        while number <= last:
            ask = Ask(query=query, page=number)
            page = make(ask)
            links.seen_from(path(number))
            text = render(page, ask, links, record.path.stem)
            yield File(path(number), text.encode("utf-8", "replace"))
            last = page.values["pages"].last if "pages" in page.values else 1
            number += 1

    for name in LISTS:
        yield from pages(partial(list_path, name), partial(VIEWS[name], record))
    for one in record.events:
        yield from pages(partial(event_path, one), partial(event.event, record, one))
    for one in sorted(texts):
        yield from pages(partial(report_path, one), partial(report.report, record, one))
    static = resources.files("dateline.web").joinpath("static")
    for name in sorted(links.used):
        yield File(f"static/{name}", static.joinpath(name).read_bytes())


def texts_of(record: Record, found: Event) -> Iterator[str]:
    """Yield the ids of the texts that tell of an event."""
    for mention in found.mentions:
        rows = record.db.execute("SELECT text_id FROM mention WHERE id = ?", (mention,))
        yield from (row["text_id"] for row in rows)
