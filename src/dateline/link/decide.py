"""Replay human decisions on the groups and on the events made of them."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import cast, get_args

import msgspec

from dateline.data import table
from dateline.model import Decision, Event, Granularity, Quad, Status

COARSE = re.compile(r"[0-9]{4}(-[0-9]{2})?\Z")
CODE = re.compile(r"[A-Z]{3}(?: [A-Z0-9]+)*\Z")


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


def days(value: str) -> tuple[dt.date, dt.date, Granularity]:
    """Read a day, a month or a year, or the first and last day ("2021-06-16/2021-06-17").

    Raises:
        ValueError: where it is none of these.
    """
    if COARSE.match(value):
        year, month = int(value[:4]), int(value[5:] or 0)
        start = dt.date(year, month or 1, 1)
        end = dt.date(year, month or 12, calendar.monthrange(year, month or 12)[1])
        return start, end, "month" if month else "year"
    first, _, last = value.partition("/")
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    if start > end:
        raise ValueError(f"{value}: the first day is after the last")
    return start, end, "day" if start == end else "range"


def edit_date(event: Event, value: str) -> Event:
    """Set the first and last day."""
    start, end, grain = days(value)
    return msgspec.structs.replace(event, start=start, end=end, edtf=value, precision=grain)


def edit_type(event: Event, value: str) -> Event:
    """Set the type, and with it the tone that it has; the mode of another type goes."""
    row = types().get(value)
    if row is None or value == event.event_type:  # a log of before may have what is refused now
        return msgspec.structs.replace(event, event_type=value)
    return msgspec.structs.replace(
        event,
        event_type=value,
        mode="",
        quad=cast("Quad", int(row["quad"])),
        intensity=float(row["intensity"]),
    )


@cache
def types() -> dict[str, dict[str, str]]:
    """Return the event types by their roots."""
    return {row["root"]: row for row in table("plover/types")}


def codes(value: str) -> tuple[str, ...]:
    """Read actors' codes with commas between them."""
    return tuple(part.strip() for part in value.split(","))


EDITS: dict[str, Callable[[Event, str], Event]] = {
    "date": edit_date,
    "type": edit_type,
    "mode": lambda e, v: msgspec.structs.replace(e, mode=v),
    "place": lambda e, v: msgspec.structs.replace(e, place=v),
    "headline": lambda e, v: msgspec.structs.replace(e, headline=v),
    "status": lambda e, v: msgspec.structs.replace(e, status=cast("Status", v)),
    "source": lambda e, v: msgspec.structs.replace(e, source=codes(v)),
    "target": lambda e, v: msgspec.structs.replace(e, target=codes(v)),
}


def check_edit(field: str, value: str) -> None:
    """Refuse an edit that cannot be applied.

    Raises:
        ValueError: for an unknown field, type or status, a bad date, what is no actor's code.
    """
    if field not in EDITS:
        raise ValueError(f"no such field to edit: {field!r}")
    if field == "date":
        days(value)
    if field in {"source", "target"} and not all(map(CODE.match, codes(value))):
        raise ValueError(f"not codes of actors, such as RUS or RUS GOV: {value!r}")
    if field == "type" and value not in types():
        raise ValueError(f"no such type: {value!r}")
    if field == "status" and value not in get_args(Status):
        raise ValueError(f"no such status: {value!r}")
