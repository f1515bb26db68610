"""Where things are. Pages ask a `Links` for every address, so that they can be served or filed."""

from typing import Protocol
from urllib.parse import parse_qsl, quote, urlencode

import msgspec

from dateline.query import Query
from dateline.web.ask import Ask
from dateline.web.marks import WINDOW


class Links(Protocol):
    """Addresses of pages; an empty one says that there is no such page, and nothing is linked."""

    @property
    def live(self) -> bool:
        """Tell a server, which can answer any query, from files, which hold one view."""
        ...

    def view(self, name: str, ask: Ask | Query | None = None) -> str:
        """Return the address of a list (pairs, timeline, agreements ... help) as asked."""
        ...

    def event(self, event_id: str, page: int = 1) -> str:
        """Return the address of an event."""
        ...

    def report(self, text_id: str, at: int | None = None, page: int = 1) -> str:
        """Return the address of a report, at code point `at` of it where one is given."""
        ...

    def static(self, name: str) -> str:
        """Return the address of a file of `web/static`."""
        ...

    def take(self, suffix: str, name: str, query: Query) -> str:
        """Return the address of a view as data."""
        ...

    def drawing(self, query: Query) -> str:
        """Return the address of what is drawn of a query."""
        ...

    def here(self, theme: str) -> str:
        """Return the address of the page itself in another theme."""
        ...


class Served(msgspec.Struct, frozen=True):
    """The addresses of the server; a theme that was chosen goes along.

    `path` and `asked` are the path and the query string of the page itself.
    """

    theme: str = ""
    version: str = ""
    path: str = "/"
    asked: str = ""
    live: bool = True

    def view(self, name: str, ask: Ask | Query | None = None) -> str:
        """Return the address of a list as asked."""
        query, page = (ask.query, ask.page) if isinstance(ask, Ask) else (ask or Query(), 1)
        parts = [query.to_url(), urlencode({"page": page}) if page > 1 else "", self.themed]
        return joined("/" if name == "pairs" else f"/{name}", parts)

    def event(self, event_id: str, page: int = 1) -> str:
        """Return the address of an event."""
        parts = [urlencode({"page": page}) if page > 1 else "", self.themed]
        return joined(f"/event/{quote(event_id, safe='')}", parts)

    def report(self, text_id: str, at: int | None = None, page: int = 1) -> str:
        """Return the address of a report, of the part of it that has the code point `at`."""
        page = page if at is None else at // WINDOW + 1
        parts = [urlencode({"page": page}) if page > 1 else "", self.themed]
        place = "" if at is None else f"#at{at}"
        return joined(f"/report/{quote(text_id, safe='')}", parts) + place

    def static(self, name: str) -> str:
        """Return the address of a static file; it changes when the files do."""
        return joined(f"/static/{name}", [f"v={self.version}" if self.version else ""])

    def take(self, suffix: str, name: str, query: Query) -> str:
        """Return the address of a view as data."""
        return joined(f"/{name}.{suffix}", [query.to_url()])

    def drawing(self, query: Query) -> str:
        """Return the address of what is drawn of a query."""
        return joined("/drawing.json", [query.to_url()])

    def here(self, theme: str) -> str:
        """Return the address of this page in another theme."""
        rest = [field for field in parse_qsl(self.asked) if field[0] != "theme"]
        fields = [*rest, ("theme", theme)] if theme else rest
        # One slash before it: two would name another server.
        return joined("/" + quote(self.path.lstrip("/\\")), [urlencode(fields)])

    @property
    def themed(self) -> str:
        """The field that carries the theme."""
        return urlencode({"theme": self.theme}) if self.theme else ""


def joined(path: str, parts: list[str]) -> str:
    """Return an address of a path and the parts of a query string that are not empty."""
    text = "&".join(part for part in parts if part)
    return f"{path}?{text}" if text else path
