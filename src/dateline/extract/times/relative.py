"""Expressions that count from the publication date or from an earlier time in the text."""

import datetime as dt

from dateline.extract.times import absolute, calendar, read
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


def relname(context: Context, i: int, j: int) -> Draft | None:
    """Read "last March", "this Friday", "next summer", "June last year", "last Thanksgiving"."""
    tokens, now = context.tokens, context.published
    way = int(context.value(i, j, "last", "next", "this", "same", "past", "that") or 0)
    k = context.at(i, j, "month", "weekday", "season", "softseason", "holiday", "weekend")
    if k is None:
        return None
    if now is None:
        return Draft(i, j, "DATE", "XXXX-XX", reason=UNKNOWN)
    unit = context.at(i, j, "unit")
    if unit is not None:
        year = now.year + way
        value = f"{year:04}-{int(tokens.values[k]):02}"
        return Draft(i, j, "DATE", value, "publication", COUNTED, edge=context.edge(i, j))
    cls, name = tokens.classes[k], tokens.values[k]
    value = named(cls, name, way, now, context, i, j)
    return Draft(i, j, "DATE", value, "publication", COUNTED, edge=context.edge(i, j))


def named(cls: str, name: str, way: int, now: dt.date, context: Context, i: int, j: int) -> str:
    """Return the value of a named month, weekday, season, holiday, weekend before or after."""
    if cls == "weekend":
        return calendar.value_of(calendar.add_days(now, 7 * way), "WE")
    if cls == "weekday":
        back = (now.isoweekday() - int(name)) % 7
        if way == 0:
            way = 1 if direction(context, i, j) >= 0 else -1
            back = back or (0 if way < 0 else 7)
            return calendar.add_days(now, -back if way < 0 else 7 - back).isoformat()
        return calendar.add_days(now, -(back or 7) if way < 0 else 7 - back).isoformat()
    year = now.year
    if cls == "month":
        month = int(name)
        if way < 0:
            year -= month >= now.month
        elif way > 0:
            year += month <= now.month
        return f"{year:04}-{month:02}"
    if cls == "holiday":
        days = [calendar.holiday(name, each) for each in (year - 1, year, year + 1)]
        if way < 0:
            return [day for day in days if day < now][-1].isoformat()
        if way > 0:
            return [day for day in days if day > now][0].isoformat()
        return days[1].isoformat()
    begin, end, _ = calendar.bounds(f"{year:04}-{name}") or (now, now, "")
    if way < 0:
        year -= begin >= now or begin <= now <= end
    elif way > 0:
        year += begin <= now
    return f"{year:04}-{name}"


def relunit(context: Context, i: int, j: int) -> Draft | None:
    """Read "last week", "next year", "this month", "the same day", "that year"."""
    tokens, now = context.tokens, context.published
    k = context.at(i, j, "unit", "quarter", "weekend")
    if context.rule == "yearbefore":
        unit = "" if k is None else tokens.values[k]
        return None if unit in "HIS" else _shifted(context, i, j, -1, unit)
    which = context.at(i, j, "last", "next", "this", "same", "past", "current", "that")
    if k is None or which is None:
        return None
    unit = tokens.values[k]
    if unit in "HIS":
        return None
    if tokens.classes[which] in {"that", "same"}:
        return _anaphor(context, i, j, unit)
    if now is None:
        return Draft(i, j, "DATE", "XXXX", reason=UNKNOWN)
    way = 0 if tokens.classes[which] == "current" else int(tokens.values[which])
    lower = tokens.lower[which]
    if lower in {"following", "previous", "preceding", "ensuing", "subsequent", "prior"}:
        found = _shifted(context, i, j, way, unit)
        if found:
            return found
    if tokens.classes[which] == "past":
        if unit in "EC" or unit == "W":
            return Draft(i, j, "DURATION", read.amount(1, unit), reason="a length of time")
        value = calendar.value_of(calendar.step(now, -1, unit), unit)
    else:
        value = calendar.value_of(calendar.step(now, way, unit if unit != "WE" else "W"), unit)
    return Draft(i, j, "DATE", value, "publication", COUNTED, edge=context.edge(i, j))


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
    for draft in reversed(context.drafts[-6:]):
        found = calendar.bounds(draft.value)
        if found and FINE.get(found[2], 9) <= FINE_UNIT.get(unit, 0):
            value = calendar.value_of(found[0], unit)
            out = Draft(i, j, "DATE", value, "narrative", "the one named before")
            out.anchor = (draft.i, draft.j)
            out.edge = context.edge(i, j)
            return out
    return None


FINE = {"second": 0, "minute": 0, "hour": 0, "daypart": 0, "day": 0, "weekend": 1, "week": 1,
        "month": 2, "quarter": 3, "season": 3, "half": 3, "year": 4, "decade": 5}  # fmt: skip
FINE_UNIT = {"D": 0, "WE": 1, "W": 1, "M": 2, "Q": 3, "Y": 4, "E": 5}


def _shifted(context: Context, i: int, j: int, count: int, unit: str) -> Draft | None:
    """Return the time `count` units from the last time in the text, if there is one."""
    for draft in reversed(context.drafts[-4:]):
        found = calendar.bounds(draft.value)
        if not found:
            continue
        if FINE.get(found[2], 9) > FINE_UNIT.get(unit, 0) and unit not in "YEC":
            return None
        day = calendar.step(found[0], count, unit)
        out = Draft(i, j, "DATE", calendar.value_of(day, unit), "narrative")
        out.reason = "counted from the time named before"
        out.anchor = (draft.i, draft.j)
        return out
    return None


