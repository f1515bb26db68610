"""Which data points of a view matter most, and why."""

import datetime as dt
import heapq
import math
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from dateline.features import registrar
from dateline.link.block import party_of
from dateline.model import Event, Noun, Reason
from dateline.query import headline
from dateline.store.database import Database

# Weights of the features, each of which gives 0 to 1. Set by reading the ten best of the bundled
# example: the summit, its agreements and red line, the sanctions, the attacks with most replies.
WEIGHTS = {
    "independent_voices": 1.2,
    "grade": 0.6,
    "referred_to_later": 1.2,
    "weight_of_its_type": 0.7,
    "both_sides": 0.4,
    "new_between_the_two": 0.4,
}
LATER = 14  # days after an event from which a report that tells of it looks back
FULL = 7.0  # on the Goldstein range: what is further out weighs no more
EVEN = 3  # the credibility that says neither yes nor no
UNREAL = frozenset({"denied", "negated", "hypothetical"})
QUIET = 90  # days without a like event of the pair after which one is new


class Point(Noun, frozen=True):
    """An event that matters, how much, and why."""

    event: Event
    score: float
    reasons: tuple[Reason, ...]


class Seen(NamedTuple):
    """What a feature may ask: the event, whether it was told as news, and two counts.

    `later`: how many reports look back to it; `since`: days since one like it.
    """

    event: Event
    news: bool
    later: int
    since: int | None


Feature = Callable[[Seen], tuple[float, str] | None]
FEATURES: dict[str, Feature] = {}
feature = registrar(FEATURES)


@feature
def independent_voices(seen: Seen) -> tuple[float, str] | None:
    """How many independent voices tell of it?"""
    count = seen.event.voices
    if count < 2:  # noqa: PLR2004 - one voice says nothing
        return None
    return min(1.0, math.log2(count) / 3), f"{count} voices"


@feature
def grade(seen: Seen) -> tuple[float, str] | None:
    """How sure is it?"""
    sure = seen.event.grade.credibility
    return ((4 - sure) / 3, f"credibility {sure}") if sure < EVEN else None


@feature
def referred_to_later(seen: Seen) -> tuple[float, str] | None:
    """How many reports look back to it, two weeks later or more?"""
    if not seen.later:
        return None
    told = "1 later report looks" if seen.later == 1 else f"{seen.later} later reports look"
    return min(1.0, math.log2(1 + seen.later) / 3), f"{told} back to it"


@feature
def weight_of_its_type(seen: Seen) -> tuple[float, str] | None:
    """How far is it from nothing happening, on the Goldstein range? Half for mere background.

    Half as well where it is not sure; nothing where it is denied, or did not happen.
    """
    if seen.event.status in UNREAL:
        return None
    size = min(1.0, abs(seen.event.intensity) / FULL) / (1 if seen.news else 2)
    if seen.event.grade.credibility > EVEN:
        size /= 2
    return (size, f"{seen.event.event_type} weighs {seen.event.intensity:+g}") if size else None


@feature
def both_sides(seen: Seen) -> tuple[float, str] | None:
    """Do both sides name themselves in it?"""
    if seen.event.source and seen.event.target:
        return (1.0 if seen.event.reciprocal else 0.5), "both sides are named"
    return None


@feature
def new_between_the_two(seen: Seen) -> tuple[float, str] | None:
    """Is it news, and the first of its type between the two for three months?"""
    if not seen.news:
        return None
    if seen.since is None:
        return 1.0, "the first of its type between the two"
    if seen.since > QUIET:
        return 0.7, f"the first of its type between the two for {seen.since} days"
    return None


def top(
    db: Database, events: Iterable[Event], count: int, as_of: dt.date | None = None
) -> list[Point]:
    """Return the `count` events that matter most, by date; undated ones last.

    `events` come by date, as a timeline gives them; reports after `as_of` do not count.
    """
    last: dict[tuple[str, frozenset[str]], dt.date] = {}
    best: list[tuple[float, str, Point]] = []
    for event in events:
        news, back = told(db, event, as_of)
        seen = Seen(event, news, back, since(last, event))
        reasons = tuple(
            Reason(feature=name, detail=found[1], weight=round(WEIGHTS[name] * found[0], 3))
            for name, function in FEATURES.items()
            if (found := function(seen)) is not None
        )
        score = round(sum(reason.weight or 0.0 for reason in reasons), 3)
        item = (score, event.id, Point(event=event, score=score, reasons=reasons))
        if len(best) < count:
            heapq.heappush(best, item)
        elif count:
            heapq.heappushpop(best, item)
    points = [point for _, _, point in best]
    return sorted(points, key=lambda p: (p.event.start or dt.date.max, p.event.id))


def worded(db: Database, point: Point) -> Point:
    """Return a point with the words of the sentence that tells best of it."""
    words = headline.best(db, point.event)
    return msgspec.structs.replace(
        point, event=msgspec.structs.replace(point.event, headline=words)
    )


def since(last: dict[tuple[str, frozenset[str]], dt.date], event: Event) -> int | None:
    """Return the days since the pair's last event of the type, None for the first; note it."""
    key = (event.event_type, frozenset(map(party_of, (*event.source, *event.target))))
    before = last.get(key)
    if event.start is None:
        return 0
    last[key] = max(event.start, before or event.start)
    return None if before is None else (event.start - before).days


def told(db: Database, event: Event, as_of: dt.date | None) -> tuple[bool, int]:
    """Tell whether a text told of an event within two weeks, and how many looked back to it.

    Of an event that is background everywhere, the text that tells of it at all does not count.
    """
    rows = db.execute(
        "SELECT min(r.published) FROM mention m JOIN report r ON r.text_id = m.text_id "
        "WHERE m.event_id = ? GROUP BY m.text_id",
        (event.id,),
    )
    days = [dt.date.fromisoformat(row[0]) for row in rows if row[0]]
    known = [day for day in days if as_of is None or day <= as_of]
    last = event.end or event.start
    if last is None:
        return bool(known), 0
    back = sum((day - last).days > LATER for day in known)
    news = back < len(known)
    return news, back if news else max(0, back - 1)
