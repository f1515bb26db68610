"""Make an Event of the mentions that tell of it."""

import datetime as dt
import hashlib
import re
from collections.abc import Callable

from dateline.grade import grade
from dateline.link.block import parties, party_of
from dateline.link.candidate import Candidate
from dateline.link.consensus import best_time, day_of, most, status_of, values
from dateline.link.merge import order
from dateline.model import Actor, Event, Mention, Value
from dateline.settings import Settings

# Characters of a headline; a line of a terminal or a list item.
HEADLINE = 180
PLAIN: dict[str, Callable[[Mention], str]] = {
    "mode": lambda m: m.mode,
    "place": lambda m: m.place.name if m.place else "",
    "status": lambda m: m.status,
    "source": lambda m: ", ".join(parties(m.source)),
    "target": lambda m: ", ".join(parties(m.target)),
    "date": lambda m: day_of(m.time) if m.time and m.time.earliest else "",
}
DETAILS = ("number", "duration", "sector", "incident", "condition", "consequence", "about")


def event(members: list[Candidate], settings: Settings) -> Event:
    """Return the event that `members` (at least one) tell of.

    Copies and garbled texts add reports and sentences, and nothing else where others tell of it.
    """
    members = sorted(members, key=order)
    tellers = tellers_of(members)
    first, best = tellers[0].mention, speaker(tellers)
    time, status = best_time(tellers), status_of(tellers)
    mode = most([(c.mention.mode, c) for c in tellers])
    place = most([(PLAIN["place"](c.mention), c) for c in tellers])
    reports = sorted({key for c in members for key in c.keys})
    return Event(
        id="e" + hashlib.sha256(first.id.encode()).hexdigest()[:11],
        event_type=first.event_type,
        mode=mode,
        contexts=tuple(sorted({x for c in tellers for x in c.mention.contexts})),
        quad=first.quad,
        intensity=best.mention.intensity,
        status=status,
        source=codes([a for c in tellers for a in c.mention.source]),
        target=codes([a for c in tellers for a in c.mention.target]),
        reciprocal=first.reciprocal,
        start=time.earliest if time else None,
        end=time.latest if time else None,
        precision=time.granularity if time else "unknown",
        edtf=time.edtf if time else "",
        place=place,
        headline=headline(best.sentence),
        grade=grade(tellers, status, settings),
        voices=len({c.voice for c in tellers}),
        reports=tuple(reports),
        mentions=tuple(c.mention.id for c in members),
        values=tuple(seen(tellers, day_of(time) if time else "", mode, place, status)),
    )


def tellers_of(members: list[Candidate]) -> list[Candidate]:
    """Return those whose word counts: not copies, and no garbled text beside one that is none."""
    whole = [c for c in members if not c.garbled] or members
    return [c for c in whole if c.speaks] or whole


def seen(members: list[Candidate], date: str, mode: str, place: str, status: str) -> list[Value]:
    """Return every value seen of every field, the shown one of each first."""
    shown = {"date": date, "mode": mode, "place": place, "status": status}
    found: list[Value] = []
    for name, get in PLAIN.items():
        pairs = [(get(c.mention), c) for c in members]
        found += values(name, pairs, shown.get(name) or most(pairs))
    for name in DETAILS:
        pairs = told(members, name)
        found += values(name, pairs, most(pairs))
    return found


def told(members: list[Candidate], field: str) -> list[tuple[str, Candidate]]:
    """Return each value of a detail with the mention that gives it."""
    return [(d.value, c) for c in members for d in c.mention.details if d.field == field]


def speaker(members: list[Candidate]) -> Candidate:
    """Return the mention that speaks for the event.

    News rather than background, a source rather than a copy, no number that most contradict, both
    sides named, told rather than said, from the report published first: later ones retell it.
    """
    agreed = {field: most(told(members, field)) for field in ("number", "duration")}
    return min(
        members,
        key=lambda c: (
            c.mention.historical,
            not c.speaks,
            any(d.value != agreed[d.field] for d in c.mention.details if d.field in agreed),
            not (c.mention.source and c.mention.target),
            len(c.sentence) > HEADLINE,
            c.mention.according_to is not None,
            c.published or dt.date.max,
            order(c),
        ),
    )


def codes(actors: list[Actor]) -> tuple[str, ...]:
    """Return the codes of actors, each once, sorted.

    A bare state gives way to an office of the same state: `RUS` adds nothing to `RUS GOV`.
    """
    found = {actor.code for actor in actors} - {""}
    offices = {party_of(code) for code in found if party_of(code) != code}
    return tuple(sorted(found - offices))


def headline(sentence: str) -> str:
    """Return a sentence as one line, cut at a word where it is long."""
    line = re.sub(r"\s+", " ", sentence).strip()
    if len(line) <= HEADLINE:
        return line
    return line[: HEADLINE - 2].rsplit(" ", 1)[0].rstrip(",;:—–- ") + " …"
