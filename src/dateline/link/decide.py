"""Replay human decisions on the groups and on the events made of them."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import cast, get_args

import msgspec

from dateline.model import Decision, Event, Status


def regroup(groups: list[list[str]], decisions: Iterable[Decision]) -> list[list[str]]:
    """Apply merges and splits, in their order, to groups of mention ids.

    A mention that is no longer there is passed over; the decision stays in the log.
    """
    of = {mention: n for n, group in enumerate(groups) for mention in group}
    now = {n: list(group) for n, group in enumerate(groups)}
    for decision in decisions:
        here = [m for m in decision.mentions if m in of]
        if decision.kind == "merge" and here:
            into, *others = sorted({of[m] for m in here})
            for other in others:
                moved = now.pop(other)
                now[into] += moved
                of.update(dict.fromkeys(moved, into))
        elif decision.kind == "split" and here:
            new = max(now) + 1
            for mention in here:
                now[of[mention]].remove(mention)
                of[mention] = new
            now[new] = here
    return [sorted(group) for _, group in sorted(now.items()) if group]


def apply(event: Event, decisions: Iterable[Decision]) -> Event:
    """Apply accepts, rejects and edits about any of an event's mentions."""
    mine = set(event.mentions)
    for decision in decisions:
        if not mine.intersection(decision.mentions):
            continue
        if decision.kind in {"accept", "reject"}:
            event = msgspec.structs.replace(event, decided=f"{decision.kind}ed")
        elif decision.kind == "edit":
            event = EDITS[decision.field](event, decision.value)
    return event


def days(value: str) -> tuple[dt.date, dt.date]:
    """Read a day, or the first and last day ("2021-06-16/2021-06-17").

    Raises:
        ValueError: where it is neither.
    """
    first, _, last = value.partition("/")
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    if start > end:
        raise ValueError(f"{value}: the first day is after the last")
    return start, end


def edit_date(event: Event, value: str) -> Event:
    """Set the first and last day."""
    start, end = days(value)
    return msgspec.structs.replace(event, start=start, end=end, edtf=value, precision="day")


EDITS: dict[str, Callable[[Event, str], Event]] = {
    "date": edit_date,
    "type": lambda e, v: msgspec.structs.replace(e, event_type=v),
    "mode": lambda e, v: msgspec.structs.replace(e, mode=v),
    "place": lambda e, v: msgspec.structs.replace(e, place=v),
    "headline": lambda e, v: msgspec.structs.replace(e, headline=v),
    "status": lambda e, v: msgspec.structs.replace(e, status=cast("Status", v)),
    "source": lambda e, v: msgspec.structs.replace(e, source=tuple(v.split(", "))),
    "target": lambda e, v: msgspec.structs.replace(e, target=tuple(v.split(", "))),
}


def check_edit(field: str, value: str) -> None:
    """Refuse an edit that cannot be applied.

    Raises:
        ValueError: for an unknown field, a bad date or an unknown status.
    """
    if field not in EDITS:
        raise ValueError(f"no such field to edit: {field!r}")
    if field == "date":
        days(value)
    if field == "status" and value not in get_args(Status):
        raise ValueError(f"no such status: {value!r}")
