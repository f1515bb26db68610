"""The counts of events by pair, month and kind, so that an overview reads no events."""

from collections.abc import Iterable

from dateline.store.database import Database
from dateline.store.schema import OF_EVENT, ROLLUP

KEY = ("a", "b", "month", "until", "quad", "status", "joint")
# Rounded as ROLLUP does: what was added and is taken away leaves the very sum that was there.
COUNT = f"""
INSERT INTO rollup VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ({", ".join(KEY)}) DO UPDATE
SET events = rollup.events + excluded.events,
    intensity = round(rollup.intensity + excluded.intensity, 3)
"""
EMPTY = f"DELETE FROM rollup WHERE {' AND '.join(f'{name} = ?' for name in KEY)} AND events <= 0"


def put(db: Database) -> None:
    """Count all events."""
    db.execute("DELETE FROM rollup")
    db.execute(ROLLUP)


def add(db: Database, events: Iterable[str]) -> None:
    """Count events that are new."""
    for one in events:
        db.executemany(COUNT, [tuple(row) for row in db.execute(OF_EVENT, (one,))])


def take(db: Database, events: Iterable[str]) -> None:
    """Count events no more, just before they are dropped."""
    for one in events:
        found = [tuple(row) for row in db.execute(OF_EVENT, (one,))]
        db.executemany(COUNT, [(*key, -count, -tone) for *key, count, tone in found])
        db.executemany(EMPTY, [key for *key, _, _ in found])
