"""Reports in, a timeline out: the days that matter, each with its best sentences."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence

from dateline.errors import UsageError
from dateline.model import Reason, Report, Span
from dateline.summary.candidates import WHY, candidates
from dateline.summary.choose import Chosen, choose
from dateline.summary.day import Day, Line
from dateline.summary.length import SENTENCES, first_day, how_many, last_day, shared_out
from dateline.summary.pieces import Piece, pieces
from dateline.summary.rank import Weighed, rank
from dateline.summary.topic import Topic


def summarize(
    reports: Iterable[Report],
    start: dt.date | None = None,
    end: dt.date | None = None,
    days: int | None = None,
    sentences: float | None = None,
) -> list[Day]:
    """Return a timeline of what some reports tell, by date; of any topic.

    Args:
        reports: the reports; those with a `published` day tell most.
        start: the first day that may be in it; by default a week before the first report, if most
            of what the reports name lies after that.
        end: the last day that may be in it; by default the day of the last report.
        days: how many days it has, if the reports tell of so many; by default as many as their
            weight is spread over.
        sentences: how many sentences a day has, if there are so many; by default two. A number
            between two whole ones is an average: the days that matter more have more.

    No model is loaded; reading takes a second for 80,000 words. Same reports, same summary,
    whatever their order.

    Raises:
        UsageError: D106 where the first day is after the last, or a number is below 1.
    """
    check(start, end, days, sentences)
    read = [report for report in pieces(reports) if report]
    topic = Topic(read)
    low, high = window(read, start, end)
    weighed = {day: one for day, one in rank(read, topic).items() if low <= day <= high}
    told = candidates(read, weighed)
    best = sorted(told, key=lambda day: (-weighed[day].score, day))
    if days is None:
        days = how_many([one.score for one in weighed.values()], len(read))
    best = best[:days]
    counts = shared_out(len(best), sentences or SENTENCES)
    most = weighed[best[0]].score if best else 1.0
    found = [
        Day(
            date=day,
            sentences=tuple(line(one) for one in choose(told[day], count, topic)),
            score=round(weighed[day].score / most, 3),
            reasons=tuple(reasons(weighed[day])),
        )
        for day, count in zip(best, counts, strict=True)
    ]
    return sorted(found, key=lambda day: day.date)


def window(
    read: Sequence[Sequence[Piece]], start: dt.date | None, end: dt.date | None
) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that may be there; what is asked for is never bounded."""
    first, last = first_day(read), last_day(read)
    low = start or (first if first and (end is None or first <= end) else dt.date.min)
    high = end or (last if last and (start is None or start <= last) else dt.date.max)
    return low, high


def check(
    start: dt.date | None, end: dt.date | None, days: int | None, sentences: float | None
) -> None:
    """Refuse what cannot be.

    Raises:
        UsageError: D106 where the first day is after the last, or a number is below 1.
    """
    if start is not None and end is not None and start > end:
        raise UsageError("D106", f"{start} {end}", "the first day is after the last")
    for name, number in (("days", days), ("sentences", sentences)):
        if number is not None and not 1 <= number <= sys.maxsize:
            raise UsageError("D106", f"{name}={number}", "not a number from 1 on")


def line(chosen: Chosen) -> Line:
    """Return a chosen sentence and what speaks for it."""
    piece = chosen.candidate.piece
    return Line(
        text=piece.text,
        span=Span(report_id=piece.report.id, start=piece.start, end=piece.end),
        score=round(chosen.score, 3),
        reasons=(
            Reason(feature="near", detail=WHY[chosen.candidate.why]),
            Reason(
                feature="like the others",
                detail="how much of what all say of the day",
                weight=round(chosen.likeness, 3),
            ),
            Reason(
                feature="on the topic",
                detail="how much of what all reports open with",
                weight=round(chosen.relevance, 3),
            ),
        ),
    )


def reasons(weighed: Weighed) -> Iterator[Reason]:
    """Yield why a day is there, in counts of reports."""
    for feature, count in (
        ("reports that name it", weighed.named),
        ("reports that give its year", weighed.full),
        ("reports that look back to it two weeks later or more", weighed.later),
        ("reports of that day and the next", weighed.published),
    ):
        if count:
            yield Reason(feature=feature, detail=str(count))
