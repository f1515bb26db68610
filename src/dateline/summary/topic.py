"""What some reports are about: how much each word tells of their topic."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.summary.pieces import Piece

LEAD = 5  # sentences that open a report: they say what it is about


class Topic:
    """The weights of words over the reports that were read.

    A word tells of the topic when many reports open with it, and is rare among all sentences.
    """

    def __init__(self, reports: Iterable[Sequence[Piece]]) -> None:
        """Count the words of all sentences, and those that open reports."""
        sentences: Counter[str] = Counter()
        opening: Counter[str] = Counter()
        count = read = 0
        for report in reports:
            read += 1
            opening.update({word for piece in report[:LEAD] for word in piece.terms})
            for piece in report:
                sentences.update(set(piece.terms))
                count += 1
        self.rarity = {word: math.log(1 + count / found) for word, found in sentences.items()}
        self.weights = {word: found / read * self.rarity[word] for word, found in opening.items()}

    def relevance(self, piece: Piece) -> float:
        """Return how much of the topic the words of a sentence hold, on average."""
        words = dict.fromkeys(piece.terms)  # in their order: sums do not depend on hashes
        return sum(self.weights.get(word, 0.0) for word in words) / (1 + len(words))

    def vector(self, piece: Piece) -> dict[str, float]:
        """Return the words of a sentence by weight (tf-idf), of length 1."""
        counts = Counter(piece.terms)
        weights = {word: self.rarity[word] * (1 + math.log(n)) for word, n in counts.items()}
        size = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {word: weight / size for word, weight in weights.items()}
