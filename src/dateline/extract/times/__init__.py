"""Time expressions: find them, say what they mean, date what a report mentions."""

import datetime as dt
from typing import TYPE_CHECKING

from dateline.extract.times.find import find_times
from dateline.model import Status, Tie, Time

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.parse.words import Parsed

__all__ = ["event_times", "find_times", "mention_time", "tie_of"]


def mention_time(
    doc: "Doc | Parsed",
    action: int,
    times: list[Time],
    published: dt.date | None,
    status: Status = "happened",
    report_id: str = "",
) -> Time | None:
    """See `dateline.extract.times.dating.mention_time` (imported late: it needs spaCy)."""
    from dateline.extract.times import dating
    from dateline.parse.words import Parsed

    return dating.mention_time(Parsed.of(doc), action, times, published, status, report_id)


def event_times(doc: "Doc | Parsed", times: list[Time], published: dt.date | None) -> list[Time]:
    """See `dateline.extract.times.named.event_times` (imported late: it needs spaCy)."""
    from dateline.extract.times import named
    from dateline.parse.words import Parsed

    return named.event_times(Parsed.of(doc), times, published)


def tie_of(doc: "Doc | Parsed", action: int, times: list[Time], time: Time | None) -> Tie | None:
    """See `dateline.extract.times.ties.tie_of` (imported late: it needs spaCy)."""
    from dateline.extract.times import ties
    from dateline.parse.words import Parsed

    return ties.tie_of(Parsed.of(doc), action, times, time)
