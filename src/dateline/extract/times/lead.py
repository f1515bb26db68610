"""The day of a report's news: the day that its first sentences tell of."""

import datetime as dt

import msgspec

from dateline.extract.times import attach, calendar
from dateline.model import Time
from dateline.parse.words import Parsed, Word

# Sentences that make the lead: most reports name the day of their news in the first or second.
LEAD = 4
# A day longer before publication is background, not news.
FRESH = 6


def news_day(token: Word, times: list[Time], published: dt.date | None) -> Time | None:
    """Return the day that the lead tells of, for an action (`token`) without a date.

    It is the first day of the week before publication on which a main verb of the lead happens.
    None where the report has no date, its lead names no such day, or only the action's own
    sentence does: what was said on a day did not happen on it.
    """
    if published is None:
        return None
    own = token.sent
    for placed in attach.place(token.doc, times, 0, lead_end(token.doc)):
        if own.start <= placed.governor.i < own.end or not tells_day(placed):
            continue
        if is_fresh(placed.time, published):
            return msgspec.structs.replace(
                placed.time,
                basis="narrative",
                reason="no time is given: the day that the report's first sentences tell of",
                anchor=placed.time.span,
            )
    return None


def tells_day(placed: attach.Placed) -> bool:
    """Tell whether a time says when a sentence's own act was.

    "On Friday they met"; "their meeting on Friday lasted two hours".
    """
    governor = placed.governor
    if placed.kind == "adverb":
        return attach.is_main(governor)
    above = governor.head
    return governor.dep_ in {"nsubj", "nsubjpass"} and above.tag_ == "VBD" and attach.is_main(above)


def lead_end(doc: Parsed) -> int:
    """Return the index after the last token of the lead."""
    end = 0
    for number, sent in enumerate(doc.sents):
        if number == LEAD:
            break
        end = sent.end
    return end


def is_fresh(time: Time, published: dt.date) -> bool:
    """Tell whether a time is one day, not long before publication."""
    if time.earliest is None or time.earliest != time.latest or time.basis == "event":
        return False
    return calendar.add_days(published, -FRESH) <= time.earliest <= published
