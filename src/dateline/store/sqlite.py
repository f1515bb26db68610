"""Open, create and check a record: one SQLite file in WAL mode."""

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dateline.errors import RecordError
from dateline.store.database import Values, writing
from dateline.store.schema import APPLICATION_ID, TABLES, UPGRADES, VERSION

# Seconds to wait for another writer: a reduce of 100,000 mentions holds the lock for under 30.
PATIENCE = 120.0
# Kibibytes of a record that are kept at hand: a busy pair of 100,000 events touches half of it
# twice, and with SQLite's own 2,000 it takes a third longer to link 100,000 mentions.
CACHE = 64_000
# Steps between looks at the clock: about 10 ms.
STEPS = 100_000


class Sqlite(sqlite3.Connection):
    """An open file. A `Database`.

    `seen`: the state that is read, where it stays one.
    """

    seen: tuple[object, ...] = ()

    def tuples(self, sql: str, values: Values = ()) -> Iterable[tuple[Any, ...]]:
        """Run a question and return its rows as plain tuples."""
        cursor = self.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, values)

    def stream(self, sql: str, values: Values = ()) -> Iterable[sqlite3.Row]:
        """Run a question and yield its rows as they come."""
        return self.execute(sql, values)

    def patience(self, seconds: float) -> None:
        """Let no question take longer than so long from now on."""
        until = time.monotonic() + seconds
        self.set_progress_handler(lambda: time.monotonic() > until, STEPS)

    def state(self) -> tuple[object, ...]:
        """Return what tells the state that is read here from any other."""
        return self.seen or files(Path(str(self.execute("PRAGMA database_list").fetchone()[2])))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Run a block as one write transaction: all of it, or none.

        Raises:
            RecordError: D405 where another writer holds the record for too long.
        """
        try:
            self.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise RecordError("D405", "", str(error)) from error
        try:
            yield
        except BaseException:
            self.execute("ROLLBACK")
            raise
        self.execute("COMMIT")


def connect(path: Path, *, create: bool) -> Sqlite:
    """Open the record at `path`; make it where there is none and `create` says so.

    Raises:
        RecordError: D404 no such record, D401 not a record, D402 of a newer version,
            D403 damaged.
    """
    fresh = not path.exists() or path.stat().st_size == 0
    if fresh and not create:
        raise RecordError("D404", path)
    if not path.parent.is_dir():
        raise RecordError("D404", path, f"no folder {path.parent}")
    try:
        db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, factory=Sqlite)
    except sqlite3.OperationalError as error:
        raise RecordError("D401", path, str(error)) from error
    db.row_factory = sqlite3.Row
    try:
        # A file without tables is what a build leaves that was killed at its very start.
        if create and is_empty(db):
            lay(db)
        check(db, path)
        upgrade(db)
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute(f"PRAGMA cache_size = -{CACHE}")
    except sqlite3.DatabaseError as error:
        db.close()
        foreign = "not a database" in str(error)
        raise RecordError("D401" if foreign else "D403", path, str(error)) from error
    except RecordError:
        db.close()
        raise
    return db


def reading(path: Path) -> Sqlite:
    """Open the record at `path` for reading only, as it is now; it must be of this version.

    Raises:
        RecordError: D404 no such record, D401 not a record, D402 of a newer version, D407 of an
            older one, D403 damaged.
    """
    if not path.is_file():
        raise RecordError("D404", path)
    try:
        db = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro",
            timeout=PATIENCE,
            isolation_level=None,
            uri=True,
            # A server hands one request from thread to thread, but never to two at once.
            check_same_thread=False,
            factory=Sqlite,
        )
        db.row_factory = sqlite3.Row
        check(db, path)
        if version_of(db) != VERSION:
            raise RecordError("D407", path, f"version {version_of(db)}, this reads {VERSION}")
        db.execute("PRAGMA query_only = ON")
        db.execute(f"PRAGMA cache_size = -{CACHE}")
        # Before the snapshot: an answer may be newer than what it is kept under, never older.
        db.seen = files(path)
        db.execute("BEGIN")
        version_of(db)
    except sqlite3.DatabaseError as error:
        foreign = "not a database" in str(error)
        raise RecordError("D401" if foreign else "D403", path, str(error)) from error
    return db


def lay(db: Sqlite) -> None:
    """Lay the tables, unless another process just has."""
    db.execute("PRAGMA journal_mode = WAL")
    with writing(db):
        if db.execute("PRAGMA application_id").fetchone()[0] == 0:
            for statement in TABLES.split(";\n"):
                if statement.strip():
                    db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {VERSION}")


def is_empty(db: Sqlite) -> bool:
    """Tell whether a database has no tables and is no one else's."""
    owner = db.execute("PRAGMA application_id").fetchone()[0]
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return bool(owner == 0 and tables == 0)


def check(db: Sqlite, path: Path) -> None:
    """Refuse a file that is no record of ours, or is of a newer version."""
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise RecordError("D401", path)
    version = version_of(db)
    if version > VERSION:
        raise RecordError("D402", path, f"version {version}, this reads up to {VERSION}")


def upgrade(db: Sqlite) -> None:
    """Bring a record of an older version to this one."""
    if version_of(db) == VERSION:
        return
    with writing(db):
        for version in range(version_of(db), VERSION):
            for statement in UPGRADES[version]:
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {VERSION}")


def version_of(db: Sqlite) -> int:
    """Return the version of a record's schema."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def files(path: Path) -> tuple[object, ...]:
    """Return what any change of a record changes: sizes and times of its file and its log."""
    found: list[object] = [str(path)]
    for file in (path, path.with_name(f"{path.name}-wal")):
        state = file.stat() if file.exists() else None
        # A reader leaves an empty log behind, which is as good as none.
        found.append((state.st_mtime_ns, state.st_size) if state and state.st_size else None)
    return tuple(found)
