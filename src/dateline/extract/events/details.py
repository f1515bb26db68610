"""Further values of a mention: how many, which sector, which incident, on what condition."""

from collections.abc import Sequence
from functools import cache

import ahocorasick_rs
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Slice

from dateline.data import table, values
from dateline.extract.base import span_of
from dateline.extract.events.frame import Frame
from dateline.extract.events.resolve import tokens_of
from dateline.extract.events.status import Modality
from dateline.model import Detail, Span, Time

# (field, table, column of the value, column of the words)
NAMED = (
    ("incident", "cyber_incidents", "name", "aliases"),
    ("sector", "sectors", "code", "words"),
    ("topic", "plover/topics", "topic", "words"),
)
EDGE = frozenset(" \t\n.,;:!?()[]\"'“”‘’-–—/")


@cache
def automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str], ...]]:
    """Return an automaton of names and words, with the field and value of each."""
    patterns: dict[str, tuple[str, str]] = {}
    for field, name, value, words in NAMED:
        for row in table(name):
            own = (row[value],) if field == "incident" else ()
            for word in (*values(row[words]), *own):
                patterns.setdefault(word.lower(), (field, row[value]))
    return ahocorasick_rs.AhoCorasick(
        list(patterns), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    ), tuple(patterns.values())


def named(sent: Slice, report_id: str) -> list[Detail]:
    """Find incidents, sectors and topics that a sentence names, each value once."""
    matcher, meanings = automaton()
    text = sent.text
    lower = text.lower()
    if len(lower) != len(text):
        return []
    found: dict[tuple[str, str], Detail] = {}
    for index, start, end in matcher.find_matches_as_indexes(lower):
        before = start == 0 or lower[start - 1] in EDGE
        after = end == len(lower) or lower[end] in EDGE
        if before and after:
            field, value = meanings[index]
            at = sent.start_char
            span = Span(report_id=report_id, start=at + start, end=at + end)
            found.setdefault((field, value), Detail(field=field, value=value, span=span))
    return list(found.values())


def counted(frame: Frame) -> list[Token]:
    """Return the nouns of a frame that may carry a number, and those they govern by "of"."""
    nouns = [*frame.words, *tokens_of(frame.target)]
    if frame.inner is not None:
        nouns += [*frame.inner.words, *tokens_of(frame.inner.target)]
    more = [
        pobj
        for noun in nouns
        for prep in noun.children
        if prep.dep_ == "prep" and prep.lower_ == "of"
        for pobj in prep.children
        if pobj.dep_ == "pobj"
    ]
    return list(dict.fromkeys([*nouns, *more]))


def numbers(frame: Frame, doc: Doc, report_id: str) -> list[Detail]:
    """Find the number of what is acted on: "35 diplomats"."""
    for noun in counted(frame):
        if noun.pos_ != "NOUN" or noun.ent_type_ in {"DATE", "TIME"}:
            continue
        for child in noun.children:
            if child.dep_ == "nummod" and child.ent_type_ not in {"DATE", "TIME"}:
                span = span_of(doc, report_id, child.left_edge.i, noun.i + 1)
                count = doc[child.left_edge.i : child.i + 1].text
                what = "" if noun.lemma_ == "one" else f" {noun.text}"
                return [Detail(field="number", value=f"{count}{what}", span=span)]
    return []


def clause_detail(field: str, head: Token, doc: Doc, report_id: str) -> Detail:
    """Make a detail of a whole clause."""
    span = span_of(doc, report_id, head.left_edge.i, head.right_edge.i + 1)
    return Detail(field=field, value=doc.text[span.start : span.end], span=span)


def consequence(frame: Frame, doc: Doc, report_id: str) -> list[Detail]:
    """Find what a threat threatens with."""
    if frame.root != "THREATEN" or frame.inner is None:
        return []
    return [clause_detail("consequence", frame.inner.head, doc, report_id)]


def durations(sent: Slice, times: Sequence[Time]) -> list[Detail]:
    """Find how long it lasted, for meetings."""
    return [
        Detail(field="duration", value=time.timex_value, span=time.span)
        for time in times
        if time.timex_type == "DURATION"
        and sent.start_char <= time.span.start < sent.end_char
    ][:1]  # fmt: skip


def details(
    frame: Frame, modality: Modality, root: str, times: Sequence[Time], report_id: str
) -> tuple[Detail, ...]:
    """Return all details of an act."""
    doc, sent = frame.head.doc, frame.head.sent
    found = named(sent, report_id)
    found += numbers(frame, doc, report_id)
    if modality.condition is not None:
        found.append(clause_detail("condition", modality.condition, doc, report_id))
    found += consequence(frame, doc, report_id)
    if root == "CONSULT":
        found += durations(sent, times)
    return tuple(found)
