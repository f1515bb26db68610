"""What copies are found by, kept for each text so that a later build need not read it again."""

from collections.abc import Iterable, Iterator

import msgspec
import numpy as np

from dateline.copies.fingerprint import Fingerprint, fingerprint
from dateline.copies.garbled import warning
from dateline.model import Reason
from dateline.store.database import Database, Row

Made = tuple[str, str, int, bytes, bytes, str | None]

# Raise it when fingerprints or the signs of garbling change.
PRINTS = "2"
PUT = """
INSERT INTO print (text_id, version, words, grams, keys, garbled) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (text_id) DO UPDATE SET version = excluded.version, words = excluded.words,
  grams = excluded.grams, keys = excluded.keys, garbled = excluded.garbled
"""


def complete(db: Database) -> None:
    """Make the fingerprint of every text that has none of this version."""
    missing = [
        row["id"]
        for row in db.execute(
            "SELECT t.id FROM text t LEFT JOIN print p ON p.text_id = t.id "
            "WHERE coalesce(p.version, '') <> ? ORDER BY t.id",
            (PRINTS,),
        )
    ]
    for text_id in missing:
        text = db.execute("SELECT text FROM text WHERE id = ?", (text_id,)).fetchone()["text"]
        put(db, [made(text_id, text)])


def put(db: Database, rows: Iterable[Made]) -> None:
    """Store the rows of texts."""
    db.executemany(PUT, rows)


def made(text_id: str, text: str) -> Made:
    """Return the row of a text."""
    found, doubt = fingerprint(text), warning(text)
    garbled = msgspec.json.encode(doubt).decode() if doubt else None
    return text_id, PRINTS, found.words, found.grams.tobytes(), found.keys.tobytes(), garbled


def all_of(db: Database) -> Iterator[tuple[str, Fingerprint]]:
    """Yield each text's id and fingerprint, by id."""
    for row in db.stream("SELECT text_id, words, grams, keys FROM print ORDER BY text_id"):
        yield row["text_id"], of_row(row)


def one(db: Database, text_id: str) -> Fingerprint:
    """Return the fingerprint of a text."""
    query = "SELECT words, grams, keys FROM print WHERE text_id = ?"
    return of_row(db.execute(query, (text_id,)).fetchone())


def of_row(row: Row) -> Fingerprint:
    """Return the fingerprint of a row."""
    return Fingerprint(
        grams=np.frombuffer(row["grams"], np.uint32),
        keys=np.frombuffer(row["keys"], np.uint32),
        words=row["words"],
    )


def garbled(db: Database) -> dict[str, Reason]:
    """Return the texts that are garbled by themselves, with the words that tell so."""
    rows = db.execute("SELECT text_id, garbled FROM print WHERE garbled IS NOT NULL")
    return {row["text_id"]: msgspec.json.decode(row["garbled"], type=Reason) for row in rows}


def garbled_text(db: Database, text_id: str) -> str:
    """Return the words that tell that a text is garbled; empty for one that is not."""
    row = db.execute("SELECT garbled FROM print WHERE text_id = ?", (text_id,)).fetchone()
    found = row and row["garbled"]
    return msgspec.json.decode(found, type=Reason).detail if found else ""


def sharing(db: Database, here: Fingerprint, least: int, most: int) -> list[str]:
    """Return the texts that share at least `least` keys with a fingerprint, at most `most`."""
    # In the order of the table: by id each row would be sought for. Without names for columns.
    rows = list(db.tuples("SELECT rowid, keys FROM print"))
    keys = np.frombuffer(b"".join([row[1] for row in rows]), np.uint32)
    # Most keys of a record are none of the text's: their upper half tells that of nearly all.
    upper = np.zeros(1 << HALF, bool)
    upper[here.keys >> HALF] = True
    hits = np.flatnonzero(upper[keys >> HALF])
    hits = hits[np.isin(keys[hits], here.keys)]
    ends = np.cumsum([len(row[1]) // keys.itemsize for row in rows])
    counts = np.bincount(np.searchsorted(ends, hits, side="right"), minlength=len(rows))
    found = [
        (-int(counts[n]), text_id)
        for n in np.flatnonzero(counts >= least).tolist()
        for (text_id,) in db.execute("SELECT text_id FROM print WHERE rowid = ?", rows[n][:1])
    ]
    return [text_id for _, text_id in sorted(found)[:most]]


HALF = 16  # bits of a key of 32
