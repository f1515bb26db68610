"""Accusations, each with the denials that answer it: who blamed whom of what, who denied it, when.

Of a cyber incident every denial answers every accusation that is not after it; elsewhere a denial
is by the accused, not to somebody else, and in the same report or, soon after, in the same words.
"""

import sqlite3
from collections import defaultdict

from dateline.model import Event, Noun
from dateline.query.ledgers.case import TYPES, Case, is_accusation
from dateline.query.ledgers.cases import gather, is_summary
from dateline.query.ledgers.common import day, of_type, parties_of
from dateline.query.ledgers.denials import Denials, is_after, is_denial
from dateline.query.ledgers.sources import Sources
from dateline.query.query import Query
from dateline.query.timeline import timeline

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


def accusations(db: sqlite3.Connection, query: Query) -> list[Accusation]:
    """Return the accusations that a query asks for, by date, those that nobody denied too."""
    asked = of_type(query, "ACCUSE", also=ALSO)
    everything = list(timeline(db, of_type(Query(as_of=query.as_of), *TYPES, also=ALSO)))
    cases = gather(everything, Sources(db))
    about: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        for accusation in case.accusations:
            about[accusation.id].append(case)
    given = Denials(e for e in everything if is_denial(e) and not is_summary(e))
    made = []
    for event in timeline(db, asked):
        if is_accusation(event):
            mine = about.get(event.id, [])
            found = given.of(event)
            found |= {d.id: d for case in mine for d in case.denials if is_after(d, event)}
            made.append(
                Accusation(
                    event=event,
                    by=parties_of(event.source),
                    accused=parties_of(event.target),
                    incidents=tuple(sorted({case.name for case in mine} - {""})),
                    denials=tuple(sorted(found.values(), key=day)),
                )
            )
    return made if query.limit is None else made[: query.limit]
