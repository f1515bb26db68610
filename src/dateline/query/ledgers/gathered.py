"""The incidents that some events belong to, from the events of a record that may be of them.

Incidents are held together by who did them: of those of some events, the attacks by the same
parties, the accusations of them, and whatever names an incident are looked at. Answers are looked
for by the parties and the reports of the incidents asked for.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from dateline.data import table, values
from dateline.model import Event
from dateline.query.ledgers.case import ACCUSALS, ATTACKS, DENIALS, Case, is_accusation, is_attack
from dateline.query.ledgers.cases import (
    ANSWER,
    BLAME,
    Cases,
    add_answers,
    author_of,
    fits,
    found,
    goes_with,
    keys_of,
)
from dateline.query.ledgers.common import listed, parties_of, shifted, values_of
from dateline.query.ledgers.sources import Sources, Told
from dateline.query.ledgers.speaking import denying, may_be_attacks, of_attacks
from dateline.query.query import Query
from dateline.query.timeline import conditions, timeline
from dateline.store.database import Database
from dateline.store.words import Search

NAMING = """
SELECT id FROM event
WHERE rowid IN (SELECT rowid FROM event_words WHERE event_words MATCH ?)
"""
# Attacks by some parties, and accusations of them.
AUTHORED = """
SELECT DISTINCT a.event_id FROM event_actor a JOIN event e ON e.id = a.event_id
WHERE a.party IN (SELECT value FROM json_each(:parties))
AND (a.start IS NULL OR a.start BETWEEN :first AND :last)
AND ((a.side = 'source' AND e.type <> 'ACCUSE') OR (a.side = 'target' AND e.type = 'ACCUSE'))
AND e.type IN ('COERCE', 'ASSAULT', 'ACCUSE')
"""
TOGETHER = """
SELECT DISTINCT o.event_id FROM mention m JOIN mention o ON o.text_id = m.text_id
WHERE m.event_id IN (SELECT value FROM json_each(?)) AND o.event_id IS NOT NULL
"""
IN_REPORTS = """
SELECT DISTINCT m.event_id FROM report r JOIN mention m ON m.text_id = r.text_id
WHERE r.key IN (SELECT value FROM json_each(?)) AND m.event_id IS NOT NULL
"""
BY_SIDE = """
SELECT DISTINCT event_id FROM event_actor
WHERE party IN (SELECT value FROM json_each(?)) AND side = ?
"""


class Gathered(NamedTuple):
    """Incidents without the answers to them; `placed`: the attacks and accusations of any.

    `told`: the sentences that were read of events, as `Sources` has them.
    """

    cases: list[Case]
    placed: frozenset[str]
    told: Told


def gathered(
    db: Database,
    whole: Query,
    asked: Iterable[Event] | None,
    sources: Sources,
    *,
    laid_to: bool = False,
    answers: Query | None = None,
) -> Gathered:
    """Return the incidents that have any of the events asked for; of None all.

    `laid_to`: also those that are by anybody whom these accuse, as they may yet be told of them;
    `answers`: also those that an event of this query names.
    """
    among = None if asked is None else list(asked)
    main = msgspec.structs.replace(whole, type=(*ATTACKS, *ACCUSALS))
    naming = [row["id"] for row in db.execute(NAMING, (names(),))]
    events = {event.id: event for event in timeline(db, whole, among=naming)}
    if among is None:
        events |= {event.id: event for event in timeline(db, main)}
    else:
        now = whole.as_of is None
        near = may_be_attacks(db, nearby(db, among, dated=now), earlier=not now)
        events |= {event.id: event for event in timeline(db, main, among=near)}
    sources.read(event for event in events.values() if event.event_type in main.type)
    cases = found(events.values(), sources)
    placed = frozenset(event.id for case in cases for event in case.main())
    if among is not None and not laid_to:
        ids = {event.id for event in among}
        if answers:
            sure = {event.id for case in cases for event in case.sure()}
            ids |= {event.id for event in timeline(db, answers, among=sure - ids)}
        cases = having(db, cases, [e for e in among if e.id not in placed], ids, sources)
    return Gathered(cases, placed, sources.told)


def having(
    db: Database, cases: list[Case], others: list[Event], asked: set[str], sources: Sources
) -> list[Case]:
    """Return the incidents that have an event asked for, or that one of the `others` tells of."""
    index, called = Cases(cases), any(case.name for case in cases)
    accusing = [event for event in others if is_accusation(event)]
    speaking = of_attacks(db, (event.id for event in accusing))
    reports = {key for case in cases for event in case.sure() for key in event.reports}
    near = []
    for event in accusing:
        # Else it has nothing by which it could be of one.
        if called or event.id in speaking or not reports.isdisjoint(event.reports):
            among = index.near(*keys_of(event, sources, called=called))
            near.append((event, [case for case in among if fits(event, case)]))
    sources.read(event for event, among in near if among)
    told = {id(case) for event, among in near for case in among if goes_with(event, case, sources)}
    return [c for c in cases if id(c) in told or any(event.id in asked for event in c.sure())]


def nearby(db: Database, asked: list[Event], *, dated: bool) -> list[str]:
    """Return the ids of the attacks and accusations that may be of an incident with some events."""
    seeds = [event for event in asked if is_attack(event) or is_accusation(event)]
    days = [event.start for event in seeds if event.start]
    first, last = dt.date.min, dt.date.max
    if dated and days:
        first, last = shifted(min(days), -BLAME), shifted(max(days), BLAME)
    parties = {party for event in seeds for party in parties_of(author_of(event))}
    bound = {"parties": listed(parties), "first": first.isoformat(), "last": last.isoformat()}
    rows = (
        *db.execute(AUTHORED, bound),
        *db.execute(TOGETHER, (listed(event.id for event in seeds),)),
    )
    return [row["event_id"] for row in rows]


def answer(db: Database, whole: Query, given: Gathered, sources: Sources) -> None:
    """Add to incidents the events that answer them: denials, further accusations, responses."""
    if not given.cases:
        return
    starts = [e.start for case in given.cases for e in case.sure() if e.start]
    asked = whole
    if starts and whole.as_of is None:
        last = shifted(max(starts), ANSWER)
        asked = msgspec.structs.replace(whole, start=min(starts), end=last)
    toward = by_side(db, {party for case in given.cases for party in case.authors()}, "target")
    known = candidates(db, given.cases, toward)

    def among(ids: Iterable[str]) -> Iterator[Event]:
        for event in timeline(db, asked, among=ids):
            if event.id not in given.placed and not values_of(event, "incident"):
                yield event

    def beside(accusation: Event) -> Iterator[Event]:
        fresh = (in_reports(db, accusation.reports) & toward) - known
        known.update(fresh)
        return among(fresh) if fresh else iter(())

    events = list(among(known))
    if any(case.name and not states(case.authors()) for case in given.cases):
        # Whoever denies what nobody known did may mean it.
        anybody = msgspec.structs.replace(asked, type=(*ACCUSALS, *DENIALS))
        more = denying(db, chosen(db, anybody)) - known
        known |= more
        events += among(more)
    naming = [row["id"] for row in db.execute(NAMING, (names(),))]
    add_answers(given.cases, events, timeline(db, whole, among=naming), sources, beside)


def candidates(db: Database, cases: list[Case], toward: set[str]) -> set[str]:
    """Return the ids of the events that may answer incidents, by their reports and parties.

    Of those in other reports what answers an incident without a name speaks of an attack; `toward`:
    the events toward whom the incidents are laid to.
    """
    called = [case for case in cases if case.name]
    return {
        *in_reports(db, (key for case in cases for event in case.sure() for key in event.reports)),
        *by_side(db, {party for case in called for party in case.authors()}, "target"),
        *by_side(db, {p for c in called for p in (*c.authors(), *c.concerned())}, "source"),
        *of_attacks(db, toward),
    }


def in_reports(db: Database, keys: Iterable[str]) -> set[str]:
    """Return the ids of the events that some reports tell of."""
    return {row["event_id"] for row in db.execute(IN_REPORTS, (listed({*keys}),))}


def by_side(db: Database, parties: Iterable[str], side: str) -> set[str]:
    """Return the ids of the events that have any of some parties on a side."""
    return {row["event_id"] for row in db.execute(BY_SIDE, (listed(parties), side))}


def chosen(db: Database, query: Query) -> list[str]:
    """Return the ids of the events of a query."""
    where, values = conditions(query)
    return [row["id"] for row in db.execute(f"SELECT e.id FROM event e{where}", values)]


def states(parties: Iterable[str]) -> set[str]:
    """Return those of some parties that are states."""
    return {party for party in parties if " " not in party}


def names() -> Search:
    """Return the full-text search for any name of a known incident."""
    words = {w for row in table("cyber_incidents") for w in (row["name"], *values(row["aliases"]))}
    return Search(tuple(sorted(words)), any=True)
