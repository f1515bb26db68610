"""Reports cut into sentences, each with its words and the days that it names."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.copies.sentences import bounds
from dateline.extract.times import find_times
from dateline.model import Report
from dateline.summary.words import terms


class Piece(NamedTuple):
    """A sentence: code points `start` to `end` of the text of a report.

    `place`: how many sentences of the report come before it; `days`: the days that it names, in
    order; `terms`: the stems of its content words, in order.
    """

    report: Report
    start: int
    end: int
    place: int
    days: tuple[dt.date, ...]
    terms: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its words as they stand in the report."""
        return self.report.text[self.start : self.end]


def pieces(reports: Iterable[Report]) -> Iterator[list[Piece]]:
    """Yield the sentences of each report, by date; of those with one text the first alone."""
    seen = set()
    for report in sorted(reports, key=lambda r: (r.published or dt.date.max, r.id, r.key)):
        if report.id not in seen:
            seen.add(report.id)
            yield list(of_report(report))


def of_report(report: Report) -> Iterator[Piece]:
    """Yield the sentences of a report that have words."""
    text = report.text
    places = [trim(text, start, end) for start, end in bounds(text)]
    starts = [start for start, _ in places]
    named: dict[int, set[dt.date]] = {}
    for time in find_times(text, report.published, report.id):
        if time.timex_type in {"DATE", "TIME"} and time.earliest and time.earliest == time.latest:
            named.setdefault(bisect_right(starts, time.span.start) - 1, set()).add(time.earliest)
    place = 0
    for number, (start, end) in enumerate(places):
        words = terms(text[start:end])
        if words:
            days = tuple(sorted(named.get(number, ())))
            yield Piece(report, start, end, place, days, words)
            place += 1


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a stretch of text begins and ends without the space around it."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
