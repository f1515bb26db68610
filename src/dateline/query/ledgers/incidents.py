"""Cyber incidents: victim, sector, who accused whom, who denied, what was done."""

import datetime as dt
import sqlite3
from collections import defaultdict

from dateline.model import Event, Noun
from dateline.query.ledgers.common import day, of_type, parties_of, sectors_of, values_of
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
    unnamed: list[Event] = []
    for event in timeline(db, of_type(query, *types, also=ALSO)):
        names = values_of(event, "incident")
        if not names and is_attack(event) and event.mode == "cyber":
            names = (event.headline,)
        elif not names:
            unnamed.append(event)
        for name in names:
            named[name].append(event)
    add_answers(named, unnamed)
    made = [gather(name, sorted(events, key=day)) for name, events in named.items()]
    made.sort(key=lambda i: (i.start or dt.date.max, i.name))
    return made if query.limit is None else made[: query.limit]


def add_answers(named: dict[str, list[Event]], unnamed: list[Event]) -> None:
    """Add accusations and denials that name no incident to the one that their report tells of."""
    told: dict[str, list[tuple[str, Event]]] = defaultdict(list)
    for name, events in named.items():
        for attack in events:
            if attack.mode == "cyber":
                for report in attack.reports:
                    told[report].append((name, attack))
    for event in unnamed:
        near = (item for report in event.reports for item in told.get(report, ()))
        for name in dict.fromkeys(name for name, attack in near if answers(event, attack)):
            named[name].append(event)


def is_attack(event: Event) -> bool:
    """Tell whether an event is an attack that somebody reports, and not only a denied one."""
    return event.event_type in ATTACKS and event.status != "denied"


def answers(event: Event, attack: Event) -> bool:
    """Tell whether an event without an incident's name accuses of an attack, or denies it.

    Both stand in one report; the event must be about the attack's author.
    """
    author = set(parties_of(attack.source))
    if event.event_type in ACCUSALS:
        return "cyber" in event.contexts and bool(author & set(parties_of(event.target)))
    return event.event_type in DENIALS and bool(author & set(parties_of(event.source)))


def denied_by(accusation: Event, denials: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the denials that answer an accusation: by the accused, to the accuser or to nobody."""
    accused, accusers = set(parties_of(accusation.target)), set(parties_of(accusation.source))
    return tuple(
        denial
        for denial in denials
        if accused & set(parties_of(denial.source))
        and (not denial.target or accusers & set(parties_of(denial.target)))
    )


def gather(name: str, events: list[Event]) -> Incident:
    """Return an incident made of all events that name it."""
    attacks = [e for e in events if is_attack(e)]
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
