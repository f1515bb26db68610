"""Cyber incidents: victim, sector, who accused whom, who denied, what was done, on what basis."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from dateline.model import Event, Noun
from dateline.query.ledgers.attribution import Attribution, attributions
from dateline.query.ledgers.case import ACCUSALS, ATTACKS, TYPES, Case
from dateline.query.ledgers.common import day, of_type, parties_of, sectors_of
from dateline.query.ledgers.denials import is_after
from dateline.query.ledgers.gathered import Gathered, answer, gathered
from dateline.query.ledgers.named import Known, known
from dateline.query.ledgers.sources import Sources, Told
from dateline.query.party import name_of
from dateline.query.query import Query
from dateline.query.timeline import timeline
from dateline.store.database import Database

ALSO = ("happened", "ongoing", "threatened", "conditional")


class Incident(Noun, frozen=True):
    """One cyber incident, by its name where it has one.

    `victims`: parties or companies attacked; `accused`: parties that an accusation names; the
    event lists are by date. `attacks` may be empty: an incident known only from accusations, or
    named only by answers to it; days and victims are then those of the table of known incidents.
    `attributions`: who names whom, and on what basis.
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
    attributions: tuple[Attribution, ...] = ()


def incidents(db: Database, query: Query) -> list[Incident]:
    """Return the incidents that a query asks for, by date; those without one last.

    An incident is whole, with all that was said and done about it, where the query has any of its
    attacks or accusations, or of the answers that name it.
    """
    given = told(db, query)
    made = answered(db, query.as_of, *given)
    return made if query.limit is None else made[: query.limit]


def told(db: Database, query: Query) -> Gathered:
    """Return the incidents that a query asks for by date, without the answers to them."""
    asked = of_type(query, *TYPES, also=ALSO)
    narrow = msgspec.structs.replace(asked, type=(), status=(), as_of=None) != Query()
    # What an event is of may have been another thing on an earlier day: then all are read.
    main = asked if query.as_of else msgspec.structs.replace(asked, type=(*ATTACKS, *ACCUSALS))
    events = timeline(db, main) if narrow else None
    found = gathered(db, everything(query.as_of), events, Sources(db), answers=asked)
    return found._replace(cases=sorted(found.cases, key=opening))


def opening(case: Case) -> tuple[dt.date, str]:
    """Return when an incident began, by its attacks or else the first accusation, and its name."""
    table = known(case.name) if not case.attacks else Known(None, None, (), ())
    told = (e.start for e in case.attacks or case.accusations if e.start)
    return table.first or min(told, default=dt.date.max), case.name


def incidents_of(
    db: Database, events: Iterable[Event] | None, as_of: dt.date | None
) -> list[Incident]:
    """Return the incidents that have any of some events, of None all, in their order."""
    found = gathered(db, everything(as_of), events, Sources(db))
    return answered(db, as_of, *found)


def everything(as_of: dt.date | None) -> Query:
    """Return the query for all that an incident may be told by."""
    return of_type(Query(as_of=as_of), *TYPES, also=ALSO)


def answered(
    db: Database,
    as_of: dt.date | None,
    cases: Iterable[Case],
    placed: frozenset[str],
    told: Told,
) -> list[Incident]:
    """Return incidents with the answers to them, in their order; `cases` stay as they are."""
    found = Gathered([case.copied() for case in cases], placed, told)
    answer(db, everything(as_of), found, Sources(db, told))
    made = [incident(db, case) for case in found.cases]
    return sorted(made, key=lambda i: (i.start or dt.date.max, i.name))


def incident(db: Database, case: Case) -> Incident:
    """Return an incident made of its events."""
    attacks = tuple(sorted(case.attacks, key=day))
    accusations = tuple(sorted(case.accusations, key=day))
    table = known(case.name) if not attacks else Known(None, None, (), ())
    first = min((e.start for e in attacks or accusations if e.start), default=None)
    start = table.first or first
    victims = parties_of(tuple(code for e in attacks for code in e.target)) or table.victims
    accused = parties_of(tuple(code for e in accusations for code in e.target))
    told = (*attacks, *accusations)
    return Incident(
        name=case.name or title(victims, accused, start, attacked=bool(attacks)),
        start=start,
        end=max((e.end for e in attacks if e.end), default=table.last),
        victims=victims,
        sectors=tuple(dict.fromkeys((*(s for e in told for s in sectors_of(e)), *table.sectors))),
        accused=accused,
        attacks=attacks,
        accusations=accusations,
        denials=tuple(sorted(case.denials, key=day)),
        responses=tuple(e for e in sorted(case.responses, key=day) if not by_author(e, case)),
        attributions=attributions(db, case),
    )


def by_author(event: Event, case: Case) -> bool:
    """Tell whether an event is by who did it alone, and so no answer: a demand for ransom, say."""
    return set(parties_of(event.source)) <= case.authors()


def title(
    victims: tuple[str, ...], accused: tuple[str, ...], start: dt.date | None, *, attacked: bool
) -> str:
    """Return a name for an incident that no report names: what is told of it, and since when."""
    since = f", {start:%Y-%m}" if start else ""
    if attacked:
        return f"Attack on {', '.join(map(name_of, victims)) or 'computers'}{since}"
    return f"Attack laid to {', '.join(map(name_of, accused)) or 'somebody'}{since}"


def denied_by(accusation: Event, denials: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the denials of an incident that answer one accusation of it: those not before it."""
    return tuple(denial for denial in denials if is_after(denial, accusation))
