"""Sentences that sound like events and are none: sport, markets, weather, film, metaphor."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.domains import automaton, main_domain
from dateline.parse.words import Slice, Word

SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")


@dataclass(frozen=True, slots=True)
class Blocks:
    """What blocks a sentence as a whole (empty: nothing), and spans of tokens that are no act."""

    sentence: str = ""
    phrases: tuple[tuple[int, int], ...] = ()

    def covers(self, token: Word) -> bool:
        """Tell whether a word stands within a phrase that is no act."""
        return any(start <= token.i < end for start, end in self.phrases)


def blocks_of(sent: Slice) -> Blocks:
    """Find what blocks events in a sentence."""
    matcher, meanings = automaton()
    text, starts = " ", {}
    for token in sent:
        if not token.is_space:
            starts[len(text) - 1] = token.i
            text += f"{token.lower_} "
    domain = ""
    phrases: list[tuple[int, int]] = []
    for index, start, _ in matcher.find_matches_as_indexes(text, overlapping=True):
        what, scope, length = meanings[index]
        if scope == "sentence":
            domain = domain or what
        elif start in starts:
            phrases.append((starts[start], starts[start] + length))
    return Blocks(domain, tuple(phrases))


def is_score(sent: Slice) -> bool:
    """Tell whether a sentence gives the score of a match ("3-1")."""
    return SCORE.search(sent.text) is not None


def off_topic(blocks: Sequence[Blocks]) -> str:
    """Return the domain that a whole report is about, empty where its sentences do not say so."""
    return main_domain([block.sentence for block in blocks])
