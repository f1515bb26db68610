"""Named times one step away: "last March", "this Friday", "next summer", "last Thanksgiving"."""

import datetime as dt

from dateline.extract.times import calendar
from dateline.extract.times.context import Context, Draft
from dateline.extract.times.direction import direction
from dateline.extract.times.relative import COUNTED, UNKNOWN

NAMES = ("month", "weekday", "season", "softseason", "holiday", "weekend")


def relname(context: Context, i: int, j: int) -> Draft | None:
    """Read "last March", "this Friday", "next summer", "June last year", "last Thanksgiving"."""
    tokens, now = context.tokens, context.published
    way = int(context.value(i, j, "last", "next", "this", "same", "past", "that") or 0)
    k = context.at(i, j, *NAMES)
    if k is None:
        return None
    if now is None:
        return Draft(i, j, "DATE", "XXXX-XX", reason=UNKNOWN)
    cls, name = tokens.classes[k], tokens.values[k]
    if context.at(i, j, "unit") is not None:
        value = f"{calendar.year_text(now.year + way)}-{int(name):02}"
    elif cls == "weekend":
        value = calendar.value_of(calendar.add_days(now, 7 * way), "WE")
    elif cls == "weekday":
        value = _weekday(int(name), way or _near(context, i, j, now, int(name)), now)
    elif cls == "month":
        year = now.year
        year += (way > 0 and int(name) <= now.month) - (way < 0 and int(name) >= now.month)
        value = f"{calendar.year_text(year)}-{int(name):02}"
    elif cls == "holiday":
        value = _holiday(name, way, now)
    else:
        value = _season(name, way, now)
    return Draft(i, j, "DATE", value, "publication", COUNTED, edge=context.edge(i, j))


def _near(context: Context, i: int, j: int, now: dt.date, weekday: int) -> int:
    """Return the direction of "this Friday": ahead, unless the tense says it is over."""
    if now.isoweekday() == weekday:
        return 0
    return -1 if direction(context, i, j) < 0 else 1


def _weekday(weekday: int, way: int, now: dt.date) -> str:
    back = (now.isoweekday() - weekday) % 7
    if way == 0:
        return now.isoformat()
    if way < 0:
        return calendar.add_days(now, -(back or 7)).isoformat()
    # "Next Friday" said on a Tuesday is read as the coming one, as news does.
    return calendar.add_days(now, 7 - back).isoformat()


def _holiday(rule: str, way: int, now: dt.date) -> str:
    days = calendar.holidays(rule, now.year)
    if way < 0:
        return max((day for day in days if day < now), default=days[0]).isoformat()
    if way > 0:
        return min((day for day in days if day > now), default=days[-1]).isoformat()
    return min(days, key=lambda day: (day.year != now.year, day)).isoformat()


def _season(name: str, way: int, now: dt.date) -> str:
    year = now.year
    begin, end, _ = calendar.bounds(f"{year:04}-{name}") or (now, now, "")
    if way < 0:
        year -= now <= end
    elif way > 0:
        year += begin <= now
    return f"{calendar.year_text(year)}-{name}"
