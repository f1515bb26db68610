"""Agreements, each told once however often it is reported, with its later steps.

Two events are one agreement where the same parties made them on the same days, and they are about
one matter, or share half of their words. An agreement without a matter of its own ("to stay in
touch") is told with the one that its report tells of the same day.
"""

import datetime as dt
import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from dateline.link.words import overlap
from dateline.model import Event, Noun
from dateline.query.ledgers.common import of_type, shifted, sides
from dateline.query.ledgers.steps import (
    BREACHES,
    OF_TREATY,
    STEPS,
    WITHIN,
    Promise,
    State,
    began,
    is_breach,
    is_deed,
    is_step,
    state,
)
from dateline.query.ledgers.tellings import Telling, telling
from dateline.query.ledgers.words import beginnings, stems_of
from dateline.query.query import Query
from dateline.query.timeline import timeline

# What is agreed to, and what is signed or reached: PLOVER codes the signing as SUPPORT.
MADE = ("AGREE", "SUPPORT")
# Reports of one agreement differ by a day: the day it was made and the day it was told.
NEAR = dt.timedelta(days=1)
# Share of the words of the shorter telling that two tellings of one agreement have in common.
ALIKE = 0.5
ALSO = ("happened", "ongoing", "planned")


class Agreement(Noun, frozen=True):
    """An agreement, or a pledge of one side (`kind`), by the event that tells of it best.

    `state`: kept (a deed followed), broken (given up, or a party says so), open, or unknown where
    nothing dates it. `also`: the other events that tell of it; `steps` and `breaches`: by date.
    """

    event: Event
    state: State
    kind: Literal["agreement", "pledge"] = "agreement"
    also: tuple[Event, ...] = ()
    steps: tuple[Event, ...] = ()
    breaches: tuple[Event, ...] = ()


def agreements(db: sqlite3.Connection, query: Query) -> list[Agreement]:
    """Return the agreements that a query asks for, by date."""
    told = (e for e in timeline(db, of_type(query, *MADE, also=ALSO)) if is_made(e))
    promises = grouped(telling(db, event) for event in told)
    later = later_events(db, query, {promise.sides for promise in promises})
    made = [follow(one, window(one, later[one.sides])) for one in promises]
    made.sort(key=lambda one: (one.event.start or dt.date.max, one.event.id))
    return made if query.limit is None else made[: query.limit]


def is_made(event: Event) -> bool:
    """Tell an agreement or a pledge from an offer, a readiness, and support of other kinds."""
    if len(sides(event)) < 2:  # noqa: PLR2004 - it takes two
        return False
    said = beginnings(event.headline)
    if event.event_type == "SUPPORT":
        return event.reciprocal and bool(said & stems_of("sealed"))
    return event.reciprocal or not said & stems_of("offer")


def grouped(tellings: Iterable[Telling]) -> list[Promise]:
    """Group the tellings of one agreement; what speaks for it comes first."""
    groups: dict[frozenset[str], list[list[Telling]]] = defaultdict(list)
    bare: list[Telling] = []
    for one in sorted(tellings, key=rank):
        if not one.matters and "meeting" not in one.forms:
            bare.append(one)
            continue
        join(groups[one.sides], one)
    for one in bare:
        near = [group for group in groups[one.sides] if any(meet(one, other) for other in group)]
        group = next((g for g in near if any(is_told_with(one, other) for other in g)), None)
        if group is None and len(near) != 1:
            groups[one.sides].append([one])
        else:
            (group or near[0]).append(one)
    return [Promise(tuple(group)) for found in groups.values() for group in found]


def join(groups: list[list[Telling]], one: Telling) -> None:
    """Add a telling to the first group that it fits, or to a new one."""
    group = next((g for g in groups if any(is_same(one, other) for other in g)), None)
    if group is None:
        groups.append([one])
    else:
        group.append(one)


def rank(one: Telling) -> tuple[bool, bool, int, bool, dt.timedelta, dt.date, str]:
    """Return the sort key of tellings: both sides, not a plan, most voices, a matter, fine date."""
    event = one.event
    first, last = one.made or (dt.date.min, dt.date.max)
    return (
        not event.reciprocal, event.status == "planned", -event.voices, not one.matters,
        last - first, first, event.id,
    )  # fmt: skip


def is_same(one: Telling, two: Telling) -> bool:
    """Tell whether two events tell of one agreement."""
    if not meet(one, two):
        return False
    if one.matters and two.matters and one.matters[0] != two.matters[0]:
        return False
    if overlap(one.stems, two.stems) >= ALIKE:
        return True
    matter = bool(one.matters and two.matters)
    return matter and (not one.forms or not two.forms or bool(one.forms & two.forms))


def is_told_with(one: Telling, two: Telling) -> bool:
    """Tell whether an agreement without a matter of its own goes with another."""
    return meet(one, two) and (
        overlap(one.stems, two.stems) >= ALIKE
        or bool(one.forms & two.forms)
        or bool(set(one.event.reports) & set(two.event.reports))
    )


def meet(one: Telling, two: Telling) -> bool:
    """Tell whether two agreements may have been made on the same day."""
    if one.made is None or two.made is None:
        return False
    early, late = sorted((one.made, two.made))
    return late[0] <= shifted(early[1], NEAR)


def later_events(
    db: sqlite3.Connection, query: Query, pairs: set[frozenset[str]]
) -> dict[frozenset[str], list[Telling]]:
    """Return what the parties of agreements did, alone or with one another, by date."""
    found: dict[frozenset[str], list[Telling]] = {pair: [] for pair in pairs}
    of: dict[str, list[frozenset[str]]] = defaultdict(list)
    for pair in pairs:
        for party in pair:
            of[party].append(pair)
    asked = of_type(Query(as_of=query.as_of), *STEPS, *BREACHES, also=ALSO)
    for event in timeline(db, asked):
        parties = sides(event)
        fits = [pair for pair in of.get(min(parties, default=""), ()) if parties <= pair]
        if fits:
            one = telling(db, event)
            for pair in fits:
                found[pair].append(one)
    for events in found.values():
        events.sort(key=when)
    return found


def window(promise: Promise, later: list[Telling]) -> list[Telling]:
    """Return what was done in the time in which a promise's steps are looked for."""
    if promise.made is None:
        return []
    longest = OF_TREATY if "treaty" in promise.forms else WITHIN
    first = bisect_right(later, promise.made[1], key=when)
    last = shifted(promise.made[1], longest)
    return later[first : bisect_right(later, last, key=when)]


def when(one: Telling) -> dt.date:
    """Return the first day on which something was uttered or done."""
    return one.made[0] if one.made else dt.date.max


def follow(promise: Promise, later: Iterable[Telling]) -> Agreement:
    """Return an agreement with the steps and breaches among later events of its parties."""
    related = [one for one in later if is_step(promise, one)]
    breaches = [
        one.event for one in related if one.event.event_type in BREACHES and is_breach(promise, one)
    ]
    steps = [one for one in related if one.event.event_type in STEPS]
    deeds = [one.event for one in steps if is_deed(promise, one)]
    first, *others = promise.tellings
    return Agreement(
        event=first.event,
        state=state(promise, sorted(deeds, key=began), sorted(breaches, key=began)),
        kind="agreement" if first.event.reciprocal else "pledge",
        also=tuple(one.event for one in others),
        steps=tuple(one.event for one in steps),
        breaches=tuple(breaches),
    )
