"""What an act is about: the words of its complement, object or topic."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from dateline.extract.events import lexicon
from dateline.extract.events.args import CALENDAR, arguments, children
from dateline.extract.events.decide import Verdict
from dateline.extract.events.frame import Frame
from dateline.extract.events.resolve import Resolver

# Prepositions whose noun is the topic of an act of any type, and of words said.
TOPIC = frozenset({"about", "over", "regarding", "concerning"})
SPOKEN = frozenset({"on", "upon", "of", "for", "into", "against", "to", "in"})
DEED = frozenset({"for"})
MET = frozenset({"on", "upon"})
SETTLES = frozenset({"AGREE", "REQUEST"})
MATERIAL = frozenset({2, 4})
CONDITIONS = frozenset({"if", "unless", "should", "provided", "until", "because", "while", "after"})
ENDS = frozenset({"parataxis", "punct", "cc", "conj", "advcl"})
# What follows a comma and is set apart by it: "…, which ran out", "…, at a summit".
APART = frozenset({"WDT", "WP", "WP$", "WRB", "IN"})
VERBS = frozenset({"VERB", "AUX"})

Words = tuple[int, int]
"""First token and the one after the last."""


class Topic(NamedTuple):
    """What an act is about: its head word, its first token and the one after its last."""

    head: Token
    first: int
    last: int


def about(frame: Frame, verdict: Verdict, resolver: Resolver) -> list[Topic]:
    """Return what an act is about: the head word of it, and its words without the conjunction.

    Several where one word governs several things that are agreed on or asked for.
    """
    spoken = lexicon.quads()[verdict.root] not in MATERIAL
    if verdict.root == frame.root and (frame.op or spoken):
        found = [Topic(head, *clause(head)) for head in complements(frame)]
        if found:
            return found if verdict.root in SETTLES else found[:1]
    if verdict.root != frame.root:
        head = frame.head
        return [Topic(head, *(phrase(head) if frame.noun else clause(head)))]
    return list(topics(frame, verdict, resolver))


def complements(frame: Frame) -> list[Token]:
    """Return the heads of the clauses that an act's word governs, coordinated ones apart."""
    first = frame.clause
    for word in frame.words:
        if first is None and word.pos_ in {"NOUN", "PROPN"}:
            first = clause_of_noun(word)
    if first is None:
        return []
    return [first, *further(first)]


def further(first: Token) -> list[Token]:
    """Return the verbs coordinated to an infinitive or a clause that are things of their own."""
    found = []
    last = first
    for _ in range(len(first.sent)):
        more = [child for child in children(last, "conj") if own_thing(child, first)]
        if not more:
            break
        last = more[0]
        found.append(last)
    return found


def continued(first: Token) -> list[Token]:
    """Return all verbs coordinated to a clause: "said that it was late and would not pass"."""
    found = []
    last = first
    for _ in range(len(first.sent)):
        more = [child for child in children(last, "conj") if child.pos_ in VERBS]
        if not more:
            break
        last = more[0]
        found.append(last)
    return found


def own_thing(verb: Token, first: Token) -> bool:
    """Tell whether a coordinated verb continues an infinitive ("to send back and to begin")."""
    if verb.pos_ not in VERBS:
        return False
    if any(aux.lower_ == "to" for aux in children(first, "aux")):
        return verb.tag_ == "VB" and not children(verb, "nsubj")
    return any(child.dep_ == "mark" for child in verb.children)


def clause_of_noun(noun: Token) -> Token | None:
    """Return the clause that a noun governs: "the demand that Peru withdraw"."""
    for child in noun.children:
        infinitive = child.dep_ in {"acl", "relcl", "xcomp"} and child.tag_ == "VB"
        if infinitive or (
            child.dep_ in {"acl", "ccomp"} and any(m.dep_ == "mark" for m in child.children)
        ):
            return child
    return None


def clause(verb: Token) -> Words:
    """Return the words of a clause: an infinitive without "to", a sentence without "that"."""
    auxes = [each for each in children(verb, "aux", "auxpass") if each.i < verb.i]
    to = any(aux.lower_ == "to" for aux in auxes)
    if to or not children(verb, "nsubj", "nsubjpass", "expl"):
        start = verb.i
        for aux in reversed(auxes):
            if aux.dep_ == "auxpass" and aux.i == start - 1:
                start = aux.i
    else:
        marks = [child.i for child in verb.children if child.dep_ == "mark" and child.i < verb.i]
        start = max([verb.left_edge.i, *(i + 1 for i in marks)])
    return start, tail(verb, verb.i + 1)


