"""What some reports are about: how much each word tells of their topic."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.summary.pieces import Piece

LEAD = 5  # sentences that open a report: they say what it is about


class Topic:
    """The weights of words over the reports that were read."""

    def __init__(self, reports: Iterable[Sequence[Piece]]) -> None:
        """Count the words of all sentences, and those that open reports."""
        self.sentences: Counter[str] = Counter()
        opening: Counter[str] = Counter()
        self.count = read = 0
        for report in reports:
            read += 1
            opening.update({word for piece in report[:LEAD] for word in piece.terms})
            for piece in report:
                self.sentences.update(set(piece.terms))
                self.count += 1
        self.weights = {
            word: found / read * math.log(1 + self.count / self.sentences[word])
            for word, found in sorted(opening.items())
        }

    def rarity(self, word: str) -> float:
        """Return how rare a word is among all sentences (inverse document frequency)."""
        return math.log(1 + self.count / self.sentences[word]) if self.sentences[word] else 0.0

    def relevance(self, piece: Piece) -> float:
        """Return how much of the topic a sentence holds; long ones do not win by length."""
        words = set(piece.terms)
        return sum(self.weights.get(word, 0.0) for word in sorted(words)) / (
            1 + math.sqrt(len(words))
        )
