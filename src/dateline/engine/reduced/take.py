"""Take what an extraction was reduced to into a record that holds nothing else."""

import fcntl
import importlib.util
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from dateline.engine.reduced.folder import Folder
from dateline.engine.reduced.known import heard_of
from dateline.engine.reduced.run import Tell, basis_of, reduce_folder, scratch_of
from dateline.engine.reduced.scratch import Scratch
from dateline.engine.reduced.tables import ALIKE, ALTERED, PLACED, PRINT
from dateline.engine.reduced.texts import Digest
from dateline.errors import DatelineError
from dateline.model import Event, Voice
from dateline.reduce import BASIS, DECIDED, made_by
from dateline.settings import Settings
from dateline.store import alike, blocks, decisions, derived, heard, prints, rollup, writing
from dateline.store.database import Database
from dateline.store.heard import Heard
from dateline.store.touched import settle

# A run that a worker's death ended goes on where it was, so often.
TRIES = 3

log = logging.getLogger(__name__)
decode_event = msgspec.json.Decoder(Event).decode
decode_voice = msgspec.json.Decoder(Voice).decode


def taken(db: Database, folder: Folder, settings: Settings, workers: int, tell: Tell) -> bool:
    """Make the voices and events of a record as its one extraction's are; tell whether it was done.

    Only in a record of which none are made yet, and which holds nothing else. Made they are on the
    engine where there is more than one worker; else they are taken where they were made before.
    """
    if has_voices(db):
        return False
    digest = ""
    if workers > 1 and importlib.util.find_spec("daft"):
        digest = on_engine(folder, settings, workers, tell)
    if not digest:
        digest = scratch_of(folder).digest_on(basis_of(folder, settings))
    if not digest:
        return False
    with writing(db):
        if has_voices(db) or not holds(db, digest):
            return False
        tell("load", 0, 0)
        put(db, scratch_of(folder), settings)
    return True


def on_engine(folder: Folder, settings: Settings, workers: int, tell: Tell) -> str:
    """Reduce an extraction on the engine; return its digest, or nothing where that cannot be done.

    Then one machine does it, which takes longer: where the folder cannot be written, where another
    run is at it, and where workers die again and again.
    """
    with held(folder.path) as mine:
        for _ in range(TRIES if mine else 0):
            try:
                return reduce_folder(folder, settings, workers, tell)
            except (OSError, DatelineError):
                log.warning("%s cannot be reduced by several", folder.path, exc_info=True)
                return ""
            except Exception:  # Daft raises such where a process dies; what is done stays done
                log.warning("a worker of the reduce died", exc_info=True)
    return ""


@contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Hold a folder, unless another run has it; tell which. The system lets go of it at the end."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)


def has_voices(db: Database) -> bool:
    """Tell whether a record's voices and events were made already."""
    return db.execute("SELECT 1 FROM voice LIMIT 1").fetchone() is not None


def holds(db: Database, digest: str) -> bool:
    """Tell whether a record holds the reports of this digest, nothing else, and no decision."""
    if decisions.log(db):
        return False
    found = Digest()
    for row in db.execute("SELECT key, text_id, data FROM report"):
        found.add("report", row["key"], row["text_id"], row["data"])
    for row in db.execute("SELECT id, dated, failure FROM text"):
        found.add("text", row["id"], row["dated"] or "9999", row["failure"] is not None)
    return found.told() == digest


def put(db: Database, scratch: Scratch, settings: Settings) -> None:
    """Store the voices and events of an extraction."""
    derived.clear(db)
    prints.put(db, picked(scratch, "prints", PRINT))
    for row in scratch.rows("voices"):
        derived.put_voice(db, decode_voice(row["data"]))
    heard.put(db, of_texts(scratch))
    alike.put(db, picked(scratch, "alike", ALIKE))
    derived.put_altered(db, picked(scratch, "altered", ALTERED))
    for row in scratch.rows("times"):
        derived.put_time(db, row["id"], row["time"])
    blocks.place(db, picked(scratch, "blocks", PLACED))
    for row in scratch.rows("events"):
        derived.put_event(db, decode_event(row["data"]), row["words"])
    rollup.put(db)
    settle(db, DECIDED, "0")
    settle(db, BASIS, made_by(settings))


def picked(scratch: Scratch, table: str, columns: tuple[str, ...]) -> Iterator[Any]:
    """Yield the values of some columns of a table, in the order of these."""
    for row in scratch.rows(table, *columns):
        yield tuple(map(row.get, columns))


def of_texts(scratch: Scratch) -> Iterator[tuple[str, Heard]]:
    """Yield what texts are heard as."""
    for row in scratch.rows("heard"):
        yield row["text_id"], heard_of(row)
