"""Syntax between a time expression and the word that it dates."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from dateline.extract.times import lexicon
from dateline.model import Time
from dateline.parse.words import Parsed, Word

Kind = Literal["adverb", "phrase", "noun"]

CLAUSES = frozenset({
    "ROOT", "ccomp", "xcomp", "pcomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj",
})  # fmt: skip
CLAIMS = frozenset({"ccomp", "parataxis"})
CARRIERS = frozenset({"ADP", "SCONJ", "ADV", "NUM", "PUNCT", "PART"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MAX_CLIMB = 60
ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A time and where it stands in the parse.

    `governor` is what it modifies: `kind` "adverb" a verb, "phrase" a noun by a preposition ("the
    talks on Monday"), "noun" a noun as part of its name ("the vote of 2016", "Monday's talks").
    """

    time: Time
    head: Word
    governor: Word
    kind: Kind


def place(doc: Parsed, times: list[Time], start: int, end: int) -> list[Placed]:
    """Return the times that lie in tokens `start` to `end`, each with its governor."""
    if start >= end:
        return []
    found = []
    for time in within(times, doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text)):
        span = doc.char_span(time.span.start, time.span.end)
        if span is not None and len(span):
            found.append(_placed(time, span.root))
    return found


def within(times: list[Time], first: int, last: int) -> list[Time]:
    """Return the times between two offsets; `times` is in order."""
    low = bisect_left(times, first, key=lambda time: time.span.start)
    high = bisect_left(times, last, lo=low, key=lambda time: time.span.start)
    return [time for time in times[low:high] if time.span.end <= last]


def _placed(time: Time, head: Word) -> Placed:
    noun = _of_phrase(time, head)
    if noun is not None:
        return Placed(time, head, noun, "noun")
    if _stands_before(time, head):
        return Placed(time, head, head.head.head, "adverb")
    token, carried = head.head, False
    if head.dep_ == "npadvmod" and token.lower_ in LENGTHS and token.dep_ in {"pobj", "npadvmod"}:
        token = token.head  # "for several days last month": both belong to the verb
    naming = head.dep_ in {"compound", "amod", "nummod", "poss", "nmod"}
    while token.pos_ in CARRIERS and token.head.i != token.i:
        carried = carried or (token.pos_ == "ADP" and token.lower_ != "of")
        naming = naming or token.lower_ == "of"
        token = token.head
    if token.pos_ in {"VERB", "AUX"}:
        return Placed(time, head, token, "adverb")
    if head.head.lower_ == "since":
        return Placed(time, head, head, "noun")  # "the worst raid since 2006" was later
    return Placed(time, head, token, "phrase" if carried and not naming else "noun")


def _stands_before(time: Time, head: Word) -> bool:
    """Tell whether a month stands before a subject that the parse joins it to: "In May India"."""
    name = head.head
    return (
        time.granularity == "month"
        and head.dep_ == "compound"
        and name.dep_ in {"nsubj", "nsubjpass"}
        and name.head.pos_ == "VERB"
        and head.i > 0
        and head.nbor(-1).lower_ == "in"
    )


LENGTHS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
LATER = frozenset({"after", "following", "since"})


def _of_phrase(time: Time, head: Word) -> Word | None:
    """Return the noun of "after an attack last week", whatever verb the parse ties the week to."""
    first = head
    if head.head.pos_ == "ADP" and head.dep_ == "pobj":
        first = head.head
    while first.i and first.nbor(-1).idx >= time.span.start:
        first = first.nbor(-1)
    if not first.i:
        return None
    noun = first.nbor(-1)
    for _ in range(CHAIN):
        owner = noun.head
        if noun.dep_ == "pobj" and owner.lower_ in LATER:
            return noun if owner.head.pos_ in {"VERB", "AUX"} else None
        if noun.dep_ == "dobj" and owner.lemma_ == "follow":
            return noun
        if noun.pos_ not in {"NOUN", "PROPN", "ADP"} or owner.i >= noun.i:
            return None
        noun = owner
    return None


CHAIN = 6  # words up from "after the killing of an agent in Oslo last week" to "after"


def clause(token: Word) -> Word:
    """Return the verb of the clause of a token, or the sentence's root."""
    for _ in range(MAX_CLIMB):
        if token.dep_ in CLAUSES and token.pos_ in {"VERB", "AUX"}:
            return token
        if token.head.i == token.i:
            return token
        token = token.head
    return token


def is_main(verb: Word) -> bool:
    """Tell whether a verb is that of its sentence's main clause, or coordinate with it."""
    verb = clause(verb)
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")


def above(token: Word) -> list[Word]:
    """Return the token's heads, nearest first."""
    heads: list[Word] = []
    while token.head.i != token.i and len(heads) < MAX_CLIMB:
        token = token.head
        heads.append(token)
    return heads


