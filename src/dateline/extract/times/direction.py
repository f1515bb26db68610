"""Past or future: the tense cue that governs an expression decides, not a default."""

from dateline.extract.times import lexicon, syntax
from dateline.extract.times.context import Context

# What a preposition before the expression says by itself.
PREPOSITIONS = {"since": -1, "ended": -1, "by": 1, "through": 1, "ending": 1, "starting": 1}
HINT = 5  # a preposition weighs as a cue so many tokens away
REACH = 25  # tokens to each side that are searched for a cue


def direction(context: Context, i: int, j: int) -> int:
    """Return -1 for past, +1 for future, 0 where nothing near by tells."""
    return cue(context, i, j)[0]


def cue(context: Context, i: int, j: int) -> tuple[int, int]:
    """Return the direction and how many tokens away the cue stands."""
    tokens = context.tokens
    begin, end = context.sentence(i, REACH)
    if tokens.lower[j : j + 1] in (["'s"], ["’s"]):
        end = j  # "Wednesday's ruling": the noun is dated, whatever the sentence is about
        begin = max(begin, i - 3)
    hint = _hint(context, i, begin, end)
    return hint if hint[0] else _verb(context, i, j, begin, end)


def _hint(context: Context, i: int, begin: int, end: int) -> tuple[int, int]:
    """Return what the words right before the time say: "by", "since", "as early as"."""
    lower, before = context.tokens.lower, context.lower(i - 1)
    said = PREPOSITIONS.get(before, 0)
    if said and not (said > 0 and _past_perfect(lower, begin, end)):
        return said, HINT
    if before in UNTIL and _still_open(lower, begin, i):
        return 1, HINT
    if lower[max(i - 3, 0) : i] in AS_EARLY or syntax.is_present(context, i):
        return 1, 1
    return 0, REACH


def _verb(context: Context, i: int, j: int, begin: int, end: int) -> tuple[int, int]:
    """Return what the nearest cue word says, first before the time, then after it."""
    lower, tenses = context.tokens.lower, lexicon.tenses()
    for k in range(i - 1, begin - 1, -1):
        said = _tense(lower, k, begin, tenses, i - k)
        if said:
            return said, i - k
    for k in range(j, end):
        said = _tense(lower, k, begin, tenses, j - k - 1)
        if said:
            return said, k - j + 1
    return int(context.lower(i - 1) in UNTIL), REACH


def _tense(lower: list[str], k: int, begin: int, tenses: dict[str, int], far: int) -> int:
    """Return the tense of the cue at token k, `far` before the time, 0 where it is none."""
    word, following = lower[k], lower[k + 1] if k + 1 < len(lower) else ""
    if word == "going" or word in AIMS:
        return int(following == "to")
    if word in TO_COME:
        return 1 if following == "to" or _planned(lower, k, following, far) else -1
    if word in PERFECT:
        return 0 if following == "to" else -1
    said = tenses.get(word, -1 if len(word) > len("used") and word.endswith("ed") else 0)
    return _participle(lower, k, begin, tenses) if said < 0 and word not in AUX else said


def _participle(lower: list[str], k: int, begin: int, tenses: dict[str, int]) -> int:
    """Return the tense of a past form: its auxiliary speaks for it, if it has one."""
    if _governed(lower, k, begin, tenses):
        return 1
    # "Is published in October" may lie either way.
    return 0 if k > begin and lower[k - 1] in PRESENT else -1


def _planned(lower: list[str], k: int, following: str, far: int) -> bool:
    """Tell "a planned visit", "set for Monday" from "was planned", "planned for an hour"."""
    if following == "for":
        return 0 <= far <= CLOSE
    return lower[k] in lexicon.group("attributive") and lower[k - 1] not in AUX


CLOSE = 4  # tokens between "set for" and the time it looks ahead to


def _governed(lower: list[str], k: int, begin: int, tenses: dict[str, int]) -> bool:
    """Tell "will be disclosed", "is to be signed": the auxiliary speaks for the participle."""
    if k > begin + 1 and lower[k - 2 : k] == ["to", "be"]:
        return True
    before = lower[max(begin, k - 4) : k]
    return any(tenses.get(word) == 1 and word not in NOUNS for word in before)


PRESENT = frozenset({"is", "are"})
PERFECT = frozenset({"has", "have", "had"})
AUX = lexicon.group("auxiliary")
NOUNS = lexicon.group("noun of time")

# "Set to", "planned for" look ahead; "set a record" does not.
AIMS = lexicon.group("aim")
TO_COME = lexicon.group("to come")
AS_EARLY = (["as", "early", "as"], ["as", "soon", "as"])


UNTIL = frozenset({"until", "till"})


def _still_open(lower: list[str], begin: int, i: int) -> bool:
    """Tell "has until Tuesday to sign" from "held until Tuesday"."""
    return not {"has", "have", "gives", "give"}.isdisjoint(lower[begin:i])


def _past_perfect(lower: list[str], begin: int, end: int) -> bool:
    """Tell whether the sentence looks back: "until Thursday, they had not called him"."""
    return "had" in lower[begin:end]
