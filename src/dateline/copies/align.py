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
    def postings(self) -> dict[str, list[int]]:
        """The sentences that hold each stem."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.text.sentences):
            for stem in dict.fromkeys(stems(sentence)):
                found[stem].append(number)
        return found

    def weight(self, stem: str) -> float:
        """Return how much a stem tells: less, the more of the source's sentences hold it."""
        return 1 / sqrt(max(1, len(self.postings.get(stem, ()))))

    def near(self, sentence: Sentence) -> list[int]:
        """Return the source's sentences that share most with a sentence, best first."""
        score: dict[int, float] = {}
        for stem in dict.fromkeys(stems(sentence)):
            posting = self.postings.get(stem, ())
            if len(posting) <= max(COMMON, len(self.text.sentences) // 2):
                for number in posting:
                    score[number] = score.get(number, 0.0) + self.weight(stem)
        return sorted(score, key=lambda n: (-score[n], n))[:TRIED]

    def likeness(self, sentence: Sentence, number: int) -> float:
        """Return how like a sentence is to one of the source's."""
        other = self.text.sentences[number]
        length = len(sentence.words) + len(other.words)
        order = 2 * LCSseq.similarity(sentence.norms, other.norms) / length
        mine, its = Counter(stems(sentence)), Counter(stems(other))
        both = sum(self.weight(s) * n for s, n in (mine & its).items())
        all_ = sum(self.weight(s) * n for s, n in mine.items())
        all_ += sum(self.weight(s) * n for s, n in its.items())
        return (order + (2 * both / all_ if all_ else 0.0)) / 2


def stems(sentence: Sentence) -> list[str]:
    """Return the stems of a sentence's words."""
    return [word.norm[:STEM] for word in sentence.words]


def best(copy: Prepared, source: Source) -> Iterator[Pair]:
    """Yield, for each sentence of the copy, the source's that is likest, however little."""
    for number, sentence in enumerate(copy.sentences):
        tried = [(source.likeness(sentence, n), -n) for n in source.near(sentence)]
        if tried:
            likeness, other = max(tried)
            yield Pair(number, -other, likeness)


def align(copy: Prepared, source: Source) -> list[Pair]:
    """Return the copy's sentences that are made from one of the source, in the copy's order."""
    return [pair for pair in best(copy, source) if pair.likeness >= LIKE]
