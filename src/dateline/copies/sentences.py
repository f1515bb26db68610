"""A text cut into sentences for comparing, without a parse: copies are compared by the thousand."""

import re
from functools import cache, cached_property
from typing import NamedTuple

from dateline.copies.words import Word, words_of
from dateline.data import table

# A sentence ends at a full stop that a space and a capital or an opening quotation mark follow, or
# with its line.
END = re.compile(r"(?<=[.!?])[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])|(?<![ \t])[ \t]*\n\s*")
WIDE = 400  # words of the longest sentence compared: a bound for texts without full stops


@cache
def short() -> re.Pattern[str]:
    """Return what a full stop ends without ending a sentence: "Mr. Wang", "J. Smith", "Jan. 6"."""
    forms = "|".join(sorted(row["word"] for row in table("copies/abbreviations")))
    return re.compile(rf"(?:\b[A-Z]|\b(?:{forms}))\.$")


class Sentence(NamedTuple):
    """Code points `start` to `end` of a text, and its words."""

    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def norms(self) -> list[str]:
        """What its words count as."""
        return [word.norm for word in self.words]


class Prepared:
    """A text ready to be compared: its sentences that hold words."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Its sentences, in order."""
        found: list[Sentence] = []
        words = words_of(self.text)
        at = 0
        for start, end in bounds(self.text):
            first = at
            while at < len(words) and words[at].start < end:
                at += 1
            for low in range(first, at, WIDE):
                part = tuple(words[low : min(low + WIDE, at)])
                found.append(Sentence(max(start, part[0].start - 1), part[-1].end, part))
        return found


def bounds(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text begin and end."""
    found = []
    start = 0
    for match in END.finditer(text):
        if "\n" not in match[0] and short().search(text, max(0, match.start() - 6), match.start()):
            continue
        if match.start() > start:
            found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(text))]
