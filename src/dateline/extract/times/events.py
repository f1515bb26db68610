"""Times that hang on an event: "36 years after they met", "a day after the summit"."""

import datetime as dt
import re
from typing import NamedTuple

import msgspec

from dateline.extract.times import attach, calendar
from dateline.extract.times.edtf import text_of
from dateline.extract.times.linked import LASTING
from dateline.model import Granularity, Span, Time
from dateline.parse.words import Parsed, Word

LENGTH = re.compile(r"P(\d{1,6})([DWMY])$")
LINKS = {"after": 1, "before": -1, "since": 1, "following": 1}
REACH = 3  # tokens between the length of time and "after"


def relative_time(
    doc: Parsed, action: Word, times: list[Time], published: dt.date | None
) -> Time | None:
    """Return the time of an event that a length of time ties to another, or None.

    In "A, 36 years after B": B lies 36 years before A; A lies 36 years after B where B is dated.
    """
    sent = action.sent
    for time in attach.within(times, sent.start_char, sent.end_char):
        length = length_to(doc, time)
        if length is None:
            continue
        count, unit, link, inner = length
        if is_that(link, inner):
            if time.anchor is not None and time.earliest is not None:
                return _told(time)
            continue
        if action.i == inner.i or inner in attach.above(action):
            anchor, way = _main_day(doc, link, times, published), -1
        elif attach.clause(action).i == attach.clause(link.head).i:
            if time.anchor is not None and time.earliest is not None:
                return _told(time)
            anchor, way = _event_day(doc, inner, times), 1
        else:
            continue
        if anchor is not None:
            return _shifted(time, anchor, way * count, unit)
    return None


THAT = frozenset({"that", "this"})


class LengthTo(NamedTuple):
    """A number of TIMEX3 units (negative: before) from an event, the link to it, its word."""

    steps: int
    unit: str
    link: Word
    inner: Word


def length_to(doc: Parsed, time: Time) -> LengthTo | None:
    """Return the length of time that ties to another event: "a day after the summit"."""
    length = LENGTH.match(time.timex_value) if time.timex_type == "DURATION" else None
    link = None if length is None or _lasting(doc, time) else _link(doc, time)
    inner = _inner(link) if link is not None else None
    if length is None or link is None or inner is None:
        return None
    return LengthTo(int(length[1]) * LINKS[link.lower_], length[2], link, inner)


def is_that(link: Word, inner: Word) -> bool:
    """Tell "six weeks after that its army crossed the border", whatever the parse makes of it."""
    beside = link.i + 1 < len(link.doc) and link.doc[link.i + 1].lower_ in THAT
    return beside or inner.lower_ in THAT


def _told(time: Time) -> Time:
    """Return the days that `find_times` has counted from an event dated in the text."""
    return msgspec.structs.replace(time, timex_type="DATE", timex_value=time.edtf)


def _lasting(doc: Parsed, time: Time) -> bool:
    """Tell "in 15 months after", "for a year before": how long, not how far from the event."""
    span = doc.char_span(time.span.start, time.span.end)
    return span is not None and span.start > 0 and doc[span.start - 1].lower_ in LASTING


def _link(doc: Parsed, time: Time) -> Word | None:
    span = doc.char_span(time.span.start, time.span.end)
    if span is None:
        return None
    for token in span:
        if token.lower_ in LINKS:
            return token
    for token in doc[span.end : span.end + REACH]:
        if token.lower_ in LINKS:
            return token
    return None


def _inner(link: Word) -> Word | None:
    """Return the event after "after": its verb or its noun."""
    if link.dep_ == "mark":
        return link.head
    for child in link.children:
        if child.dep_ in {"pobj", "pcomp", "advcl"}:
            return child
    return None


def _main_day(
    doc: Parsed, link: Word, times: list[Time], published: dt.date | None
) -> tuple[dt.date, Span | None] | None:
    """Return the day of the main event: a day in its sentence, else the publication date."""
    sent = link.sent
    main = attach.clause(link.head)
    for placed in attach.place(doc, times, sent.start, sent.end):
        time = placed.time
        if (
            time.earliest is None
            or time.timex_type not in {"DATE", "TIME"}
            or placed.head.i > link.i
        ):
            continue
        if attach.distance(main, placed) is not None:
            return time.earliest, time.span
    return (published, None) if published else None


def _event_day(doc: Parsed, inner: Word, times: list[Time]) -> tuple[dt.date, Span | None] | None:
    """Return the day that the text gives for the event, by the same word near a day."""
    for token in doc:
        if token.lemma_.lower() != inner.lemma_.lower() or token.pos_ not in {
            "NOUN",
            "PROPN",
            "VERB",
        }:
            continue
        sent = token.sent
        best = None
        for placed in attach.place(doc, times, sent.start, sent.end):
            if placed.time.granularity != "day" or placed.time.earliest is None:
                continue
            far = attach.distance(token, placed)
            if far is not None and far < attach.ELSEWHERE and (best is None or far < best[0]):
                best = (far, placed.time)
        if best and best[1].earliest:
            return best[1].earliest, best[1].span
    return None


def _shifted(time: Time, anchor: tuple[dt.date, Span | None], count: int, unit: str) -> Time | None:
    day = calendar.step(anchor[0], count, unit)
    value = calendar.value_of(day, unit)
    found = calendar.bounds(value)
    if found is None:
        return None
    ground = "a day named in the text" if anchor[1] else "the publication date"
    return by_event(
        time.span,
        found,
        value=value,
        approximate=time.approximate,
        anchor=anchor[1],
        reason=f"a length of time from another event, counted from {ground}",
    )


def by_event(
    span: Span,
    days: tuple[dt.date | None, dt.date | None, Granularity],
    *,
    value: str,
    approximate: bool,
    anchor: Span | None,
    reason: str,
) -> Time:
    """Return a date that rests on another event: its days and granularity."""
    earliest, latest, granularity = days
    return Time(
        span=span,
        timex_type="DATE",
        timex_value=value,
        earliest=earliest,
        latest=latest,
        granularity=granularity,
        approximate=approximate,
        edtf=text_of(earliest, latest, granularity, approximate=approximate),
        basis="event",
        reason=reason,
        anchor=anchor,
    )
