"""The words of time expressions, from tables: class and value of a word or phrase."""

import re
from functools import cache
from typing import NamedTuple

from dateline.data import table, values


class Word(NamedTuple):
    """What a word is: its class (a name used in `data/times/grammar.tsv`) and its value."""

    cls: str
    value: str


@cache
def words() -> dict[str, Word]:
    """Return class and value by single word, lower case."""
    return {word: entry for word, entry in _all() if " " not in word and "'" not in word}


@cache
def phrases() -> dict[str, tuple[re.Pattern[str], dict[str, Word]]]:
    """Return, by first word, a pattern of the phrases that begin with it, and their entries."""
    by_head: dict[str, dict[str, Word]] = {}
    for phrase, entry in _all():
        head = HEAD.match(phrase)
        if head and head.group() != phrase:
            by_head.setdefault(head.group(), {})[phrase] = entry
    return {head: (_pattern(entries), entries) for head, entries in by_head.items()}


@cache
def tenses() -> dict[str, int]:
    """Return -1 (past), +1 (future) or 0 by cue word."""
    sign = {"past": -1, "future": 1, "none": 0}
    rows = ((sign[row["tense"]], values(row["words"])) for row in table("times/tense"))
    return {word: step for step, names in rows for word in names}


@cache
def verdicts(cls: str, side: str) -> dict[str, bool]:
    """Return whether a word before or after what reads as `cls` makes it a time."""
    rows = (row for row in table("times/nondates") if (row["class"], row["side"]) == (cls, side))
    return {word: row["verdict"] == "yes" for row in rows for word in values(row["words"])}


@cache
def group(name: str) -> frozenset[str]:
    """Return the words of a group of `data/times/groups.tsv`."""
    rows = (row for row in table("times/groups") if row["group"] == name)
    return frozenset(word for row in rows for word in values(row["words"]))


HEAD = re.compile(r"[^\W\d_]\w*")


def _pattern(entries: dict[str, Word]) -> re.Pattern[str]:
    longest = sorted(entries, key=lambda phrase: (-len(phrase), phrase))
    # One run of white space between words, bounded so that a hostile text stays linear.
    parts = (r"\s{1,3}".join(re.escape(part) for part in phrase.split()) for phrase in longest)
    return re.compile(rf"(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def _all() -> list[tuple[str, Word]]:
    found = [
        (word, Word(row["class"], row["value"]))
        for row in table("times/words")
        for word in values(row["words"])
    ]
    found += [
        (word, Word("holiday", row["rule"]))
        for row in table("times/holidays")
        for word in values(row["words"])
    ]
    return found
