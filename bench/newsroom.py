"""Reports with the length and the vocabulary of news, some of them copies; the same for a seed.

Words are made of syllables and drawn by Zipf's law. Each report tells of one pair of states, and
pairs are drawn by Zipf's law too, so that names come again in reports that are no copies.
"""

import random
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from dateline.data import table, values

SYLLABLES = [a + b for a in ("sh", "tr", "st", *"bdfgklmnprstv") for b in "aeiou"]
VOCABULARY = 30_000
PAIRS = 2000
NAMES = 14  # of a pair: states, adjectives, capitals, and people in them
SENTENCES = (12, 18)
WORDS = (15, 28)  # of a sentence
NAMED = 0.12  # share of words that are names
NUMBERS = 0.03
COPIES = 0.2  # share of reports that are copies of one before
SWAPPED = 0.25  # share of a spun copy's words that are put for others
RECENT = 400  # reports back to which a copy's source lies at most


class Newsroom:
    """Makes reports."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - test data, no secret
        self.vocabulary = list(dict.fromkeys(self.word() for _ in range(2 * VOCABULARY)))
        del self.vocabulary[VOCABULARY:]
        self.weights = zipf(len(self.vocabulary))
        self.pairs = [self.names() for _ in range(PAIRS)]
        self.pair_weights = zipf(PAIRS)

    def word(self) -> str:
        """Return a word of one to four syllables."""
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 4)))

    def names(self) -> list[str]:
        """Return the names in reports of a pair of states."""
        rows = self.chance.sample(list(table("states")), 2)
        known = [
            name
            for row in rows
            for name in (row["name"], *values(row["adjectives"]), *values(row["capital"]))
        ]
        return [*known, *(self.word().capitalize() for _ in range(NAMES - len(known)))]

    def report(self) -> str:
        """Return a report that is no copy, of about 320 words."""
        chance = self.chance
        names = self.pairs[drawn(self.pair_weights, chance)]
        sentences = []
        for _ in range(chance.randint(*SENTENCES)):
            words = [self.token(names) for _ in range(chance.randint(*WORDS))]
            words[0] = words[0][0].upper() + words[0][1:]
            sentences.append(" ".join(words) + ".")
        return "\n\n".join(" ".join(sentences[n : n + 2]) for n in range(0, len(sentences), 2))

    def token(self, names: list[str]) -> str:
        """Return a name, a number or a word."""
        draw = self.chance.random()
        if draw < NAMED:
            return self.chance.choice(names)
        if draw < NAMED + NUMBERS:
            return str(self.chance.randint(2, 2026))
        return self.vocabulary[drawn(self.weights, self.chance)]

    def copy(self, text: str) -> str:
        """Return a copy of a report: with a line of its own, cut, or put into other words."""
        kind = self.chance.choice(("wire", "cut", "spun"))
        if kind == "wire":
            return f"By our own {self.word()} writer\n\n{text}"
        if kind == "cut":
            paragraphs = text.split("\n\n")
            return "\n\n".join(paragraphs[: 1 + len(paragraphs) // 2])
        words = text.split(" ")
        for n, word in enumerate(words):
            if word.islower() and word.isalpha() and self.chance.random() < SWAPPED:
                words[n] = self.vocabulary[hash_of(word) % VOCABULARY]
        return " ".join(words)

    def reports(self, count: int) -> Iterator[str]:
        """Yield the texts of reports."""
        recent: list[str] = []
        for _ in range(count):
            if recent and self.chance.random() < COPIES:
                yield self.copy(self.chance.choice(recent))
                continue
            text = self.report()
            recent = [*recent[1 - RECENT :], text]
            yield text


def hash_of(word: str) -> int:
    """Return a number for a word, the same in every process."""
    return int.from_bytes(word.encode()[:7], "big")


def zipf(size: int) -> list[float]:
    """Return the cumulated weights of Zipf's law, to 1."""
    sums = list(accumulate(1 / rank for rank in range(1, size + 1)))
    return [weight / sums[-1] for weight in sums]


def drawn(weights: list[float], chance: random.Random) -> int:
    """Draw by cumulated weights."""
    return bisect_left(weights, chance.random())
