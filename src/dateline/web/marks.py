"""Marks in a text by offsets: a window of it as pieces, each with the marks that cover it."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

# Characters shown on either side of a sentence within its paragraph, and of a sentence at most.
BESIDE, MOST = 700, 3000
# Characters of a text on one page: a long article whole, a book in parts.
WINDOW = 30_000


class Mark(NamedTuple):
    """Code points `start` to `end` of a text are of a kind; `note` says what they are."""

    start: int
    end: int
    kind: str
    note: str = ""


class Piece(NamedTuple):
    """Words of a text from code point `at`, the kinds of the marks over them, and their notes.

    `begins`: offsets at which a mark begins here, for addresses within the page.
    """

    at: int
    text: str
    kinds: str
    note: str
    begins: bool


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Piece]:
    """Return `text[start:end]` cut wherever a mark begins or ends; the pieces joined are it."""
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    cuts = sorted({start, end, *(min(max(c, start), end) for m in inside for c in m[:2])})
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(max(mark.start, start), []).append(mark)
    found, over = [], list[Mark]()
    for here, there in pairwise(cuts):
        over = [mark for mark in over if mark.end > here] + opening.get(here, [])
        found.append(
            Piece(
                at=here,
                text=text[here:there],
                kinds=" ".join(sorted({mark.kind for mark in over})),
                note="; ".join(dict.fromkeys(mark.note for mark in over if mark.note)),
                begins=any(mark.start == here for mark in opening.get(here, [])),
            )
        )
    return found


def clipped(sentence: str) -> str:
    """Return a sentence, or as much of it as is shown."""
    return sentence if len(sentence) <= MOST else sentence[:MOST] + " …"


def paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the paragraph about `text[start:end]`, or so much of it as is shown."""
    end = min(end, start + MOST)
    low, high = max(0, start - BESIDE), min(len(text), end + BESIDE)
    first = text.rfind("\n", low, start) + 1 or low
    last = text.find("\n", end, high)
    return first, high if last < 0 else last
