"""Acts told as done before those that a report is about, on a day that nothing gives."""

import datetime as dt

from dateline.extract.times import attach
from dateline.model import Span, Time
from dateline.parse.words import Word

PRESENT = frozenset({"VBZ", "VBP"})


def is_earlier(token: Word) -> bool:
    """Tell whether an act came before the news by its tense alone.

    Daily summaries tell the news in the present, and what came before it in the past ("admits
    that he shared the plans", "in response to sanctions imposed by Peru", "after Chile warned").
    """
    verb = attach.clause(token)
    root = verb.sent.root
    if root.tag_ not in PRESENT or verb.i == root.i:
        return False
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(word.tag_ in PRESENT or word.tag_ == "MD" for word in helpers):
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "relcl"})


def before(span: Span, published: dt.date) -> Time:
    """Return the time of such an act: some day up to publication, the first not known."""
    return Time(
        span=span,
        timex_type="DATE",
        timex_value="PAST_REF",
        latest=published,
        granularity="unknown",
        approximate=True,
        edtf=f"../{published.isoformat()}",
        basis="publication",
        reason="told as done before the news; no time is given",
    )
