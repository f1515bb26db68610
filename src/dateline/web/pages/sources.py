"""The sources of a record: who published, who copied whom and altered what, what was left out."""

from typing import NamedTuple

import msgspec

from dateline.model import Voice
from dateline.query import Record
from dateline.web.ask import Ask
from dateline.web.memo import remembered
from dateline.web.pages.paging import pages
from dateline.web.render import Page

# Voices of several reports on one page, publishers and files left out that are listed.
VOICES, PUBLISHERS, LEFT = 25, 60, 60
COUNTED = """
SELECT publisher, count(*) AS reports, min(published) AS first, max(published) AS last
FROM report GROUP BY publisher ORDER BY reports DESC, publisher LIMIT ?
"""
# Exact copies share a text, so that prints are counted and not texts.
COPIED = """
SELECT t.voice_id AS id, count(*) AS prints FROM voice_text t JOIN report r ON r.text_id = t.text_id
GROUP BY t.voice_id HAVING prints > 1 ORDER BY prints DESC, id
"""


class Publisher(NamedTuple):
    """A publisher, its reports, and the days of the first and the last."""

    name: str
    reports: int
    first: str
    last: str


class Copied(NamedTuple):
    """A voice that several reports speak with: how many, and the text that speaks for it."""

    voice: Voice
    prints: int
    text_id: str

    @property
    def altered(self) -> int:
        """How many values its copies altered."""
        return sum(len(link.altered) for link in self.voice.links)


def sources(record: Record, ask: Ask) -> Page:
    """Return the page of a record's sources."""
    copied = remembered(voices, record)
    first = (ask.page - 1) * VOICES
    left = record.left_out()
    counts = record.db.execute(
        "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM voice)"
    ).fetchone()
    return Page("sources.html", "Sources", {
        "reports": counts[0],
        "voices_": counts[1],
        "publishers": remembered(publishers, record),
        "copied": [voice(record, row[0], row[1]) for row in copied[first : first + VOICES]],
        "total": len(copied),
        "pages": pages(ask.page, len(copied), VOICES),
        "left": left[:LEFT],
        "left_total": len(left),
    }, "sources")  # fmt: skip


def voices(record: Record) -> list[tuple[str, int]]:
    """Return the voices that several reports speak with, and how many do, most first."""
    return [(row["id"], row["prints"]) for row in record.db.execute(COPIED)]


def publishers(record: Record) -> list[Publisher]:
    """Return who published most."""
    rows = record.db.execute(COUNTED, (PUBLISHERS,))
    return [Publisher(row[0], row[1], row[2] or "", row[3] or "") for row in rows]


def voice(record: Record, voice_id: str, prints: int) -> Copied:
    """Return a voice with what its page links to."""
    row = record.db.execute("SELECT data FROM voice WHERE id = ?", (voice_id,)).fetchone()
    found = msgspec.json.decode(row["data"], type=Voice)
    at = record.db.execute(
        "SELECT text_id FROM report WHERE key = ? ORDER BY text_id LIMIT 1", (found.source,)
    ).fetchone()
    return Copied(found, prints, at["text_id"] if at else "")
