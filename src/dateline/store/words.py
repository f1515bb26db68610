"""What full text is found by, in either database: words, as SQLite's FTS5 splits and folds them.

FTS5 does it itself; for PostgreSQL it is done here, so that both find the same events.
"""

import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from functools import cache

# FTS5's `unicode61`: letters and numbers make a word, and accents that stand by themselves.
WORD = re.compile("[^\\W_][^\\W_\u0300-\u0331]*(?:[\u0300-\u0331]+[^\\W_]*)*")
# PostgreSQL: bytes of one word, place of the last word that counts, bytes of all of a text's words.
LONGEST, LAST, MOST = 2046, 16383, 900_000


@dataclass(frozen=True, slots=True)
class Words:
    """A text to be found by its words."""

    text: str

    def __conform__(self, protocol: object) -> str | None:
        """Return the text where SQLite asks for it: FTS5 splits it itself."""
        return self.text if protocol is sqlite3.PrepareProtocol else None

    def vector(self) -> str:
        """Return the text as PostgreSQL's tsvector."""
        places: dict[str, list[int]] = {}
        size = 0
        for n, word in enumerate(split(self.text), 1):
            size += len(word.encode()) + 4
            if size > MOST:
                break
            if len(word.encode()) <= LONGEST:
                places.setdefault(word, []).append(min(n, LAST))
        return " ".join(f"'{word}':{','.join(map(str, at))}" for word, at in places.items())


@dataclass(frozen=True, slots=True)
class Search:
    """A search for phrases, all of them or `any`; each is taken as it is, never as syntax.

    `begun`: phrases whose last word need only begin so.
    """

    phrases: tuple[str, ...]
    any: bool = False
    begun: tuple[str, ...] = ()

    def __conform__(self, protocol: object) -> str | None:
        """Return what FTS5 matches where SQLite asks for it."""
        if protocol is not sqlite3.PrepareProtocol:
            return None
        quoted = [
            '"' + phrase.replace('"', '""') + f'"{more}'
            for more, phrases in (("", self.phrases), ("*", self.begun))
            for phrase in phrases
        ]
        return (" OR " if self.any else " ").join(quoted)

    def query(self) -> str:
        """Return what PostgreSQL matches, a tsquery; a phrase without words asks for nothing."""
        found = [
            " <-> ".join(f"'{word}'" for word in split(phrase)) + more
            for more, phrases in (("", self.phrases), (":*", self.begun))
            for phrase in phrases
            if split(phrase)
        ]
        return (" | " if self.any else " & ").join(f"({one})" for one in found)


def split(text: str) -> list[str]:
    """Return the words of a text in order, in lower case and without accents."""
    return ["".join(map(folded, word)) for word in WORD.findall(text)]


@cache
def folded(letter: str) -> str:
    """Return a letter as FTS5 compares it: a Latin one without its accent, none for an accent."""
    if "\u0300" <= letter <= "\u0331":
        return ""
    lower = letter.casefold()
    lower = lower if len(lower) == 1 else letter.lower()[0]
    base, *marks = unicodedata.decomposition(lower).split() or [""]
    if len(marks) != 1 or base.startswith("<"):
        return lower
    plain = chr(int(base, 16))
    return plain if plain.isascii() else lower
