"""From a draft to a `Time`: bounds, granularity, EDTF."""

import datetime as dt

from dateline.extract.times import calendar
from dateline.extract.times.context import Context, Draft
from dateline.extract.times.edtf import text_of
from dateline.model import Granularity, Span, Time


def finish(context: Context, draft: Draft, report_id: str) -> Time:
    """Return the `Time` of a draft."""
    tokens = context.tokens
    start, end = tokens.starts[draft.i], tokens.ends[draft.j - 1]
    found = calendar.bounds(draft.value)
    earliest: dt.date | None = None
    latest: dt.date | None = None
    granularity: Granularity = "unknown"
    if draft.last and found:
        last = calendar.bounds(draft.last)
        earliest, latest, granularity = found[0], (last or found)[1], "range"
    elif draft.days:
        earliest, latest = draft.days
        granularity = _whole(earliest, latest)
    elif found:
        earliest, latest, granularity = found
        if draft.edge:
            earliest, latest = narrow(earliest, latest, granularity, draft.edge)
    value = f"{draft.value}/{draft.last}" if draft.last and found else draft.value
    anchor = None
    if draft.anchor:
        a, b = draft.anchor
        anchor = Span(report_id=report_id, start=tokens.starts[a], end=tokens.ends[b - 1])
    return Time(
        span=Span(report_id=report_id, start=start, end=end),
        timex_type=draft.kind,
        timex_value=value,
        earliest=earliest,
        latest=latest,
        granularity=granularity,
        approximate=draft.approximate or bool(draft.edge),
        edtf=text_of(earliest, latest, granularity, approximate=draft.approximate),
        basis=draft.basis,
        reason=draft.reason,
        anchor=anchor,
    )


def narrow(
    earliest: dt.date, latest: dt.date, granularity: Granularity, edge: str
) -> tuple[dt.date, dt.date]:
    """Cut a period to its early, middle or late part.

    A month is cut at its 10th and 20th day, a year after April and August, a decade into four
    years each that share their ends ("the late 1990s": 1996 to 1999), others into thirds of days.
    """
    part = ("START", "MID", "END").index(edge)
    if granularity == "month":
        ends = (10, 20, latest.day)
        return earliest.replace(day=(1, 11, 21)[part]), latest.replace(day=ends[part])
    if granularity == "year":
        first = earliest.replace(month=(1, 5, 9)[part])
        return first, latest.replace(month=(4, 8, 12)[part], day=(30, 31, 31)[part])
    if granularity == "decade":
        start = earliest.year - earliest.year % 10 + 3 * part
        return max(earliest, earliest.replace(year=max(start, 1))), latest.replace(year=start + 3)
    days = (latest - earliest).days + 1
    third = days // 3
    if not third:
        return earliest, latest
    cuts = (0, third, days - third)
    lasts = (third, days - third, days)
    day = dt.timedelta
    return earliest + day(cuts[part]), earliest + day(lasts[part] - 1)


def _whole(earliest: dt.date, latest: dt.date) -> Granularity:
    """Return the unit of the calendar that two days span, or "range"."""
    for unit in ("D", "W", "M", "Y"):
        found = calendar.bounds(calendar.value_of(earliest, unit))
        if found and found[:2] == (earliest, latest):
            return found[2]
    return "range"
