"""What looks like a time and is none: shares, rates, names, numbers, ages."""

from collections.abc import Callable

from dateline.extract.times import lexicon
from dateline.extract.times.context import Context

Check = Callable[[Context, int, int], bool]
PLURAL = 4  # letters of the shortest noun that "-s" makes a plural


def allowed(context: Context, i: int, j: int) -> bool:
    """Tell whether tokens `i` to `j`, matched by `context.rule`, may be a time expression."""
    classes = context.tokens.classes
    if i and classes[i - 1] == "money":
        return False
    if j < len(classes) and classes[j] == "percent":
        return False
    check = CHECKS.get(context.rule)
    return check is None or check(context, i, j)


def _word(context: Context, k: int) -> str:
    return context.tokens.lower[k] if 0 <= k < len(context.tokens.lower) else ""


def _capital(context: Context, k: int) -> bool:
    tokens = context.tokens
    return 0 <= k < len(tokens.lower) and tokens.text[tokens.starts[k]].isupper()


def _bare_month(context: Context, i: int, j: int) -> bool:
    """Tell May from "may": "May" and "March" need a word before them that dates take."""
    k = context.at(i, j, "month")
    if k is None:
        return False
    word, before = context.tokens.lower[k], _word(context, i - 1)
    takes = lexicon.verdicts("month", "before").get(before, False)
    if word in SHORT:
        return before in STRICT
    if word in UNSURE:
        return takes or k > i
    return takes or word not in NAMES or not _capital(context, j)


SHORT = lexicon.group("short name")
STRICT = lexicon.group("before a date")
UNSURE = lexicon.group("unsure month")
NAMES = lexicon.group("first name")


def _bare_weekday(context: Context, i: int, j: int) -> bool:
    """Tell Sunday from "the Sunday Times"."""
    after = j + (_word(context, j) in POSSESSIVE)
    named = lexicon.verdicts("weekday", "after").get(_word(context, after)) is False
    return not (named and _capital(context, after)) and _word(context, i - 1) != "man"


POSSESSIVE = frozenset({"'s", "’s"})


def _named(cls: str) -> Check:
    """Tell "on Good Friday", "May 4" from "the Good Friday Agreement", "May Fourth Square"."""

    def check(context: Context, _i: int, j: int) -> bool:
        known = lexicon.verdicts(cls, "after").get(_word(context, j)) is False
        return not (known and _capital(context, j))

    return check


def _deictic(context: Context, i: int, j: int) -> bool:
    """Tell "today" from USA Today and Today FM."""
    lower = context.tokens.lower
    if j - i > 1 or not _capital(context, i) or lower[i] != "today":
        return True
    after = (
        context.tokens.text[context.tokens.starts[i] : context.tokens.ends[j]][-2:]
        if j < len(lower)
        else ""
    )
    return not after.isupper() and _word(context, i - 1) != "usa"


def _set(context: Context, i: int, j: int) -> bool:
    """Tell "daily" from the Daily Nation and from "the party daily Granma"."""
    noun = _word(context, i - 2) in {"the", "a"} and context.tokens.classes[j : j + 1] == ["comma"]
    return j - i > 1 or not (noun or _capital(context, j))


def _clock(context: Context, i: int, j: int) -> bool:
    """Tell "at 3:16" from chapter and verse, a ratio, a score."""
    if j - i == 1 and context.tokens.classes[i] == "fixed":
        return not (_capital(context, i) and _capital(context, j))  # "Noon Street"
    if j - i > 1 or context.tokens.classes[i] != "clock":
        return True
    return lexicon.verdicts("clock", "before").get(_word(context, i - 1), False)


def _season(context: Context, i: int, j: int) -> bool:
    """Tell "in the fall" from "the fall of the regime"."""
    if context.at(i, j, "season", "early", "earlier", "later") is not None:
        return True
    return lexicon.verdicts("daypart", "before").get(_word(context, i - 1), False)


def _units(context: Context, i: int, j: int) -> bool:
    """Tell "for weeks" from "the minutes of the council"."""
    if _word(context, j) == "apart":
        return False
    if j == i + 1 and (i == 0 or context.tokens.classes[i - 1] in {"dot", "para"}):
        return _word(context, j) in lexicon.group("after units")  # "Decades is a bar"
    if context.tokens.lower[i] != "the" or j != i + len(("the", "minutes")):
        return True
    led = lexicon.verdicts("daypart", "before").get(_word(context, i - 1), False)
    return _word(context, j) != "of" and (led or _word(context, j) != "were")


def _past(context: Context, i: int, j: int) -> bool:
    """Tell "in the past" from "the past president"."""
    return _word(context, i - 1) in {"in", "than", "from", "of"} and not (
        context.tokens.classes[j : j + 1] == ["x"] and _word(context, j).endswith("s")
    )


def _duration(context: Context, i: int, j: int) -> bool:
    tokens = context.tokens
    k = context.at(i, j, "unit", "units", "quarter", "quarters", "second")
    if k is None:
        return False
    if tokens.classes[k] == "second" and _word(context, k - 1) != "one":
        return False
    if (
        tokens.classes[i : i + 2] == ["an", "dash"]
        or _word(context, j) == "apart"
        or (tokens.classes[k] == "units" and _capital(context, k))
    ):
        return False
    if tokens.classes[k] in {"quarter", "quarters"} and _is_share(context, i, j, k):
        return False
    if lexicon.verdicts("minute", "after").get(_word(context, j)) is False:
        return tokens.lower[k] != "minute"
    linked = _word(context, j) in {"after", "before"}
    alone = context.at(i, j, "an") == i and k == i + 1 == j - 1
    return linked or not (alone and _rate(context, i))


