"""A record as it stood on a day: events by the reports published until then.

Each event keeps its id, and is made again of the mentions that were known: its status, date, values
and grade are those of the day. Sources count as neutral there, as a record does not hold what
settings it was built with.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from dateline.link import decide
from dateline.link.candidate import Candidate
from dateline.link.event import event as made_of
from dateline.model import Event
from dateline.query.query import SHOWN, Query
from dateline.settings import Settings
from dateline.store import decisions, derived
from dateline.store.database import Database
from dateline.store.heard import Hearing

# The earliest print of a text counts: who prints it later adds nothing.
KNOWN = """
SELECT m.id FROM mention m WHERE m.event_id = ? AND EXISTS (
  SELECT 1 FROM report r WHERE r.text_id = m.text_id AND r.published <= ?
)
"""
PRINTED = """
SELECT DISTINCT r.key FROM mention m JOIN report r ON r.text_id = m.text_id
WHERE m.event_id = ? AND r.published <= ?
"""


def known(db: Database, events: Iterable[Event], query: Query) -> Iterator[Event]:
    """Yield events as they were known on a query's day; those that did not fit it then left out."""
    statuses = query.status or SHOWN
    hearing = Hearing(db)
    for event in events:
        one = trimmed(db, event, query.as_of or dt.date.max, hearing)
        if one is not None and (one.status in statuses or "all" in statuses):
            yield one


def trimmed(db: Database, event: Event, day: dt.date, hearing: Hearing) -> Event | None:
    """Return an event by the reports published until a day; None where there was none."""
    until = day.isoformat()
    ids = {row["id"] for row in db.execute(KNOWN, (event.id, until))}
    if not ids:
        return None
    keys = tuple(sorted(row["key"] for row in db.execute(PRINTED, (event.id, until))))
    if len(ids) < len(event.mentions):
        members = [candidate(db, one, hearing) for one in sorted(ids)]
        ruled = decide.apply(made_of(members, Settings()), decisions.standing(decisions.log(db)))
        event = msgspec.structs.replace(ruled, id=event.id, decided=event.decided)
    return msgspec.structs.replace(event, reports=keys)


def candidate(db: Database, mention_id: str, hearing: Hearing) -> Candidate:
    """Return a stored mention with where it stands."""
    mention, sentence = derived.mention(db, mention_id)
    return hearing[mention.evidence.report_id].candidate(mention, sentence)
