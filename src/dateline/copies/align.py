"""Which sentence of a source each sentence of a copy was made from.

A sentence's likeness to another is the mean of two: how many words they share in order (LCS, which
synonyms put in place of words leave high, since function words, names and word order stay), and how
much of what is rare in the source they share (which a translation leaves, since facts stay).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from math import sqrt
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from dateline.copies.sentences import Prepared, Sentence

STEM = 5  # first letters by which "agreed" and "agreement" are the same
TRIED = 4  # source sentences that a sentence is compared with: those that share most rare words
LIKE = 0.36  # likeness at which a sentence is taken to be made from another
COMMON = 12  # source sentences beyond which a word tells nothing of which one is meant


class Pair(NamedTuple):
    """A sentence of the copy, that of the source it is made from, and their likeness, 0 to 1."""

    copy: int
    source: int
    likeness: float


class Source:
    """A source's sentences, found by their words."""

    def __init__(self, text: Prepared) -> None:
        self.text = text

    @cached_property
    def sides(self) -> list["Side"]:
        """What each of its sentences is compared by."""
        return [side(sentence) for sentence in self.text.sentences]

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """The sentences that hold each stem."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self.sides):
            for stem in one.stems:
                found[stem].append(number)
        return found

    @cached_property
    def weights(self) -> dict[str, float]:
        """How much each stem tells: less, the more of the sentences hold it."""
        return {stem: 1 / sqrt(len(posting)) for stem, posting in self.postings.items()}

    @cached_property
    def wholes(self) -> list[float]:
        """How much the stems of each sentence tell together."""
        return [sum(self.weights[s] * n for s, n in one.stems.items()) for one in self.sides]

    def near(self, stems: dict[str, int]) -> list[int]:
        """Return the source's sentences that share most with a sentence's stems, best first."""
        score: dict[int, float] = {}
        most = max(COMMON, len(self.text.sentences) // 2)
        for stem in stems:
            posting = self.postings.get(stem, ())
            if 0 < len(posting) <= most:
                weight = self.weights[stem]
                for number in posting:
                    score[number] = score.get(number, 0.0) + weight
        return sorted(score, key=lambda n: (-score[n], n))[:TRIED]

    def likeness(self, mine: "Side", whole: float, number: int) -> float:
        """Return how like a sentence is to one of the source's; `whole`: what its stems tell."""
        its = self.sides[number]
        length = len(mine.norms) + len(its.norms)
        order = 2 * LCSseq.similarity(mine.norms, its.norms) / length
        both = sum(
            self.weights[s] * min(n, its.stems[s]) for s, n in mine.stems.items() if s in its.stems
        )
        return (order + 2 * both / (whole + self.wholes[number])) / 2


class Side(NamedTuple):
    """What a sentence is compared by: what its words count as, and how often it has each stem."""

    norms: list[str]
    stems: dict[str, int]


def side(sentence: Sentence) -> Side:
    """Return what a sentence is compared by."""
    norms = sentence.norms
    return Side(norms, Counter(norm[:STEM] for norm in norms))


def best(copy: Prepared, source: Source) -> Iterator[Pair]:
    """Yield, for each sentence of the copy, the source's that is likest, however little."""
    for number, sentence in enumerate(copy.sentences):
        mine = side(sentence)
        near = source.near(mine.stems)
        if near:
            # A stem that the source has nowhere tells as much as one that it has once.
            whole = sum(source.weights.get(s, 1.0) * n for s, n in mine.stems.items())
            likeness, other = max((source.likeness(mine, whole, n), -n) for n in near)
            yield Pair(number, -other, likeness)


def align(copy: Prepared, source: Source) -> list[Pair]:
    """Return the copy's sentences that are made from one of the source, in the copy's order."""
    return [pair for pair in best(copy, source) if pair.likeness >= LIKE]
