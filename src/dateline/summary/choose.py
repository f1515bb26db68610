"""Which sentences tell a day: those nearest to what all that tell it say, without repeats."""

import math
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from dateline.summary.candidates import Candidate
from dateline.summary.topic import Topic

# On T17 (12 timelines, dates as ranked here) AR1 is .174; what each constant is worth of it:
OPENING = (
    0.5  # what a sentence that opens a report counts in the mean beside one that names the day
)
NAMING = 1.1  # what its likeness to the mean is multiplied by where a sentence names the day: .001
RELEVANCE = 0.2  # what its relevance for the topic counts beside its likeness to the mean: .006
REPEATING = 0.5  # what is taken off for likeness to a sentence that was chosen already: .012
USUAL, LENGTH = 12, 0.02  # content words of a sentence, and what is taken off for others: .003
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
    score = likeness * (NAMING if one.why == "names" else 1.0) + RELEVANCE * relevance
    score -= LENGTH * abs(math.log(len(one.piece.terms) / USUAL))
    return Chosen(one, score, likeness, relevance)


def centre(found: list[Candidate], vectors: list[dict[str, float]]) -> dict[str, float]:
    """Return the weighted mean of vectors, of length 1."""
    total: defaultdict[str, float] = defaultdict(float)
    for one, vector in zip(found, vectors, strict=True):
        for word, weight in vector.items():
            total[word] += weight * (1.0 if one.why == "names" else OPENING)
    size = math.sqrt(sum(weight * weight for weight in total.values())) or 1.0
    return {word: weight / size for word, weight in total.items()}


def dot(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """Return the product of two vectors."""
    return sum(weight * two[word] for word, weight in one.items() if word in two)
