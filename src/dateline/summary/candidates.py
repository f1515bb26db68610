"""The sentences that may tell a day: those that name it, and those that open a report of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.summary.pieces import Piece
from dateline.summary.topic import LEAD

ONE = dt.timedelta(days=1)
# Content words of a sentence that can stand for a day: fewer has a caption, more a list.
SHORTEST, LONGEST = 5, 30


class Candidate(NamedTuple):
    """A sentence that may tell a day. `why`: one of `WHY`; `others`: it names other days too."""

    piece: Piece
    why: str
    others: bool


WHY = {
    "names": "names the day",
    "ahead": "names the day, still to come",
    "same day": "opens a report of the day",
    "next day": "opens a report of the day after",
}


def candidates(
    reports: Iterable[Sequence[Piece]], days: Iterable[dt.date]
) -> dict[dt.date, list[Candidate]]:
    """Return for each day the sentences that may tell it, of like ones the first."""
    wanted = frozenset(days)
    found: defaultdict[dt.date, dict[tuple[str, ...], Candidate]] = defaultdict(dict)
    for report in reports:
        for piece in report:
            for day, why in near(piece):
                if day in wanted:
                    kept = found[day].get(piece.terms)
                    if kept is None or (kept.why != "names" and why == "names"):
                        others = any(other != day for other, _ in piece.days)
                        found[day][piece.terms] = Candidate(piece, why, others)
    return {day: fit(list(one.values())) for day, one in found.items()}


def near(piece: Piece) -> Iterator[tuple[dt.date, str]]:
    """Yield the days that a sentence may tell, and why."""
    named = [day for day, _ in piece.days]
    today = piece.report.published
    yield from ((day, "ahead" if today and day > today else "names") for day in named)
    if today and piece.place < LEAD:
        if today not in named:
            yield today, "same day"
        if today > dt.date.min and today - ONE not in named:
            yield today - ONE, "next day"


def fit(found: list[Candidate]) -> list[Candidate]:
    """Return those that are neither too short nor too long; all where none is fit."""
    return [c for c in found if SHORTEST <= len(c.piece.terms) <= LONGEST] or found
