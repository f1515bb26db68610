"""Further values of a mention: how many, which sector, which incident, on what condition."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import ahocorasick_rs
import msgspec

from dateline.data import table, values
from dateline.extract.base import span_of
from dateline.extract.events.about import Topic
from dateline.extract.events.extent import Words, clause
from dateline.extract.events.frame import Frame
from dateline.extract.events.resolve import tokens_of
from dateline.extract.events.status import PROMISED, Modality, sharing
from dateline.model import Detail, Span, Time
from dateline.parse.words import Parsed, Slice, Word

# (field, table, column of the value, column of the words)
NAMED = (
    ("incident", "cyber_incidents", "name", "aliases"),
    ("sector", "sectors", "code", "words"),
    ("topic", "plover/topics", "topic", "words"),
)
# The sector of critical infrastructure as such.
INFRASTRUCTURE = "CRITICAL_INFRASTRUCTURE"
WHOEVER = frozenset({"anyone", "anybody", "whoever", "those", "everyone", "any"})
# How long a meeting may last: up to days, not years.
LASTING, MINUTES = re.compile(r"P(?:\d+D)?(?:T[\dHMS.]+)?"), re.compile(r"PT\d+M")
WORDS = re.compile(r"\w+")
# "Planned for an hour"; "two hours after they met".
FORESEEN = frozenset({"planned", "Planned", "scheduled", "Scheduled", "expected", "every"})
APART = frozenset({"after", "before", "ago", "later", "earlier", "since", "late"})
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


def named(sent: Slice, within: Sequence[Words], report_id: str) -> list[Detail]:
    """Find incidents and topics that a sentence names, and sectors in what an act is about.

    Each value once.
    """
    matcher, meanings = automaton()
    text = sent.text
    lower = text.lower()
    if len(lower) != len(text):
        return []
    found: dict[tuple[str, str], Detail] = {}
    for index, start, end in matcher.find_matches_as_indexes(lower):
        before = start == 0 or lower[start - 1] in EDGE
        after = end == len(lower) or lower[end] in EDGE
        field, value = meanings[index]
        at = sent.start_char
        if before and after and (field != "sector" or inside(at + start, within, sent.doc)):
            span = Span(report_id=report_id, start=at + start, end=at + end)
            found.setdefault((field, value), Detail(field=field, value=value, span=span))
    if ("sector", INFRASTRUCTURE) in found:
        for detail in plain_sectors(sent, report_id):
            found.setdefault((detail.field, detail.value), detail)
    return list(found.values())


@cache
def plain_names() -> dict[str, str]:
    """Return the sector of each bare name ("energy")."""
    rows = table("plover/sector_names")
    return {word: row["code"] for row in rows for word in values(row["words"])}


def plain_sectors(sent: Slice, report_id: str) -> Iterator[Detail]:
    """Yield the sectors that a sentence on critical infrastructure names: "energy to water"."""
    for token in sent:
        code = plain_names().get(token.lower_)
        if code and token.dep_ in {"pobj", "conj", "appos", "dobj", "nsubj"}:
            span = span_of(sent.doc, report_id, token.i, token.i + 1)
            yield Detail(field="sector", value=code, span=span)


def inside(at: int, within: Sequence[Words], doc: Parsed) -> bool:
    """Tell whether a place in the text lies in one of some spans of tokens."""
    return any(
        doc[first].idx <= at < doc[last - 1].idx + len(doc[last - 1]) for first, last in within
    )


def reach(frame: Frame, seen: Modality, topics: Sequence[Topic]) -> list[Words]:
    """Return the words that may name what an act protects or is done to.

    These are its targets, its topics and its condition, and what hangs on its own nouns.
    """
    found = [(topic.first, topic.last) for topic in topics]
    # "On a social network he condemned ...": a preposition before its verb names a place.
    heads = [t for t in tokens_of(frame.target) if t.i > frame.head.i or t.dep_ != "pobj"]
    heads += [word for word in frame.words if word.pos_ == "NOUN"]
    inner = frame.inner
    if inner is not None:
        heads += [*tokens_of(inner.target), inner.head]
    if seen.condition is not None:
        heads.append(seen.condition)
    if frame.noun:
        heads.append(frame.head)
    return found + [(head.left_edge.i, head.right_edge.i + 1) for head in heads]


def counted(frame: Frame) -> list[Word]:
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


def numbers(frame: Frame, doc: Parsed, report_id: str) -> list[Detail]:
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


def consequence(
    frame: Frame, seen: Modality, root: str, doc: Parsed, report_id: str
) -> list[Detail]:
    """Find what a threat, a promise on a condition or a demand's alternative says will come."""
    found: Words | None = None
    inner = frame.inner
    if root == "REQUEST":
        found = alternative(frame)
    elif root in PROMISED:
        if seen.condition is not None and not frame.noun:
            # "Would lift the ban if Peru left": what is promised.
            found = clause(frame.clause or sharing(frame.head)[-1])
    elif root != "THREATEN":
        return []
    elif "ahead" in frame.flags:
        found = clause(frame.head)
    elif frame.clause is not None and (inner is not None or "tells" in frame.flags):
        found = clause(frame.clause)
    elif inner is not None and inner.root != "THREATEN":
        found = (inner.head.left_edge.i, inner.head.right_edge.i + 1)
    elif not frame.op and not frame.noun and seen.condition is not None:
        # A deed that is a threat for its condition: "would shell it if ...".
        found = clause(sharing(frame.head)[-1])
    return [worded("consequence", found, doc, report_id)] if found else []


