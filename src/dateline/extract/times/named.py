"""Times that name an event: "since the annexation of Crimea", "at the Helsinki summit".

The report itself dates the event, in another sentence; the link to those words is the anchor.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from dateline.data import table, values
from dateline.extract.times import attach, calendar
from dateline.extract.times.edtf import text_of
from dateline.model import Granularity, Span, Time

STEM = 4  # first letters by which "annexed" and "the annexation" are the same
DATED = frozenset({"day", "weekend", "week", "month", "season", "quarter", "range", "year"})
DEFINITE = frozenset({"the", "that", "this", "those", "these"})
PARTS = frozenset({"compound", "amod", "nmod", "poss"})
NEAR = 1  # sentences back in which any dated act may be what "the vote" means


@dataclass(frozen=True, slots=True)
class Happening:
    """An act that the text dates: the stems that may name it, all words of its sentence."""

    stems: frozenset[str]
    words: frozenset[str]
    begin: int
    time: Time


def event_times(doc: Doc, times: list[Time], published: dt.date | None) -> list[Time]:
    """Return the times that name an event which the text dates elsewhere, in order.

    Each spans its preposition and the event's noun; `basis` is "event", `anchor` the words that
    date the event. "After" and "since" reach to publication, "before" and "until" have no first
    day. TIMEX3 knows no such expressions, so `find_times` does not return them.
    """
    found = []
    known: list[Happening] | None = None
    lasts = {words[-1] for words in links()}
    for token in doc:
        link = _link(token) if token.lower_ in lasts else None
        noun = _noun(token) if link else None
        if link is None or noun is None:
            continue
        known = happenings(doc, times) if known is None else known
        start, side = link
        event = _meant(noun, known)
        time = _time(doc, start, noun, side, event, published) if event else None
        if time is not None:
            found.append(time)
    return found


def of_report(doc: Doc, times: list[Time], published: dt.date | None) -> list[Time]:
    """Return `event_times`, found once per document and kept with it."""
    kept = doc.user_data.get(KEPT)
    if kept is None or kept[0] is not times:
        kept = (times, event_times(doc, times, published))
        doc.user_data[KEPT] = kept
    found: list[Time] = kept[1]
    return found


KEPT = "dateline event times"


@cache
def links() -> dict[tuple[str, ...], str]:
    """Return the side of an event that a link of one or more words takes, longest first."""
    rows = [(tuple(row["link"].split()), row["side"]) for row in table("times/links")]
    return dict(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@cache
def alike() -> dict[str, frozenset[str]]:
    """Return, by stem, the stems of words that may name the same happening."""
    out: dict[str, frozenset[str]] = {}
    for row in table("times/happenings"):
        stems = frozenset(word[:STEM] for word in values(row["words"]))
        for stem in sorted(stems):
            out[stem] = out.get(stem, frozenset()) | stems
    return out


def _link(token: Token) -> tuple[int, str] | None:
    """Return where the link that ends with the token begins, and its side."""
    for words, side in links().items():
        start = token.i - len(words) + 1
        if start >= 0 and words == tuple(one.lower_ for one in token.doc[start : token.i + 1]):
            return start, side
    return None


def _noun(link: Token) -> Token | None:
    """Return the definite noun that the link governs."""
    noun = next((child for child in link.children if child.dep_ == "pobj"), None)
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"} or noun.i < link.i:
        return None
    definite = any(
        child.lower_ in DEFINITE or child.dep_ == "poss" or child.tag_ == "PRP$"
        for child in noun.children
    )
    return noun if definite else None


def happenings(doc: Doc, times: list[Time]) -> list[Happening]:
    """Return what the text dates, in order."""
    out = []
    for sent in doc.sents:
        for placed in attach.place(doc, times, sent.start, sent.end):
            time = placed.time
            if time.earliest is None or time.basis == "event" or time.granularity not in DATED:
                continue
            words = frozenset(token.lower_[:STEM] for token in sent)
            out.append(Happening(_stems(placed.governor), words, sent.start, time))
    return out


def _stems(governor: Token) -> frozenset[str]:
    """Return the stems of a dated word and of those that it governs: "held the summit on ..."."""
    heads = [governor]
    for child in governor.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "pobj", "xcomp"}:
            heads += [child, *(one for one in child.children if one.dep_ in {"conj", "dobj"})]
    if governor.pos_ not in {"VERB", "AUX"}:
        heads += [token for token in attach.above(governor)[:2] if token.pos_ in {"NOUN", "VERB"}]
    return frozenset(token.lower_[:STEM] for token in heads)


def _meant(noun: Token, known: list[Happening]) -> Happening | None:
    """Return the dated act that a noun names: of the same stem, or one like it, not too far."""
    stem = noun.lower_[:STEM]
    begin = noun.sent.start
    others = [one for one in known if one.begin != begin and _agrees(noun, one)]
    same = [one for one in others if stem in one.stems]
    akin = alike().get(stem, frozenset())
    like = [one for one in others if not akin.isdisjoint(one.stems)]
    near = [one for one in others if akin and _just_before(noun, one)]
    for some in (same, like, near):
        before = [one for one in some if one.begin < begin]
        if before or some:
            return before[-1] if before else some[0]
    return None


def _agrees(noun: Token, event: Happening) -> bool:
    """Tell whether the names beside the noun stand in the sentence of the dated act too."""
    names = [
        child
        for child in noun.subtree
        if child.pos_ == "PROPN" and child.i != noun.i and _beside(child, noun)
    ]
    return all(name.lower_[:STEM] in event.words for name in names)


def _beside(name: Token, noun: Token) -> bool:
    """Tell whether a name narrows the noun: "the Helsinki summit", "the annexation of Crimea"."""
    if name.head.i == noun.i:
        return name.dep_ in PARTS
    return name.head.lower_ == "of" and name.head.head.i == noun.i


def _just_before(noun: Token, event: Happening) -> bool:
    """Tell whether the act is told in the sentence before that of the noun."""
    start = noun.sent.start
    for _ in range(NEAR):
        if start == 0:
            return False
        start = noun.doc[start - 1].sent.start
    return start == event.begin


def _time(
    doc: Doc,
    start: int,
    noun: Token,
    side: str,
    event: Happening,
    published: dt.date | None,
) -> Time | None:
    first, last = event.time.earliest, event.time.latest
    if first is None or last is None or _ahead(side, first, published):
        return None
    days: dict[str, tuple[dt.date | None, dt.date | None]] = {
        "at": (first, last),
        "after": (first, published),
        "before": (None, last),
        "eve": (calendar.add_days(first, -1), calendar.add_days(first, -1)),
        "next": (calendar.add_days(last, 1), calendar.add_days(last, 1)),
    }
    earliest, latest = days[side]
    grain: Granularity = event.time.granularity if side in {"at", "eve", "next"} else "range"
    told = event.time.span
    end = doc[noun.right_edge.i] if side == "at" else noun
    origin = told.report_id
    return Time(
        span=Span(report_id=origin, start=doc[start].idx, end=end.idx + len(end.text)),
        timex_type="DATE",
        timex_value=event.time.timex_value if side == "at" else "",
        earliest=earliest,
        latest=latest,
        granularity=grain,
        approximate=side in {"after", "before"},
        edtf=text_of(earliest, latest, grain, approximate=False),
        basis="event",
        reason=f"{SIDES[side]} an event that the text dates",
        anchor=told,
    )


SIDES = {
    "at": "the days of",
    "after": "from the day on of",
    "before": "up to the day of",
    "eve": "the day before",
    "next": "the day after",
}


def _ahead(side: str, first: dt.date, published: dt.date | None) -> bool:
    """Tell whether nothing can have followed yet: the event lies after publication."""
    return side in {"after", "next"} and published is not None and first > published
