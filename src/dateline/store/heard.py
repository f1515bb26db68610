"""What linking and grading take from a text: its voice, its part in it, who printed it when."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from dateline.link.candidate import Candidate
from dateline.model import Altered, Mention, Span, Voice
from dateline.store.database import Database
from dateline.store.prints import garbled_text

# Texts that are kept at hand: those of one block come again, those of others seldom.
KEPT = 20_000


class Heard(NamedTuple):
    """What linking and grading must know of a text.

    `speaks`: it is the one that speaks for its voice; `aside`: a damaged copy, from which nothing
    is taken, as its source is there; `garbled`: what tells that the text itself is damaged. `keys`
    are those of its prints, the first published first, `publishers` those of the first day.
    `altered`: where it says otherwise than its source, first and last code point in turn.
    """

    voice: str
    speaks: bool
    aside: bool
    garbled: str
    keys: tuple[str, ...]
    publishers: tuple[str, ...]
    published: dt.date | None
    altered: tuple[int, ...] = ()

    def candidate(self, mention: Mention, sentence: str, owner: str = "") -> Candidate:
        """Return a mention of the text with what linking and grading need to know of it."""
        return Candidate(
            mention=mention,
            sentence=sentence,
            voice=self.voice,
            speaks=self.speaks,
            garbled=self.garbled,
            keys=self.keys,
            publishers=self.publishers,
            published=self.published,
            owner=owner,
            altered=self.alters(mention.evidence),
        )

    def alters(self, span: Span) -> bool:
        """Tell whether it says otherwise than its source within some code points."""
        ends = zip(self.altered[::2], self.altered[1::2], strict=True)
        return any(start < span.end and span.start < end for start, end in ends)

    def mark(self) -> str:
        """Return a hash of it all."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:16]


def prints(db: Database, text_id: str) -> list[tuple[str, str, str]]:
    """Return `(published or "9999", key, publisher)` of each print, the first published first."""
    rows = db.execute(
        "SELECT coalesce(published, '9999') AS day, key, publisher FROM report WHERE text_id = ?",
        (text_id,),
    )
    return sorted((row["day"], row["key"], row["publisher"]) for row in rows)


def made(
    voice: str,
    printed: list[tuple[str, str, str]],
    altered: Iterable[Altered] = (),
    *,
    speaks: bool,
    aside: bool,
    garbled: str,
) -> Heard:
    """Return what is taken from a text of such prints, which says some things otherwise."""
    day = printed[0][0]
    return Heard(
        voice=voice,
        speaks=speaks,
        aside=aside,
        garbled=garbled,
        keys=tuple(key for _, key, _ in printed),
        publishers=tuple(publisher for at, _, publisher in printed if at == day),
        published=None if day == "9999" else dt.date.fromisoformat(day),
        altered=tuple(end for one in altered for end in (one.start, one.end)),
    )


def altered_by(voice: Voice) -> dict[str, tuple[Altered, ...]]:
    """Return what copies say otherwise than what they were made from, by the copy's key."""
    found: dict[str, tuple[Altered, ...]] = {}
    for link in voice.links:
        if link.altered:
            found[link.report] = (*found.get(link.report, ()), *link.altered)
    return found


class Hearing:
    """Reads what the record holds of texts, the last ones from memory."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.kept: dict[str, Heard] = {}
        self.voices: dict[str, dict[str, tuple[Altered, ...]]] = {}

    def __getitem__(self, text_id: str) -> Heard:
        found = self.kept.get(text_id)
        if found is None:
            if len(self.kept) >= KEPT:
                self.kept.clear()
                self.voices.clear()
            found = self.kept[text_id] = self.read(text_id)
        return found

    def read(self, text_id: str) -> Heard:
        """Return what is taken from a text."""
        row = self.db.execute(
            "SELECT voice_id, speaks, aside FROM voice_text WHERE text_id = ?", (text_id,)
        ).fetchone()
        printed = prints(self.db, text_id)
        altered = () if row["speaks"] else self.altered(row["voice_id"], printed[0][1])
        return made(
            row["voice_id"],
            printed,
            altered,
            speaks=bool(row["speaks"]),
            aside=bool(row["aside"]),
            garbled=garbled_text(self.db, text_id),
        )

    def altered(self, voice: str, copy: str) -> tuple[Altered, ...]:
        """Return what a voice's copy, by its key, says otherwise than what it was made from."""
        found = self.voices.get(voice)
        if found is None:
            row = self.db.execute("SELECT data FROM voice WHERE id = ?", (voice,)).fetchone()
            found = altered_by(msgspec.json.decode(row["data"], type=Voice))
            self.voices[voice] = found
        return found.get(copy, ())


PUT = """
INSERT INTO voice_text VALUES (?, ?, ?, ?, ?) ON CONFLICT (text_id) DO UPDATE
SET voice_id = excluded.voice_id, speaks = excluded.speaks, aside = excluded.aside,
    mark = excluded.mark
"""


def put(db: Database, found: Iterable[tuple[str, Heard]]) -> list[str]:
    """Store what is taken from texts, and return those from which something else was before."""
    changed = []
    for text_id, one in found:
        mark = one.mark()
        row = db.execute("SELECT mark FROM voice_text WHERE text_id = ?", (text_id,)).fetchone()
        if row is None or row["mark"] != mark:
            changed.append(text_id)
            db.execute(
                PUT,
                (text_id, one.voice, one.speaks, one.aside, mark),
            )
    return changed
