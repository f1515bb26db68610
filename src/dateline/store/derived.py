"""What the reduce makes anew: voices, events, and the tables they are searched by."""

from collections.abc import Callable, Iterable, Iterator
from itertools import product

import msgspec

from dateline.link.block import party_of
from dateline.model import Event, Mention, Voice
from dateline.store.database import Database
from dateline.store.reports import mention_of
from dateline.store.schema import DERIVED
from dateline.store.words import Words


def clear(db: Database) -> None:
    """Empty the derived tables, as if nothing had been linked yet."""
    for name in DERIVED:
        db.execute(f"DELETE FROM {name}")
    db.execute("UPDATE mention SET event_id = NULL WHERE event_id IS NOT NULL")
    db.execute("UPDATE mention SET time = NULL WHERE time IS NOT NULL")
    db.execute("UPDATE block SET grp = NULL, told = NULL WHERE grp IS NOT NULL")


def texts(db: Database) -> Iterator[tuple[str, str, int]]:
    """Yield `(text id, earliest published date or "", length)` of every text, by id."""
    yield from db.tuples(
        "SELECT t.id, coalesce(min(r.published), ''), length(t.text) "
        "FROM text t JOIN report r ON r.text_id = t.id GROUP BY t.id ORDER BY t.id"
    )


def put_voice(db: Database, voice: Voice) -> None:
    """Store a voice."""
    db.execute(
        "INSERT INTO voice VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET data = excluded.data "
        "WHERE voice.data <> excluded.data",
        (voice.id, msgspec.json.encode(voice).decode()),
    )


def put_altered(db: Database, rows: Iterable[tuple[str, str, str, str]]) -> None:
    """Store what copies say otherwise: copy, source, the source's name, and that as JSON."""
    db.executemany(
        "INSERT INTO altered VALUES (?, ?, ?, ?) ON CONFLICT (copy, source) DO UPDATE "
        "SET name = excluded.name, data = excluded.data",
        rows,
    )


def drop_empty_voices(db: Database) -> None:
    """Drop the voices that no text is heard in any more."""
    db.execute("DELETE FROM voice WHERE id NOT IN (SELECT voice_id FROM voice_text)")


def mention(db: Database, mention_id: str) -> tuple[Mention, str]:
    """Return a mention and its sentence."""
    row = db.execute(
        "SELECT data, time, sentence FROM mention WHERE id = ?", (mention_id,)
    ).fetchone()
    return mention_of(row), row["sentence"]


def of_block(db: Database, pair: str) -> Iterator[tuple[Mention, str]]:
    """Yield the mentions of a block with their sentences, by id."""
    rows = db.execute(
        "SELECT m.data, m.time, m.sentence FROM block b JOIN mention m ON m.id = b.mention_id "
        "WHERE b.pair = ? ORDER BY b.mention_id",
        (pair,),
    )
    for row in rows:
        yield mention_of(row), row["sentence"]


def tied(db: Database) -> Iterator[tuple[Mention, str]]:
    """Yield the mentions that have a tie, undated by it, with their sentences, by id."""
    rows = db.execute("SELECT data, NULL AS time, sentence FROM mention WHERE tied ORDER BY id")
    for row in rows:
        yield mention_of(row), row["sentence"]


def untied(db: Database, wanted: Callable[[str], object]) -> Iterator[tuple[Mention, str]]:
    """Yield the mentions without a tie whose sentence is `wanted`, with it, by text."""
    for row in db.stream("SELECT data, time, sentence FROM mention WHERE NOT tied"):
        if wanted(row["sentence"]):
            yield mention_of(row), row["sentence"]


def times(db: Database) -> dict[str, str]:
    """Return the times that the record gave mentions, as they are stored."""
    rows = db.execute("SELECT id, time FROM mention WHERE tied AND time IS NOT NULL")
    return {row["id"]: row["time"] for row in rows}


def put_time(db: Database, mention_id: str, time: str | None) -> None:
    """Store the time that the record gives a mention, or that it gives none."""
    db.execute("UPDATE mention SET time = ? WHERE id = ?", (time, mention_id))


def drop_events(db: Database, ids: Iterable[str]) -> None:
    """Drop events; their mentions are of none then."""
    for event_id in sorted(ids):
        row = db.execute("SELECT rowid FROM event WHERE id = ?", (event_id,)).fetchone()
        if row is None:
            continue
        db.execute("DELETE FROM event_words WHERE rowid = ?", (row["rowid"],))
        for statement in DROP:
            db.execute(statement, (event_id,))


DROP = (
    "DELETE FROM event WHERE id = ?",
    "DELETE FROM event_actor WHERE event_id = ?",
    "DELETE FROM event_pair WHERE event_id = ?",
    "DELETE FROM event_context WHERE event_id = ?",
    "UPDATE mention SET event_id = NULL WHERE event_id = ?",
)


def put_event(db: Database, event: Event, words: str) -> None:
    """Store an event; `words` is what full-text search finds it by."""
    start = event.start.isoformat() if event.start else None
    end = event.end.isoformat() if event.end else None
    row = db.execute(
        'INSERT INTO event (id, type, status, start, "end", credibility, voices, data, quad, '
        "intensity, joint, rejected, kind, parties) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "RETURNING rowid",
        (
            event.id,
            event.event_type,
            event.status,
            start,
            end,
            event.grade.credibility,
            event.voices,
            msgspec.json.encode(event).decode(),
            event.quad,
            event.intensity,
            event.reciprocal,
            event.decided == "rejected",
            kind(event),
            "|".join(sorted({party_of(code) for code in (*event.source, *event.target)})),
        ),
    ).fetchall()[0]
    db.execute("INSERT INTO event_words (rowid, words) VALUES (?, ?)", (row["rowid"], Words(words)))
    db.executemany(
        "INSERT INTO event_actor VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [
            (party_of(code), side, event.id, start)
            for side, codes in (("source", event.source), ("target", event.target))
            for code in codes
        ],
    )
    sides = ({party_of(code) for code in codes} for codes in (event.source, event.target))
    pairs = {(min(pair), max(pair)) for pair in product(*sides) if pair[0] != pair[1]}
    db.executemany(
        "INSERT INTO event_pair VALUES (?, ?, ?, ?, ?)",
        [(*pair, event.id, start, end) for pair in sorted(pairs)],
    )
    db.executemany(
        "INSERT INTO event_context VALUES (?, ?)", [(c, event.id) for c in event.contexts]
    )
    db.executemany(
        "UPDATE mention SET event_id = ? WHERE id = ?", [(event.id, m) for m in event.mentions]
    )


def kind(event: Event) -> str:
    """Return all that events are counted by, in one word that an index can be in the order of."""
    year = f"{event.start.year:04}" if event.start else ""
    parts = (event.event_type, event.status, event.grade.credibility, event.quad or "", year)
    return " ".join((*map(str, parts), " ".join(event.contexts)))
