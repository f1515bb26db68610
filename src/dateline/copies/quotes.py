"""What stands in quotation marks, and whether a copy left the words as they were said."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from dateline.copies.words import words_of

# The marks of news: straight, curly, low and angle ones. A quotation does not leave its paragraph.
QUOTED = re.compile(r'"([^"\n]+)"|“([^”\n]+)[”\n]|«([^»\n]+)»|„([^“”\n]+)[“”]')
ELLIPSIS = re.compile(r"\.\.\.|…|\[[^\]]*\]|\([^)]*\)")
WORDS = 3  # a quotation of fewer words is a term, not what somebody said
MADE = 0.4  # share of words in order at which a quotation is one of the source's, altered


class Quote(NamedTuple):
    """Code points `start` to `end`, within the marks, and the words of each unbroken part."""

    start: int
    end: int
    parts: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All of its words."""
        return tuple(word for part in self.parts for word in part)


def quotes(text: str) -> Iterator[Quote]:
    """Yield the quotations of a text of at least `WORDS` words."""
    for match in QUOTED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        parts = ELLIPSIS.split(text[start:end])
        quote = Quote(start, end, tuple(tuple(w.norm for w in words_of(p)) for p in parts))
        if len(quote.words) >= WORDS:
            yield quote


def altered(copy: str, source: str) -> Iterator[tuple[Quote, Quote]]:
    """Yield each quotation of a copy whose words are not those said, with the source's own.

    A quotation that is cut short, or whose parts are put together, is left as it was.
    """
    said = list(quotes(source))
    for quote in quotes(copy):
        if not said or any(holds(one.words, quote) for one in said):
            continue
        likeness, best = max(
            ((shared(quote, one), one) for one in said), key=lambda pair: (pair[0], -pair[1].start)
        )
        if likeness >= MADE:
            yield quote, best


def shared(quote: Quote, one: Quote) -> float:
    """Return the share of the smaller quotation's words that stand in the other, in order."""
    least = min(len(quote.words), len(one.words))
    return LCSseq.similarity(quote.words, one.words) / least


def holds(words: tuple[str, ...], quote: Quote) -> bool:
    """Tell whether all parts of a quotation stand in words, each unbroken, in order."""
    at = 0
    for part in quote.parts:
        found = next(
            (n for n in range(at, len(words) - len(part) + 1) if words[n : n + len(part)] == part),
            None,
        )
        if found is None:
            return False
        at = found + len(part)
    return True
