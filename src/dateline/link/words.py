"""What a mention is about, as a small set of stems to be compared."""

import re
from functools import cache

from dateline.data import table
from dateline.model import Mention

WORD = re.compile(r"[^\W\d_][\w-]+|\d[\d,.]*\d|\d")
# English news words agree in their first five letters when they agree in root ("consulted",
# "consultations"); four join unrelated words, six split related ones.
STEM = 5


@cache
def stopwords() -> frozenset[str]:
    """Return the words that tell nothing about which event a sentence is about."""
    return frozenset(row["word"] for row in table("link/stopwords"))


def stems(text: str) -> frozenset[str]:
    """Return the stems of the content words and the numbers of a text."""
    words = set(map(str.lower, WORD.findall(text))) - stopwords()
    return frozenset(w if w[0].isdigit() else w[:STEM] for w in words)


def about(mention: Mention, sentence: str) -> frozenset[str]:
    """Return the stems of what a mention is about: its topic where known, else its sentence.

    The parties' own names are left out, as every mention of the block has them, and how many there
    are of what is acted on, on which reports of one act differ.
    """
    start = mention.evidence.start
    topic = " ".join(
        sentence[max(0, d.span.start - start) : d.span.end - start]
        for d in mention.details
        if d.field == "about"
    )
    actors = (*mention.source, *mention.target)
    names = stems(" ".join(actor.name for actor in actors))
    cut = {
        sentence[s.start - start : s.end - start]
        for s in (*mention.source_spans, *mention.target_spans)
        if s.start >= start
    }
    counts = {d.value.rpartition(" ")[0] for d in mention.details if d.field == "number"}
    return stems(topic or sentence) - names - stems(" ".join(sorted(cut | counts)))


def counted(number: str) -> str:
    """Return what a number counts: the last word of "35 Russian diplomats"."""
    return number.rsplit(" ", 1)[-1].lower()


def overlap(one: frozenset[str], two: frozenset[str]) -> float:
    """Return the share of the smaller set that the larger holds, 0 where either is empty."""
    small = min(len(one), len(two))
    return len(one & two) / small if small else 0.0