def tail(head: Token, end: int) -> int:
    """Return where the words of a phrase end: before what is coordinated, conditions and dates."""
    for child in head.children:
        if child.i <= head.i:
            continue
        if child.dep_ in ENDS and not kept(child):
            if child.dep_ == "punct" and child.text not in {";", "-", "–", "—"}:
                continue
            break
        end = max(end, child.right_edge.i + 1)
    return trimmed(head, end)


def kept(child: Token) -> bool:
    """Tell whether a coordinated or adverbial part belongs to the phrase before it."""
    if child.dep_ == "conj":
        return child.pos_ not in VERBS
    if child.dep_ == "cc":
        return not any(each.pos_ in VERBS for each in children(child.head, "conj"))
    if child.dep_ == "advcl":
        return not any(each.lower_ in CONDITIONS for each in child.children)
    return False


def trimmed(head: Token, end: int) -> int:
    """Return where a phrase ends without a date at its end, or a clause set off by a comma."""
    doc = head.doc
    for i in range(head.i + 1, end - 1):
        if doc[i].text == "," and doc[i + 1].tag_ in APART:
            end = i
            break
    while end - 1 > head.i and (dated(doc[end - 1], head) or doc[end - 1].is_punct):
        end = dated(doc[end - 1], head) or end - 1
    return end


def dated(last: Token, head: Token) -> int:
    """Return where a date at the end of a phrase begins, its preposition included; 0 if none."""
    if last.ent_type_ not in CALENDAR:
        return 0
    start = last
    while start.i - 1 > head.i and start.nbor(-1).ent_type_ in CALENDAR:
        start = start.nbor(-1)
    if start.i - 1 > head.i and start.nbor(-1).dep_ == "prep":
        start = start.nbor(-1)
    return start.i if start.i > head.i else 0


def phrase(noun: Token) -> Words:
    """Return the words of a noun phrase without its relative clause, its article left out."""
    start = noun.left_edge.i
    first = noun.doc[start]
    if first.dep_ == "det" or first.is_punct:
        start += 1
    end = noun.i + 1
    for child in noun.children:
        if child.i > noun.i and child.dep_ not in {"relcl", "punct", "cc"}:
            if child.dep_ == "conj" and child.pos_ in VERBS:
                break
            end = max(end, child.right_edge.i + 1)
    return start, trimmed(noun, end)


def topics(frame: Frame, verdict: Verdict, resolver: Resolver) -> Iterator[Topic]:
    """Yield the topics of an act: its object where that is a thing, else by prepositions."""
    deed = lexicon.quads()[verdict.root] in MATERIAL
    words = {word.i for word in frame.words}
    if not deed and not frame.noun and frame.head.pos_ in VERBS:
        for thing in arguments(frame.head).obj:
            if is_thing(thing, words, resolver):
                yield Topic(thing, *phrase(thing))
                return
    allowed = TOPIC | (DEED if deed else SPOKEN)
    if verdict.root == "CONSULT":
        allowed = TOPIC | MET
    heads = [frame.head, *(word for word in frame.words if word is not frame.head)]
    inner = frame.inner
    if inner is not None and inner.noun:
        heads += [word for word in inner.words if word not in heads]
    found = [(prep.lower_ in TOPIC, prep, noun) for head in heads
             for prep in children(head, "prep") if prep.lower_ in allowed
             for noun in children(prep, "pobj", "pcomp")]  # fmt: skip
    for _, prep, noun in sorted(found, key=lambda each: not each[0]):
        if noun.dep_ == "pcomp":
            yield Topic(noun, *clause(noun))
        elif is_thing(noun, words, resolver) or prep.lower_ in TOPIC:
            yield Topic(noun, *phrase(noun))
        else:
            continue
        if verdict.root not in SETTLES:
            return
        yield from coordinated(prep, words, resolver)
        return


def coordinated(prep: Token, words: set[int], resolver: Resolver) -> Iterator[Topic]:
    """Yield the further things of "agreed on a line, and on an exchange of data"."""
    last = prep
    for _ in range(len(prep.sent)):
        more = [child for child in children(last, "conj") if child.pos_ == "ADP"]
        if not more:
            return
        last = more[0]
        for noun in children(last, "pobj"):
            if is_thing(noun, words, resolver):
                yield Topic(noun, *phrase(noun))


def is_thing(noun: Token, words: set[int], resolver: Resolver) -> bool:
    """Tell whether a noun is no actor, date, pronoun or word of the act itself."""
    if noun.i in words or noun.pos_ not in {"NOUN", "PROPN", "NUM", "VERB"}:
        return False
    meeting = noun.lemma_.lower() in lexicon.classes()["talkwords"]
    if (
        noun.ent_type_ in CALENDAR
        or meeting
        or noun.lemma_.lower() in lexicon.classes()["audience"]
    ):
        return False
    return resolver.at(noun) is None
