"""Quarters, halves, fiscal years, years, decades, centuries."""

from dateline.extract.times import calendar, read
from dateline.extract.times.context import Context, Draft
from dateline.extract.times.direction import direction

QUARTER = 3  # months


def quarter(context: Context, i: int, j: int) -> Draft | None:
    """Read "the third quarter", "fiscal first quarter of 1990", "the year-ago quarter"."""
    tokens = context.tokens
    k = context.at(i, j, "quarter", "half", "period", "qnum")
    if k is None:
        return None
    unit = "H" if tokens.classes[k] == "half" or tokens.lower[k][0] == "h" else "Q"
    nth = _nth(context, i, j, k, unit)
    if nth is None:
        return _same(context, i, j, unit)
    if not 1 <= nth <= PARTS[unit]:
        return None
    year = read.year_of(context, i, j)
    edge = context.edge(i, j)
    if year is not None:
        value = f"{calendar.year_text(year)}-{unit}{nth}"
        return Draft(i, j, "DATE", value, reason="names the period and the year", edge=edge)
    if tokens.classes[k] == "qnum" and unit == "H":
        return None
    value = f"{_year_by_tense(context, i, j, unit, nth)}-{unit}{nth}"
    return Draft(i, j, "DATE", value, "publication", "the last such period begun", edge=edge)


PARTS = {"H": 2, "Q": 4}


def _nth(context: Context, i: int, j: int, k: int, unit: str) -> int | None:
    if context.tokens.classes[k] == "qnum":
        return int(context.tokens.lower[k][1:])
    if context.at(i, j, "final") is not None or context.rule == "lasthalf":
        return PARTS[unit]
    return read.day_of(context, i, j)


def _year_by_tense(context: Context, i: int, j: int, unit: str, nth: int) -> str:
    now = context.published
    if now is None:
        return "XXXX"
    way = int(context.value(i, j, "last", "next", "yearago") or 0)
    first = (nth - 1) * 12 // PARTS[unit] + 1
    year = now.year + way
    if not way and first > now.month:
        year -= direction(context, i, j) <= 0 or first - now.month > QUARTER
    return calendar.year_text(year)


def _same(context: Context, i: int, j: int, unit: str) -> Draft | None:
    """Read the quarter that the text is about, or the same of another year."""
    year = read.year_of(context, i, j)
    back = context.at(i, j, "yearago", "ago", "earlier", "unit") is not None
    recent = context.quarter()
    if context.at(i, j, "that") is not None:
        recent = context.recent("quarter")
    now = context.published
    named = year is not None or back
    whole = named and context.at(i, j, "period") is not None
    if whole and recent and now and context.other_period(recent):
        value = calendar.year_text(year or now.year - 1)
        return Draft(i, j, "DATE", value, "narrative", "the year before that period")
    value = _meant(context, i, j, unit, recent, named=named)
    if not value:
        return None
    value = calendar.year_text(year or int(value[:4]) - back) + value[4:]
    out = Draft(i, j, "DATE", value, "narrative", "the quarter the text is about")
    out.anchor = (recent.i, recent.j) if recent else None
    return out


def _meant(
    context: Context, i: int, j: int, unit: str, recent: Draft | None, *, named: bool
) -> str:
    """Return the value of "this quarter", "last quarter", or of the one the text is about."""
    now = context.published
    if now and context.at(i, j, "this", "current") is not None:
        return calendar.value_of(now, unit)
    if now and not named and context.at(i, j, "last", "next") is not None:
        way = int(context.value(i, j, "last", "next"))
        return calendar.value_of(calendar.step(now, way, unit), unit)
    if recent:
        return recent.value
    return calendar.value_of(calendar.add_months(now, -QUARTER), unit) if now else ""


def year(context: Context, i: int, j: int) -> Draft | None:
    """Read "2021", "mid-2021", "fiscal 2022", "the year 2000"."""
    value = read.year_of(context, i, j)
    if value is None:
        return None
    out = Draft(i, j, "DATE", f"{value:04}", reason="names the year", edge=context.edge(i, j))
    out.approximate = context.hedged(i, j)
    return out


def numyear(context: Context, i: int, j: int) -> Draft | None:
    """Read "nineteen ninety-six", "two thousand ten"."""
    value = read.spelled_year(context, i, j)
    if value is None:
        return None
    return Draft(i, j, "DATE", f"{value:04}", reason="spells the year", edge=context.edge(i, j))


def decade(context: Context, i: int, j: int) -> Draft | None:
    """Read "the 1990s", "the '80s", "the early nineties", "the 20th century", "last century"."""
    tokens = context.tokens
    k = context.at(i, j, "decadenum", "shortdecade", "decade")
    reason = "names the decade"
    if k is not None:
        digits = "".join(char for char in tokens.values[k] if char.isdigit())
        cls = tokens.classes[k]
        if cls == "decadenum":
            value = digits[:3]
        else:
            value = f"{read.century(int(digits[0]) * 10, context, ahead=0):04}"[:3]
        return Draft(i, j, "DATE", value, reason=reason, edge=context.edge(i, j))
    k = context.at(i, j, "unit")
    if k is None or tokens.values[k] != "C":
        return None
    nth = context.at(i, j, "ordinal")
    if nth is not None:
        value = f"{max(read.ordinal(tokens.values[nth]) - 1, 0):02}"
        if len(value) != len("19"):
            return None
        return Draft(i, j, "DATE", value, reason="names the century", edge=context.edge(i, j))
    if context.published is None:
        return None
    way = int(context.value(i, j, "last", "next", "this", "past") or 0)
    value = calendar.value_of(calendar.step(context.published, way, "C"), "C")
    return Draft(i, j, "DATE", value, "publication", "counted from the publication date")


def fiscal(context: Context, i: int, j: int) -> Draft | None:
    """Read "the fiscal year", "the latest fiscal year", "the fiscal year ended June 30"."""
    if context.published is None or context.tokens.lower[j : j + 1] in ENDED:
        return Draft(i, j, "DURATION", "P1Y", reason="a year of the books")
    way = int(context.value(i, j, "last", "next") or 0)
    way = -1 if context.at(i, j, "latest") is not None else way
    value = calendar.year_text(context.published.year + way)
    return Draft(i, j, "DATE", value, "publication", "counted from the publication date")


ENDED = (["ended"], ["ending"])
