"""The sources of a record: who published, who copied whom and altered what, what was left out."""

import datetime as dt
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
FROM report r{among} GROUP BY publisher ORDER BY reports DESC, publisher LIMIT ?
"""
# Exact copies share a text, so that prints are counted and not texts; of a part of a record.
COPIED = """
SELECT t.voice_id AS id, count(*) AS prints FROM voice_text t
JOIN report r ON r.text_id = t.text_id{among}
GROUP BY t.voice_id HAVING count(*) > 1 ORDER BY prints DESC, id
"""
# The same of a whole record, which two indexes tell: the texts of the voices that have copies, and
# the prints of the texts that have several beyond the first.
TEXTS = "SELECT voice_id, count(*) + 1 FROM voice_text WHERE NOT speaks GROUP BY voice_id"
PRINTS = """
SELECT t.voice_id, r.more FROM (
  SELECT text_id, count(*) - 1 AS more FROM report GROUP BY text_id HAVING count(*) > 1
) r JOIN voice_text t ON t.text_id = r.text_id
"""
HELD = """
SELECT count(*), count(DISTINCT t.voice_id) FROM report r
JOIN voice_text t ON t.text_id = r.text_id{among}
"""
# The prints of some texts, until a day.
AMONG = """
 WHERE r.text_id IN (SELECT value FROM json_each(?)) AND coalesce(r.published, '') <= ?
"""
KEYS = "SELECT r.key FROM report r{among}"
WHOLE = "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM voice)"


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


class Part(NamedTuple):
    """A part of a record: the ids of some texts, and the last day whose prints count."""

    texts: tuple[str, ...]
    until: dt.date | None = None

    def bound(self) -> tuple[str, str]:
        """Return what `AMONG` binds."""
        return msgspec.json.encode(self.texts).decode(), (self.until or dt.date.max).isoformat()


def sources(record: Record, ask: Ask, part: Part | None = None) -> Page:
    """Return the page of a record's sources; of those of a part of it, where one is given."""
    copied = remembered(voices, record, part)
    first = (ask.page - 1) * VOICES
    left = [] if part else record.left_out()
    counts = remembered(held, record, part)
    return Page("sources.html", "Sources", {
        "reports": counts[0],
        "voices_": counts[1],
        "publishers": remembered(publishers, record, part),
        "copied": [voice(record, *row, part) for row in copied[first : first + VOICES]],
        "total": len(copied),
        "pages": pages(ask.page, len(copied), VOICES),
        "left": left[:LEFT],
        "left_total": len(left),
    }, "sources")  # fmt: skip


def held(record: Record, part: Part | None) -> tuple[int, int]:
    """Return how many reports and voices there are."""
    sql = HELD.format(among=AMONG) if part else WHOLE
    row = record.db.execute(sql, part.bound() if part else ()).fetchone()
    return row[0], row[1]


def voices(record: Record, part: Part | None) -> list[tuple[str, int]]:
    """Return the voices that several reports speak with, and how many do, most first."""
    if part:
        rows = record.db.execute(COPIED.format(among=AMONG), part.bound())
        return [(row["id"], row["prints"]) for row in rows]
    found = dict[str, int](record.db.tuples(TEXTS))
    for voice_id, more in record.db.tuples(PRINTS):
        found[voice_id] = found.get(voice_id, 1) + more
    return [(voice_id, -less) for less, voice_id in sorted((-n, one) for one, n in found.items())]


def publishers(record: Record, part: Part | None) -> list[Publisher]:
    """Return who published most."""
    bound = (*(part.bound() if part else ()), PUBLISHERS)
    rows = record.db.execute(COUNTED.format(among=AMONG if part else ""), bound)
    return [Publisher(row[0], row[1], row[2] or "", row[3] or "") for row in rows]


def keys_of(record: Record, part: Part) -> frozenset[str]:
    """Return the keys of the reports of a part."""
    rows = record.db.execute(KEYS.format(among=AMONG), part.bound())
    return frozenset(row["key"] for row in rows)


def voice(record: Record, voice_id: str, prints: int, part: Part | None) -> Copied:
    """Return a voice with what its page links to."""
    row = record.db.execute("SELECT data FROM voice WHERE id = ?", (voice_id,)).fetchone()
    found = msgspec.json.decode(row["data"], type=Voice)
    at = record.db.execute(
        "SELECT text_id FROM report WHERE key = ? ORDER BY text_id LIMIT 1", (found.source,)
    ).fetchone()
    if part:
        keys = remembered(keys_of, record, part)
        links = tuple(link for link in found.links if link.report in keys)
        found = msgspec.structs.replace(found, links=links)
    return Copied(found, prints, at["text_id"] if at else "")
