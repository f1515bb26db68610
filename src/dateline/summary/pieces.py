"""Reports cut into sentences, each with its words and the days that it names."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.copies.sentences import bounds
from dateline.extract.times import find_times
from dateline.model import Report, Time
from dateline.summary import stamp
from dateline.summary.words import terms

LEAST = 3  # content words of a sentence that names no day; what has fewer is a caption or a label
# Share of a report's sentences that earlier reports have, from which it is a copy: one in fifty of
# T17's reports is; others share a quarter of their sentences at most, nineteen in twenty.
COPIED = 0.5


class Piece(NamedTuple):
    """A sentence: code points `start` to `end` of the text of a report.

    `place`: how many sentences of the report come before it; `days`: the days that it names, each
    with the basis on which it is read (`Time.basis`); `terms`: the stems of its content words, in
    order.
    """

    report: Report
    start: int
    end: int
    place: int
    days: tuple[tuple[dt.date, str], ...]
    terms: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its words as they stand in the report."""
        return self.report.text[self.start : self.end]


def pieces(reports: Iterable[Report]) -> Iterator[list[Piece]]:
    """Yield the sentences of each report, by date; of a copy only what earlier reports do not say.

    So any number of copies of a report weighs as much as one.
    """
    ids: set[str] = set()
    said: set[tuple[str, ...]] = set()
    for report in sorted(reports, key=lambda r: (r.published or dt.date.max, r.id, r.key)):
        if report.id in ids:
            continue
        ids.add(report.id)
        read = list(of_report(report))
        new = [piece for piece in read if piece.terms not in said]
        said.update(piece.terms for piece in new)
        yield new if len(new) <= (1 - COPIED) * len(read) else read


def of_report(report: Report) -> Iterator[Piece]:
    """Yield the sentences of a report."""
    text = report.text
    times = [
        time
        for time in find_times(text, report.published, report.id)
        if time.timex_type in {"DATE", "TIME"} and time.earliest and time.earliest == time.latest
    ]
    places = list(parts(text, [t for t in times if stamp.is_stamp(t, report.published)]))
    starts = [start for start, _ in places]
    named: dict[int, dict[dt.date, str]] = {}
    for time in times:
        if time.earliest and not stamp.is_stamp(time, report.published):
            number = bisect_right(starts, time.span.start) - 1
            named.setdefault(number, {}).setdefault(time.earliest, time.basis)
    place = 0
    for number, (start, end) in enumerate(places):
        words = terms(text[start:end])
        days = tuple(sorted(named.get(number, {}).items()))
        if len(words) >= LEAST or (words and days):
            yield Piece(report, start, end, place, days, words)
            place += 1


def parts(text: str, stamps: list[Time]) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin and end; a stamp parts what stands before it from the rest."""
    ends = {time.span.start: time.span.end for time in stamps}
    left = sorted(ends, reverse=True)
    for start, end in bounds(text):
        low = start
        while left and left[-1] < end:
            at = left.pop()
            if at >= low:
                yield from trimmed(text, low, at)
                low = stamp.after(text, ends[at], end)
        yield from trimmed(text, low, end)


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch of text without the space around it and without a dateline."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = end - len(words) + len(words.rstrip())
    first = min(stamp.undated(text, first, last), last)
    if first < last:
        yield first, last
