"""Which days matter: those that reports look back to, by name, in sentences on the topic.

An unsupervised count: nothing is learnt. `eval/t17_left_out.py` draws the constants at random
within a factor of two: date-F1 on T17 is 71.5 with a spread of 0.6, 71.8 where the best draw of
five topics is tried on the sixth, and 72.6 with those below.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dateline.summary.pieces import Piece
from dateline.summary.topic import LEAD, Topic

# What naming a day counts by its basis: who gives day, month and year speaks of a day to be kept in
# mind; a day taken over from a sentence near by may be wrong. With 1 for both, date-F1 loses 2
# points.
BASIS = {"explicit": 3.0, "narrative": 0.5}
# A report that comes g days after a day it names counts (1 + g) to this power: without it, date-F1
# loses half a point; a day named in passing the day after is everyday, months later it is history.
LOOKING_BACK = 0.3
AHEAD = 0.1  # what a day that is still to come counts: enough to be there when days are wanted
# What a report that was published on a day, or on the day after, counts beside one that names it.
PUBLISHED = 0.2
# A day's weight is divided by the mean of the days around it to this power, so that the weeks with
# most reports do not take all places. Without: half a point less.
EVEN, AROUND, FLOOR = 0.2, 30, 0.02
LATER = 14  # days after which a report that names a day looks back to it


class Weighed(NamedTuple):
    """What a day weighs, and the counts of reports behind it.

    `named`: those that name it, `full`: with its year, `later`: two weeks after it or more,
    `published`: those of that day and the next.
    """

    score: float
    named: int
    full: int
    later: int
    published: int


def rank(reports: Iterable[Sequence[Piece]], topic: Topic) -> dict[dt.date, Weighed]:
    """Return by date what each day weighs that a report names or was published on or after."""
    score: defaultdict[int, float] = defaultdict(float)
    named, full, later, published = Counter[int](), Counter[int](), Counter[int](), Counter[int]()
    for report in reports:
        if not report:
            continue
        relevance = [topic.relevance(piece) for piece in report]
        today = report[0].report.published
        for day, (weight, basis) in best(report, relevance).items():
            gap = (today - day).days if today else 0
            score[day.toordinal()] += weight * ((1 + gap) ** LOOKING_BACK if gap >= 0 else AHEAD)
            named[day.toordinal()] += 1
            full[day.toordinal()] += basis == "explicit"
            later[day.toordinal()] += gap >= LATER
        if today:
            opening = relevance[:LEAD]
            for near in (today.toordinal(), today.toordinal() - 1):
                score[near] += PUBLISHED * sum(opening) / len(opening)
                published[near] += 1
    return {
        dt.date.fromordinal(day): Weighed(weight, named[day], full[day], later[day], published[day])
        for day, weight in sorted(evened(score).items())
        if day > 0 and weight > 0
    }


def best(report: Sequence[Piece], relevance: list[float]) -> dict[dt.date, tuple[float, str]]:
    """Return for each day that a report names the weight and basis of its best naming."""
    found: dict[dt.date, tuple[float, str]] = {}
    for piece, weight in zip(report, relevance, strict=True):
        for day, basis in piece.days:
            one = (weight * BASIS.get(basis, 1.0), basis)
            found[day] = max(found.get(day, one), one)
    return found


def evened(score: Mapping[int, float]) -> dict[int, float]:
    """Return the weights of days against the mean weight of the days around each."""
    least = FLOOR * max(score.values(), default=0.0)
    found = {}
    for day, weight in score.items():
        near = sum(score.get(day + step, 0.0) for step in range(-AROUND, AROUND + 1))
        mean = near / (2 * AROUND + 1) + least
        found[day] = weight / mean**EVEN if mean else 0.0
    return found
