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
            earliest, latest = narrow(earliest, latest, draft.edge)
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


def narrow(earliest: dt.date, latest: dt.date, edge: str) -> tuple[dt.date, dt.date]:
    """Cut a period to its first, middle or last third."""
    days = (latest - earliest).days + 1
    third = days // 3
    if not third:
        return earliest, latest
    if edge == "START":
        return earliest, earliest + dt.timedelta(third - 1 + (days % 3 > 0))
    if edge == "END":
        return latest - dt.timedelta(third - 1 + (days % 3 > 0)), latest
    return earliest + dt.timedelta(third), latest - dt.timedelta(third)


def _whole(earliest: dt.date, latest: dt.date) -> Granularity:
    """Return the unit of the calendar that two days span, or "range"."""
    for unit in ("D", "W", "M", "Y"):
        found = calendar.bounds(calendar.value_of(earliest, unit))
        if found and found[:2] == (earliest, latest):
            return found[2]
    return "range"
