"""Sentences that sound like events and are none: sport, markets, weather, film, metaphor."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs
from spacy.tokens import Span, Token

from dateline.data import table, values

# A report is on sport (or such) when this many sentences are, and this share of all; chosen by
# hand: reports on politics rarely have two such sentences.
LEAST = 2
SHARE = 0.15
SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")


@dataclass(frozen=True, slots=True)
class Blocks:
    """What blocks a sentence as a whole (empty: nothing), and spans of tokens that are no act."""

    sentence: str = ""
    phrases: tuple[tuple[int, int], ...] = ()

    def covers(self, token: Token) -> bool:
        """Tell whether a word stands within a phrase that is no act."""
        return any(start <= token.i < end for start, end in self.phrases)


def forms(word: str) -> tuple[str, ...]:
    """Return a word or phrase as the tokens of a text have it, and a word's plural."""
    word = " - ".join(word.split("-"))
    if " " in word or word.endswith("s"):
        return (word,)
    return (word, f"{word.removesuffix('man')}men" if word.endswith("man") else f"{word}s")


@cache
def automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str, int], ...]]:
    """Return an automaton of the phrases, with the domain, scope and length in words of each."""
    patterns: list[str] = []
    meanings: list[tuple[str, str, int]] = []
    for row in table("plover/blockers"):
        for word in values(row["words"]):
            for form in forms(word):
                patterns.append(f" {form} ")
                meanings.append((row["domain"], row["scope"], len(form.split())))
    return ahocorasick_rs.AhoCorasick(patterns), tuple(meanings)


def blocks_of(sent: Span) -> Blocks:
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


def is_score(sent: Span) -> bool:
    """Tell whether a sentence gives the score of a match ("3-1")."""
    return SCORE.search(sent.text) is not None


def off_topic(blocks: Sequence[Blocks]) -> str:
    """Return the domain that a whole report is about, empty where its sentences do not say so."""
    domains = Counter(block.sentence for block in blocks if block.sentence)
    if not domains:
        return ""
    domain, count = max(domains.items(), key=lambda item: (item[1], item[0]))
    return domain if count >= max(LEAST, SHARE * len(blocks)) else ""
