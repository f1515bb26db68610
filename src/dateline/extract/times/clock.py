"""Times of day: clock times, noon and midnight, parts of the day."""

import re

from dateline.extract.times import absolute, calendar
from dateline.extract.times.context import Context, Draft

CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::(\d\d))?\s?([ap])?", re.IGNORECASE)
COMPACT = re.compile(r"(\d\d)(\d\d)$")
DATES = ("month", "weekday", "wday", "deictic", "isodate", "numdate")


def time(context: Context, i: int, j: int, rule: str) -> Draft | None:
    """Read "10:35 a.m. Friday", "Thursday evening", "last night", "noon", "at 5 p.m."."""
    tokens, now = context.tokens, context.published
    clock = _clock(context, i, j)
    if clock is None:
        return None
    out = Draft(i, j, "TIME", "", "publication", "the day of publication")
    out.approximate = context.hedged(i, j)
    if context.at(i, j, *DATES) is not None:
        found = absolute.day_value(context, i, j)
        if found is None:
            return None
        day, leans, out.reason = found
        out.basis = "publication" if leans else "explicit"
    elif now is None:
        day = "XXXX-XX-XX"
    elif context.at(i, j, "last", "next", "tonight", "this") is not None:
        way = int(context.value(i, j, "last", "next") or 0)
        day = calendar.add_days(now, way).isoformat()
    else:
        day = _day(context, i)
    value = f"{day}{clock}"
    out.value = value
    return out


def _day(context: Context, i: int) -> str:
    """The day named last in the same sentence, else the day of publication."""
    begin, _ = context.sentence(i)
    for draft in reversed(context.drafts[-2:]):
        found = calendar.bounds(draft.value)
        if draft.i >= begin and found and found[0] == found[1]:
            return found[0].isoformat()
    assert context.published is not None  # noqa: S101  the caller has checked
    return context.published.isoformat()


def _clock(context: Context, i: int, j: int) -> str | None:
    tokens = context.tokens
    k = context.at(i, j, "clockampm", "clock", "fixed", "isodate")
    if k is None:
        k = context.at(i, j, "n12") if context.at(i, j, "ampm", "oclock") is not None else None
    if k is not None and tokens.classes[k] == "fixed":
        return tokens.values[k]
    part = context.value(i, j, "daypart")
    if k is not None and tokens.classes[k] != "isodate":
        return _hour(tokens.values[k], context.value_lower(i, j, "ampm"), part)
    if context.at(i, j, "tonight") is not None:
        return "TNI"
    return f"T{part}" if part else None


def _hour(text: str, ampm: str, part: str) -> str | None:
    compact = COMPACT.match(text)
    match = compact or CLOCK.match(text)
    if not match:
        return None
    hour, minute = int(match[1]), match[2]
    half = ampm or ("" if compact else (match[4] or "").lower())
    if (half.startswith("p") or part in {"AF", "EV", "NI"}) and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    if hour > 24 or (minute and int(minute) > 59):
        return None
    seconds = "" if compact or not match[3] else f":{match[3]}"
    return f"T{hour:02}:{minute or '00'}{seconds}"
