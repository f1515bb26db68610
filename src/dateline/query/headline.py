"""The sentence that tells best of an event, among those of its reports.

It is news rather than background, names both sides, needs no sentence before it, gives no value
that other reports contradict, and stands as a sentence and not as the entry of a list.
"""

import datetime as dt
import re
from typing import NamedTuple

from dateline.link.event import HEADLINE, headline
from dateline.model import Event, Mention, Value
from dateline.query.ledgers.common import shifted
from dateline.store import derived
from dateline.store.database import Database

# "How long: ...", "What they agreed: ...": an entry of a list under a label.
LABEL = re.compile(r"[^.?!\"“]{1,40}:\s")
# Words at a sentence's start that point to one before it.
BACK = re.compile(r"(?:He|She|It|They|This|That|These|Those|But|And)\b|[\"“]")
# A name among the words for a side.
NAME = re.compile(r"\b(?!The\b|A\b|An\b|Its\b|His\b|Her\b|Their\b)[A-Z]")
# Later than this a report looks back.
NEWS = dt.timedelta(days=14)
VALUES = ("number", "duration")


class Sentence(NamedTuple):
    """A sentence that tells of an event, the mention that it gives, and when it was published."""

    mention: Mention
    words: str
    published: str


def best(db: Database, event: Event) -> str:
    """Return the sentence that tells best of an event, as one line; the event's own for none."""
    contested = contested_of(event)
    found = sentences(db, event)
    if not found:
        return event.headline
    return headline(min(found, key=lambda one: rank(one, event, contested)).words)


def sentences(db: Database, event: Event) -> list[Sentence]:
    """Return the sentences that tell of an event."""
    made = []
    for mention_id in event.mentions:
        mention, words = derived.mention(db, mention_id)
        row = db.execute(
            "SELECT min(published) FROM report WHERE text_id = ?", (mention.evidence.report_id,)
        ).fetchone()
        made.append(Sentence(mention, words, row[0] or "9999"))
    return made


def contested_of(event: Event) -> frozenset[tuple[str, str]]:
    """Return the counts and lengths that as many voices contradict as give them."""
    return frozenset(
        (value.field, value.value)
        for value in event.values
        if value.field in VALUES
        and any(is_rival(other, value) and other.voices >= value.voices for other in event.values)
    )


def is_rival(one: Value, two: Value) -> bool:
    """Tell whether two values contradict: "35 diplomats", "31 diplomats"; two lengths in hours."""
    if one.field != two.field or one.value == two.value:
        return False
    if one.field == "duration":
        return one.value[:2] == two.value[:2] == "PT"
    return one.value.split()[-1] == two.value.split()[-1]


def rank(one: Sentence, event: Event, contested: frozenset[tuple[str, str]]) -> tuple[object, ...]:
    """Return the sort key of sentences, best first."""
    mention = one.mention
    return (
        mention.historical or is_late(one, event),
        bool(LABEL.match(one.words)) or len(one.words) > HEADLINE,
        bool(BACK.match(one.words)),
        -sides_named(one),
        any((d.field, d.value) in contested for d in mention.details),
        mention.according_to is not None,
        one.published,
        mention.id,
    )


def is_late(one: Sentence, event: Event) -> bool:
    """Tell whether a sentence was published long after the event."""
    last = event.end or event.start
    return last is not None and one.published > shifted(last, NEWS).isoformat()


def sides_named(one: Sentence) -> int:
    """Count the names that stand for the sides, two at most: "the two men" is none."""
    start = one.mention.evidence.start
    spans = {(s.start, s.end) for s in (*one.mention.source_spans, *one.mention.target_spans)}
    told = [one.words[max(0, first - start) : last - start] for first, last in sorted(spans)]
    return min(2, sum(bool(NAME.search(words)) for words in told))
