"""Durations, sets and vague references."""

from dateline.extract.times import calendar, read
from dateline.extract.times.context import Context, Draft

LENGTH = "a length of time"


def duration(context: Context, i: int, j: int) -> Draft | None:
    """Read "two years", "a two-day", "several weeks", "nearly a decade", "decades"."""
    tokens = context.tokens
    k = context.at(i, j, "unit", "units", "quarter", "quarters", "second")
    if k is None:
        return None
    unit = tokens.values[k] if tokens.classes[k] != "second" else "S"
    count = read.number(context, i, k)
    half = context.at(k, j, "half") is not None
    if count is not None and half:
        count += 0.5
    value = read.amount(1 if context.rule == "unitlong" else count, unit)
    return Draft(i, j, "DURATION", value, reason=LENGTH, approximate=context.hedged(i, j))


def compound(context: Context, i: int, j: int) -> Draft | None:
    """Read "an hour and 45 minutes", "two years and three months"."""
    k = context.at(i, j, "unit")
    if k is None:
        return None
    first = read.amount(read.number(context, i, k), context.tokens.values[k])
    second = read.amount(read.number(context, k + 2, j - 1), context.tokens.values[j - 1])
    value = first + second.removeprefix("PT" if "T" in first else "P")
    return Draft(i, j, "DURATION", value, reason=LENGTH, approximate=context.hedged(i, j))


def span(context: Context, i: int, j: int) -> Draft | None:
    """Read "the past three months", "the next two weeks", "recent years"."""
    tokens, now = context.tokens, context.published
    k = context.at(i, j, "unit", "units", "quarter", "quarters")
    if k is None:
        return None
    unit = tokens.values[k]
    count = read.number(context, i, k)
    out = Draft(i, j, "DURATION", read.amount(count, unit), reason=LENGTH)
    out.approximate = context.hedged(i, j) or count is None
    if context.at(i, k, "recent") is not None:
        if context.at(i, k, "few") is None and unit in "YD":
            out.kind, out.value = "DATE", "PAST_REF"
        return out
    way = int(context.value(i, j, "last", "next", "past") or 0)
    if now is None or count is None or not way or unit in "HIS":
        return out
    day = calendar.step(now, int(way * count), unit)
    out.basis, out.reason = "publication", "a length of time up to or from the publication date"
    out.days = (min(day, now), max(day, now))
    return out


def every(context: Context, i: int, j: int) -> Draft | None:
    """Read "every day", "each Thursday", "every two years", "daily", "weekdays"."""
    tokens = context.tokens
    reason = "happens again and again"
    if context.rule == "nights":
        value = f"XXXX-WXX-{tokens.values[i]}T{tokens.values[i + 1]}"
        return Draft(i, j, "SET", value, reason=reason)
    k = context.at(i, j, "setword", "weekdays", "weekends", "weekday", "month", "season",
                   "softseason", "holiday", "weekend", "daypart")  # fmt: skip
    if k is not None:
        cls, value = tokens.classes[k], tokens.values[k]
        forms = {
            "weekdays": f"XXXX-WXX-{value}", "weekday": f"XXXX-WXX-{value}",
            "weekends": "XXXX-WXX-WE", "weekend": "XXXX-WXX-WE", "month": f"XXXX-{value:0>2}",
            "season": f"XXXX-{value}", "softseason": f"XXXX-{value}",
            "daypart": f"XXXX-XX-XXT{value}", "holiday": f"XXXX-{value}",
        }  # fmt: skip
        return Draft(i, j, "SET", forms.get(cls, value), reason=reason)
    k = context.at(i, j, "unit", "units", "quarter", "quarters", "second")
    if k is None:
        return None
    count = read.number(context, i, k) or (2 if context.at(i, k, "other") is not None else 1)
    unit = "S" if tokens.classes[k] == "second" else tokens.values[k]
    return Draft(i, j, "SET", read.amount(count, unit), reason=reason)


def ref(context: Context, i: int, j: int) -> Draft | None:
    """Read "now", "currently", "recently", "soon", "the future"."""
    value = "PAST_REF" if context.rule == "thepast" else context.tokens.values[i]
    out = Draft(i, j, "DATE", value, "publication", "a reference to the time of writing")
    out.approximate = True
    return out
