"""A text cut into sentences for comparing, without a parse: copies are compared by the thousand."""

import re
from functools import cached_property
from typing import NamedTuple

from dateline.copies.words import Word, words_of

# A sentence ends at a full stop that a space and a capital or an opening quotation mark follow, or
# with its line.
END = re.compile(r"(?<=[.!?])[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])|[ \t]*\n\s*")
# Not after an initial or a short form: "Mr. Wang", "J. Smith", "U.S. President", "Jan. 6".
SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Sen|Rep|Gov|Prof|St|No|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec|vs|Inc|Ltd|Co))\.$"
)
WIDE = 400  # words of the longest sentence compared: a bound for texts without full stops


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
        if "\n" not in match[0] and SHORT.search(text, max(0, match.start() - 6), match.start()):
            continue
        if match.start() > start:
            found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(text))]
