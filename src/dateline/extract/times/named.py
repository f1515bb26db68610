"""Times that name an event: "since the annexation of Crimea", "at the Helsinki summit".

The report itself dates the event, in another sentence; the link to those words is the anchor.
What only other reports date is left to `ties`.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from dateline.data import table, values
from dateline.extract.times import attach, calendar
from dateline.extract.times.events import by_event
from dateline.model import Granularity, Span, Time
from dateline.parse.words import Parsed, Word

STEM = 4  # first letters by which "annexed" and "the annexation" are the same
DATED = frozenset({"day", "weekend", "week", "month", "season", "quarter", "range", "year"})
DEFINITE = frozenset({"the", "that", "this", "those", "these"})
PARTS = frozenset({"compound", "amod", "nmod", "poss"})
MOST = 20  # acts to each side, and words of one act, that are looked at: a bound on hostile texts


@dataclass(frozen=True, slots=True)
class Happening:
    """An act that the text dates: the stems of its sentence's words, where that begins, when."""

    words: frozenset[str]
    begin: int
    time: Time


def event_times(doc: Parsed, times: list[Time], published: dt.date | None) -> list[Time]:
    """Return the times that name an event which the text dates elsewhere, in order.

    Each spans its preposition and the event's noun; `basis` is "event", `anchor` the words that
    date the event. "After" and "since" reach to publication, "before" and "until" have no first
    day. TIMEX3 knows no such expressions, so `find_times` does not return them.
    """
    found = []
    known: Happenings | None = None
    ends = lasts()
    for token in doc:
        link = link_of(token) if token.lower_ in ends else None
        noun = noun_of(token) if link else None
        if link is None or noun is None:
            continue
        known = Happenings(doc, times) if known is None else known
        start, side = link
        event = known.meant(noun)
        time = _time(doc, start, noun, side, event, published) if event else None
        if time is not None:
            found.append(time)
    return found


def of_report(doc: Parsed, times: list[Time], published: dt.date | None) -> list[Time]:
    """Return `event_times`, found once per document and kept with it."""
    kept = doc.kept.get(KEPT)
    if kept is None or kept[0] is not times:
        kept = doc.kept[KEPT] = (times, event_times(doc, times, published))
    found: list[Time] = kept[1]
    return found


KEPT = "event times"


