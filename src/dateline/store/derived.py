"""What the reduce makes anew: voices, events, and the tables they are searched by."""

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from dateline.link.block import party_of
from dateline.model import Event, Mention, Time, Voice
from dateline.store.reports import mention_of
from dateline.store.schema import DERIVED


def clear(db: sqlite3.Connection) -> None:
    """Empty the derived tables."""
    for name in DERIVED:
        db.execute(f"DELETE FROM {name}")
    db.execute("INSERT INTO event_words (event_words) VALUES ('delete-all')")
    db.execute("UPDATE mention SET event_id = NULL, time = NULL")


def texts(db: sqlite3.Connection) -> Iterator[tuple[str, str, int]]:
    """Yield `(text id, earliest published date or "", length)` of every text, by id."""
    yield from db.execute(
        "SELECT t.id, coalesce(min(r.published), ''), length(t.text) "
        "FROM text t JOIN report r ON r.text_id = t.id GROUP BY t.id ORDER BY t.id"
    )


def put_voice(db: sqlite3.Connection, voice: Voice, text_ids: Iterable[str]) -> None:
    """Store a voice and the texts it is heard in."""
    db.execute("INSERT INTO voice VALUES (?, ?)", (voice.id, msgspec.json.encode(voice).decode()))
    db.executemany(
        "INSERT INTO voice_text VALUES (?, ?)", [(text_id, voice.id) for text_id in text_ids]
    )


def blocks(db: sqlite3.Connection) -> Iterator[list[str]]:
    """Yield the mention ids of each block, one block at a time, in the order of their pairs."""
    rows = db.execute("SELECT pair, mention_id FROM block ORDER BY pair, mention_id")
    pair: str | None = None
    ids: list[str] = []
    for row in rows:
        if row["pair"] != pair:
            if ids:
                yield ids
            pair, ids = row["pair"], []
        ids.append(row["mention_id"])
    if ids:
        yield ids


def mention(db: sqlite3.Connection, mention_id: str) -> tuple[Mention, str]:
    """Return a mention and its sentence."""
    row = db.execute(
        "SELECT data, time, sentence FROM mention WHERE id = ?", (mention_id,)
    ).fetchone()
    return mention_of(row), row["sentence"]


def mentions(db: sqlite3.Connection, *, tied: bool) -> Iterator[tuple[Mention, str]]:
    """Yield the mentions that have a tie, or those that have none, with their sentences, by id."""
    rows = db.execute(
        "SELECT data, time, sentence FROM mention "
        "WHERE (json_extract(data, '$.tie') IS NOT NULL) = ? ORDER BY id",
        (tied,),
    )
    for row in rows:
        yield mention_of(row), row["sentence"]


def put_time(db: sqlite3.Connection, mention_id: str, time: Time) -> None:
    """Store the time that the record gives a mention."""
    db.execute(
        "UPDATE mention SET time = ? WHERE id = ?",
        (msgspec.json.encode(time).decode(), mention_id),
    )


def put_event(db: sqlite3.Connection, event: Event, words: str) -> None:
    """Store an event; `words` is what full-text search finds it by."""
    start = event.start.isoformat() if event.start else None
    end = event.end.isoformat() if event.end else None
    cursor = db.execute(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            event.id,
            event.event_type,
            event.status,
            start,
            end,
            event.grade.credibility,
            event.voices,
            msgspec.json.encode(event).decode(),
        ),
    )
    db.execute("INSERT INTO event_words (rowid, words) VALUES (?, ?)", (cursor.lastrowid, words))
    db.executemany(
        "INSERT OR IGNORE INTO event_actor VALUES (?, ?, ?, ?)",
        [
            (party_of(code), side, event.id, start)
            for side, codes in (("source", event.source), ("target", event.target))
            for code in codes
        ],
    )
    db.executemany(
        "INSERT INTO event_context VALUES (?, ?)", [(c, event.id) for c in event.contexts]
    )
    db.executemany(
        "UPDATE mention SET event_id = ? WHERE id = ?", [(event.id, m) for m in event.mentions]
    )


def put_rollup(db: sqlite3.Connection) -> None:
    """Count events by pair, month and quad class, so that an overview reads no events."""
    db.execute(
        "INSERT INTO rollup "
        "SELECT s.party, t.party, substr(e.start, 1, 7), json_extract(e.data, '$.quad'), "
        "       count(*), sum(json_extract(e.data, '$.intensity')) "
        "FROM event e JOIN event_actor s ON s.event_id = e.id AND s.side = 'source' "
        "JOIN event_actor t ON t.event_id = e.id AND t.side = 'target' "
        "WHERE e.start IS NOT NULL AND s.party <> t.party "
        "AND json_extract(e.data, '$.quad') IS NOT NULL GROUP BY 1, 2, 3, 4"
    )
