"""The log of human decisions: append-only, replayed on every rebuild."""

import sqlite3

import msgspec

from dateline.link.decide import check_edit
from dateline.model import Decision
from dateline.store.sqlite import writing


def append(db: sqlite3.Connection, decision: Decision) -> Decision:
    """Append a decision and return it with its number.

    Raises:
        ValueError: where it is one that a rebuild could not replay.
    """
    check(decision)
    # One transaction: a process killed here leaves the decision whole, or not at all.
    with writing(db):
        cursor = db.execute("INSERT INTO decision (data) VALUES ('{}')")
        numbered = msgspec.structs.replace(decision, seq=int(cursor.lastrowid or 0))
        db.execute(
            "UPDATE decision SET data = ? WHERE seq = ?",
            (msgspec.json.encode(numbered).decode(), numbered.seq),
        )
    return numbered


def check(decision: Decision) -> None:
    """Refuse a decision that no rebuild can replay: the log is never rewritten.

    Raises:
        ValueError: for an edit of an unknown field or to a bad date, an undo of no number.
    """
    if decision.kind == "undo" and not decision.value.isdecimal():
        raise ValueError(f"an undo needs the number of a decision, not {decision.value!r}")
    if decision.kind == "edit":
        check_edit(decision.field, decision.value)


def log(db: sqlite3.Connection) -> list[Decision]:
    """Return every decision in order, undone ones too."""
    rows = db.execute("SELECT data FROM decision ORDER BY seq")
    return [msgspec.json.decode(row["data"], type=Decision) for row in rows]


def standing(decisions: list[Decision]) -> list[Decision]:
    """Return the decisions that stand: an undo takes back the one its `value` numbers.

    An undo may itself be undone.
    """
    gone: set[int] = set()
    for decision in reversed(decisions):
        if decision.kind == "undo" and decision.seq not in gone:
            gone.add(int(decision.value))
    return [d for d in decisions if d.kind != "undo" and d.seq not in gone]
