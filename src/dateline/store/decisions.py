"""The log of human decisions: append-only, replayed on every rebuild."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from dateline.errors import UsageError
from dateline.link.decide import check_edit
from dateline.model import Decision, DecisionKind
from dateline.store.database import Database, writing

# On how many events each kind rules, least and most.
EVENTS: dict[str, tuple[int, int]] = {
    "accept": (1, 1), "reject": (1, 1), "edit": (1, 1), "split": (1, 1), "merge": (2, 50),
    "undo": (0, 0),
}  # fmt: skip


def ruling(
    db: Database,
    kind: DecisionKind,
    events: Iterable[str] = (),
    mentions: Iterable[str] = (),
    *,
    who: str,
    when: str,
    field: str = "",
    value: str = "",
    why: str = "",
) -> Decision:
    """Return a decision on events of a record, as it now is, to be appended.

    Args:
        db: the record.
        kind: accept, reject, merge, split, edit or undo.
        events: whole ids; two or more for a merge, none for an undo, else one.
        mentions: of a split, the ids of those that leave the event.
        who: who decides.
        when: the time, ISO 8601.
        field: of an edit, what it sets; see `dateline.link.decide.EDITS`.
        value: of an edit, what it sets it to; of an undo, the number of a decision.
        why: a reason, in free words.

    Raises:
        UsageError: D107 for an event that is not there, D130 for what cannot be decided.
    """
    events, leaving = list(dict.fromkeys(events)), tuple(dict.fromkeys(mentions))
    least, most = EVENTS[kind]
    if not least <= len(events) <= most:
        wanted = f"{least} or more" if most > least else str(least)
        raise UsageError("D130", kind, f"it rules on {wanted} events, not {len(events)}")
    found = [mention for event in events for mention in of_event(db, event)]
    if kind == "split":
        if not leaving or not set(leaving) < set(found):
            raise UsageError("D130", kind, "name some of the event's mentions, and not all")
        found = list(leaving)
    elif leaving:
        raise UsageError("D130", kind, "only a split is of single mentions")
    made = Decision(
        seq=0, kind=kind, mentions=tuple(found), who=who, when=when, field=field, value=value,
        why=why,
    )  # fmt: skip
    try:
        check(made)
        check_undone(made, {decision.seq for decision in log(db)})
    except ValueError as error:
        raise UsageError("D130", kind, str(error)) from error
    return made


def of_event(db: Database, event: str) -> list[str]:
    """Return the ids of an event's mentions.

    Raises:
        UsageError: D107 where there is no such event.
    """
    rows = db.execute("SELECT id FROM mention WHERE event_id = ? ORDER BY id", (event,)).fetchall()
    if not rows:
        raise UsageError("D107", event)
    return [row["id"] for row in rows]


def append(db: Database, decision: Decision) -> Decision:
    """Append a decision and return it with its number.

    Raises:
        ValueError: where it is one that a rebuild could not replay.
    """
    check(decision)
    # One transaction: a process killed here leaves the decision whole, or not at all.
    with writing(db):
        return put(db, decision)


def put(db: Database, decision: Decision) -> Decision:
    """Write a decision, within a transaction, and return it with its number."""
    last = db.execute("SELECT coalesce(max(seq), 0) FROM decision").fetchone()[0]
    numbered = msgspec.structs.replace(decision, seq=int(last) + 1)
    db.execute(
        "INSERT INTO decision VALUES (?, ?)",
        (numbered.seq, msgspec.json.encode(numbered).decode()),
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


def check_undone(decision: Decision, known: set[int]) -> None:
    """Refuse to take back what is not there.

    Raises:
        ValueError: for an undo of a decision that is none of `known`.
    """
    if decision.kind == "undo" and int(decision.value) not in known:
        raise ValueError(f"there is no decision {decision.value} to take back")


def log(db: Database) -> list[Decision]:
    """Return every decision in order, undone ones too."""
    rows = db.execute("SELECT data FROM decision ORDER BY seq")
    return [msgspec.json.decode(row["data"], type=Decision) for row in rows]


def standing(decisions: list[Decision]) -> list[Decision]:
    """Return the decisions that stand; undos themselves are none of them."""
    gone = taken_back(decisions)
    return [d for d in decisions if d.kind != "undo" and d.seq not in gone]


def taken_back(decisions: list[Decision]) -> set[int]:
    """Return the numbers of those that an undo took back: the one that its `value` numbers.

    An undo may itself be undone.
    """
    gone: set[int] = set()
    for decision in reversed(decisions):
        if decision.kind == "undo" and decision.seq not in gone:
            gone.add(int(decision.value))
    return gone


def since(decisions: list[Decision], seq: int) -> set[str]:
    """Return the mentions of the decisions after a number, and of those that they take back."""
    known = {decision.seq: decision for decision in decisions}
    left = [number for number in known if number > seq]
    seen: set[int] = set()
    found: set[str] = set()
    while left:
        number = left.pop()
        if number in known and number not in seen:
            seen.add(number)
            found.update(known[number].mentions)
            left += [int(known[number].value)] if known[number].kind == "undo" else []
    return found


def together(decisions: list[Decision]) -> dict[str, set[str]]:
    """Return, by mention, those that a merge or a split names with it."""
    found: dict[str, set[str]] = {}
    for decision in decisions:
        if decision.kind in {"merge", "split"}:
            for one in decision.mentions:
                found.setdefault(one, set()).update(decision.mentions)
    return found


def now() -> str:
    """Return the time at which something is decided: to the second, in UTC, ISO 8601."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
