"""Quarters, halves, fiscal years, years, decades, centuries."""

from dateline.extract.times import calendar, read
from dateline.extract.times.context import Context, Draft
from dateline.extract.times.direction import direction

QUARTER = 3  # months


def quarter(context: Context, i: int, j: int) -> Draft | None:
    """Read "the third quarter", "fiscal first quarter of 1990", "the year-ago quarter"."""
    tokens, now = context.tokens, context.published
    k = context.at(i, j, "quarter", "half", "period", "qnum")
    if k is None:
        return None
    unit = "H" if tokens.classes[k] == "half" or tokens.lower[k][0] == "h" else "Q"
    year = read.year_of(context, i, j)
    nth = read.day_of(context, i, j)
    if tokens.classes[k] == "qnum":
        nth = int(tokens.lower[k][1:])
        if unit == "H" and year is None:
            return None
    if context.at(i, j, "final") is not None or context.rule == "lasthalf":
        nth = 2 if unit == "H" else 4
    way = int(context.value(i, j, "last", "next", "yearago") or 0)
    if nth is None:
        if context.rule == "lastquarter":
            return _same(context, i, j, unit, None, -1, back=True)
        return _same(context, i, j, unit, year, way)
    if not 1 <= nth <= (2 if unit == "H" else 4):
        return None
    basis, reason = "explicit", "names the period and the year"
    if year is None:
        if now is None:
            return Draft(i, j, "DATE", f"XXXX-{unit}{nth}", reason="no publication date is known")
        basis, reason = "publication", "the last such period begun"
        year = now.year + way
        first = 3 * nth - 2 if unit == "Q" else 6 * nth - 5
        if not way and first > now.month:
            year -= direction(context, i, j) <= 0 or first - now.month > QUARTER
    out = Draft(i, j, "DATE", f"{year:04}-{unit}{nth}", basis, reason)  # type: ignore[arg-type]
    out.edge = context.edge(i, j)
    return out


def _same(
    context: Context, i: int, j: int, unit: str, year: int | None, way: int, *, back: bool = False
) -> Draft | None:
    """The quarter that the text is about, this year, the year before, or of a year named."""
    now = context.published
    recent = context.quarter()
    if now is None and not recent:
        return None
    yearago = back or context.at(i, j, "yearago", "ago", "earlier", "unit") is not None
    if context.at(i, j, "period") is not None and (year is not None or yearago):  # noqa
        if recent and context.other_period(recent) and (now or year):
            before = year if year is not None else now.year - 1 if now else 0
            return Draft(i, j, "DATE", f"{before:04}", "narrative", "the year before that period")
    if context.at(i, j, "this", "current") is not None and now:
        value = calendar.value_of(now, unit)
    elif context.at(i, j, "that") is not None and context.recent("quarter"):
        recent = context.recent("quarter")
        value = recent.value if recent else ""
    elif context.at(i, j, "last", "next") is not None and now and year is None and not yearago:
        value = calendar.value_of(calendar.step(now, way, unit), unit)
    elif recent:
        value = recent.value
    else:
        value = calendar.value_of(calendar.add_months(now, -3), unit) if now else ""
    if yearago:
        value = f"{int(value[:4]) - 1:04}{value[4:]}"
    if year is not None:
        value = f"{year:04}{value[4:]}"
    out = Draft(i, j, "DATE", value, "narrative", "the quarter the text is about")
    out.anchor = (recent.i, recent.j) if recent else None
    return out


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
            value = f"{read.century(int(digits[0]) * 10, context):04}"[:3]
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
    value = f"{context.published.year + way:04}"
    return Draft(i, j, "DATE", value, "publication", "counted from the publication date")


ENDED = (["ended"], ["ending"])
