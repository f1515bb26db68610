"""Events that date a mention and that only other reports may date: "two days after the summit".

What is found here is a question to the record, which `dateline.link.ties` answers.
"""

from dateline.extract.base import span_of
from dateline.extract.times import attach, events, named
from dateline.model import Span, Tie, Time
from dateline.parse.words import Parsed, Word

NAMES = 4  # names that tell one event from others: more of them seldom all stand in one sentence
SIDES = frozenset({"at", "after", "eve", "next"})


def tie_of(doc: Parsed, action: int, times: list[Time], time: Time | None) -> Tie | None:
    """Return the event that dates the event of the token `action`, where its report does not.

    `times` are those of `find_times`, `time` what `mention_time` found: one that stands in the
    mention's own sentence needs no tie.
    """
    token = doc[action]
    if time is None or is_told(token, time):
        return None
    return _counted(doc, token, times) or _named(doc, token, time.span.report_id)


def is_told(token: Word, time: Time) -> bool:
    """Tell whether a time rests on words of the token's sentence other than the token's own."""
    sent = token.sent
    inside = sent.start_char <= time.span.start < sent.end_char
    return inside and time.span.start != token.idx


def _counted(doc: Parsed, action: Word, times: list[Time]) -> Tie | None:
    """Return the tie of a length of time: "a month before the election"."""
    sent = action.sent
    for time in attach.within(times, sent.start_char, sent.end_char):
        length = events.length_to(doc, time)
        if length is None or events.is_that(length.link, length.inner):
            continue
        inner = length.inner
        if action.i == inner.i or inner in attach.above(action):
            continue
        if attach.clause(action).i == attach.clause(length.link.head).i:
            last = doc[inner.right_edge.i]
            end = max(time.span.end, last.idx + len(last.text))
            span = Span(report_id=time.span.report_id, start=time.span.start, end=end)
            side = "after" if length.steps > 0 else "before"
            words = _words(inner)
            return Tie(span=span, side=side, words=words, steps=length.steps, unit=length.unit)
    return None


def _named(doc: Parsed, action: Word, report_id: str) -> Tie | None:
    """Return the tie of an event that the clause names: "at the summit", "since the annexation"."""
    mine = attach.clause(action).i
    for link in action.sent:
        found = named.link_of(link) if link.lower_ in named.lasts() else None
        noun = named.noun_of(link) if found and found[1] in SIDES else None
        if found is None or noun is None or noun.i == action.i or noun in attach.above(action):
            continue
        if attach.clause(link.head).i == mine and noun.lower_[: named.STEM] in named.alike():
            span = span_of(doc, report_id, found[0], noun.right_edge.i + 1)
            return Tie(span=span, side=found[1], words=_words(noun))
    return None


def _words(inner: Word) -> tuple[str, ...]:
    """Return the stems that name an act: its own, then those of the names that go with it."""
    names = [
        token.lower_[: named.STEM]
        for token in inner.subtree
        if token.pos_ == "PROPN" and token.i != inner.i and token.is_alpha
    ]
    act = inner.lower_ if inner.pos_ in {"NOUN", "PROPN"} else inner.lemma_.lower()
    return (act[: named.STEM], *dict.fromkeys(names[:NAMES]))
