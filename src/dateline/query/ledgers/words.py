"""The words by which ledgers tell kinds of events apart: stems of the rows of a table."""

from functools import cache, lru_cache

from dateline.data import table, values
from dateline.link.words import STEM, WORD


@lru_cache(4000)
def beginnings(text: str) -> frozenset[str]:
    """Return the stems of all words of a text, common ones too ("reports").

    Those of the last texts are kept: an event is asked about in each of its roles.
    """
    return frozenset(word[:STEM].lower() for word in WORD.findall(text))


@cache
def stems_of(*kinds: str) -> frozenset[str]:
    """Return the stems of some kinds of words, in all their forms."""
    lemmas = {
        word
        for row in table("ledgers/words")
        if row["kind"] in kinds
        for word in values(row["words"])
    }
    return frozenset(form[:STEM] for word in lemmas for form in forms(word))


def forms(word: str) -> tuple[str, ...]:
    """Return a word, and the forms of a short one whose stem is not its own.

    >>> forms("deny")
    ('deny', 'denys', 'denyd', 'denyed', 'denying', 'denie')
    """
    if len(word) >= STEM:
        return (word,)
    endings = ("", "s", "d", "ed", "ing")
    return (
        *(word + ending for ending in endings),
        *([word[:-1] + "ie"] if word[-1] == "y" else []),
    )
