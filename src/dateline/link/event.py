"""Make an Event of the mentions that tell of it."""

import datetime as dt
import hashlib
import re
from collections.abc import Callable

import msgspec

from dateline.grade import grade
from dateline.link.block import party_of
from dateline.link.candidate import Candidate
from dateline.link.consensus import best_time, day_of, status_of, values
from dateline.link.merge import order
from dateline.model import Actor, Event, Value
from dateline.settings import Settings

# Characters of a headline; a line of a terminal or a list item.
HEADLINE = 180
PLAIN: dict[str, Callable[[Candidate], str]] = {
    "mode": lambda c: c.mention.mode,
    "place": lambda c: c.mention.place.name if c.mention.place else "",
    "status": lambda c: c.mention.status,
    "source": lambda c: ", ".join(c.sides[0]),
    "target": lambda c: ", ".join(c.sides[1]),
    "date": lambda c: day_of(c.mention.time) if c.mention.time and c.mention.time.earliest else "",
}
DETAILS = ("number", "duration", "sector", "incident", "condition", "consequence", "about")
# Details that reports count otherwise where one of them errs.
COUNTED = frozenset({"number", "duration"})
# What a copy may alter without another wording of it being another value.
ALTERABLE = ("date", "place", "source", "target", "number", "duration")
ALTERED = "only a copy gives another, which it altered"


def event(members: list[Candidate], settings: Settings) -> Event:
    """Return the event that `members` (at least one) tell of.

    Copies and garbled texts add reports and sentences, and nothing else where others tell of it.
    """
    members = sorted(members, key=order)
    tellers = tellers_of(members)
    first = tellers[0].mention
    time, status = best_time(tellers), status_of(tellers)
    found = seen(tellers, {"date": day_of(time) if time else "", "status": status})
    found = with_altered(found, [c for c in members if c.altered and not c.speaks])
    shown = {value.field: value.value for value in found if value.shown}
    best = speaker(tellers, shown)
    return Event(
        id="e" + hashlib.sha256(first.id.encode()).hexdigest()[:11],
        event_type=first.event_type,
        mode=shown.get("mode", ""),
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
        place=shown.get("place", ""),
        headline=headline(best.sentence),
        grade=grade(tellers, status, settings),
        voices=len({c.voice for c in tellers}),
        reports=tuple(sorted({key for c in members for key in c.keys})),
        mentions=tuple(c.mention.id for c in members),
        values=tuple(found),
    )


def tellers_of(members: list[Candidate]) -> list[Candidate]:
    """Return those whose word counts: not copies, and no garbled text beside one that is none."""
    whole = [c for c in members if not c.garbled] or members
    return [c for c in whole if c.speaks] or whole


def seen(members: list[Candidate], shown: dict[str, str]) -> list[Value]:
    """Return every value seen of every field, the shown one of each first."""
    sides = frozenset(party for c in members for side in c.sides for party in side)
    told: dict[str, list[tuple[str, Candidate]]] = {
        name: [(get(c), c) for c in members] for name, get in PLAIN.items()
    }
    for c in members:
        for detail in c.mention.details:
            if detail.field in DETAILS:
                told.setdefault(detail.field, []).append((detail.value, c))
    return [
        value
        for name in (*PLAIN, *DETAILS)
        if name in told
        for value in values(name, told[name], sides, shown.get(name, ""))
    ]


def with_altered(found: list[Value], copies: list[Candidate]) -> list[Value]:
    """Return values with those that copies put in place of them, which no voice gives."""
    for name in ALTERABLE:
        known = [value for value in found if value.field == name]
        given: dict[str, list[str]] = {}
        for copy in copies:
            for value in told_by(copy, name):
                given.setdefault(value, []).append(copy.mention.id)
        altered = sorted(given.keys() - {value.value for value in known})
        if not known or not altered:
            continue
        shown = known[0]
        if not shown.why:
            found[found.index(shown)] = msgspec.structs.replace(shown, why=ALTERED)
        last = max(n for n, value in enumerate(found) if value.field == name)
        found[last + 1 : last + 1] = [
            Value(field=name, value=value, mentions=tuple(sorted(given[value])), voices=0)
            for value in altered
        ]
    return found


def told_by(candidate: Candidate, field: str) -> set[str]:
    """Return the values that a mention gives of a field."""
    found = {PLAIN[field](candidate)} if field in PLAIN else set(candidate.detail(field))
    return found - {""}


def speaker(members: list[Candidate], shown: dict[str, str]) -> Candidate:
    """Return the mention that speaks for the event.

    News rather than background, a source rather than a copy, no number other than the one shown,
    both sides named, told rather than said, from the report published first: later ones retell it.
    """
    return min(
        members,
        key=lambda c: (
            c.mention.historical,
            not c.speaks,
            any(d.value != shown.get(d.field) for d in c.mention.details if d.field in COUNTED),
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
