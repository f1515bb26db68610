"""Numbers and parts of dates out of tokens."""

from dateline.extract.times.context import Context

NEAR_FUTURE = 20  # "'98" written in 1989 may lie ahead; by 20 years at most
NUMERIC = ("n12", "n31", "int", "year", "decimal")


def number(context: Context, i: int, j: int) -> float | None:
    """Return the number that tokens `i` to `j` spell, or None ("several", none at all)."""
    total: float | None = None
    tokens = context.tokens
    k = i
    while k < j:
        cls, value = tokens.classes[k], tokens.values[k]
        if cls in NUMERIC:
            total = (total or 0) + float(value.replace(",", ""))
        elif cls == "number":
            step = float(value)
            total = total * step if step >= HUNDRED and total else (total or 0) + step
        elif cls == "frac":
            total = (total or 0) + fraction(value)
        elif cls == "half":
            total = (total or 0) + 0.5
        elif cls == "an" and total is None and (k + 1 >= j or tokens.classes[k + 1] != "half"):
            total = 1
        elif cls in {"to", "and"} and total is not None and not _joins(context, k, j):
            break
        k += 1
    return total


TEN, HUNDRED, LAST_YEAR = 10, 100, 2199


def _joins(context: Context, k: int, j: int) -> bool:
    """Tell "two and a half", "hundred and five" from "two to three", "five or six"."""
    if context.tokens.classes[k] == "to" or context.tokens.lower[k] == "or":
        return False
    following = context.tokens.classes[k + 1 : j]
    if following[:2] == ["an", "half"] or following[:1] == ["half"]:
        return True
    return k > 0 and context.tokens.values[k - 1] in {"100", "1000"}


def fraction(text: str) -> float:
    """Return the value of "1/2" or "½"."""
    if "/" in text:
        over, under = text.split("/")
        return int(over) / int(under) if int(under) else 0.0
    return {"½": 0.5, "¼": 0.25, "¾": 0.75}.get(text, 0.0)


def day_of(context: Context, i: int, j: int) -> int | None:
    """Return the day of the month among tokens `i` to `j`: "16", "16th", "sixteenth"."""
    k = context.at(i, j, "n12", "n31", "ordinal", "second")
    return None if k is None else ordinal(context.tokens.values[k])


def ordinal(value: str) -> int:
    """Return the number of "16th" or of a table's value."""
    digits = "".join(char for char in value if char.isdigit() or char == "-")
    return int(digits or 0)


def year_of(context: Context, i: int, j: int) -> int | None:
    """Return the year among tokens `i` to `j`: "2021", "'98"."""
    k = context.at(i, j, "year", "shortyear", "fy")
    if k is None:
        return spelled_year(context, i, j)
    value = context.tokens.values[k]
    if context.tokens.classes[k] == "fy":
        digits = "".join(char for char in value if char.isdigit())
        return int(digits) if len(digits) > len("21") else century(int(digits), context)
    return int(value) if context.tokens.classes[k] == "year" else century(int(value[1:]), context)


def spelled_year(context: Context, i: int, j: int) -> int | None:
    """Return the year that number words at the end of the tokens spell, or None."""
    tokens = context.tokens
    k = j
    while k > i and tokens.classes[k - 1] in {"number", "dash", "and"}:
        k -= 1
    if j - k < 2 or tokens.classes[k] != "number":  # noqa: PLR2004  two words at least
        return None
    head, rest = int(tokens.values[k]), number(context, k + 1, j)
    if rest is not None and head in {18, 19, 20} and TEN <= rest < HUNDRED:
        return head * HUNDRED + int(rest)
    if tokens.values[k : k + 2] == ["2", "1000"]:
        value = int(number(context, k, j) or 0)
        return value if value <= LAST_YEAR else None
    return None


def century(two: int, context: Context, ahead: int = NEAR_FUTURE) -> int:
    """Return the year that two digits stand for, seen from the publication year (or 2000)."""
    now = context.published.year if context.published else 2000
    year = now - now % 100 + two
    return year if year <= now + ahead else year - 100


def amount(value: float | None, unit: str) -> str:
    """Return a TIMEX3 duration: P3D, PT1M30S for a minute and a half, PXY where vague."""
    time = "T" if unit in "HIS" else ""
    name = {"I": "M", "2W": "W"}.get(unit, unit)
    if value is None:
        return f"P{time}X{'Y' if unit in VAGUE else name}"
    if unit == "2W":
        value *= 2
    if unit in SCALED:
        scale, name = SCALED[unit]
        value *= scale
    if value == int(value):
        return f"P{time}{int(value)}{name}"
    if unit in FINER:
        factor, finer = FINER[unit]
        whole, rest = int(value), round((value - int(value)) * factor)
        return f"P{time}" + (f"{whole}{name}" if whole else "") + f"{rest}{finer}"
    return f"P{time}{value:g}{name}"


VAGUE = frozenset("ECL")  # "decades" is a number of years that is not known
SCALED = {"E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y"), "Q": (3, "M"), "Hf": (6, "M")}
FINER = {"Y": (12, "M"), "H": (60, "M"), "I": (60, "S"), "W": (7, "D"), "D": (24, "H")}
