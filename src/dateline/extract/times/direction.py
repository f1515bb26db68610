"""Past or future: the tense cue that governs an expression decides, not a default."""

from dateline.extract.times import lexicon
from dateline.extract.times.context import Context

REACH = 25  # tokens to each side that are searched for a cue


def direction(context: Context, i: int, j: int) -> int:
    """Return -1 for past, +1 for future, 0 where nothing near by tells."""
    tokens = context.tokens
    begin, end = context.sentence(i, REACH)
    tenses = lexicon.tenses()
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
    cue = tenses.get(word)
    if cue is None:
        if len(word) > 4 and word.endswith("ed"):
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
