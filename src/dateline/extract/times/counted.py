"""Times counted from another: "two years ago", "a week later", "year-end", and names alone."""

from dateline.extract.times import absolute, calendar, read, relative
from dateline.extract.times.context import Context, Draft
from dateline.extract.times.direction import direction
from dateline.extract.times.relative import COUNTED, UNKNOWN

FRIDAY = 5


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
        shifted = relative.shifted(context, i, j, int(way * count), unit)
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
        day = now if way > 0 or now.isoweekday() > FRIDAY else calendar.add_days(now, -7)
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
