"""An Atom feed (RFC 4287): an entry for each event, updated when the last report on it came."""

import datetime as dt
from collections.abc import Iterator
from html import escape
from xml.sax.saxutils import quoteattr

from dateline.publish import dates
from dateline.publish.base import Row, View
from dateline.publish.escape import line, xml_text
from dateline.publish.ids import uuid_of
from dateline.publish.words import code_of, told
from dateline.web.pages.titles import heading

LATEST = "SELECT max(published) FROM report WHERE published <= ?"
SPACE = "http://www.w3.org/2005/Atom"


def export(view: View) -> Iterator[str]:
    """Yield the feed, entry by entry."""
    until = (view.query.as_of or dt.date.max).isoformat()
    (latest,) = view.record.db.execute(LATEST, (until,)).fetchone()
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f"<feed xmlns={quoteattr(SPACE)}>\n"
    yield element("id", f"urn:uuid:{uuid_of('feed', view.kind, view.query.to_url())}")
    yield element("title", heading(view.query))
    yield element("updated", dates.moment(latest))
    yield "<author><name>dateline</name></author>\n"
    for item in view.rows():
        yield entry(item)
    yield "</feed>\n"


def entry(item: Row) -> str:
    """Return an event as an entry; its text is plain."""
    urls = dict.fromkeys(one["url"] for one in item["evidence"] if one["url"])
    return "".join(
        (
            "<entry>\n",
            element("id", f"urn:uuid:{uuid_of('event', item['id'])}"),
            element("title", f"{dates.words(item)}: {item['headline']}"),
            element("updated", dates.updated(item)),
            *(empty("category", term=term) for term in (item["type"], *item["contexts"])),
            *(empty("link", rel="via", href=url) for url in urls),
            element("content", "\n".join((f"{item['id']}. {code_of(item)}", *told(item)))),
            "</entry>\n",
        )
    )


def element(name: str, text: str) -> str:
    """Return an element that holds text."""
    lines = "\n".join(map(line, text.split("\n")))
    return f"<{name}>{escape(xml_text(lines), quote=False)}</{name}>\n"


def empty(name: str, **attributes: str) -> str:
    """Return an element that has attributes alone."""
    given = "".join(f" {key}={quoteattr(xml_text(value))}" for key, value in attributes.items())
    return f"<{name}{given}/>\n"
