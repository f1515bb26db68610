"""What speaks for two mentions being of one event, each as a number."""

import math
from collections import Counter
from collections.abc import Iterable

from dateline.link.coreference.documents import Documents, dot
from dateline.link.coreference.told import Told, kin, speech

NAMES = (
    "same_report", "around", "around_squared", "other_word", "speech", "sentence",
    "other_arguments", "same_arguments", "same_persons", "same_pos", "often", "other_numbers",
    "same_dates", "same_sentence", "own", "own_squared",
)  # fmt: skip


class Agreement:
    """Compares mentions of a collection."""

    def __init__(self, mentions: Iterable[Told], documents: Documents) -> None:
        self.documents = documents
        self.count = Counter((told.report, told.stem) for told in mentions)
        self.pairs: dict[tuple[str, str], tuple[float, float]] = {}

    def of(self, one: Told, two: Told) -> tuple[float, ...]:
        """Return a number for each of `NAMES`."""
        same = one.report == two.report
        own, around = self.likeness(one.report, two.report)
        often = self.count[one.report, one.stem] * self.count[two.report, two.stem]
        return (
            float(same),
            around,
            around * around,
            float(one.stem != two.stem),
            float(one.head in speech() or two.head in speech()),
            self.sentences(one, two),
            float(apart(one.arguments, two.arguments)),
            float(bool(one.arguments & two.arguments)),
            float(bool(one.persons & two.persons)),
            float(one.pos == two.pos),
            math.log(max(often, 1)),
            float(apart(one.numbers, two.numbers)),
            float(bool(one.dates & two.dates)),
            float(same and one.sentence == two.sentence),
            own,
            own * own,
        )

    def likeness(self, one: str, two: str) -> tuple[float, float]:
        """Return how alike two reports are by their own words, and by those around them.

        One report is wholly like itself, which `same_report` tells already.
        """
        if one == two:
            return 0.0, 1.0
        key = (one, two) if one < two else (two, one)
        if key not in self.pairs:
            found = self.documents
            own, around = (dot(v[one], v[two]) for v in (found.own, found.around))
            self.pairs[key] = own, around
        return self.pairs[key]

    def sentences(self, one: Told, two: Told) -> float:
        """Return how alike two sentences are but for the heads, rare words first."""
        here, there = one.about - {one.head}, two.about - {two.head}
        sizes = self.size(here) * self.size(there)
        return self.size(here & there) ** 2 / sizes if sizes else 0.0

    def size(self, words: frozenset[str]) -> float:
        """Return the length of the vector of some words."""
        weight = self.documents.weight
        return math.sqrt(sum(weight(word) ** 2 for word in sorted(words)))


def apart(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether both are given and have nothing in common."""
    return bool(one and two) and not one & two


def groups(told: Told) -> frozenset[int]:
    """Return the groups of synonyms that a mention's words are in."""
    return frozenset().union(*(kin().get(word, ()) for word in (told.head, *told.words)))
