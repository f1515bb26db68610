"""Agreements, each told once however often it is reported, with its later steps.

Two events are one agreement where the same parties made them on the same days, and they are about
one matter, or share half of their words. An agreement without a matter of its own ("to stay in
touch") is told with the one that its report tells of the same day.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from dateline.link.words import overlap
from dateline.model import Event, Noun
from dateline.query.ledgers.common import day, is_guess, of_type, shifted, sides
from dateline.query.ledgers.groups import NEAR, Groups
from dateline.query.ledgers.later import later_events
from dateline.query.ledgers.steps import (
    BREACHES,
    NEWS,
    STEPS,
    Promise,
    State,
    began,
    is_breach,
    is_deed,
    is_step,
    state,
)
from dateline.query.ledgers.tellings import Telling, tellings
from dateline.query.ledgers.words import beginnings, stems_of
from dateline.query.query import Query
from dateline.query.timeline import timeline
from dateline.store.database import Database

# What is agreed to, and what is signed or reached: PLOVER codes the signing as SUPPORT.
MADE = ("AGREE", "SUPPORT")
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


def agreements(db: Database, query: Query) -> list[Agreement]:
    """Return the agreements that a query asks for, by date."""
    return followed(db, query, outlines(db, query)[: query.limit])


def outlines(db: Database, query: Query) -> list[tuple[str, ...]]:
    """Return the ids of the events of each agreement that a query asks for, in their order."""
    told = [e for e in timeline(db, of_type(query, *MADE, also=ALSO)) if is_made(e)]
    planned = tellings(db, (event for event in told if event.status == "planned"))
    # What is said of the others takes time to read, and does not tell them apart.
    others = (Telling(event, (), None) for event in told if event.status != "planned")
    promises = grouped((*planned, *others))
    promises.sort(key=lambda one: day(one.tellings[0].event))
    return [tuple(one.event.id for one in promise.tellings) for promise in promises]


def followed(db: Database, query: Query, outlines: Sequence[tuple[str, ...]]) -> list[Agreement]:
    """Return agreements of a query, given the ids of their events, with what came of them."""
    anything = Query(as_of=query.as_of, status=("all",), rejected=True)
    events = timeline(db, anything, among=[one for ids in outlines for one in ids])
    told = {one.event.id: one for one in tellings(db, events)}
    promises = [Promise(tuple(told[one] for one in ids)) for ids in outlines]
    later = later_events(db, query.as_of, promises)
    return [
        with_steps(promise, later[promise.sides].steps(promise) if promise.made else ())
        for promise in promises
    ]


def is_made(event: Event) -> bool:
    """Tell an agreement or a pledge from an offer, a readiness, and support of other kinds."""
    if len(sides(event)) < 2 or is_guess(event):  # noqa: PLR2004 - it takes two
        return False
    said = beginnings(event.headline)
    if event.event_type == "SUPPORT":
        return event.reciprocal and bool(said & stems_of("sealed"))
    return event.reciprocal or not said & stems_of("offer")


def grouped(tellings: Iterable[Telling]) -> list[Promise]:
    """Group the tellings of one agreement; what speaks for it comes first."""
    groups: dict[frozenset[str], Groups] = defaultdict(Groups)
    bare: list[Telling] = []
    for one in sorted(tellings, key=rank):
        if not one.matters and "meeting" not in one.forms:
            bare.append(one)
            continue
        mine = groups[one.sides]
        fits = (n for n in mine.near(one) if any(is_same(one, other) for other in mine.all[n]))
        mine.add(one, next(fits, None))
    for one in bare:
        mine = groups[one.sides]
        near = [n for n in mine.near(one) if any(meet(one, other) for other in mine.all[n])]
        fits = (n for n in near if any(is_told_with(one, other) for other in mine.all[n]))
        mine.add(one, next(fits, near[0] if len(near) == 1 else None))
    return [
        Promise(tuple(sorted(group, key=rank))) for found in groups.values() for group in found.all
    ]


def rank(one: Telling) -> tuple[bool, bool, bool, int, bool, dt.timedelta, dt.date, str]:
    """Return the sort key of tellings: both sides, no plan, no mere month, most voices."""
    event = one.event
    first, last = one.made or (dt.date.min, dt.date.max)
    return (
        not event.reciprocal, event.status == "planned", last - first > NEWS, -event.voices,
        not one.matters, last - first, first, event.id,
    )  # fmt: skip


def is_same(one: Telling, two: Telling) -> bool:
    """Tell whether two events tell of one agreement."""
    if not meet(one, two):
        return False
    if one.matters and two.matters and one.matters[0] != two.matters[0]:
        return False
    if overlap(one.stems, two.stems) >= ALIKE:
        return True
    if not one.matters or not two.matters:
        return False
    if one.event.reciprocal == two.event.reciprocal and not (one.forms and two.forms):
        return True
    return bool(one.forms & two.forms)


def is_told_with(one: Telling, two: Telling) -> bool:
    """Tell whether an agreement without a matter of its own goes with another.

    What one side pledges is no part of what both agree on.
    """
    return alike(one, two) and (
        overlap(one.stems, two.stems) >= ALIKE
        or bool(one.forms & two.forms)
        or (not one.forms and bool(set(one.event.reports) & set(two.event.reports)))
    )


def alike(one: Telling, two: Telling) -> bool:
    """Tell whether two were made on one day, both by one side or both by two."""
    return meet(one, two) and one.event.reciprocal == two.event.reciprocal


def meet(one: Telling, two: Telling) -> bool:
    """Tell whether two agreements may have been made on the same day."""
    if one.made is None or two.made is None:
        return False
    early, late = sorted((one.made, two.made))
    return late[0] <= shifted(early[1], NEAR)


def follow(promise: Promise, later: Iterable[Telling]) -> Agreement:
    """Return an agreement with the steps and breaches among later events of its parties."""
    return with_steps(promise, (one for one in later if is_step(promise, one)))


def with_steps(promise: Promise, related: Iterable[Telling]) -> Agreement:
    """Return an agreement with the later events that have to do with it."""
    related = list(related)
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
