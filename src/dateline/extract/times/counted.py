"""Times counted from another: "two years ago", "a week later", "year-end", and names alone."""

from dateline.extract.times import absolute, calendar, read, relative
from dateline.extract.times.context import Context, Draft
from dateline.extract.times.direction import direction
from dateline.extract.times.relative import COUNTED, UNKNOWN

FRIDAY = 5


def ago(context: Context, i: int, j: int) -> Draft | None:
    """Read "two years ago", "a week earlier", "three days later", "year-ago"."""
    tokens = context.tokens
    if context.rule == "yearago":
        return _year_before(context, i, j) or _last_year(context, i, j)
    k = context.at(i, j, "unit", "units", "quarter", "quarters")
    last = context.at(i, j, "ago", "earlier", "later", "hence")
    if k is None or (last is None and context.rule != "yearson"):
        return None
    unit, way = tokens.values[k], 1 if last is None else int(tokens.values[last])
    count = read.number(context, i, k)
    if count is None or context.at(i, k, "few") is not None:
        value = "PAST_REF" if way < 0 else "FUTURE_REF"
        return Draft(i, j, "DATE", value, "publication", "a vague number of units")
    if unit in relative.TIMES_OF_DAY:
        reason = "a number of hours or minutes"
        return Draft(i, j, "DURATION", read.amount(count, unit), reason=reason)
    count, unit = refine(count, unit)
    found = _year_before(context, i, j) if (unit, count, way) == ("Y", 1, -1) else None
    counts_on = last is None or tokens.classes[last] == "later"
    if found is None and (counts_on or context.at(i, j, "earlier") is not None):
        found = relative.shifted(context, i, j, int(way * count), unit)
    if found is None and counts_on:
        reason = "a length of time after something that the text does not date"
        return Draft(i, j, "DURATION", read.amount(count, unit), reason=reason)
    return found or _from_publication(context, i, j, way * count, unit)


def refine(count: float, unit: str) -> tuple[float, str]:
    """Return a count without a fraction: half a century as 50 years, half a year as 6 months."""
    if count == int(count) or unit not in FINER:
        return count, unit
    factor, finer = FINER[unit]
    return round(count * factor), finer


FINER = {"Y": (12, "M"), "E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y"), "W": (7, "D"),
         "M": (30, "D")}  # fmt: skip


def _from_publication(context: Context, i: int, j: int, count: float, unit: str) -> Draft:
    if context.published is None:
        return Draft(i, j, "DURATION", read.amount(abs(count), unit), reason=UNKNOWN)
    day = calendar.step(context.published, int(count), unit)
    value = calendar.value_of(day, "Y" if unit in "ECL" else unit)
    out = Draft(i, j, "DATE", value, "publication", COUNTED)
    out.approximate = context.hedged(i, j) or unit in "ECL"
    return out


def _last_year(context: Context, i: int, j: int) -> Draft | None:
    if context.published is None:
        return None
    value = calendar.year_text(context.published.year - 1)
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
    k = context.at(i, j, "unit", "quarter", "weekend")
    unit = tokens.values[k] if k is not None else "Y"
    if unit in relative.TIMES_OF_DAY or (year is None and now is None):
        return None
    value = calendar.year_text(year or 0)
    if year is None and now is not None:
        way = int(context.value(i, j, "last", "next") or 0)
        value = calendar.value_of(calendar.step(now, way, unit if unit != "WE" else "W"), unit)
    return Draft(i, j, "DATE", value, "publication", COUNTED, edge=context.edge(i, j) or "END")


def bare(context: Context, i: int, j: int) -> Draft | None:
    """Read a month, weekday, season or weekend by itself, or "the year"."""
    tokens, now = context.tokens, context.published
    k = context.at(i, j, "month", "weekday", "season", "softseason", "weekend", "unit", "quarter")
    if k is None:
        return None
    cls, name = tokens.classes[k], tokens.values[k]
    if cls in {"month", "weekday"}:
        return absolute.date(context, i, j)
    if name == "Y" and tokens.lower[j : j + 1] in (["ended"], ["ending"], ["to"]):
        return Draft(i, j, "DURATION", "P1Y", reason="a year of the books")
    if now is None:
        return Draft(i, j, "DATE", "XXXX-" + name, reason=UNKNOWN)
    way = direction(context, i, j)
    if cls == "weekend":
        day = now if way > 0 or now.isoweekday() > FRIDAY else calendar.add_days(now, -7)
        value = calendar.value_of(day, "WE")
    elif cls in {"season", "softseason"}:
        begin, end, _ = calendar.bounds(f"{now.year:04}-{name}") or (now, now, "")
        year = now.year - (way <= 0 and begin > now) + (way > 0 and end < now)
        value = f"{calendar.year_text(year)}-{name}"
    elif cls == "quarter":
        recent = context.quarter()
        value = recent.value if recent else calendar.value_of(calendar.add_months(now, -3), "Q")
    else:
        value = calendar.value_of(now, "Y") if name == "Y" else ""
    if not value:
        return None
    return Draft(i, j, "DATE", value, "publication", COUNTED, edge=context.edge(i, j))
