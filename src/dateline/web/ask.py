"""What a request asks for: a query, a page of its list, and how to show it."""

from urllib.parse import parse_qsl, urlencode

import msgspec

from dateline.errors import UsageError
from dateline.model import Noun
from dateline.query import Query
from dateline.query.query import number

# Rows of a list on one page: with 100 the timeline of 100,000 events weighs below 200 kB.
ROWS = 100
# Pages beyond it hold nothing in any record that a machine can hold.
LAST = 1_000_000
# Conditions and characters of a request; a query of ours needs far fewer.
FIELDS, LENGTH = 60, 4000
THEMES = ("light", "dark")
OURS = {"page", "theme"}


class Ask(Noun, frozen=True):
    """A request's query string: the query, the page from 1, and the theme ("" as the system is)."""

    query: Query = Query()
    page: int = 1
    theme: str = ""

    @classmethod
    def from_url(cls, text: str, *, beside: frozenset[str] = frozenset()) -> "Ask":
        """Read a query string; fields named in `beside` belong to the page that was asked for.

        Raises:
            UsageError: D102-D106, D110 for a condition that cannot be, D126 for too many.
        """
        ours: dict[str, str] = {}
        rest = []
        for name, value in fields(text):
            if name in OURS:
                ours[name] = value
            elif name not in beside:
                rest.append((name, value))
        page, theme = number("page", ours.get("page", "1")), ours.get("theme", "")
        if not 1 <= page <= LAST:
            raise UsageError("D106", f"page={page}", "pages are counted from 1")
        if theme and theme not in THEMES:
            raise UsageError("D106", f"theme={theme}", f"one of {', '.join(THEMES)}")
        return cls(query=Query.from_url(urlencode(rest)), page=page, theme=theme)

    def of(self, page: int) -> "Ask":
        """Return the same request for another page."""
        return msgspec.structs.replace(self, page=page)

    @property
    def offset(self) -> int:
        """Rows before this page."""
        return (self.page - 1) * ROWS


def fields(text: str) -> list[tuple[str, str]]:
    """Return the fields of a query string that are not empty.

    Raises:
        UsageError: D126 where they are too many or too long.
    """
    if len(text) > LENGTH:
        raise UsageError("D126", "", f"{len(text)} characters")
    try:
        return parse_qsl(text, max_num_fields=FIELDS)
    except ValueError as error:
        raise UsageError("D126", "", f"more than {FIELDS} fields") from error
