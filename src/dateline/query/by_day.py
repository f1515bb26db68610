"""A record by day: the days that matter, each with the best evidence of what happened."""

import datetime as dt
import sys
from collections import defaultdict
from collections.abc import Iterable

from dateline.link.event import headline
from dateline.model import Event, Reason, Span
from dateline.query.top import Point, top
from dateline.store import derived
from dateline.store.database import Database
from dateline.summary.day import Day, Line
from dateline.summary.length import SENTENCES, how_many

SPREAD = dt.timedelta(days=2)  # an event of more days than three is of none of them


def by_day(
    db: Database,
    events: Iterable[Event],
    days: int | None = None,
    sentences: int | None = None,
) -> list[Day]:
    """Return the days that matter most, by date; see `Record.by_day`.

    `events` come by date, as a timeline gives them.
    """
    told: defaultdict[dt.date, list[Point]] = defaultdict(list)
    for point in top(db, events, sys.maxsize):
        start, end = point.event.start, point.event.end
        if start and end and end - start <= SPREAD:
            told[start].append(point)
    for points in told.values():
        points.sort(key=lambda point: (-point.score, point.event.id))
    weights = {day: weight(points) for day, points in told.items()}
    if days is None:
        keys = {key for points in told.values() for point in points for key in point.event.reports}
        days = how_many(list(weights.values()), len(keys))
    best = sorted(weights, key=lambda day: (-weights[day], day))[:days]
    most = max(weights.values(), default=1.0) or 1.0
    return [
        Day(
            date=day,
            sentences=tuple(lines(db, told[day], sentences or SENTENCES)),
            score=round(weights[day] / most, 3),
            reasons=told[day][0].reasons,
        )
        for day in sorted(best)
    ]


def weight(points: list[Point]) -> float:
    """Return what a day weighs: its best event, half of the next, a third of the third ..."""
    return sum(point.score / rank for rank, point in enumerate(points, 1))


def lines(db: Database, points: list[Point], count: int) -> list[Line]:
    """Return the best sentence of each of the best events of a day; no sentence twice."""
    found: dict[str, Line] = {}
    for point in points:
        if len(found) == count:
            break
        text, span = evidence(db, point.event)
        found.setdefault(
            " ".join(text.split()),
            Line(
                text=text,
                span=span,
                score=point.score,
                reasons=(Reason(feature="event", detail=point.event.id), *point.reasons),
            ),
        )
    return list(found.values())


def evidence(db: Database, event: Event) -> tuple[str, Span]:
    """Return the sentence that an event's headline is made of, and where it stands."""
    told = (derived.mention(db, mention_id) for mention_id in event.mentions)
    found = [(sentence, mention.evidence) for mention, sentence in told]
    return next((one for one in found if headline(one[0]) == event.headline), found[0])
