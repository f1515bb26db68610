"""What a copy altered: values that stand in it where its source has others.

The sentences of a copy are aligned with those of its source, their words by the longest common
subsequence; what stands between words in common is what was changed. A value of the copy that the
source's sentence has nowhere, in place of one of the same class that the copy's sentence has
nowhere, was altered. What an honest copy does raises nothing: another wording, order, spelling or
unit, words left out, quotations cut short.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from dateline.copies import quotes
from dateline.copies.align import Source, align
from dateline.copies.changes import Change, Half, rules
from dateline.copies.sentences import Prepared
from dateline.copies.values import Known
from dateline.model import Altered, Words

READY = 4  # sources kept ready: a voice's copies come one after another
NEXT = 1  # sentences to each side of the source's whose values an honest copy may have moved here


class Found(NamedTuple):
    """Code points of the copy, those of the source, and what kind of value was altered."""

    kind: str
    start: int
    end: int
    first: int
    last: int


def altered(copy: str, source: str, report: str = "") -> list[Altered]:
    """Return what a copy says otherwise than its source, in the copy's order.

    Args:
        copy: the copy's text.
        source: the source's text.
        report: the source's name in `Altered.original`.
    """
    found: list[Found] = [
        Found("quotation", mine.start, mine.end, its.start, its.end)
        for mine, its in quotes.altered(copy, source)
    ]
    said = [(mine.start, mine.end) for mine in quotes.quotes(copy)]
    known, (other, sentences) = Known(Prepared(copy)), of_source(source)
    for pair in align(known.text, sentences):
        half = Half(known, pair.copy, 0)
        whole = Half(other, pair.source, NEXT)
        if half.norms == whole.norms:
            continue
        for change in changes(half, whole):
            for kind, mine, its in rules(change, pair.likeness):
                start, end = half.offsets(mine)
                if not any(low <= start < high for low, high in said):
                    found.append(Found(kind, start, end, *whole.offsets(its)))
    return [
        Altered(
            kind=one.kind,
            start=one.start,
            end=one.end,
            text=copy[one.start : one.end],
            original=Words(
                report=report, start=one.first, end=one.last, text=source[one.first : one.last]
            ),
        )
        for one in sorted(set(found), key=lambda one: (one.start, one.end, one.kind, one.first))
    ]


@lru_cache(READY)
def of_source(text: str) -> tuple[Known, Source]:
    """Return a source's values and sentences, made once for all of its copies."""
    prepared = Prepared(text)
    return Known(prepared), Source(prepared)


def changes(copy: Half, source: Half) -> Iterator[Change]:
    """Yield what stands in two sentences between the words they have in common."""
    a = b = 0  # where the last words in common ended, in the source and in the copy
    for code in LCSseq.opcodes(source.norms, copy.norms):
        if code.tag != "equal":
            continue
        if code.src_start > a or code.dest_start > b:
            yield Change(copy, source, range(b, code.dest_start), range(a, code.src_start))
        a, b = code.src_end, code.dest_end
    if len(source.norms) > a or len(copy.norms) > b:
        yield Change(copy, source, range(b, len(copy.norms)), range(a, len(source.norms)))
