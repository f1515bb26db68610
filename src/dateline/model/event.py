"""What happened, as the reports of a record tell it."""

import datetime as dt

from dateline.model.base import Granularity, Noun, Quad, Reason, Status


class Value(Noun, frozen=True):
    """One value seen for a field of an event: which mentions give it, by how many voices.

    A value with no voice is that of copies, which altered what they were made from.
    `by`: how many of the voices speak for each side, sides in code order: a party to the event
    whose official says so or who owns the publisher; empty for all others. `why`: of a shown value
    beside others, why it is the one.
    """

    field: str
    value: str
    mentions: tuple[str, ...]
    voices: int
    shown: bool = False
    by: tuple[tuple[str, int], ...] = ()
    why: str = ""


class Grade(Noun, frozen=True):
    """Admiralty style: `reliability` A-F of the sources, `credibility` 1-6 of the claim."""

    reliability: str
    credibility: int
    reasons: tuple[Reason, ...] = ()


class Event(Noun, frozen=True, kw_only=True):
    """The mentions, across reports, of one thing that happened; a data point.

    `start` and `end`: first and last possible day, inclusive; no `end` where it is open (an event
    still to come at publication); both None where nothing dates it. `precision`: granularity of the
    shown date. `source` and `target`: actor codes. `voices` counts independent voices, `reports`
    lists report keys. `values` keeps every value seen of every field. `decided`: accepted,
    rejected, or empty where no human has ruled.
    """

    id: str
    event_type: str
    mode: str = ""
    contexts: tuple[str, ...] = ()
    quad: Quad | None = None
    intensity: float = 0.0
    status: Status = "happened"
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    reciprocal: bool = False
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Granularity = "unknown"
    edtf: str = ""
    place: str = ""
    headline: str = ""
    grade: Grade
    voices: int = 1
    reports: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    decided: str = ""
