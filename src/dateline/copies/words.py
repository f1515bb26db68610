"""A text's words as copies are compared by: each with its place and what it counts as.

What an honest copy may write in another way counts as the same: "U.S." and "United States",
"Jan." and "January", "three" and "3", "colour" and "color" (`data/copies/same.tsv`).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.data import table, values

MARK = re.compile("[\u0300-\u036f]")
# "U.S.", "35,000", "1.5", "n't", words with an apostrophe or a hyphen inside, signs that are words.
WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d[\d,.]*\d|\d+|n['’]t\b|\w+?(?=n['’]t\b)|\w+(?:['’]\w+)*|[%$€£]"
)
POSSESSIVE = re.compile(r"['’]s?$")
# The spellings of British and American English that differ, at the end of a word's stem.
SPELLING = (
    (re.compile(r"our(s|ed|ing|ful|able|ite|hood)?$"), r"or\1"),
    (re.compile(r"is(e|es|ed|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"yse(s|d)?$"), r"yze\1"),
    (re.compile(r"(?<=[bt])re(s)?$"), r"er\1"),
    (re.compile(r"ence(s)?$"), r"ense\1"),
    (re.compile(r"ogue(s)?$"), r"og\1"),
    (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"amme(s)?$"), r"am\1"),
)
ONES = frozenset("123456789")
TENS = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})
KEPT = 2**15  # words whose norms are kept: half the words of news are of the commonest 200


class Word(NamedTuple):
    """Code points `start` to `end` of a text, and what they count as."""

    start: int
    end: int
    norm: str


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order."""
    found = [(m.start(), m.end(), m[0]) for m in WORD.finditer(text)]
    return list(counted(merged(found), text))


def counted(words: Iterator[Word], text: str) -> Iterator[Word]:
    """Yield words, "twenty-two" as one."""
    tens: Word | None = None
    for word in words:
        if tens is not None and text[tens.end : word.start] == "-" and word.norm in ONES:
            yield Word(tens.start, word.end, str(int(tens.norm) + int(word.norm)))
            tens = None
            continue
        if tens is not None:
            yield tens
        tens = word if word.norm in TENS else None
        if tens is None:
            yield word
    if tens is not None:
        yield tens


def merged(found: list[tuple[int, int, str]]) -> Iterator[Word]:
    """Yield words, those that the table takes together as one."""
    plain = [norm(word) for _, _, word in found]
    phrases, longest = same(), opening()
    at = 0
    while at < len(found):
        if plain[at] not in longest:
            yield Word(*found[at][:2], plain[at])
            at += 1
            continue
        for length in range(min(longest[plain[at]], len(found) - at), 0, -1):
            meant = phrases.get(tuple(plain[at : at + length]))
            if meant is not None or length == 1:
                yield Word(found[at][0], found[at + length - 1][1], meant or plain[at])
                at += length
                break


@cache
def same() -> dict[tuple[str, ...], str]:
    """Return what each way to write a thing counts as."""
    return {
        tuple(norm(word) for word in words.split()): norm(row["norm"])
        for row in table("copies/same")
        for words in values(row["words"])
    }


@cache
def opening() -> dict[str, int]:
    """Return, for each word that opens a row's words, how many the longest of these has."""
    found: dict[str, int] = {}
    for words in same():
        found[words[0]] = max(len(words), found.get(words[0], 0))
    return found


@lru_cache(KEPT)
def norm(word: str) -> str:
    """Return a word without case, accents, possessive and choice of spelling."""
    if word == "US":
        return "usa"
    if word[0].isdigit():
        return number(word)
    if not word.isascii():
        word = MARK.sub("", unicodedata.normalize("NFKD", word)).replace("’", "'")
    word = POSSESSIVE.sub("", word.casefold()) or word
    for pattern, new in SPELLING:
        if pattern.search(word):
            return pattern.sub(new, word)
    return word


def number(word: str) -> str:
    """Return a number without the commas between its thousands."""
    parts = word.rstrip(".,").split(",")
    grouped = all(len(part.split(".")[0]) == len("000") for part in parts[1:])
    return "".join(parts) if grouped else word
