"""The type of an act that no rule names, by the classifier."""

from collections.abc import Collection

from dateline.extract.events.classify import features, view, weights
from dateline.extract.events.classify.view import Where
from dateline.extract.events.given import rank
from dateline.extract.events.resolve import Side
from dateline.parse.words import Word


def typed(
    within: Word, source: Side, target: Side, among: Collection[str] = ()
) -> tuple[str, float]:
    """Return the likeliest of some types of an act in what hangs on a word, and its score.

    Only those words are read, as if they were the whole text.
    """
    first, last = within.left_edge.i, within.right_edge.i + 1
    doc = within.doc.alone(first, last)
    ones, twos = (places(side, first, last) for side in (source, target))
    if not ones:
        # The doer may be an "it" that is the subject here.
        ones = [
            (kid.i - first, kid.i - first + 1) for kid in within.children if kid.dep_ == "nsubj"
        ]
    choice = weights().choose(features(view(doc, ones, twos), rank(doc, ones, twos)), among)
    return choice.root, choice.score


def why(score: float) -> str:
    """Return the reason that a score is."""
    return f"classifier {score:.2f}"


def places(side: Side, first: int, last: int) -> list[Where]:
    """Return where a side is named within some tokens, counted from their first."""
    return [
        (ref.start - first, ref.end - first)
        for ref in side.refs
        if first <= ref.start and ref.end <= last
    ]
