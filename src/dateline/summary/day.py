"""What a summary is made of: days, each with sentences."""

import datetime as dt

from dateline.model import Noun, Reason, Span


class Line(Noun, frozen=True):
    """A sentence of a summary: `text` is the report's text at `span`.

    `score` is how much the sentence tells of its day, 0 to 1; `reasons` say what speaks for it.
    """

    text: str
    span: Span
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()

    def __str__(self) -> str:
        return self.text


class Day(Noun, frozen=True):
    """A day of a summary and the sentences that tell it, best first.

    `score` is how much the day matters among those of the reports, 0 to 1; `reasons` say why.
    """

    date: dt.date
    sentences: tuple[Line, ...]
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()
