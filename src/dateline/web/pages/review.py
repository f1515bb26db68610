"""The review: what to rule on first, what ruling on it may use, and what was ruled last."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from dateline.link.block import party_of
from dateline.link.decide import EDITS
from dateline.model import Decision, Event
from dateline.query import Record
from dateline.query.queue import FEATURES, Doubt, queue
from dateline.store import decisions
from dateline.web.ask import Ask
from dateline.web.marks import clipped
from dateline.web.pages.paging import pages
from dateline.web.pages.titles import heading
from dateline.web.render import Page

# Events of the queue on one page: what a reader rules on in a quarter of an hour.
ROWS = 20
# Sentences of an event that can be split off, and decisions that are shown to be taken back.
SENTENCES, LATEST = 12, 8
# Events offered to be merged with one: of days this close, at most so many; of a day that has
# more than `CROWD` events only the first are looked at.
DAYS, OFFERED, CROWD = 3, 5, 400


class Sentence(NamedTuple):
    """A mention's sentence, and the key of the report that has it."""

    mention: str
    text: str
    report: str


class Ruling(NamedTuple):
    """What a reader needs to rule on an event: its sentences, and what it may be the same as.

    `last`: the last decision on it that stands.
    """

    event: Event
    sentences: tuple[Sentence, ...]
    near: tuple[Event, ...]
    last: Decision | None = None


class Item(NamedTuple):
    """An event of the queue, why it is in it, and what is needed to rule on it."""

    doubt: Doubt
    ruling: Ruling


class Ruled(NamedTuple):
    """A decision, the event that it is now on, and the decision that would turn it."""

    decision: Decision
    event: Event | None
    stands: bool
    turn: int


def review(record: Record, ask: Ask) -> Page:
    """Return the page of the events of a query that wait to be ruled on."""
    found = queue(record.db, ask.query, ROWS, (ask.page - 1) * ROWS)
    scope = heading(ask.query)
    return Page("review.html", f"Review: {scope}", {
        "heading": scope,
        "total": found.total,
        "pages": pages(ask.page, found.total, ROWS),
        "items": tuple(Item(one, ruling(record, one.event)) for one in found.items),
        "latest": tuple(latest(record)),
        "fields": tuple(EDITS),
        "features": {name: " ".join((one.__doc__ or "").split()) for name, one in FEATURES.items()},
    }, "review")  # fmt: skip


def ruling(record: Record, event: Event) -> Ruling:
    """Return what a reader needs to rule on an event that nobody has ruled on."""
    return Ruling(event, tuple(sentences(record, event)), tuple(near(record, event)))


def panel(record: Record, event: Event) -> dict[str, object]:
    """Return what `_decide.html` reads on an event's own page."""
    mine = set(event.mentions)
    standing = decisions.standing(decisions.log(record.db))
    last = next((one for one in reversed(standing) if mine.intersection(one.mentions)), None)
    return {"ruling": ruling(record, event)._replace(last=last), "fields": tuple(EDITS)}


def sentences(record: Record, event: Event) -> Iterable[Sentence]:
    """Yield the first sentences of an event, in its order."""
    for mention in record.mentions_of(event.mentions[:SENTENCES]):
        report = record.reports(mention.evidence.report_id)[0].key
        words = clipped(" ".join(record.text(mention.evidence).split()))
        yield Sentence(mention.id, words, report)


def near(record: Record, event: Event) -> list[Event]:
    """Return events that one may be the same as: of close days, between the same parties."""
    if event.start is None:
        return []
    days = dt.timedelta(days=DAYS)
    bounds = (
        max(event.start, dt.date.min + days) - days,
        min(event.start, dt.date.max - days) + days,
    )
    rows = record.db.execute(
        "SELECT data FROM event WHERE start BETWEEN ? AND ? AND id <> ? ORDER BY start, id LIMIT ?",
        (*(day.isoformat() for day in bounds), event.id, CROWD),
    )
    mine = parties(event)
    found = (msgspec.json.decode(row["data"], type=Event) for row in rows)
    alike = [other for other in found if mine & parties(other)]
    return sorted(alike, key=lambda other: distance(event, other))[:OFFERED]


def parties(event: Event) -> set[str]:
    """Return the parties of both sides."""
    return {party_of(code) for code in (*event.source, *event.target)}


def distance(one: Event, other: Event) -> tuple[bool, int, int, str]:
    """Return how far two dated events are from being the same; less is nearer."""
    days = abs((one.start - other.start).days) if one.start and other.start else DAYS
    unlike = one.event_type != other.event_type
    return unlike, len(parties(one) ^ parties(other)), days, other.id


def latest(record: Record) -> Iterable[Ruled]:
    """Yield the last decisions that are no undo, the newest first."""
    log = decisions.log(record.db)
    gone = decisions.taken_back(log)
    undone_by = {int(d.value): d.seq for d in log if d.kind == "undo" and d.seq not in gone}
    plain = [d for d in log if d.kind != "undo"]
    for one in plain[: -LATEST - 1 : -1]:
        stands = one.seq not in gone
        yield Ruled(one, on(record, one), stands, one.seq if stands else undone_by[one.seq])


def on(record: Record, decision: Decision) -> Event | None:
    """Return the event that now holds the first mention of a decision that is still there."""
    for mention in decision.mentions:
        row = record.db.execute(
            "SELECT e.data FROM mention m JOIN event e ON e.id = m.event_id WHERE m.id = ?",
            (mention,),
        ).fetchone()
        if row:
            return msgspec.json.decode(row["data"], type=Event)
    return None