@cache
def links() -> dict[tuple[str, ...], str]:
    """Return the side of an event that a link of one or more words takes, longest first."""
    rows = [(tuple(row["link"].split()), row["side"]) for row in table("times/links")]
    return dict(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@cache
def lasts() -> frozenset[str]:
    """Return the last words of all links."""
    return frozenset(words[-1] for words in links())


@cache
def alike() -> dict[str, frozenset[str]]:
    """Return, by stem, the stems of words that may name the same happening."""
    out: dict[str, frozenset[str]] = {}
    for row in table("times/happenings"):
        stems = frozenset(word[:STEM] for word in values(row["words"]))
        for stem in sorted(stems):
            out[stem] = out.get(stem, frozenset()) | stems
    return out


def link_of(token: Word) -> tuple[int, str] | None:
    """Return where the link that ends with the token begins, and its side."""
    for words, side in links().items():
        if words[-1] != token.lower_:
            continue
        start = token.i - len(words) + 1
        if start >= 0 and words == tuple(one.lower_ for one in token.doc[start : token.i + 1]):
            return start, side
    return None


def noun_of(link: Word) -> Word | None:
    """Return the definite noun that the link governs."""
    noun = next((child for child in link.children if child.dep_ == "pobj"), None)
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"} or noun.i < link.i:
        return None
    definite = any(
        child.lower_ in DEFINITE or child.dep_ == "poss" or child.tag_ == "PRP$"
        for child in noun.children
    )
    return noun if definite else None


class Happenings:
    """What the text dates, in order, found by the stems of the words that may name it."""

    def __init__(self, doc: Parsed, times: list[Time]) -> None:
        self._by_stem: dict[str, list[Happening]] = {}
        self._by_sentence: dict[int, list[Happening]] = {}
        for sent in doc.sents:
            words: frozenset[str] | None = None
            for placed in attach.place(doc, times, sent.start, sent.end):
                time = placed.time
                if time.earliest is None or time.basis == "event" or time.granularity not in DATED:
                    continue
                if words is None:
                    words = frozenset(token.lower_[:STEM] for token in sent)
                event = Happening(words, sent.start, time)
                self._by_sentence.setdefault(sent.start, []).append(event)
                for stem in sorted(_stems(placed.governor)):
                    self._by_stem.setdefault(stem, []).append(event)

    def meant(self, noun: Word) -> Happening | None:
        """Return the dated act that a noun names.

        It is one of the same stem, or one like it; where the word names happenings at all, any of
        the sentence before. The last one told before the noun counts, else the first one after.
        """
        stem, begin = noun.lower_[:STEM], noun.sent.start
        akin = alike().get(stem, frozenset())
        found = self._nearest(noun, begin, [stem])
        if found is None and akin:
            found = self._nearest(noun, begin, sorted(akin))
        if found is None and akin and begin:
            just = self._by_sentence.get(noun.doc[begin - 1].sent.start, [])
            found = next((one for one in just[-MOST:] if _agrees(noun, one)), None)
        return found

    def _nearest(self, noun: Word, begin: int, stems: list[str]) -> Happening | None:
        before: list[Happening] = []
        after: list[Happening] = []
        for stem in stems:
            events = self._by_stem.get(stem, [])
            at = bisect_left(events, begin, key=lambda one: one.begin)
            past = bisect_right(events, begin, key=lambda one: one.begin)
            before += [one for one in events[max(at - MOST, 0) : at] if _agrees(noun, one)]
            after += [one for one in events[past : past + MOST] if _agrees(noun, one)]
        if before:
            return max(before, key=lambda one: one.begin)
        return min(after, key=lambda one: one.begin, default=None)


def _stems(governor: Word) -> frozenset[str]:
    """Return the stems of a dated word and of those that it governs: "held the summit on ..."."""
    heads = [governor]
    for child in governor.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "pobj", "xcomp"}:
            heads += [child, *(one for one in child.children if one.dep_ in {"conj", "dobj"})]
    if governor.pos_ not in {"VERB", "AUX"}:
        heads += [token for token in attach.above(governor)[:2] if token.pos_ in {"NOUN", "VERB"}]
    return frozenset(token.lower_[:STEM] for token in heads[:MOST])


def _agrees(noun: Word, event: Happening) -> bool:
    """Tell whether the names beside the noun stand in the sentence of the dated act too.

    They narrow it: "the Helsinki summit", "the annexation of Crimea".
    """
    names = [child for child in noun.children if child.dep_ in PARTS]
    for child in noun.children:
        if child.lower_ == "of":
            names += [name for name in child.children if name.dep_ == "pobj"]
    return all(name.lower_[:STEM] in event.words for name in names if name.pos_ == "PROPN")


def _time(
    doc: Parsed,
    start: int,
    noun: Word,
    side: str,
    event: Happening,
    published: dt.date | None,
) -> Time | None:
    first, last = event.time.earliest, event.time.latest
    if first is None or last is None or is_ahead(side, first, published):
        return None
    days = on_side(side, first, last, published, event.time.granularity)
    end = doc[noun.right_edge.i] if side == "at" else noun
    told = event.time.span
    return by_event(
        Span(report_id=told.report_id, start=doc[start].idx, end=end.idx + len(end.text)),
        days,
        value=event.time.timex_value if side == "at" else "",
        approximate=side in {"after", "before"},
        anchor=told,
        reason=f"{SIDES[side]} an event that the text dates",
    )


def on_side(
    side: str, first: dt.date, last: dt.date, published: dt.date | None, grain: Granularity
) -> tuple[dt.date | None, dt.date | None, Granularity]:
    """Return the days on a side of an event's own days, and their granularity."""
    days: dict[str, tuple[dt.date | None, dt.date | None]] = {
        "at": (first, last),
        "after": (first, published),
        "before": (None, last),
        "eve": (calendar.add_days(first, -1), calendar.add_days(first, -1)),
        "next": (calendar.add_days(last, 1), calendar.add_days(last, 1)),
    }
    return (*days[side], grain if side in {"at", "eve", "next"} else "range")


SIDES = {
    "at": "the days of",
    "after": "from the day on of",
    "before": "up to the day of",
    "eve": "the day before",
    "next": "the day after",
}


def is_ahead(side: str, first: dt.date, published: dt.date | None) -> bool:
    """Tell whether nothing can have followed yet: the event lies after publication."""
    return side in {"after", "next"} and published is not None and first > published
