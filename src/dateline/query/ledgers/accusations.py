"""Accusations, each with the denials that answer it: who blamed whom of what, who denied it, when.

Of a cyber incident every denial answers every accusation that is not after it; elsewhere a denial
is by the accused, not to somebody else, and in the same report or, soon after, in the same words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from dateline.model import Event, Noun
from dateline.query.ledgers.case import ACCUSALS, ATTACKS, DENIALS, TYPES, Case, is_accusation
from dateline.query.ledgers.cases import is_summary
from dateline.query.ledgers.common import day, of_type, parties_of
from dateline.query.ledgers.denials import Denials, is_after, is_denial
from dateline.query.ledgers.gathered import answer, by_side, gathered
from dateline.query.ledgers.sources import Sources
from dateline.query.ledgers.speaking import denying
from dateline.query.query import Query
from dateline.query.timeline import timeline
from dateline.store.database import Database

ALSO = ("happened", "ongoing")


class Accusation(Noun, frozen=True):
    """An accusation by one party of another, and the denials that answer it, by date.

    `by` and `accused`: parties; `incidents`: the names of cyber incidents it is about.
    """

    event: Event
    by: tuple[str, ...]
    accused: tuple[str, ...]
    incidents: tuple[str, ...] = ()
    denials: tuple[Event, ...] = ()


def accusations(db: Database, query: Query) -> list[Accusation]:
    """Return the accusations that a query asks for, by date, those that nobody denied too."""
    return answered(db, query, accusing(db, query)[: query.limit])


def accusing(db: Database, query: Query) -> list[str]:
    """Return the ids of the accusations that a query asks for, in their order."""
    asked = timeline(db, of_type(query, "ACCUSE", also=ALSO))
    return [event.id for event in asked if is_accusation(event)]


def answered(db: Database, query: Query, ids: Iterable[str]) -> list[Accusation]:
    """Return accusations of a query, given their ids, with the denials that answer them."""
    whole = of_type(Query(as_of=query.as_of), *TYPES, also=ALSO)
    # Responses of other kinds answer no accusation.
    answers = msgspec.structs.replace(whole, type=(*ATTACKS, *ACCUSALS, *DENIALS))
    anything = Query(as_of=query.as_of, status=("all",), rejected=True)
    asked = list(timeline(db, anything, among=ids))
    sources = Sources(db)
    found = gathered(db, whole, asked, sources, laid_to=True)
    answer(db, answers, found, sources)
    about: dict[str, list[Case]] = defaultdict(list)
    for case in found.cases:
        for accusation in case.accusations:
            about[accusation.id].append(case)
    given = Denials(denied(db, query, asked))
    return [with_denials(event, about.get(event.id, []), given) for event in asked]


def denied(db: Database, query: Query, asked: Iterable[Event]) -> Iterator[Event]:
    """Yield the denials by whom some events accuse."""
    accused = {party for event in asked for party in parties_of(event.target)}
    near = denying(db, by_side(db, accused, "source"))
    whole = of_type(Query(as_of=query.as_of), *ACCUSALS, *DENIALS, also=ALSO)
    for event in timeline(db, whole, among=near):
        if is_denial(event) and not is_summary(event):
            yield event


def with_denials(event: Event, cases: list[Case], given: Denials) -> Accusation:
    """Return an accusation with what answers it, by itself or as one of its incidents."""
    found = given.of(event)
    found |= {d.id: d for case in cases for d in case.denials if is_after(d, event)}
    return Accusation(
        event=event,
        by=parties_of(event.source),
        accused=parties_of(event.target),
        incidents=tuple(sorted({case.name for case in cases} - {""})),
        denials=tuple(sorted(found.values(), key=day)),
    )
