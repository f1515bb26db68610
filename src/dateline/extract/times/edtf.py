"""Extended Date/Time Format (Library of Congress 2019, ISO 8601-2): write and read.

Level 1, and of level 2 the quarters and halves (33-36, 40, 41), digits left open anywhere in the
year, qualifiers before or after a component, and sets of which one or all apply. Times of day and
years of more than four digits are not read: no report needs them.
"""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass

from dateline.extract.times import calendar
from dateline.model import Granularity

SEASON = {
    **{str(21 + n): name for n, name in enumerate(("SP", "SU", "FA", "WI") * 2)},
    **{str(33 + n): f"Q{n + 1}" for n in range(4)},
    "40": "H1",
    "41": "H2",
}
CODE = {name: code for code, name in reversed(list(SEASON.items()))}
QUALIFIED = {"?": (False, True), "~": (True, False), "%": (True, True), "": (False, False)}
DATE = re.compile(
    r"(?P<q0>[?~%]?)(?P<year>[\dX]{4})(?P<q1>[?~%]?)"
    r"(?:-(?P<q2>[?~%]?)(?P<month>\d\d|XX)(?P<q3>[?~%]?)"
    r"(?:-(?P<q4>[?~%]?)(?P<day>\d\d|XX)(?P<q5>[?~%]?))?)?"
)
BEGIN, END = "0000", "9999"


@dataclass(frozen=True, slots=True)
class Period:
    """What an EDTF string covers: first and last possible day, None where open or unknown.

    `approximate` is EDTF's "~" and `uncertain` its "?". `open_start` and `open_end` tell an open
    end ("..") from an unknown one.
    """

    earliest: dt.date | None
    latest: dt.date | None
    granularity: Granularity = "range"
    approximate: bool = False
    uncertain: bool = False
    open_start: bool = False
    open_end: bool = False


def read(text: str) -> Period:
    """Read an EDTF string.

    Raises:
        ValueError: where it is none, or is beyond the supported part.
    """
    if text[:1] in {"[", "{"} and text[-1:] == {"[": "]", "{": "}"}[text[:1]]:
        return _hull([read(part.strip().replace("..", "/")) for part in text[1:-1].split(",")])
    if "/" in text:
        first, _, last = text.partition("/")
        return _interval(first, last)
    return _date(text)


def _interval(first: str, last: str) -> Period:
    low = None if first in {"", ".."} else _date(first)
    high = None if last in {"", ".."} else _date(last)
    if low is None and high is None:
        raise ValueError(f"an interval without an end: {first}/{last}")
    earliest = low.earliest if low else None
    latest = high.latest if high else None
    if earliest and latest and earliest > latest:
        raise ValueError(f"ends before it begins: {first}/{last}")
    known = [end for end in (low, high) if end]
    return Period(
        earliest,
        latest,
        "range",
        approximate=any(end.approximate for end in known),
        uncertain=any(end.uncertain for end in known),
        open_start=first == "..",
        open_end=last == "..",
    )


def _hull(parts: list[Period]) -> Period:
    starts = [part.earliest for part in parts]
    ends = [part.latest for part in parts]
    return Period(
        None if None in starts else min(start for start in starts if start),
        None if None in ends else max(end for end in ends if end),
        "range",
        approximate=any(part.approximate for part in parts),
        uncertain=any(part.uncertain for part in parts),
    )


def _date(text: str) -> Period:
    match = DATE.fullmatch(text)
    if not match:
        raise ValueError(f"not an EDTF date: {text}")
    marks = [QUALIFIED[match[f"q{index}"] or ""] for index in range(6)]
    approximate, uncertain = any(mark[0] for mark in marks), any(mark[1] for mark in marks)
    year, month, day = match["year"], match["month"], match["day"]
    if month in SEASON and day is None:
        if "X" in year:
            raise ValueError(f"a season of an unknown year: {text}")
        found = calendar.bounds(f"{year}-{SEASON[month]}")
        if found is None:
            raise ValueError(f"not an EDTF date: {text}")
        return Period(*found, approximate, uncertain)
    return Period(*_bounds(year, month, day), approximate, uncertain)


def _bounds(year: str, month: str | None, day: str | None) -> calendar.Bounds:
    low, high = (
        int("".join(a if b == "X" else b for a, b in zip(edge, year, strict=True)))
        for edge in (BEGIN, END)
    )
    low = max(low, 1)
    first, last = (1, 12) if month in {None, "XX"} else (int(str(month)), int(str(month)))
    if day in {None, "XX"}:
        begin, end = dt.date(low, first, 1), dt.date(high, last, monthrange(high, last)[1])
    else:
        begin, end = dt.date(low, first, int(str(day))), dt.date(high, last, int(str(day)))
    return begin, end, _granularity(year, month, day)


def _granularity(year: str, month: str | None, day: str | None) -> Granularity:
    if "X" in year:
        forms: dict[str, Granularity] = {"X": "decade", "XX": "century"}
        return forms.get(year.lstrip("0123456789"), "range") if month is None else "range"
    if month == "XX":
        return "year" if day in {None, "XX"} else "range"
    if day == "XX":
        return "month"
    return "year" if month is None else "month" if day is None else "day"


def write(period: Period) -> str:
    """Write a period as EDTF, as short as it can be said; empty where both ends are unknown."""
    mark = {(False, True): "?", (True, False): "~", (True, True): "%", (False, False): ""}[
        period.approximate, period.uncertain
    ]
    earliest, latest = period.earliest, period.latest
    if earliest is None or latest is None:
        if earliest is None and latest is None:
            return ""
        start = f"{_day(earliest)}{mark}" if earliest else ".." if period.open_start else ""
        end = f"{_day(latest)}{mark}" if latest else ".." if period.open_end else ""
        return f"{start}/{end}"
    return (
        f"{whole}{mark}"
        if (whole := _whole(period))
        else (f"{_day(earliest)}{mark}/{_day(latest)}{mark}")
    )


def _day(day: dt.date) -> str:
    return day.isoformat()


def _whole(period: Period) -> str:
    """Return the one date that covers the period exactly, or an empty string."""
    earliest, latest = period.earliest, period.latest
    if earliest is None or latest is None:
        return ""
    year = f"{latest.year:04}"
    forms: dict[str, tuple[str, ...]] = {
        "day": (_day(earliest),),
        "month": (f"{year}-{latest.month:02}",),
        "quarter": tuple(f"{year}-{CODE[name]}" for name in ("Q1", "Q2", "Q3", "Q4")),
        "half": tuple(f"{year}-{CODE[name]}" for name in ("H1", "H2")),
        "season": tuple(f"{year}-{CODE[name]}" for name in ("SP", "SU", "FA", "WI")),
        "year": (year,),
        "decade": (f"{year[:3]}X",),
        "century": (f"{year[:2]}XX",),
    }
    for form in forms.get(period.granularity, ()):
        found = _date(form)
        if (found.earliest, found.latest) == (earliest, latest):
            return form
    return _day(earliest) if earliest == latest else ""


def text_of(
    earliest: dt.date | None,
    latest: dt.date | None,
    granularity: Granularity,
    *,
    approximate: bool = False,
) -> str:
    """Return the EDTF string of the days between, empty where nothing is known."""
    return write(Period(earliest, latest, granularity, approximate=approximate))
