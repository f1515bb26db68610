"""How like texts are by their sentences: found out once, since each build compares them again."""

from collections.abc import Iterable

from dateline.copies.likeness import Likeness
from dateline.store.database import Database

FIND = "SELECT kind, share FROM alike WHERE copy = ? AND source = ?"


class Alike:
    """What a record knows of pairs of texts, `(copy, source)`."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def get(self, pair: tuple[str, str]) -> Likeness | None:
        """Return how like two texts are; None where they were never compared."""
        row = self.db.execute(FIND, pair).fetchone()
        return Likeness(row["kind"], row["share"]) if row else None

    def __setitem__(self, pair: tuple[str, str], like: Likeness) -> None:
        put(self.db, [(*pair, *like)])


def put(db: Database, rows: Iterable[tuple[str, str, str, float]]) -> None:
    """Store how like texts are: copy, source, kind and share. What is there already is so too."""
    db.executemany("INSERT INTO alike VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", rows)
