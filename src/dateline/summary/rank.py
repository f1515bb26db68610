"""Which days matter: how many reports name a day after it came, in sentences on the topic."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.summary.pieces import Piece
from dateline.summary.topic import Topic

# What a report counts for the day of its publication beside one that names the day.
PUBLISHED = 0.1


class Weighed(NamedTuple):
    """A day, how much it matters, how many reports name it and how many were published on it."""

    score: float
    named: int
    published: int


def rank(reports: Iterable[Sequence[Piece]], topic: Topic) -> dict[dt.date, Weighed]:
    """Return what each day weighs that a report names or was published on."""
    score: defaultdict[dt.date, float] = defaultdict(float)
    named: defaultdict[dt.date, int] = defaultdict(int)
    published: defaultdict[dt.date, int] = defaultdict(int)
    for report in reports:
        if not report:
            continue
        best: dict[dt.date, float] = {}
        for piece in report:
            for day in piece.days:
                best[day] = max(best.get(day, 0.0), topic.relevance(piece))
        today = report[0].report.published
        for day, weight in best.items():
            if today is None or day <= today:
                score[day] += weight
                named[day] += 1
        if today is not None:
            score[today] += PUBLISHED * max(topic.relevance(piece) for piece in report)
            published[today] += 1
    return {day: Weighed(score[day], named[day], published[day]) for day in sorted(score)}
