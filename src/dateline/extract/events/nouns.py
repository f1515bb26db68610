"""What stands around a noun that names an act: who is to act, who is accused, who answers."""

from dateline.extract.events import lexicon
from dateline.extract.events.args import (
    children,
    conjuncts,
    governor_subject,
    objects,
    prepositions,
    subject,
)
from dateline.extract.events.frame import Frame, Slot
from dateline.extract.events.governing import refrains
from dateline.parse.words import Word

# What one side says, that the other answers.
GIVEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "THREATEN", "CONCEDE"})
ARRIVES = frozenset({"land", "arrive", "go", "reach", "come"})
AT = frozenset({"at", "on", "upon", "by"})
PLACES = frozenset({"on", "to", "in", "at", "before"})


def said_of(noun: Word) -> list[Slot]:
    """Return who is to act in a noun's clause: "the demand that Peru withdraw"."""
    return [
        Slot("clause", conjuncts(subject))
        for child in noun.children
        if child.dep_ in {"acl", "ccomp", "relcl"}
        and any(mark.lower_ == "that" for mark in child.children if mark.dep_ == "mark")
        for subject in children(child, "nsubj", "nsubjpass")
    ]


def accused(noun: Word) -> list[Word]:
    """Return who is accused of an act: "blamed Quito for the attack"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in {"of", "for", "over"}:
        return []
    effect = lexicon.governors().get(prep.head.lemma_.lower(), "")
    return objects(prep.head) if effect == "alleged" and prep.head.pos_ == "VERB" else []


def answerers(noun: Word) -> list[Slot]:
    """Return whom a demand or offer reaches: "was passed to Peru", "Peru turned it down"."""
    verb = noun.head
    if thanked(noun):
        return [Slot("to", subject(noun.head.head))]
    if bidden(noun):
        doer = noun.head.head
        return [Slot("to", subject(doer) if doer.pos_ in {"VERB", "AUX"} else objects(doer))]
    if noun.dep_ == "nsubj" and verb.lemma_ in ARRIVES:
        # "Peru's demand landed on the desk of the Chilean minister".
        reached = [*objects(verb), *(each for prep, each in prepositions(verb) if prep in PLACES)]
        return [Slot("to", reached)]
    if noun.dep_ == "nsubjpass":
        return [Slot("to", [each for prep, each in prepositions(verb) if prep in {"to", "by"}])]
    if noun.dep_ == "pobj" and noun.head.lower_ == "to":
        verb = noun.head.head
        yields = lexicon.lemma(verb) in lexicon.classes()["yielding"]
        return [Slot("to", subject(verb))] if yields else []
    answered_ = noun.dep_ == "dobj" and lexicon.lemma(verb) in lexicon.classes()["answering"]
    return [Slot("to", subject(verb))] if answered_ else []


def doers_above(noun: Word, op: str) -> list[Word]:
    """Return who does a noun's act by the verb above: who refrains from it, plans it, is thanked.

    "Refrained from sanctions", "has drawn up plans to leave", "thanked Peru for its backing".
    """
    verb = noun.head.head
    if thanked(noun):
        return objects(verb)
    kept = noun.dep_ == "pobj" and noun.head.lower_ in {"from", "of"} and refrains(verb)
    return governor_subject(noun, 0) if kept or (op == "plan" and noun.dep_ == "dobj") else []


def answered(frame: Frame) -> bool:
    """Tell whether a noun is another's word that the sentence tells the answer to.

    "Rejected Peru's offer": Peru made one.
    """
    noun = frame.words[-1]
    if frame.noun and (retort(noun) or bidden(noun) or thanked(noun)):
        return True
    # "Said yes to Peru's request".
    yielded = noun.dep_ == "pobj" and noun.head.lower_ == "to"
    verb = noun.head.head if yielded else noun.head
    answers = lexicon.lemma(verb) in lexicon.classes()["yielding" if yielded else "answering"]
    there = yielded or noun.dep_ in {"dobj", "nsubjpass"}
    return (
        frame.noun and frame.root in GIVEN and answers and there
        and any(child.dep_ in {"poss", "amod", "prep"} for child in noun.children)
    )  # fmt: skip


def thanked(noun: Word) -> bool:
    """Tell whether an act is what somebody is thanked for: "thanked Peru for its backing"."""
    prep = noun.head
    return (
        noun.dep_ == "pobj" and prep.lower_ == "for" and lexicon.lemma(prep.head) == "thank"
        and any(child.dep_ == "poss" for child in noun.children)
    )  # fmt: skip


def bidden(noun: Word) -> bool:
    """Tell whether an act is what another is done upon: "at the request of Peru"."""
    return (
        noun.dep_ == "pobj" and noun.head.lower_ in AT
        and noun.lemma_.lower() in lexicon.classes()["biddings"]
        and any(child.dep_ in {"poss", "prep"} for child in noun.children)
    )  # fmt: skip


def retort(noun: Word) -> bool:
    """Tell whether an act is an answer: "replied with a ban on Peruvian fruit"."""
    prep = noun.head
    return (
        noun.dep_ == "pobj" and prep.lower_ == "with"
        and lexicon.lemma(prep.head) in lexicon.classes()["responding"]
    )  # fmt: skip
