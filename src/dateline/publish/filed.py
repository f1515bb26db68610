"""Addresses within a folder of files: where the pages of one view lie, seen from one of them."""

import hashlib
import re

import msgspec

from dateline.query import Query
from dateline.web.ask import Ask
from dateline.web.marks import WINDOW

# The lists that a site holds: all but the review, which writes.
LISTS = (
    "timeline", "pairs", "agreements", "red-lines", "incidents", "accusations", "statements",
    "sources", "help",
)  # fmt: skip
# Characters of a party's code in a path: of a hash so many tell parties apart.
CODE = 16
PLAIN = re.compile(r"[0-9a-z]{1,64}\Z")


class Filed:
    """The addresses of a site as the page `here` links them; see `dateline.web.links.Links`.

    `events` and `texts` are the ids that have pages, `pairs` the parties, in the order of their
    codes, that have a timeline of their own. What else is asked for has no address.
    """

    live = False

    def __init__(
        self,
        query: Query,
        events: frozenset[str],
        texts: frozenset[str],
        pairs: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        self.query, self.events, self.texts, self.pairs = query, events, texts, pairs
        self.used: set[str] = set()
        self.depth = 0

    def seen_from(self, path: str) -> None:
        """Link from the page at `path` from now on."""
        self.depth = path.count("/")

    def view(self, name: str, ask: Ask | Query | None = None) -> str:
        """Return the address of a list, where it is that of the site's own query."""
        query, page = (ask.query, ask.page) if isinstance(ask, Ask) else (ask, 1)
        if name not in LISTS:
            return ""
        if query in {None, self.query}:
            return self.up + list_path(name, page)
        if name != "timeline" or query != of_pair(self.query, query.between):
            return ""
        pair = tuple(sorted(query.between))
        if pair == tuple(sorted(self.query.between)):
            return self.up + list_path(name, page)
        return self.up + pair_path(*pair, page) if pair in self.pairs else ""

    def event(self, event_id: str, page: int = 1) -> str:
        """Return the address of an event of the view."""
        return self.up + event_path(event_id, page) if event_id in self.events else ""

    def report(self, text_id: str, at: int | None = None, page: int = 1) -> str:
        """Return the address of a report that tells of an event of the view."""
        if text_id not in self.texts:
            return ""
        page = page if at is None else at // WINDOW + 1
        return self.up + report_path(text_id, page) + ("" if at is None else f"#at{at}")

    def static(self, name: str) -> str:
        """Return the address of a style sheet or an image, and note that it is needed."""
        self.used.add(name)
        return f"{self.up}static/{name}"

    def take(self, suffix: str, name: str, query: Query) -> str:
        """Return nothing: the files hold pages alone."""
        del suffix, name, query
        return ""

    def drawing(self, query: Query) -> str:
        """Return nothing: browsers let no page of a folder read another file of it."""
        del query
        return ""

    def here(self, theme: str) -> str:
        """Return nothing: the theme is that of the reader's system."""
        del theme
        return ""

    @property
    def up(self) -> str:
        """The way from the page to the top of the folder."""
        return "../" * self.depth


def list_path(name: str, page: int) -> str:
    """Return where a page of a list lies; the first of the timeline is the site's own first."""
    return "index.html" if name == "timeline" and page == 1 else numbered(name, page)


def of_pair(query: Query, pair: tuple[str, ...]) -> Query:
    """Return the query of a view for two parties."""
    return msgspec.structs.replace(query, between=pair, actor="")


def pair_path(one: str, two: str, page: int = 1) -> str:
    """Return where a page of two parties' timeline lies; long codes stand there as hashes."""
    names = (plain(code.lower())[:CODE] for code in (one, two))
    return f"pair/{numbered('-'.join(names), page)}"


def event_path(event_id: str, page: int = 1) -> str:
    """Return where a page of an event lies."""
    return f"event/{numbered(plain(event_id), page)}"


def report_path(text_id: str, page: int = 1) -> str:
    """Return where a page of a report lies."""
    return f"report/{numbered(plain(text_id), page)}"


def numbered(name: str, page: int) -> str:
    """Return the file of a page of several."""
    return f"{name}.html" if page == 1 else f"{name}-{page}.html"


def plain(id_: str) -> str:
    """Return an id as part of a path; one that is not of ours by its hash."""
    return id_ if PLAIN.match(id_) else hashlib.sha256(id_.encode("utf-8", "replace")).hexdigest()
