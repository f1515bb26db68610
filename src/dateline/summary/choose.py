"""Which sentences tell a day: those nearest to what all that tell it say, without repeats."""

import math
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from dateline.summary.candidates import Candidate
from dateline.summary.topic import Topic

# Set on T17, with days as `rank` chose them and AR1 at .178; in brackets, what it was without.
# What a sentence counts in the mean, by why it may tell the day (those ahead as 1: .174).
SHARE = {"names": 1.0, "ahead": 0.2, "same day": 0.5, "next day": 0.5}
# What is left of the score of a sentence that only expects the day (.177), and of one that names
# other days too (.178: it is there for readers).
AHEAD, OTHERS = 0.5, 0.8
RELEVANCE = 0.2  # what its relevance for the topic counts beside its likeness to the mean (.170)
REPEATING = 0.6  # what is taken off for likeness to a sentence that was chosen already (.165)
USUAL, LENGTH = 12, 0.04  # content words of a sentence, and what is taken off for others (.177)
POOL = 80  # sentences that are compared with those chosen: a bound for days with thousands


class Chosen(NamedTuple):
    """A sentence that was chosen: its score, its likeness to the mean and its relevance."""

    candidate: Candidate
    score: float
    likeness: float
    relevance: float


def choose(found: list[Candidate], count: int, topic: Topic) -> list[Chosen]:
    """Return the `count` sentences that tell a day best, best first (Carbonell, Goldstein 1998)."""
    vectors = [topic.vector(one.piece) for one in found]
    mean = centre(found, vectors)
    scored = sorted(
        (
            (scored_one(one, dot(vector, mean), topic), vector)
            for one, vector in zip(found, vectors, strict=True)
        ),
        key=lambda pair: (-pair[0].score, pair[0].candidate.piece.text),
    )[:POOL]
    repeats = [0.0] * len(scored)
    chosen: list[Chosen] = []
    left = set(range(len(scored)))
    while left and len(chosen) < count:
        at = min(left, key=lambda i: (REPEATING * repeats[i] - scored[i][0].score, i))
        left.remove(at)
        chosen.append(scored[at][0])
        for other in left:
            repeats[other] = max(repeats[other], dot(scored[at][1], scored[other][1]))
    return chosen


def scored_one(one: Candidate, likeness: float, topic: Topic) -> Chosen:
    """Return a candidate with its score."""
    relevance = topic.relevance(one.piece)
    left = (AHEAD if one.why == "ahead" else 1.0) * (OTHERS if one.others else 1.0)
    score = (likeness + RELEVANCE * relevance) * left
    score -= LENGTH * abs(math.log(len(one.piece.terms) / USUAL))
    return Chosen(one, score, likeness, relevance)


def centre(found: list[Candidate], vectors: list[dict[str, float]]) -> dict[str, float]:
    """Return the weighted mean of vectors, of length 1."""
    total: defaultdict[str, float] = defaultdict(float)
    for one, vector in zip(found, vectors, strict=True):
        for word, weight in vector.items():
            total[word] += weight * SHARE[one.why]
    size = math.sqrt(sum(weight * weight for weight in total.values())) or 1.0
    return {word: weight / size for word, weight in total.items()}


def dot(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """Return the product of two vectors."""
    return sum(weight * two[word] for word, weight in one.items() if word in two)
