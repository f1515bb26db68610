"""What sentences that sound like events are on instead: sport, markets, weather, film."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

import ahocorasick_rs

from dateline.data import table, values

# A report is on sport (or such) when this many sentences are, and this share of all; chosen by
# hand: reports on politics rarely have two such sentences.
LEAST = 2
SHARE = 0.15


def forms(word: str) -> tuple[str, ...]:
    """Return a word or phrase as the tokens of a text have it, and a word's plural."""
    word = " - ".join(word.split("-"))
    if " " in word or word.endswith("s"):
        return (word,)
    return (word, f"{word.removesuffix('man')}men" if word.endswith("man") else f"{word}s")


@cache
def automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str, int], ...]]:
    """Return an automaton of the phrases, with the domain, scope and length in words of each.

    It is for a text's tokens in lower case, each between spaces.
    """
    patterns: list[str] = []
    meanings: list[tuple[str, str, int]] = []
    for row in table("plover/blockers"):
        for word in values(row["words"]):
            for form in forms(word):
                patterns.append(f" {form} ")
                meanings.append((row["domain"], row["scope"], len(form.split())))
    return ahocorasick_rs.AhoCorasick(patterns), tuple(meanings)


def main_domain(sentences: Sequence[str]) -> str:
    """Return the domain that a whole report is on, by that of each sentence (empty: none)."""
    domains = Counter(filter(None, sentences))
    if not domains:
        return ""
    domain, count = max(domains.items(), key=lambda item: (item[1], item[0]))
    return domain if count >= max(LEAST, SHARE * len(sentences)) else ""
