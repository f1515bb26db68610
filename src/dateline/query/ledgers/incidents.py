"""Cyber incidents: victim, sector, who accused whom, who denied, what was done."""

import datetime as dt
import sqlite3
from collections import defaultdict

from dateline.model import Event, Noun
from dateline.query.ledgers.common import of_type, parties_of, sectors_of, values_of
from dateline.query.query import Query
from dateline.query.timeline import timeline

ATTACKS, ACCUSALS, DENIALS = ("COERCE", "ASSAULT"), ("ACCUSE",), ("REJECT",)
RESPONSES = ("SANCTION", "THREATEN", "COOPERATE", "RETREAT", "AID", "CONSULT", "AGREE", "REQUEST")
ALSO = ("happened", "ongoing", "threatened", "conditional", "denied")


class Incident(Noun, frozen=True):
    """One cyber incident, by its name where it has one.

    `victims`: parties or companies attacked; `accused`: parties that an accusation names; the
    event lists are by date. `attacks` may be empty: an incident known only from accusations.
    """

    name: str
    start: dt.date | None = None
    end: dt.date | None = None
    victims: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    attacks: tuple[Event, ...] = ()
    accusations: tuple[Event, ...] = ()
    denials: tuple[Event, ...] = ()
    responses: tuple[Event, ...] = ()


def incidents(db: sqlite3.Connection, query: Query) -> list[Incident]:
    """Return the incidents that a query asks for, by date; those without one last."""
    types = (*ATTACKS, *ACCUSALS, *DENIALS, *RESPONSES)
    named: dict[str, list[Event]] = defaultdict(list)
    for event in timeline(db, of_type(query, *types, also=ALSO)):
        names = values_of(event, "incident")
        if not names and event.event_type in ATTACKS and "cyber" in event.contexts:
            names = (event.headline,)
        for name in names:
            named[name].append(event)
    made = [gather(name, events) for name, events in named.items()]
    made.sort(key=lambda i: (i.start or dt.date.max, i.name))
    return made if query.limit is None else made[: query.limit]


def gather(name: str, events: list[Event]) -> Incident:
    """Return an incident made of all events that name it."""
    attacks = [e for e in events if e.event_type in ATTACKS]
    accusations = [e for e in events if e.event_type in ACCUSALS]
    dated = attacks or accusations or events
    return Incident(
        name=name,
        start=min((e.start for e in dated if e.start), default=None),
        end=max((e.end for e in attacks if e.end), default=None),
        victims=parties_of(tuple(code for e in attacks for code in e.target)),
        sectors=tuple(dict.fromkeys(s for e in events for s in sectors_of(e))),
        accused=parties_of(tuple(code for e in accusations for code in e.target)),
        attacks=tuple(attacks),
        accusations=tuple(accusations),
        denials=tuple(e for e in events if e.event_type in DENIALS),
        responses=tuple(e for e in events if e.event_type in RESPONSES),
    )
