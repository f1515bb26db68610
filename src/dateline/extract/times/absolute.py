"""Dates that name a day, month, season or year, with or without the year."""

import datetime as dt

from dateline.extract.times import calendar, read
from dateline.extract.times.context import Context, Draft
from dateline.extract.times.direction import cue, direction

MONTHS, CENTURY = 12, 100
NOW = "no year is given and no publication date is known"


def date(context: Context, i: int, j: int) -> Draft | None:
    """Read "Monday, June 16, 2021", "16 June", "May 2021", "Christmas 2020", "6/16/2021"."""
    found = day_value(context, i, j)
    if not found:
        return None
    value, basis, reason = found
    draft = Draft(i, j, "DATE", value, edge=context.edge(i, j), reason=reason)
    draft.basis = "publication" if basis else "explicit"
    draft.approximate = context.hedged(i, j)
    return draft


def day_value(context: Context, i: int, j: int) -> tuple[str, bool, str] | None:
    """Return value, whether it leans on the publication date, and reason of a date."""
    tokens = context.tokens
    k = context.at(i, j, "isodate", "numdate", "deictic")
    if k is not None:
        return _token(context, k)
    year = read.year_of(context, i, j)
    month = context.at(i, j, "month", "lowmonth")
    k = context.at(i, j, "holiday")
    if k is not None:
        return _holiday(context, k, i, j, year)
    if month is not None:
        number = int(tokens.values[month])
        low = max(month - 3, i)
        day = read.day_of(context, month + 1, min(j, month + 3)) or read.day_of(context, low, month)
        weekday = context.value(i, j, "weekday", "wday")
        return month_day(context, i, j, year, number, day, int(weekday) if weekday else 0)
    k = context.at(i, j, "season", "softseason")
    if k is not None and year is not None:
        return f"{year:04}-{tokens.values[k]}", False, "names the season and the year"
    k = context.at(i, j, "weekday", "wday")
    if k is not None:
        return weekday_value(context, i, j, int(tokens.values[k]))
    return None


def month_day(
    context: Context, i: int, j: int, year: int | None, month: int, day: int | None, weekday: int
) -> tuple[str, bool, str] | None:
    """Return the value of a month with or without day, year and weekday (1-7, 0 none)."""
    if year is not None:
        return _checked(year, month, day), False, "names the date in full"
    year = _named_year(context, i)
    if year is not None:
        return _checked(year, month, day), False, "the year of the event it belongs to"
    if context.published is None:
        return f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), False, NOW
    years = range(max(context.published.year - 1, 1), min(context.published.year + 1, 9999) + 1)
    days = [found for found in (calendar.day(each, month, day or 1) for each in years) if found]
    if weekday:
        days = [each for each in days if each.isoweekday() == weekday] or days
    if not days:
        return _checked(context.published.year, month, day), True, "no such day in these years"
    way, far = cue(context, i, j)
    why = WHY[way]
    chosen = choose(days, context.published, way, "D" if day else "M", near=far <= CLOSE)
    return _checked(chosen.year, month, day), True, f"the year by {why}"


def _named_year(context: Context, i: int) -> int | None:
    """Return 2016 for the month of "the 2016 Summer Olympics in August"."""
    last = context.drafts[-1] if context.drafts else None
    tokens = context.tokens
    if last is None or not 1 < i - last.j <= BESIDE or tokens.classes[i - 1] != "in":
        return None
    plain = all(tokens.text[tokens.starts[k]].isupper() for k in range(last.j, i - 1))
    alone = plain and tokens.classes[last.i : last.j] == ["year"]
    return int(last.value) if alone and last.value.isdigit() else None


BESIDE = 5  # tokens


# Days that the wrong side costs: a date near by counts more than a tense cue farther away.
# Chosen on TimeBank and AQUAINT: 150 to 250 do equally well for days and for months.
AGAINST = 200


# Tokens: a future cue this close ("expires on December 5") decides alone; 2 to 8 do equally well
# on TimeBank and AQUAINT.
CLOSE = 3
DECISIVE = 400
PAST = 30  # days that a day ahead costs where no cue tells: news looks back


def choose(days: list[dt.date], published: dt.date, way: int, unit: str, *, near: bool) -> dt.date:
    """Return the candidate that is nearest, a cost added to those against the direction."""
    against = DECISIVE if near and way > 0 else AGAINST

    def cost(day: dt.date) -> int:
        away = (day - published).days
        if unit == "M":
            away = ((day.year - published.year) * 12 + day.month - published.month) * 30
        back = PAST if not way and away > 0 else 0
        return abs(away) + back + (against if away * way < 0 else 0)

    return min(days, key=lambda day: (cost(day), day))


def weekday_value(context: Context, i: int, j: int, weekday: int) -> tuple[str, bool, str]:
    """Return the day of a bare weekday, by the tense near by."""
    if context.published is None:
        return f"XXXX-WXX-{weekday}", False, "no publication date is known"
    way = direction(context, i, j)
    why = WHY[way]
    now = context.published
    back = (now.isoweekday() - weekday) % 7
    day = calendar.add_days(now, -back if way <= 0 or not back else 7 - back)
    return day.isoformat(), True, f"the {'next' if way > 0 else 'last'} such day, by {why}"


WHY = {-1: "a past tense near by", 1: "a future cue near by", 0: "nearness"}


def _token(context: Context, k: int) -> tuple[str, bool, str] | None:
    value = context.tokens.values[k]
    if context.tokens.classes[k] == "isodate":
        return (value, False, "an ISO date") if calendar.bounds(value) else None
    if context.tokens.classes[k] == "numdate":
        found = _numeric(context, value)
        return (found.isoformat(), False, "a date in numbers") if found else None
    if context.today is None:
        return "XXXX-XX-XX", False, "no publication date is known"
    day = calendar.add_days(context.today, int(value))
    return day.isoformat(), True, context.today_is


def _numeric(context: Context, value: str) -> dt.date | None:
    one, two, last = (int(part) for part in value.replace(".", "/").split("/"))
    year = last if last >= CENTURY else read.century(last, context)
    # Day first where dots are used or the first number can be no month.
    if "." in value or one > MONTHS:
        return calendar.day(year, two, one)
    return calendar.day(year, one, two)


def _holiday(
    context: Context, k: int, i: int, j: int, year: int | None
) -> tuple[str, bool, str] | None:
    rule = context.tokens.values[k]
    if rule[:4].isdigit():
        return rule, False, "a day in history"
    if year is not None:
        if not dt.MINYEAR <= year <= dt.MAXYEAR:
            return None  # counted back beyond the first year
        return calendar.holiday(rule, year).isoformat(), False, "the holiday of that year"
    if context.published is None:
        return "XXXX-XX-XX" if "-" not in rule[:3] else f"XXXX-{rule}", False, NOW
    days = calendar.holidays(rule, context.published.year)
    way, far = cue(context, i, j)
    chosen = choose(days, context.published, way, "D", near=far <= CLOSE)
    why = WHY[way]
    return chosen.isoformat(), True, f"the year by {why}"


def _checked(year: int, month: int, day: int | None) -> str:
    if day is None or calendar.day(year, month, day) is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"
