"""Which known incident a report is about, by the names in its whole text."""

from collections import Counter
from functools import cache

import ahocorasick_rs

from dateline.data import table, values

# The lead of a report, in characters: what is named later only is background there.
LEAD = 600


def subject(text: str) -> str:
    """Return the incident that the lead of a text names and the text names most; "" for none."""
    lead = names_in(text[:LEAD].lower())
    counts = Counter(name for name in names_in(text.lower()) if name in lead)
    return min(counts, key=lambda name: (-counts[name], name), default="")


def names_in(text: str) -> list[str]:
    """Return the incidents that a text in lower case names, as often as it does."""
    matcher, meanings = automaton()
    return [
        meanings[index]
        for index, start, end in matcher.find_matches_as_indexes(text)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
    ]


@cache
def automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    """Return an automaton of the names, with the incident of each."""
    patterns: dict[str, str] = {}
    for row in table("cyber_incidents"):
        for word in (row["name"], *values(row["aliases"])):
            patterns.setdefault(word.lower(), row["name"])
    matcher = ahocorasick_rs.AhoCorasick(
        list(patterns), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
    return matcher, tuple(patterns.values())
