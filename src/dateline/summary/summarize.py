"""Reports in, a timeline out: the days that matter, each with its best sentences."""

import datetime as dt
from collections.abc import Iterable

from dateline.errors import UsageError
from dateline.model import Reason, Report, Span
from dateline.summary.choose import candidates, choose
from dateline.summary.day import Day, Line
from dateline.summary.pieces import Piece, pieces
from dateline.summary.rank import Weighed, rank
from dateline.summary.topic import Topic

SENTENCES = 2  # a day's sentences where their number is not given


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
        start: the first day that may be in it.
        end: the last day that may be in it.
        days: how many days it has, where the reports tell of so many.
        sentences: how many sentences a day has, where as many can be found; a number between two
            whole ones is an average.

    What is not given is chosen by what the reports hold. No model is loaded; reading takes a
    second for 80,000 words.

    Raises:
        UsageError: D106 where the first day is after the last, or a number is below 1.
    """
    if start is not None and end is not None and start > end:
        raise UsageError("D106", f"{start} {end}", "the first day is after the last")
    for name, number in (("days", days), ("sentences", sentences)):
        if number is not None and not number >= 1:
            raise UsageError("D106", f"{name}={number}", "not a number from 1 on")
    read = list(pieces(reports))
    topic = Topic(read)
    weighed = {
        day: found
        for day, found in rank(read, topic).items()
        if (start is None or day >= start) and (end is None or day <= end)
    }
    wanted = round(len(weighed) ** 0.5) if days is None else days
    told = candidates(read, frozenset(weighed))
    best = sorted(weighed, key=lambda day: (-weighed[day].score, day))
    kept = [day for day in best if told.get(day)][:wanted]
    most = max((weighed[day].score for day in kept), default=1.0) or 1.0
    count = round(sentences or SENTENCES)
    return [made(day, weighed[day], choose(told[day], count, topic), most) for day in sorted(kept)]


def made(day: dt.date, weighed: Weighed, chosen: list[tuple[float, Piece]], most: float) -> Day:
    """Return a day with its sentences and what speaks for both."""
    lines = tuple(
        Line(
            text=piece.text,
            span=Span(report_id=piece.report.id, start=piece.start, end=piece.end),
            score=round(score, 3),
        )
        for score, piece in chosen
    )
    reasons = (
        Reason(feature="reports that name it", detail=str(weighed.named)),
        Reason(feature="reports of that day", detail=str(weighed.published)),
    )
    return Day(date=day, sentences=lines, score=round(weighed.score / most, 3), reasons=reasons)
