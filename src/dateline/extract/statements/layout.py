"""A document's layout: paragraphs, quotations, and their tokens."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dateline.extract.statements.quotes import Quote, paragraphs, quotes
from dateline.parse.words import Parsed

# The work on a sentence may grow with the square of its words; the longest of 34,670 in news
# articles has 223.
SENTENCE = 300


@dataclass(slots=True)
class Layout:
    """Tokens of each paragraph and quotation (start, end exclusive), and the way back."""

    doc: Parsed
    text: str
    starts: list[int]
    blocks: list[tuple[int, int]]
    quotes: list[Quote]
    quote_tokens: list[tuple[int, int]]
    inside: list[int]
    """For each token, the index of the quotation that holds it, or -1."""
    long: frozenset[int]
    """Tokens of sentences too long to be read: lists, tables, noise."""

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def tokens_of(self, block: int) -> tuple[int, int]:
        """Return the tokens of a paragraph."""
        start, end = self.blocks[block]
        return self.token_at(start), self.token_at(end)

    def quotes_in(self, start: int, end: int) -> list[Quote]:
        """Return the quotations that overlap characters `start` to `end`."""
        first = bisect_right(self.quotes, start, key=lambda quote: quote.end)
        last = bisect_left(self.quotes, end, key=lambda quote: quote.start)
        return self.quotes[first:last]


def lay_out(doc: Parsed, text: str) -> Layout:
    """Find paragraphs and quotations of a parsed text."""
    starts = doc.starts
    blocks = paragraphs(text)
    found = quotes(text, blocks)
    inside = [-1] * len(doc)
    tokens: list[tuple[int, int]] = []
    for number, quote in enumerate(found):
        first, last = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        tokens.append((first, last))
        inside[first:last] = [number] * (last - first)
    long = frozenset(
        i for sent in doc.sents if len(sent) > SENTENCE for i in range(sent.start, sent.end)
    )
    return Layout(doc, text, starts, blocks, found, tokens, inside, long)
