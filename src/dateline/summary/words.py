"""The words that a sentence is compared by: stems of its content words, and its numbers."""

import re
import sys
from functools import lru_cache

from dateline.link.words import STEM, stopwords

WORD = re.compile(r"[^\W\d_]+|\d[\d,.]*\d|\d")
KEPT = 2**16  # stems that are kept


def terms(text: str) -> tuple[str, ...]:
    """Return the stems of the content words of a text, in order."""
    return tuple(found for word in WORD.findall(text.lower()) if (found := stem(word)))


@lru_cache(KEPT)
def stem(word: str) -> str:
    """Return what a word counts as, "" for one that tells nothing."""
    if word in stopwords() or len(word) == 1:
        return ""
    return sys.intern(word[:STEM])