def distance(action: Word, placed: Placed) -> int | None:
    """Return how far the time is from the action in the parse; None where it dates another word.

    0 the time modifies the action itself, 1 a noun of its phrase or the verb of its clause, 2 a
    clause that it goes on from ("met on Friday and signed"), 3 one that goes on from it.
    """
    target = placed.governor
    own = action.i in {target.i, placed.head.i}
    if own or (placed.kind != "noun" and _done_by(action, target)):
        return 0
    if placed.kind == "noun":
        return 1 if _took_place_in(action, target) else None
    mine, other = clause(action), clause(target)
    if other.i == mine.i:
        return 1 if placed.kind == "adverb" or action in above(target) else 2
    if placed.kind == "phrase":
        return None
    first = _first(mine)
    if _goes_on(mine, other) or _meanwhile(first, other) or _when(first, placed):
        return 2
    near = _goes_on(other, mine) or _spliced(mine, other) or _meanwhile(other, mine, WHILE)
    return ELSEWHERE if near or _claimed_then(first, other) else None


def _first(verb: Word) -> Word:
    """Return the first of coordinate verbs."""
    while verb.dep_ == "conj" and verb.head.i != verb.i and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return verb


WHILE = frozenset({"when", "as", "while"})


MEANWHILE = frozenset({"when", "as", "while", "after", "before", "once"})


def _meanwhile(mine: Word, other: Word, marks: frozenset[str] = MEANWHILE) -> bool:
    """Tell "recalled him in March, after he had spoken": a clause of time beside a dated one."""
    words = {child.lower_ for child in mine.children if child.dep_ in {"mark", "advmod"}}
    beside = mine.dep_ == "advcl" or (mine.dep_ == "relcl" and mine.head.lower_ == "time")
    return beside and clause(mine.head).i == other.i and bool(words & marks)


def _took_place_in(action: Word, noun: Word) -> bool:
    """Tell "interfered in the 2016 election": the act lies within what the year belongs to."""
    link = noun.head
    inside = noun.dep_ == "pobj" and link.lower_ in {"in", "during", "at"}
    return inside and link.head.i == action.i and noun.lower_ in lexicon.group("held over time")


def _done_by(noun: Word, verb: Word) -> bool:
    """Tell "the attack that cut the power in May": the clause about a noun says when it was."""
    if verb.dep_ != "relcl" or verb.head.i != noun.i:
        return False
    subjects = (child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})
    return any(child.tag_ in {"WDT", "WP"} for child in subjects)


def _claimed_then(mine: Word, other: Word) -> bool:
    """Tell "recalled him in March, after he had said that they lied"."""
    for _ in range(MAX_CLIMB):
        if mine.dep_ not in CLAIMS:
            break
        mine = clause(mine.head)
    return _meanwhile(mine, other)


def _when(mine: Word, placed: Placed) -> bool:
    """Tell "in August 2008, when it sent troops": the clause says what happened at the time."""
    opens = next((child for child in mine.children if child.lower_ == "when"), None)
    if opens is None:
        return False
    before = opens.i - 1
    while before > 0 and opens.doc[before].is_punct:
        before -= 1
    last = opens.doc[before]
    return placed.time.span.start <= last.idx < placed.time.span.end


def _spliced(mine: Word, other: Word) -> bool:
    """Tell main clauses joined by a comma, which the parse takes for a claim."""
    if other.dep_ != "ccomp" or other.head.i != mine.i or other.i > mine.i:
        return False
    return any(child.dep_ == "dobj" for child in mine.children)


def _goes_on(clause_: Word, first: Word) -> bool:
    """Tell whether a clause shares the time of a clause above it: coordinate or not finite.

    What was agreed or ordered ("agreed to meet in July") comes later; `mention_time` leaves out
    times that the action's status rules out.
    """
    token = clause_
    for _ in range(MAX_CLIMB):
        if token.i == first.i:
            return True
        shares = token.dep_ == "conj" or (
            token.dep_ in {"xcomp", "advcl", "acl"} and not finite(token) and not _before(token)
        )
        if not shares or token.head.i == token.i:
            return False
        token = clause(token.head)
    return False


def _before(verb: Word) -> bool:
    """Tell "the treaty signed by both", "having been held": what was done before the main act."""
    perfect = any(child.lower_ == "having" for child in verb.children)
    return perfect or (verb.dep_ == "acl" and verb.tag_ == "VBN")


def finite(verb: Word) -> bool:
    """Tell whether a verb has a tense of its own."""
    if verb.tag_ in FINITE:
        return True
    return any(child.dep_ in {"aux", "auxpass"} and child.tag_ in FINITE for child in verb.children)