def alternative(frame: Frame) -> Words | None:
    """Return what follows if a demand is not met: "free them or face war"."""
    if frame.clause is None:
        return None
    for child in frame.clause.children:
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}:
            beside = [each.lower_ for each in child.head.children if each.dep_ == "cc"]
            if "or" in beside:
                return clause(child)
    return None


def condition(frame: Frame, seen: Modality, root: str) -> Words | None:
    """Return the words of the condition of an act, or whoever brings a threat on himself."""
    if seen.condition is not None:
        head = seen.condition
        return head.left_edge.i, head.right_edge.i + 1
    if root != "THREATEN" or frame.clause is None:
        return None
    for word in frame.clause.children:
        if word.dep_ in {"nsubj", "nsubjpass"} and word.lower_ in WHOEVER:
            if any(child.dep_ == "relcl" for child in word.children):
                return word.left_edge.i, word.right_edge.i + 1
            break
    return None


def worded(field: str, words: Words, doc: Parsed, report_id: str) -> Detail:
    """Make a detail of some words, without a comma at their end."""
    first, last = words
    while last - 1 > first and doc[last - 1].is_punct:
        last -= 1
    span = span_of(doc, report_id, first, last)
    return Detail(field=field, value=doc.text[span.start : span.end], span=span)


def durations(sent: Slice, times: Sequence[Time]) -> list[Detail]:
    """Find how long it lasted, for meetings: hours and minutes that it took, none foreseen."""
    here = [
        time for time in times
        if time.timex_type == "DURATION" and sent.start_char <= time.span.start < sent.end_char
        and LASTING.fullmatch(time.timex_value)
    ]  # fmt: skip
    text, base = sent.doc.text, sent.start_char
    for n, time in enumerate(here):
        before = WORDS.findall(text[base : time.span.start])[-2:]
        after = WORDS.findall(text[time.span.end : sent.end_char])[:1]
        if FORESEEN.intersection(before) or APART.intersection(after):
            continue
        value, span = time.timex_value, time.span
        for rest in here[n + 1 : n + 2]:  # "two hours and sixteen minutes"
            beside = text[span.end : rest.span.start].strip() in {"and", ""}
            if beside and value.endswith("H") and MINUTES.fullmatch(rest.timex_value):
                value += rest.timex_value.removeprefix("PT")
                span = msgspec.structs.replace(span, end=rest.span.end)
        return [Detail(field="duration", value=value, span=span)]
    return []


def details(
    frame: Frame,
    modality: Modality,
    root: str,
    topics: Sequence[Topic],
    times: Sequence[Time],
    report_id: str,
) -> tuple[Detail, ...]:
    """Return all details of an act."""
    doc, sent = frame.head.doc, frame.head.sent
    found = named(sent, reach(frame, modality, topics), report_id)
    found += numbers(frame, doc, report_id)
    conditional = condition(frame, modality, root)
    if conditional is not None:
        found.append(worded("condition", conditional, doc, report_id))
    found += consequence(frame, modality, root, doc, report_id)
    if root == "CONSULT":
        found += durations(sent, times)
    return tuple(found)
