"""Times of day: clock times, noon and midnight, parts of the day."""

import re

from dateline.extract.times import absolute, calendar
from dateline.extract.times.context import Context, Draft

CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::(\d\d))?\s?([ap])?", re.IGNORECASE)
COMPACT = re.compile(r"(\d\d)(\d\d)$")
DATES = ("month", "weekday", "wday", "deictic", "isodate", "numdate")


def time(context: Context, i: int, j: int) -> Draft | None:
    """Read "10:35 a.m. Friday", "Thursday evening", "last night", "noon", "at 5 p.m."."""
    now = context.today
    clock = _clock(context, i, j)
    if clock is None:
        return None
    if _aside(context, i, j) and context.at(i, j, *DATES) is None:
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
        day, out.basis, out.reason = OPEN, "narrative", "the day named near by"
    value = f"{day}{clock}"
    out.value = value
    return out


def _aside(context: Context, i: int, j: int) -> bool:
    """Tell whether this is the same time in another zone: "10:35 a.m. (0735 GMT)"."""
    text, tokens = context.tokens.text, context.tokens
    if not context.drafts or text[tokens.starts[i] - 1 : tokens.starts[i]] != "(":
        return False
    return context.at(i, j, "zone") is not None and i - context.drafts[-1].j <= 1


HALF_DAY, LAST_HOUR, LAST_MINUTE = 12, 24, 59  # midnight may be written 24:00
OPEN = "?"  # stands for the day until all of the text is read
STORY, FAR = 8, 150  # times back, and tokens before the sentence, in which the day may be named
NEAR = 8  # tokens within which a following date gives a clock time its day


def settle(context: Context) -> None:
    """Give each clock time without a day the day named near by, else the publication date."""
    drafts = context.drafts
    for index, draft in enumerate(drafts):
        if not draft.value.startswith(OPEN):
            continue
        begin, end = context.sentence(draft.i)
        day = ""
        after = drafts[index + 1] if index + 1 < len(drafts) else None
        if after and after.i < min(end, draft.j + NEAR):
            day = _single(after)
        for before in reversed(drafts[max(index - STORY, 0) : index]):
            if not day and before.i >= begin - FAR:
                day = _single(before)
        if not day and context.published:
            day, draft.basis, draft.reason = (
                context.published.isoformat(), "publication", "the day of publication"
            )  # fmt: skip
        draft.value = (day or "XXXX-XX-XX") + draft.value[1:]


def _single(draft: Draft) -> str:
    found = calendar.bounds(draft.value)
    return found[0].isoformat() if found and found[0] == found[1] else ""


def _clock(context: Context, i: int, j: int) -> str | None:
    tokens = context.tokens
    if context.rule == "clockwords":
        return _spoken(context, i, j)
    k = context.at(i, j, "clockampm", "clock", "fixed", "isodate")
    if k is None:
        k = (
            context.at(i, j, "n12")
            if context.at(i, j, "ampm", "oclock", "daypart") is not None
            else None
        )
    if k is not None and tokens.classes[k] == "fixed":
        return tokens.values[k]
    part = context.value(i, j, "daypart") or ("MO" if context.rule == "smallhours" else "")
    if k is not None and tokens.classes[k] != "isodate":
        return _hour(tokens.values[k], context.value_lower(i, j, "ampm"), part)
    if context.at(i, j, "tonight") is not None:
        return "TNI"
    return f"T{part}" if part else None


def _spoken(context: Context, i: int, j: int) -> str | None:
    """Read "five past five", "a quarter past two"; which half of the day is not said."""
    tokens = context.tokens
    hour = int(tokens.values[j - 1])
    minute = 15 if context.at(i, j, "quarter") is not None else 30
    if tokens.classes[i] == "number":
        minute = int(tokens.values[i])
    if hour > HALF_DAY or minute > LAST_MINUTE:
        return None
    return f"T{hour:02}:{minute:02}"


def _hour(text: str, ampm: str, part: str) -> str | None:
    compact = COMPACT.match(text)
    match = compact or CLOCK.match(text)
    if not match:
        return None
    hour, minute = int(match[1]), match[2]
    half = ampm or ("" if compact else (match[4] or "").lower())
    if (half.startswith("p") or part in {"AF", "EV", "NI"}) and hour < HALF_DAY:
        hour += HALF_DAY
    elif half.startswith("a") and hour == HALF_DAY:
        hour = 0
    if hour > LAST_HOUR or (minute and int(minute) > LAST_MINUTE):
        return None
    seconds = "" if compact or not match[3] else f":{match[3]}"
    return f"T{hour:02}:{minute or '00'}{seconds}"
