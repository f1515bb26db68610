"""What the words of a text are values of: numbers, dates, units, names, actors, roles, denials."""

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from dateline.copies.sentences import Prepared, Sentence
from dateline.copies.words import KEPT, Word, norm, words_of
from dateline.data import table, values

YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
NUMBER = re.compile(r"\d")


class Value(NamedTuple):
    """The word number `at` of a sentence: its class, and what tells it from others of its class."""

    at: int
    kind: str
    meaning: str


@cache
def classes() -> dict[str, str]:
    """Return the class of each word of `data/copies/values.tsv`, the first that has it."""
    found: dict[str, str] = {}
    for row in table("copies/values"):
        for word in values(row["words"]):
            found.setdefault(norm(word), row["class"])
    return found


@cache
def parties() -> dict[str, str]:
    """Return the state that each one-word name, adjective, demonym or capital stands for."""
    found: dict[str, str] = {}
    for row in table("states"):
        for column in ("name", "aliases", "adjectives", "demonyms", "capital"):
            for words in values(row[column]):
                parts = [word.norm for word in words_of(words)]
                if len(parts) == 1:
                    found.setdefault(parts[0], row["code"])
    return found


def singular(word: str) -> str:
    """Return a word without the ending of a plural."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(KEPT)
def class_of(word: str) -> str:
    """Return the class of a word, empty where it has none."""
    return classes().get(singular(word), "")


OPENING = frozenset('"“‘„«(')


class Known:
    """The values of a text's sentences.

    A word is a name where it has a capital within a sentence, there or elsewhere in the text.
    """

    def __init__(self, text: Prepared) -> None:
        self.text = text

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that have a capital within a sentence, and always one."""
        inside, small = set(), set()
        for sentence in self.text.sentences:
            for n, word in enumerate(sentence.words):
                if not self.is_capital(word):
                    small.add(word.norm)
                elif not self.opens(sentence, n):
                    inside.add(word.norm)
        return frozenset(inside - small)

    def is_capital(self, word: Word) -> bool:
        """Tell whether a word begins with a capital."""
        return self.text.text[word.start].isupper()

    def opens(self, sentence: Sentence, n: int) -> bool:
        """Tell whether a word opens a sentence or a quotation, where all have a capital."""
        text, start = self.text.text, sentence.words[n].start
        return n == 0 or text[start - 1] in OPENING or text[start - 2 : start] == ": "

    def of(self, sentence: Sentence) -> Iterator[Value]:
        """Yield the values of a sentence, in order."""
        for n, word in enumerate(sentence.words):
            kind = self.kind(sentence, n)
            if kind:
                yield Value(n, kind, parties().get(word.norm, "") or singular(word.norm))

    def kind(self, sentence: Sentence, n: int) -> str:
        """Return the class of a word of a sentence, empty where it is no value."""
        word = sentence.words[n]
        if NUMBER.match(word.norm):
            return self.number(sentence, n)
        capital = self.is_capital(word)
        known = class_of(word.norm)
        if known == "month" and not capital:
            return ""
        if known and not (known in NAMES and capital):
            return known
        if not capital:
            return ""
        if word.norm in parties():
            return "actor"
        return "name" if word.norm in self.names or not self.opens(sentence, n) else ""

    def number(self, sentence: Sentence, n: int) -> str:
        """Return whether a number is a year, a day of a month, or a plain number."""
        word = sentence.words[n].norm
        beside = [
            class_of(sentence.words[k].norm) for k in (n - 1, n + 1) if 0 <= k < len(sentence.words)
        ]
        if YEAR.match(word) and "unit" not in beside[-1:]:
            return "year"
        return (
            "monthday"
            if "month" in beside and len(word.rstrip("stndrh")) <= len("31")
            else "number"
        )


# Classes whose words are names where they have a capital: "Will", "the Hague Declaration".
NAMES = frozenset({"speech", "plain", "near", "vague", "rhythm", "magnitude"})
