"""What looks like a time and is none."""

from dateline.extract.times.context import Context


def allowed(context: Context, i: int, j: int) -> bool:
    """Tell whether tokens `i` to `j`, matched by `context.rule`, may be a time expression."""
    tokens = context.tokens
    before = tokens.classes[i - 1] if i else ""
    after = tokens.classes[j] if j < len(tokens.classes) else ""
    if before == "money" or after == "percent":
        return False
    check = CHECKS.get(context.rule)
    return check is None or check(context, i, j)


def _word(context: Context, k: int) -> str:
    return context.tokens.lower[k] if 0 <= k < len(context.tokens.lower) else ""


def _bare_month(context: Context, i: int, j: int) -> bool:
    """ "May" and "March" need a word before them that dates take; "Jan" alone is a name."""
    k = context.at(i, j, "month")
    if k is None:
        return False
    lower, before = context.tokens.lower[k], _word(context, i - 1)
    if lower in SHORT:
        return before in PREPOSITIONS
    if lower in UNSURE:
        if context.at(i, k, "early", "earlier", "later") is not None:
            return True
        return before in TAKES_DATE
    if lower in NAMES and _is_name(context, j):
        return before in TAKES_DATE
    return True


SHORT = frozenset({"jan", "mar", "jun", "jul", "aug", "sep", "dec"})
PREPOSITIONS = frozenset({"in", "by", "since", "until", "last", "next", "early", "late", "mid"})
UNSURE = frozenset({"may", "march"})
NAMES = frozenset({"april", "june", "august"})
TAKES_DATE = frozenset({
    "in", "by", "since", "until", "till", "of", "from", "to", "through", "during", "and", "or",
    "between", "last", "next", "this", "each", "every", "before", "after", "for", "the", "a",
    "on", "throughout", "at", "around", "about", "through", "into", "mid",
})  # fmt: skip


def _is_name(context: Context, j: int) -> bool:
    """Tell whether a capitalised word follows, as after a first name."""
    tokens = context.tokens
    return j < len(tokens.lower) and tokens.text[tokens.starts[j]].isupper()


def _past(context: Context, i: int, j: int) -> bool:
    return _word(context, i - 1) in {"in", "than", "from", "of"}


def _duration(context: Context, i: int, j: int) -> bool:
    tokens = context.tokens
    k = context.at(i, j, "unit", "units", "quarter", "quarters", "second")
    if k is None:
        return False
    if tokens.classes[k] == "second" and _word(context, k - 1) != "one":
        return False
    if tokens.classes[k] in {"quarter", "quarters"}:
        # "three-quarters of", "a quarter of": a share, no time.
        if _word(context, j) in {"of", "to", "century"} or "dash" in tokens.classes[i:k]:
            return False
        if context.at(i, k, "an") is not None and _word(context, i - 1) not in TAKES_DATE:
            return False
    return not (context.at(i, j, "an") == i and j - i == 2 and _rate(context, i))


def _rate(context: Context, i: int) -> bool:
    """Tell "four flights a week", "$1.76 a year": how often or how much, no length of time."""
    tokens = context.tokens
    before = tokens.classes[i - 1] if i else ""
    word = _word(context, i - 1)
    if before in {"int", "decimal", "n12", "n31", "year", "percent", "number"}:
        return True
    return word in RATED or (
        len(word) > 3
        and word.endswith("s")
        and before == "x"
        and word not in {"takes", "lasts", "was", "this", "less", "plus"}
    )


RATED = frozenset({"million", "billion", "trillion", "percent", "times", "once", "twice", "cents",
                   "dollars", "tons", "tonnes", "people", "barrels", "thousand"})  # fmt: skip


def _ref(context: Context, i: int, j: int) -> bool:
    """ "As soon as" is a conjunction; a state's "current" minister is no time of its own."""
    lower = context.tokens.lower[i]
    if lower == "soon":
        return _word(context, i - 1) != "as" and _word(context, j) not in {"after", "as", "before"}
    return True


def _year(context: Context, i: int, j: int) -> bool:
    """Four digits are a year unless a counted noun or a number sign says otherwise."""
    tokens = context.tokens
    if not _shortyear(context, i, j):
        return False
    if j - i != 1 or tokens.classes[i] != "year":
        return True
    before = _word(context, i - 1)
    if before in {
        "#",
        "no",
        "article",
        "resolution",
        "section",
        "flight",
        "page",
        "boeing",
        "/",
        "model",
        "no.",
        "-",
        "number",
        "highway",
        "route",
        "room",
        "rule",
        "$",
        "+",
    }:
        return before == "-" and i > 1 and tokens.classes[i - 2] == "year"
    if before in TAKES_DATE or before in {"in", ","}:
        return True
    follows = _word(context, j)
    return not (
        follows.endswith("s")
        and len(follows) > 3
        and tokens.classes[j] == "x"
        and follows not in {"was", "has", "olympics", "elections", "this"}
        and not tokens.text[tokens.starts[j]].isupper()
        and before not in {"the"}
    )


def _decade(context: Context, i: int, j: int) -> bool:
    """ "In his 30s" is an age; "'60 Minutes'" a name."""
    if context.at(i, j, "shortdecade", "decade") is None:
        return True
    return _word(context, i - 1) not in {"his", "her", "their", "my", "your", "our", "its"}


def _shortyear(context: Context, i: int, j: int) -> bool:
    return context.tokens.classes[i] != "shortyear" or _word(context, i - 1) in TAKES_DATE


CHECKS = {
    "decade": _decade,
    "baremonth": _bare_month,
    "thepast": _past,
    "duration": _duration,
    "ref": _ref,
    "ayear": _year,
}
