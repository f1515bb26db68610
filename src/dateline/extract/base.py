"""What the extractors hand to one another: references to actors and places by token."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dateline.model import Actor, Place, Span

if TYPE_CHECKING:
    from dateline.parse.words import Parsed, Word

RefKind = Literal["name", "demonym", "metonym", "office", "title", "pronoun", "group"]


@dataclass(frozen=True, slots=True)
class Ref:
    """Tokens `start` to `end` (exclusive) of a document that refer to `actors`.

    `head` is the index of the token that carries the reference in the parse. A reference to
    several ("both leaders", "the two sides", "they") has several actors. `text` is normalised.
    """

    start: int
    end: int
    head: int
    actors: tuple[Actor, ...]
    kind: RefKind


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """Tokens `start` to `end` (exclusive) that name a place where something may happen."""

    start: int
    end: int
    head: int
    place: Place


def span_of(doc: "Parsed", report_id: str, start: int, end: int) -> Span:
    """Return the span of tokens `start` to `end` (exclusive), without outer space."""
    while start < end - 1 and doc[start].is_space:
        start += 1
    while end - 1 > start and doc[end - 1].is_space:
        end -= 1
    last = doc[end - 1]
    return Span(report_id=report_id, start=doc[start].idx, end=last.idx + len(last.text))


def sentence_span(token: "Word", report_id: str) -> Span:
    """Return the span of the token's sentence."""
    sent = token.sent
    return span_of(token.doc, report_id, sent.start, sent.end)
