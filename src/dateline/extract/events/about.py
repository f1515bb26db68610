"""What an act is about: the words of its complement, object or topic."""

from collections.abc import Iterator
from typing import NamedTuple

from dateline.extract.events import lexicon
from dateline.extract.events.args import CALENDAR, arguments, children, conjuncts
from dateline.extract.events.decide import Verdict
from dateline.extract.events.extent import VERBS, bare, clause, phrase
from dateline.extract.events.frame import Frame
from dateline.extract.events.resolve import Resolver
from dateline.parse.words import Word

# Prepositions whose noun is the topic of an act of any type, and of words said.
TOPIC = frozenset({"about", "over", "regarding", "concerning"})
SPOKEN = frozenset({"on", "upon", "of", "for", "into", "against", "to", "in"})
DEED = frozenset({"for"})
MET = frozenset({"on", "upon"})
SETTLES = frozenset({"AGREE", "REQUEST"})
MATERIAL = frozenset({2, 4})


class Topic(NamedTuple):
    """What an act is about: its head word, its first token and the one after its last."""

    head: Word
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
        return [Topic(head, *(phrase(head) if frame.noun else clause(head, whole=False)))]
    return list(topics(frame, verdict, resolver))


def complements(frame: Frame) -> list[Word]:
    """Return the heads of the clauses that an act's word governs, coordinated ones apart."""
    first = frame.clause
    if first is not None and first.i < frame.head.i and not said(frame):
        # "Peru attacked, he said, blaming Chile": what stands before is told apart.
        first = None
    for word in frame.words:
        if first is None and word.pos_ in {"NOUN", "PROPN"}:
            first = clause_of_noun(word)
    if first is None:
        return []
    return [first, *further(first)]


def said(frame: Frame) -> bool:
    """Tell whether the rule of an act is about the clause that it governs."""
    return "clause=" in frame.rules[0]


def further(first: Word) -> list[Word]:
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


def continued(first: Word) -> list[Word]:
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


def own_thing(verb: Word, first: Word) -> bool:
    """Tell whether a coordinated verb continues an infinitive ("to send back and to begin")."""
    if verb.pos_ not in VERBS:
        return False
    if bare(verb.head):
        return False
    if any(aux.lower_ == "to" for aux in children(first, "aux")):
        return verb.tag_ == "VB" and not children(verb, "nsubj")
    return any(child.dep_ == "mark" for child in verb.children)


def clause_of_noun(noun: Word) -> Word | None:
    """Return the clause that a noun governs: "the demand that Peru withdraw"."""
    for child in noun.children:
        infinitive = child.dep_ in {"acl", "relcl", "xcomp"} and child.tag_ == "VB"
        if any(kid.dep_ == "nsubj" and kid.tag_ == "WDT" for kid in child.children):
            continue  # "a list of ships that should be spared": what is asked is the list
        if infinitive or (
            child.dep_ in {"acl", "ccomp"} and any(m.dep_ == "mark" for m in child.children)
        ):
            return child
    return None


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
             for prep in children(head, "prep")
             if prep.lower_ in allowed and (prep.i > head.i or prep.lower_ in TOPIC)
             for noun in children(prep, "pobj", "pcomp")]  # fmt: skip
    talks = lexicon.classes()["talkwords"] if verdict.root == "CONSULT" else ()
    for _, prep, noun in sorted(found, key=lambda each: not each[0]):
        if noun.lemma_.lower() in talks:
            continue
        if verdict.mode == "phone" and noun.lemma_.lower() in lexicon.classes()["phones"]:
            continue
        if noun.dep_ == "pcomp":
            yield Topic(noun, *clause(noun))
        elif is_thing(noun, words, resolver) or prep.lower_ in TOPIC:
            list_ = listed(noun, prep.head) if verdict.root in SETTLES else [noun]
            yield from (Topic(each, *phrase(each, alone=len(list_) > 1)) for each in list_)
        else:
            continue
        if verdict.root in SETTLES:
            yield from coordinated(prep, words, resolver)
        return


def listed(noun: Word, verb: Word) -> list[Word]:
    """Return the things of "agreed on a truce, talks on trade and an exchange of envoys".

    Only nouns that say more than their name are things of their own, not "trade and tourism".
    """
    rest = conjuncts(noun)[1:]
    for beside in children(verb, "npadvmod", "conj"):
        named = beside.pos_ == "NOUN" and beside.ent_type_ not in CALENDAR
        if beside.i > noun.i and named:
            rest += conjuncts(beside)
    full = all(
        any(child.dep_ in {"det", "prep", "acl"} for child in each.children) for each in rest
    )
    return [noun, *rest] if full else [noun]


def coordinated(prep: Word, words: set[int], resolver: Resolver) -> Iterator[Topic]:
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


def is_thing(noun: Word, words: set[int], resolver: Resolver) -> bool:
    """Tell whether a noun is no actor, date, pronoun or word of the act itself."""
    if noun.i in words or noun.pos_ not in {"NOUN", "PROPN", "NUM", "VERB"}:
        return False
    if noun.ent_type_ in CALENDAR or noun.lemma_.lower() in lexicon.classes()["audience"]:
        return False
    return resolver.at(noun) is None
