"""What an agreement is about, and what is to be done: by the words of a table.

Reports tell one promise in several wordings ("consultations on cyber security", "experts will talk
about attacks on computers"); what they share is the matter.
"""

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick_rs

from dateline.data import table, values


def found(kind: str, text: str) -> tuple[str, ...]:
    """Return the names of a kind whose words a text has, in the order of the text."""
    return tuple(dict.fromkeys(name for name, *_ in places(kind, text.lower())))


def matters(text: str) -> tuple[str, ...]:
    """Return what a text is about: names of matters, the first told first."""
    return found("matter", text)


def forms(text: str) -> tuple[str, ...]:
    """Return what a text says is done or to be done: names of forms, the first told first."""
    return found("form", text)


def without(kind: str, text: str) -> str:
    """Return a text in lower case, with a space for each word of a kind."""
    parts, done = [], 0
    text = text.lower()
    for _, start, end in places(kind, text):
        parts.append(text[done:start])
        done = end
    return " ".join((*parts, text[done:]))


def places(kind: str, text: str) -> Iterator[tuple[str, int, int]]:
    """Yield `(name, start, end)` of each word of a kind in a text in lower case, by place.

    Words begin where a word of the text does; of those that begin in one place the table's first
    counts, and none lies in another.
    """
    matcher, words = automaton(kind)
    done = 0
    matches = matcher.find_matches_as_indexes(text, overlapping=True)
    for start, index, end in sorted((start, index, end) for index, start, end in matches):
        name, whole = words[index]
        if start < done or is_inside(text, start) or (whole and is_inside(text, end)):
            continue
        yield name, start, end
        done = end


def is_inside(text: str, place: int) -> bool:
    """Tell whether a place in a text is between two characters of a word."""
    beside = text[place - 1 : place + 1] if 0 < place < len(text) else " "
    return all(c.isalnum() or c == "_" for c in beside)


@cache
def automaton(kind: str) -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, bool], ...]]:
    """Return an automaton of a kind's words; of each its name, and whether it is a whole word."""
    rows = [row for row in table("ledgers/matters") if row["kind"] == kind]
    words = [(row["name"], word) for row in rows for word in values(row["words"])]
    return (
        ahocorasick_rs.AhoCorasick([word.strip("=") for _, word in words]),
        tuple((name, word.startswith("=")) for name, word in words),
    )


def word(text: str) -> str:
    """Return the pattern of a word's beginning; of the whole word where it stands in =."""
    return re.escape(text.strip("=")) + (r"\b" if text.startswith("=") else "")
