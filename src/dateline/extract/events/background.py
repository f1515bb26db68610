"""News or background: whether an act lies well before the report that tells it."""

import datetime as dt

from dateline.model import Time
from dateline.parse.words import Word

# An act this long before publication is background. Weekly papers look back a few weeks, and
# "last month" is still news in most of them; chosen by hand, to be set by measurement.
BACKGROUND_DAYS = 45
# What is so many of these ago is long ago, whatever day is named beside: "fifty years ago today".
SPANS = frozenset({"year", "decade", "century", "generation"})
PASSES = frozenset({"pass", "go", "elapse", "be"})
VERBS = frozenset({"VERB", "AUX"})


def is_background(time: Time | None, published: dt.date | None) -> bool:
    """Tell whether an act is background: dated well before publication, where both are known."""
    if time is None or time.latest is None or published is None:
        return False
    return (published - time.latest).days > BACKGROUND_DAYS


def long_ago(head: Word) -> bool:
    """Tell whether the words around an act say that it was years ago."""
    verb = head if head.pos_ in VERBS else head.head
    if since(verb):
        return True
    return any(
        kid.lower_ in {"ago", "back"} and any(span.lemma_ in SPANS for span in kid.children)
        for kid in (*verb.children, *(verb.head.children if verb.dep_ == "conj" else ()))
    )


def since(verb: Word) -> bool:
    """Tell whether years have gone by: "decades have passed since", "fifty years after it fell"."""
    marks = [kid for kid in verb.children if kid.dep_ in {"mark", "prep"}]
    if verb.dep_ not in {"advcl", "pcomp"} or not marks:
        return False
    word, above = marks[0].lower_, verb.head
    if word == "since":
        return above.lemma_ in PASSES and any(kid.lemma_ in SPANS for kid in above.children)
    first = marks[0]
    return word == "after" and first.i > 0 and first.nbor(-1).lemma_ in SPANS
