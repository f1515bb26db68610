"""Agreements, each with its later steps: kept, open or broken."""

import datetime as dt
import sqlite3
from collections import defaultdict
from typing import Literal

from dateline.model import Event, Noun
from dateline.query.ledgers.common import after, of_type, sides, told, topic
from dateline.query.query import Query
from dateline.query.timeline import timeline

# How long after an agreement a step is still looked for. New START was extended for five years
# within a week, dialogues met within six weeks, ambassadors were back within ten days.
WITHIN = dt.timedelta(days=730)
# Stems that a step must share with what was agreed; one may be chance ("talks").
SHARED = 2
# What is agreed to, and what is signed or reached: PLOVER codes the signing as SUPPORT.
MADE = ("AGREE", "SUPPORT")
# Deeds that keep an agreement; a further agreement is a step, but keeps nothing.
DEEDS = ("CONSULT", "COOPERATE", "CONCEDE", "RETREAT", "AID", "SUPPORT")
STEPS = ("AGREE", *DEEDS)
BREACHES = ("REJECT", "ACCUSE")


class Agreement(Noun, frozen=True):
    """An agreement; `state` is kept (a deed followed), broken (a party said so) or open."""

    event: Event
    state: Literal["kept", "open", "broken"]
    steps: tuple[Event, ...] = ()
    breaches: tuple[Event, ...] = ()


def agreements(db: sqlite3.Connection, query: Query) -> list[Agreement]:
    """Return the agreements that a query asks for, by date."""
    made_by_both = timeline(db, of_type(query, *MADE, also=("happened", "ongoing", "planned")))
    found = [
        e for e in made_by_both if (e.event_type == "AGREE" or e.reciprocal) and len(sides(e)) > 1
    ]
    later: dict[frozenset[str], list[Event]] = defaultdict(list)
    for event in timeline(db, of_type(Query(), *STEPS, *BREACHES, also=("happened", "ongoing"))):
        later[sides(event)].append(event)
    made = [follow(event, later[sides(event)]) for event in found]
    return made if query.limit is None else made[: query.limit]


def follow(event: Event, later: list[Event]) -> Agreement:
    """Return an agreement with the steps and breaches among later events of its parties."""
    about = topic(event)
    related = [
        other
        for other in later
        if other.id != event.id
        and after(event, other, WITHIN)
        and len(about & told(other)) >= SHARED
    ]
    steps = tuple(e for e in related if e.event_type in STEPS)
    breaches = tuple(e for e in related if e.event_type in BREACHES and is_breach(e))
    state: Literal["kept", "open", "broken"] = "open"
    deeds = [e for e in steps if e.event_type in DEEDS]
    if deeds:
        state = "kept"
    if breaches and (not deeds or began(breaches[-1]) > began(deeds[-1])):
        state = "broken"
    return Agreement(event=event, state=state, steps=steps, breaches=breaches)


def began(event: Event) -> dt.date:
    """Return the first possible day of an event that has one."""
    return event.start or dt.date.min


def is_breach(event: Event) -> bool:
    """Tell whether an event says that an agreement was broken, rather than merely criticised."""
    return any(v.field == "about" and "violat" in v.value.lower() for v in event.values) or (
        "violat" in event.headline.lower() or "breach" in event.headline.lower()
    )