def ago(context: Context, i: int, j: int) -> Draft | None:
    """Read "two years ago", "a week earlier", "three days later", "36 years before"."""
    tokens, now = context.tokens, context.published
    if context.rule == "yearago":
        return _year_before(context, i, j) or _last_year(context, i, j)
    k = context.at(i, j, "unit", "units", "quarter", "quarters")
    last = context.at(i, j, "ago", "earlier", "later", "hence", "before")
    if k is None or last is None:
        return None
    unit, way = tokens.values[k], int(tokens.values[last])
    count = read.number(context, i, k)
    few = context.at(i, k, "few") is not None
    fixed = tokens.classes[last] in {"ago", "hence"}
    if few or count is None:
        value = "PAST_REF" if way < 0 else "FUTURE_REF"
        return Draft(i, j, "DATE", value, "publication", "a vague number of units")
    if unit in "HIS":
        return _hours(context, i, j, way * count, unit)
    if not fixed and not (unit == "Y" and count == 1 and way < 0):
        shifted = _shifted(context, i, j, int(way * count), unit)
        if shifted:
            return shifted
    if unit == "Y" and count == 1 and way < 0:
        quarter = _year_before(context, i, j)
        if quarter:
            return quarter
    if now is None:
        return Draft(i, j, "DURATION", read.amount(count, unit), reason=UNKNOWN)
    day = calendar.step(now, int(way * count), unit)
    value = calendar.value_of(day, "Y" if unit in "ECL" else unit)
    out = Draft(i, j, "DATE", value, "publication", COUNTED)
    out.approximate = context.hedged(i, j) or unit in "ECL"
    return out


def _hours(context: Context, i: int, j: int, count: float, unit: str) -> Draft:
    reason = "a number of hours or minutes"
    return Draft(i, j, "DURATION", read.amount(abs(count), unit), reason=reason)


def _last_year(context: Context, i: int, j: int) -> Draft | None:
    if context.published is None:
        return None
    value = f"{max(context.published.year - 1, 1):04}"
    return Draft(i, j, "DATE", value, "publication", COUNTED)


def _year_before(context: Context, i: int, j: int) -> Draft | None:
    """A year before the quarter that the text is about (reports on earnings)."""
    quarter = context.quarter(within=150)
    if not quarter or context.other_period(quarter):
        return None
    year, part = quarter.value.split("-", 1)
    if context.published and abs(int(year) - context.published.year) > 1:
        return None
    out = Draft(i, j, "DATE", f"{int(year) - 1:04}-{part}", "narrative")
    out.reason = "a year before the quarter named before"
    out.anchor = (quarter.i, quarter.j)
    return out


def edge(context: Context, i: int, j: int) -> Draft | None:
    """Read "year-end", "the end of the month", "the end of this week"."""
    tokens, now = context.tokens, context.published
    year = read.year_of(context, i, j)
    if year is None and now is None:
        return None
    k = context.at(i, j, "unit", "quarter", "weekend")
    way = int(context.value(i, j, "last", "next") or 0)
    unit = tokens.values[k] if k is not None else "Y"
    if unit in "HIS":
        return None
    if year is not None:
        value = f"{year:04}"
    else:
        assert now is not None  # noqa: S101  for the type checker
        value = calendar.value_of(calendar.step(now, way, unit if unit != "WE" else "W"), unit)
    out = Draft(i, j, "DATE", value, "publication", COUNTED, edge=context.edge(i, j) or "END")
    return out


def bare(context: Context, i: int, j: int) -> Draft | None:
    """Read a month, weekday, season or weekend by itself, or "the year"."""
    tokens, now = context.tokens, context.published
    k = context.at(i, j, "month", "weekday", "season", "softseason", "weekend", "unit", "quarter")
    if k is None:
        return None
    cls, name = tokens.classes[k], tokens.values[k]
    if cls in {"month", "weekday"}:
        return absolute.date(context, i, j)
    if now is None:
        return Draft(i, j, "DATE", "XXXX-" + name, reason=UNKNOWN)
    way = direction(context, i, j)
    if cls == "weekend":
        day = now if way > 0 or now.isoweekday() > 5 else calendar.add_days(now, -7)
        value = calendar.value_of(day, "WE")
    elif cls in {"season", "softseason"}:
        found = calendar.bounds(f"{now.year:04}-{name}")
        begin, end = (found[0], found[1]) if found else (now, now)
        year = now.year - (way <= 0 and begin > now) + (way > 0 and end < now)
        value = f"{year:04}-{name}"
    elif cls == "quarter":
        recent = context.quarter()
        value = recent.value if recent else calendar.value_of(calendar.add_months(now, -3), "Q")
    elif name == "Y" and tokens.lower[j : j + 1] in (["ended"], ["ending"], ["to"]):
        return Draft(i, j, "DURATION", "P1Y", reason="a year of the books")
    elif name == "Y":
        value = f"{now.year:04}"
    else:
        return None
    return Draft(i, j, "DATE", value, "publication", COUNTED, edge=context.edge(i, j))