def _is_share(context: Context, i: int, j: int, k: int) -> bool:
    """Tell "three-quarters of", "a quarter of" from a quarter of the year."""
    if _word(context, j) in {"of", "to"} or "dash" in context.tokens.classes[i:k]:
        return True
    takes = lexicon.verdicts("month", "before").get(_word(context, i - 1), False)
    return context.at(i, k, "an") is not None and not takes


def _rate(context: Context, i: int) -> bool:
    """Tell "four flights a week", "$1.76 a year": how often or how much, no length of time."""
    word = _word(context, i - 1)
    before = context.tokens.classes[i - 1] if i else ""
    if before in NUMBERS or word in COUNTED:
        return True
    plural = before == "x" and len(word) >= PLURAL and word.endswith("s")
    return plural and word not in lexicon.group("no plural")


NUMBERS = frozenset({"int", "decimal", "n12", "n31", "year", "percent", "number"})
COUNTED = lexicon.group("counted")


def _years_on(context: Context, _i: int, j: int) -> bool:
    """Tell "five years on, they talk" from "four months in, ..."."""
    return _word(context, j - 1) == "on"


def _ref(context: Context, i: int, j: int) -> bool:
    """Tell "soon" from "as soon as", "soon after"."""
    if context.tokens.lower[i] == "the future":
        led = lexicon.verdicts("daypart", "before").get(_word(context, i - 1), False)
        return led or context.tokens.classes[j : j + 1] != ["x"]
    if context.tokens.lower[i] == "current":
        return context.tokens.classes[j : j + 1] != ["in"]  # "the current in the strait"
    if context.tokens.lower[i] != "soon":
        return True
    return _word(context, i - 1) != "as" and _word(context, j) not in {"after", "as", "before"}


def _year(context: Context, i: int, j: int) -> bool:
    """Tell a year from four digits that count or number something."""
    tokens = context.tokens
    before = _word(context, i - 1)
    if tokens.classes[i] == "shortyear":
        return before in STRICT
    if j - i != 1 and context.rule == "ayear":
        return context.at(i, j, "approx", "more") is None or before in STRICT
    if before in {"/", "-", "+"}:
        return before == "-" and (
            context.tokens.classes[max(i - 2, 0)] == "year" or _word(context, i - 2) in JOINED
        )
    return (not i or tokens.classes[i - 1] not in {"int", "decimal"}) and _alone(context, i, j)


JOINED = frozenset({"post", "pre"})


def _alone(context: Context, i: int, j: int) -> bool:
    before, after = _word(context, i - 1), _word(context, j)
    said = lexicon.verdicts("year", "before").get(before)
    counted = lexicon.verdicts("year", "after").get(after)
    if said is False or counted is False or _address(context, j):
        return False
    if said or counted:
        return True
    if _labelled(context, i):
        return False
    plural = after.endswith("s") and len(after) >= PLURAL and context.tokens.classes[j] == "x"
    return not plural or _capital(context, j)


def _address(context: Context, j: int) -> bool:
    """Tell "1600 Penny Lane": capitalised words that end as streets do."""
    streets = lexicon.verdicts("address", "after")
    for k in range(j, min(j + 3, len(context.tokens.lower))):
        if context.tokens.classes[k] != "x" or not _capital(context, k):
            return False
        if _word(context, k) in streets:
            return k > j
    return False


def _labelled(context: Context, i: int) -> bool:
    """Tell "Parcel 1776 was sold": a sentence begins with a word and its number."""
    if i == 0 or context.tokens.classes[i - 1] != "x" or not _capital(context, i - 1):
        return False
    if _word(context, i - 1) in lexicon.group("before a year"):
        return False
    return i == 1 or context.tokens.classes[i - 2] in {"dot", "para"}


def _decade(context: Context, i: int, j: int) -> bool:
    """Tell the '80s from "in his 30s"."""
    if context.at(i, j, "shortdecade", "decade") is None:
        return True
    return _word(context, i - 1) not in {"his", "her", "their", "my", "your", "our", "its"}


def _bare_day(context: Context, i: int, j: int) -> bool:
    """Tell "on the 16th" from "on the 16th floor"."""
    if not lexicon.verdicts("ordinal", "before").get(_word(context, i - 1)):
        return False
    after = context.tokens.classes[j : j + 1]
    return after != ["x"] or lexicon.verdicts("ordinal", "after").get(_word(context, j), False)


def _bare_part(context: Context, i: int, j: int) -> bool:
    """Tell "at dawn", "in the morning" from a "morning paper"."""
    if context.tokens.lower[j - 1] == "overnight":
        return True
    return lexicon.verdicts("daypart", "before").get(_word(context, i - 1), False)


CHECKS: dict[str, Check] = {
    "ayear": _year,
    "yearspan": _year,
    "baremonth": _bare_month,
    "barepart": _bare_part,
    "bareseason": _season,
    "manyunits": _units,
    "setword": _set,
    "time": _clock,
    "bareweekday": _bare_weekday,
    "decade": _decade,
    "edgedecade": _decade,
    "holiday": _named("holiday"),
    "mdy": _named("day"),
    "yearson": _years_on,
    "deictic": _deictic,
    "duration": _duration,
    "adjective": _duration,
    "monthday": _bare_day,
    "ref": _ref,
    "thepast": _past,
}
