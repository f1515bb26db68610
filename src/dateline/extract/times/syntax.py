"""What the parse adds to the cue words: the simple present before a weekday looks ahead.

"The envoys meet on Wednesday" has no cue word. Reading every tense off the parse was tried on
TimeBank and AQUAINT and found no better than the cue words, so only this case is left to it.
"""

from bisect import bisect_right
from typing import TYPE_CHECKING

from dateline.extract.times import lexicon
from dateline.extract.times.context import Context

if TYPE_CHECKING:
    from dateline.parse.words import Word

SAYING = lexicon.group("saying")


def is_present(context: Context, i: int) -> bool:
    """Tell whether token i is a weekday that dates a verb in the simple present."""
    if context.tokens.classes[i] not in {"weekday", "wday"}:
        return False
    token = _token(context, context.tokens.starts[i])
    if token is None or token.dep_ not in {"pobj", "npadvmod"}:
        return False
    verb = token.head
    while verb.pos_ == "ADP" and verb.head.i != verb.i:
        verb = verb.head
    if verb.tag_ not in {"VBZ", "VBP"} or verb.pos_ != "VERB" or verb.lemma_ in SAYING:
        return False
    return not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def _token(context: Context, offset: int) -> "Word | None":
    doc = context.doc
    if doc is None:
        return None
    index = bisect_right(doc.starts, offset) - 1
    return doc[index] if index >= 0 else None
