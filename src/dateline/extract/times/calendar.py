"""Arithmetic on TIMEX3 values of the calendar: bounds, steps, weeks, quarters, holidays."""

import datetime as dt
import re
from calendar import monthrange

from dateline.model import Granularity

Bounds = tuple[dt.date, dt.date, Granularity]

# First and last (month, day); wide enough for the meteorological and the astronomical season.
SEASONS = {"SP": ((3, 1), (6, 20)), "SU": ((6, 1), (9, 22)), "FA": ((9, 1), (12, 20))}
VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<season>SP|SU|FA|WI)|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|W(?P<week>\d\d)(?P<we>-WE)?|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?$"
)
DECADE = re.compile(r"\d{3}$")
CENTURY = re.compile(r"\d{2}$")
DAYPARTS = frozenset({"MO", "MI", "AF", "EV", "NI", "DT"})


def bounds(value: str) -> Bounds | None:
    """Return first and last possible day and granularity of a TIMEX3 value, or None."""
    day, _, clock = value.partition("T")
    try:
        found = _bounds(day)
    except ValueError:
        return None
    if not found or not clock:
        return found
    kind: Granularity = "daypart"
    if clock not in DAYPARTS:
        kind = ("hour", "minute", "second")[min(clock.count(":"), 2)]
    return found[0], found[1], kind


def _bounds(value: str) -> Bounds | None:  # noqa: PLR0911  one return a form of value
    if DECADE.match(value):
        return dt.date(int(value) * 10 or 1, 1, 1), dt.date(int(value) * 10 + 9, 12, 31), "decade"
    if CENTURY.match(value):
        return (
            dt.date(int(value) * 100 or 1, 1, 1),
            dt.date(int(value) * 100 + 99, 12, 31),
            "century",
        )
    match = VALUE.match(value)
    if not match:
        return None
    year = int(match["year"])
    if match["week"]:
        first = dt.date.fromisocalendar(year, int(match["week"]), 1)
        if match["we"]:
            return first + dt.timedelta(5), first + dt.timedelta(6), "weekend"
        return first, first + dt.timedelta(6), "week"
    if match["day"]:
        day = dt.date(year, int(match["month"]), int(match["day"]))
        return day, day, "day"
    if match["month"]:
        return _months(year, int(match["month"]), 1, "month")
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3, "quarter")
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, 6, "half")
    if match["season"] == "WI":
        december = dt.date(year - 1, 12, 1) if year > dt.MINYEAR else dt.date.min
        return december, dt.date(year, 3, 20), "season"
    if match["season"]:
        begin, end = SEASONS[match["season"]]
        return dt.date(year, *begin), dt.date(year, *end), "season"
    return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"


def _months(year: int, month: int, count: int, kind: Granularity) -> Bounds:
    last = month + count - 1
    return dt.date(year, month, 1), dt.date(year, last, monthrange(year, last)[1]), kind


def day(year: int, month: int, number: int) -> dt.date | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def add_months(day: dt.date, months: int) -> dt.date:
    """Return `day` moved by months, cut to the length of the month; clamped to years 1-9999."""
    total = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(total, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: dt.date, days: int) -> dt.date:
    """Return `day` moved by days, clamped to the calendar's range."""
    ordinal = min(max(day.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)


def step(day: dt.date, count: int, unit: str) -> dt.date:
    """Return `day` moved by `count` TIMEX3 units (D, W, M, Q, Y, E, C, L)."""
    if unit in DAYS:
        return add_days(day, max(-MAX_STEP, min(MAX_STEP, count)) * DAYS[unit])
    return add_months(day, max(-MAX_STEP, min(MAX_STEP, count)) * MONTHS.get(unit, 0))


DAYS = {"D": 1, "W": 7, "2W": 14}
MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}
MAX_STEP = 1_000_000


def value_of(day: dt.date, unit: str) -> str:
    """Return the TIMEX3 value of the calendar unit (D, W, WE, M, Q, H, Y, E, C) around `day`."""
    if unit == "D":
        return day.isoformat()
    if unit in {"W", "WE", "2W"}:
        iso = day.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if unit == "WE" else "")
    year = f"{day.year:04}"
    forms: dict[str, str] = {
        "M": f"{year}-{day.month:02}",
        "Q": f"{year}-Q{(day.month + 2) // 3}",
        "H": f"{year}-H{(day.month + 5) // 6}",
        "E": year[:3],
        "C": year[:2],
        "L": year[:1],
    }
    return forms.get(unit, year)


def year_text(year: int) -> str:
    """Return four digits of a year, clamped to the calendar's range."""
    return f"{min(max(year, dt.MINYEAR), dt.MAXYEAR):04}"


def easter(year: int) -> dt.date:
    """Return Western Easter Sunday of a Gregorian year (Meeus/Jones/Butcher)."""
    golden, cent, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + cent - cent // 4 - (8 * cent + 13) // 25 + 15) % 30
    sunday = (32 + 2 * (cent % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 19 * sunday) // 433
    month = (moon + sunday - 7 * late + 90) // 25
    return dt.date(year, month, (moon + sunday - 7 * late + 33 * month + 19) % 32)


def holiday(rule: str, year: int) -> dt.date:
    """Return the day of a rule of `data/times/holidays.tsv` in a year."""
    if rule.startswith("easter"):
        return add_days(easter(year), int(rule[6:]))
    if rule[:4].isdigit():
        return dt.date.fromisoformat(rule)
    if "/" not in rule:
        return dt.date(year, int(rule[:2]), int(rule[3:]))
    month, nth, weekday = (int(part) for part in rule.split("/"))
    if nth > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = dt.date(year, month, monthrange(year, month)[1])
    return last - dt.timedelta((last.isoweekday() - weekday) % 7)


def holidays(rule: str, year: int) -> list[dt.date]:
    """Return the holiday's days of the year before, the year and the year after."""
    years = range(max(year - 1, dt.MINYEAR), min(year + 1, dt.MAXYEAR) + 1)
    return [holiday(rule, each) for each in years]
