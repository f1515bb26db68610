"""What changed since the last reduce: the texts, blocks and events that it makes again.

Whoever changes a text, a report or a mention notes it here in the same transaction, so that a
build that is killed loses none of it.
"""

from collections.abc import Iterable

from dateline.store.database import Database

OF_TEXT = (
    """
    INSERT INTO touched SELECT DISTINCT 'block', b.pair
    FROM mention m JOIN block b ON b.mention_id = m.id WHERE m.text_id = ?
    ON CONFLICT DO NOTHING
    """,
    """
    INSERT INTO touched SELECT DISTINCT 'event', event_id
    FROM mention WHERE text_id = ? AND event_id IS NOT NULL
    ON CONFLICT DO NOTHING
    """,
)


def touch(db: Database, what: str, ids: Iterable[str]) -> None:
    """Note that texts, blocks or events (`what`) are to be made again."""
    put = "INSERT INTO touched VALUES (?, ?) ON CONFLICT DO NOTHING"
    db.executemany(put, ((what, one) for one in ids))


def touch_mentions(db: Database, text_id: str) -> None:
    """Note the blocks and the events of a text's mentions."""
    for statement in OF_TEXT:
        db.execute(statement, (text_id,))


def touched(db: Database, what: str) -> set[str]:
    """Return the texts, blocks or events that were noted."""
    return {row["id"] for row in db.execute("SELECT id FROM touched WHERE what = ?", (what,))}


def basis(db: Database, name: str) -> str:
    """Return what the last reduce went by under a name; empty where it did not say."""
    row = db.execute("SELECT value FROM made WHERE name = ?", (name,)).fetchone()
    return row["value"] if row else ""


def settle(db: Database, name: str, value: str) -> None:
    """Note that all is made, and what it was made by."""
    db.execute("DELETE FROM touched")
    db.execute(
        "INSERT INTO made VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )
