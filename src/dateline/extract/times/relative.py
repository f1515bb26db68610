"""Expressions that count from the publication date or from an earlier time in the text."""

import datetime as dt

from dateline.extract.times import absolute, calendar, lexicon, read
from dateline.extract.times.context import Context, Draft
from dateline.extract.times.direction import direction

COUNTED = "counted from the publication date"
UNKNOWN = "no publication date is known"


def deictic(context: Context, i: int, j: int) -> Draft | None:
    """Read "yesterday", "earlier today"."""
    found = absolute.day_value(context, i, j)
    if not found:
        return None
    return Draft(i, j, "DATE", found[0], "publication", found[2], edge=context.edge(i, j))


def relunit(context: Context, i: int, j: int) -> Draft | None:
    """Read "last week", "next year", "this month", "the same day", "that year"."""
    tokens, now = context.tokens, context.published
    k = context.at(i, j, "unit", "quarter", "weekend")
    which = context.at(i, j, "last", "next", "this", "same", "past", "current", "that")
    unit = "" if k is None else tokens.values[k]
    if unit in TIMES_OF_DAY:
        return None
    if context.rule == "yearbefore":
        return shifted(context, i, j, -1, unit)
    if which is None:
        return None
    if tokens.classes[which] in {"that", "same"}:
        return _anaphor(context, i, j, unit)
    way = 0 if tokens.classes[which] == "current" else int(tokens.values[which])
    found = _sequel(context, i, j, which, way, unit)
    if found or now is None:
        return found or Draft(i, j, "DATE", "XXXX", reason=UNKNOWN)
    return _stepped(context, i, j, which, way, unit)


TIMES_OF_DAY = frozenset({"", "H", "I", "S"})


def _sequel(context: Context, i: int, j: int, which: int, way: int, unit: str) -> Draft | None:
    """Read "the following year", "the next day": they go on from the time named before."""
    lower = context.tokens.lower[which]
    goes_on = lower == "next" and context.at(i, which, "the") is not None
    if goes_on and unit != "D":  # "over the next year" looks ahead
        goes_on = context.lower(i - 1) not in AHEAD and direction(context, i, j) < 0
    return shifted(context, i, j, way, unit) if goes_on or lower in SEQUEL else None


SEQUEL = lexicon.group("sequel")
AHEAD = frozenset({"in", "over", "for", "within", "during"})


def _stepped(context: Context, i: int, j: int, which: int, way: int, unit: str) -> Draft:
    now = context.published or dt.date.max
    if context.tokens.classes[which] == "past":
        return _past_unit(i, j, now, unit)
    value = calendar.value_of(calendar.step(now, way, unit if unit != "WE" else "W"), unit)
    return Draft(i, j, "DATE", value, "publication", COUNTED, edge=context.edge(i, j))


def _past_unit(i: int, j: int, now: dt.date, unit: str) -> Draft:
    """Read "the past month": the days up to publication, valued as the month before."""
    begin = calendar.step(now, -1, unit if unit != "WE" else "W")
    out = Draft(i, j, "DATE", calendar.value_of(begin, unit), "publication", COUNTED)
    if unit in "ECW":
        out.kind, out.value = "DURATION", read.amount(1, unit)
    out.days = (begin, now)
    return out


def bareday(context: Context, i: int, j: int) -> Draft | None:
    """Read "the 16th": of the month that the tense points to."""
    now = context.published
    day = read.day_of(context, i, j)
    if not day or not context.tokens.lower[j - 1][0].isdigit() or day > LAST_DAY:
        return None
    if now is None:
        return Draft(i, j, "DATE", f"XXXX-XX-{day:02}", reason=UNKNOWN)
    way = direction(context, i, j)
    month = now.replace(day=1)
    for _ in range(TRIES):
        try:
            found = month.replace(day=day)
        except ValueError:
            found = None
        if found and (way == 0 or (found - now).days * way >= 0):
            return Draft(i, j, "DATE", found.isoformat(), "publication", "the month by the tense")
        month = calendar.add_months(month, 1 if way > 0 else -1)
    return None


LAST_DAY = 31
TRIES = 3  # of two months that follow each other, one has 31 days


def nth_week(context: Context, i: int, j: int) -> Draft | None:
    """Read "the first week of January", "the last days of 2020"."""
    tokens = context.tokens
    k = context.at(i, j, "unit", "units")
    start = j if k is None else k + 2
    year = read.year_of(context, start, j)
    found = absolute.day_value(context, start, j)
    value = found[0] if found else f"{year:04}" if year else ""
    span = calendar.bounds(value)
    length = DAYS.get(tokens.values[k] if k is not None else "")
    if not span or not length:
        return None
    out = Draft(i, j, "DATE", value, "publication" if found and found[1] else "explicit")
    out.reason = "a part of the period named"
    which = context.value(i, start, "ordinal", "second", "final")
    nth = read.ordinal(which) if which else -1
    if nth < 0:
        first, last = calendar.add_days(span[1], 1 - length), span[1]
    else:
        first = calendar.add_days(span[0], (nth - 1) * length)
        last = calendar.add_days(first, length - 1)
    if first < span[0] or first > span[1]:
        return None
    out.days = (first, min(last, span[1]))
    return out


DAYS = {"D": 1, "W": 7}


def week_of(context: Context, i: int, j: int) -> Draft | None:
    """Read "the week of March 6"."""
    k = context.at(i, j, "month")
    unit = context.value(i, j, "unit")
    found = absolute.day_value(context, k, j) if k is not None and unit == "W" else None
    days = calendar.bounds(found[0]) if found else None
    if not found or not days:
        return None
    value = calendar.value_of(days[0], "W")
    return Draft(i, j, "DATE", value, "publication" if found[1] else "explicit", found[2])


def _anaphor(context: Context, i: int, j: int, unit: str) -> Draft | None:
    """Read "that year", "the same day" from the last time that is fine enough."""
    begin, _ = context.sentence(i)
    for draft in reversed(context.drafts[-6:]):
        found = calendar.bounds(draft.value)
        near = i - draft.j <= NEAR and draft.j <= begin
        if unit == "D" and near and found and found[2] in {"month", "week"}:
            out = Draft(i, j, "DATE", draft.value, "narrative", "a day of the period before")
            out.anchor = (draft.i, draft.j)
            return out
        if found and FINE.get(found[2], 9) <= FINE_UNIT.get(unit, 0):
            value = calendar.value_of(found[0], unit)
            out = Draft(i, j, "DATE", value, "narrative", "the one named before")
            out.anchor = (draft.i, draft.j)
            out.edge = context.edge(i, j)
            return out
    return None


NEAR = 12  # tokens to a period in the sentence before, of which "the same day" is a day

FINE = {"second": 0, "minute": 0, "hour": 0, "daypart": 0, "day": 0, "weekend": 1, "week": 1,
        "month": 2, "quarter": 3, "season": 3, "half": 3, "year": 4, "decade": 5}  # fmt: skip
FINE_UNIT = {"D": 0, "WE": 1, "W": 1, "2W": 1, "M": 2, "Q": 3, "Y": 4, "E": 5}


def _ahead(context: Context, i: int, j: int, count: int) -> bool:
    return count > 0 and direction(context, i, j) > 0


def shifted(context: Context, i: int, j: int, count: int, unit: str) -> Draft | None:
    """Return the time `count` units from the last time in the text, if there is one."""
    lower = context.tokens.lower
    for draft in reversed(context.drafts[-4:]):
        found = calendar.bounds(draft.value)
        # "A year earlier" twice in a comparison is the same year, not one before the other.
        if not found or lower[draft.i : draft.j] == lower[i:j]:
            continue
        if context.published and found[0] > context.published and not _ahead(context, i, j, count):
            continue  # a plan, no part of the story
        if FINE.get(found[2], 9) > FINE_UNIT.get(unit, 0) and unit not in "YEC":
            continue
        day = calendar.step(found[0], count, unit)
        value = calendar.value_of(day, "Y" if unit in "ECL" else unit)
        out = Draft(i, j, "DATE", value, "narrative")
        out.reason = "counted from the time named before"
        out.anchor = (draft.i, draft.j)
        return out
    return None
