"""Which sentences tell a day: those nearest to what all that tell of it say, without repeats."""

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dateline.summary.pieces import Piece
from dateline.summary.topic import LEAD, Topic

ONE = dt.timedelta(1)
# What a sentence weighs for a day: it names it, opens a report of the day, or of the day after.
NAMES, SAME_DAY, NEXT_DAY = 1.0, 0.5, 0.3
LEAST, MOST = 5, 60  # content words of a sentence that can stand for a day
ALIKE = 0.5  # cosine from which a sentence repeats one that was chosen
BONUS = 1.2  # what naming the day is worth


class Candidate(NamedTuple):
    """A sentence that may tell a day, and how near it is to the day."""

    piece: Piece
    near: float


def candidates(
    reports: Iterable[Sequence[Piece]], days: frozenset[dt.date]
) -> dict[dt.date, list[Candidate]]:
    """Return for each day the sentences that may tell it."""
    found: defaultdict[dt.date, list[Candidate]] = defaultdict(list)
    for report in reports:
        for piece in report:
            if not LEAST <= len(piece.terms) <= MOST:
                continue
            near = dict.fromkeys(piece.days, NAMES)
            today = piece.report.published
            if today is not None and piece.place < LEAD:
                near.setdefault(today, SAME_DAY)
                near.setdefault(today - ONE, NEXT_DAY)
            for day, weight in near.items():
                if day in days:
                    found[day].append(Candidate(piece, weight))
    return found


def choose(found: list[Candidate], count: int, topic: Topic) -> list[tuple[float, Piece]]:
    """Return the `count` sentences that tell a day best, each with its score; best first."""
    once: dict[tuple[str, ...], Candidate] = {}
    for one in found:
        kept = once.get(one.piece.terms)
        if kept is None or one.near > kept.near:
            once[one.piece.terms] = one
    vectors = [vector(one.piece, topic) for one in once.values()]
    centre: defaultdict[str, float] = defaultdict(float)
    for one, weights in zip(once.values(), vectors, strict=True):
        for word, weight in weights.items():
            centre[word] += weight * one.near
    size = math.sqrt(sum(weight * weight for weight in centre.values())) or 1.0
    scored = sorted(
        (
            (
                -dot(weights, centre) / size * (BONUS if one.near == NAMES else 1.0) / BONUS,
                number,
                one.piece,
            )
            for number, (one, weights) in enumerate(zip(once.values(), vectors, strict=True))
        ),
    )
    chosen: list[tuple[float, Piece]] = []
    taken: list[dict[str, float]] = []
    for score, number, piece in scored:
        if len(chosen) == count:
            break
        if all(dot(vectors[number], other) <= ALIKE for other in taken):
            chosen.append((-score, piece))
            taken.append(vectors[number])
    return chosen


def vector(piece: Piece, topic: Topic) -> dict[str, float]:
    """Return the words of a sentence by weight, of length 1."""
    counts = Counter(piece.terms)
    weights = {w: topic.rarity(w) * (1 + math.log(n)) for w, n in counts.items()}
    size = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / size for word, weight in weights.items()}


def dot(one: dict[str, float], two: Mapping[str, float]) -> float:
    """Return the product of two vectors."""
    return sum(weight * two[word] for word, weight in one.items() if word in two)
