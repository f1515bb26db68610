"""Past or future: the tense cue that governs an expression decides, not a default."""

from dateline.extract.times import lexicon
from dateline.extract.times.context import Context

# What a preposition before the expression says by itself.
PREPOSITIONS = {"since": -1, "ended": -1, "by": 1, "until": 1, "ending": 1, "starting": 1}
REACH = 25  # tokens to each side that are searched for a cue


def direction(context: Context, i: int, j: int) -> int:
    """Return -1 for past, +1 for future, 0 where nothing near by tells."""
    tokens = context.tokens
    begin, end = context.sentence(i, REACH)
    if tokens.lower[j : j + 1] == ["'s"] or tokens.lower[j : j + 1] == ["’s"]:
        end = j  # "Wednesday's ruling": the noun is dated, whatever the sentence is about
        begin = max(begin, i - 3)
    tenses = lexicon.tenses()
    cue = PREPOSITIONS.get(tokens.lower[i - 1] if i else "", 0)
    if cue and not (cue > 0 and _past_perfect(tokens.lower, begin, end)):
        return cue
    if tokens.lower[max(i - 3, 0) : i] in AS_EARLY:
        return 1
    for k in range(i - 1, begin - 1, -1):
        cue = _tense(tokens.lower, k, begin, tenses)
        if cue:
            return cue
    for k in range(j, end):
        cue = _tense(tokens.lower, k, begin, tenses)
        if cue:
            return cue
    return 0


def _tense(lower: list[str], k: int, begin: int, tenses: dict[str, int]) -> int:
    word = lower[k]
    if word == "going":
        return 1 if lower[k + 1 : k + 2] == ["to"] else 0
    if word in TO_COME:
        ahead = k + 1 < len(lower) and lower[k + 1] in {"to", "for"}
        return 1 if ahead or (word == "planned" and lower[k - 1] not in AUX) else -1
    cue = tenses.get(word)
    if cue is None:
        if len(word) > len("used") and word.endswith("ed"):
            cue = -1
        else:
            return 0
    if cue < 0 and word in PERFECT and k + 1 < len(lower):
        return 0 if lower[k + 1] == "to" else -1
    if cue < 0 and k > begin and word not in AUX:
        # "will be disclosed", "is to be signed": the auxiliary speaks for the participle.
        for back in range(k - 1, max(begin, k - 4) - 1, -1):
            other = tenses.get(lower[back])
            if other == 1 and lower[back] not in NOUNS:
                return 1
            if lower[back] == "to" and lower[k - 1] == "be":
                return 1
    return cue


PERFECT = frozenset({"has", "have", "had"})
AUX = frozenset({"was", "were", "had", "said", "told"})
NOUNS = frozenset({"plan", "plans", "hope", "deadline", "takes"})

# "Set to", "planned for" look ahead; "set a record" does not.
TO_COME = frozenset({"set", "planned", "scheduled", "expected"})
AS_EARLY = (["as", "early", "as"], ["as", "soon", "as"])


def _past_perfect(lower: list[str], begin: int, end: int) -> bool:
    """Tell whether the sentence looks back: "until Thursday, they had not called him"."""
    return "had" in lower[begin:end]
