"""Did it happen: tense, modals, negation, conditions, questions, governing words."""

from dataclasses import dataclass

import msgspec

from dateline.extract.events import lexicon
from dateline.extract.events.conditions import condition_of, within_condition
from dateline.extract.events.frame import Frame
from dateline.extract.events.governing import governor, op_of
from dateline.extract.events.negation import absent, denies, none_of
from dateline.model import Mention
from dateline.parse.words import Word

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MODAL = frozenset({"may", "might", "could", "can", "should", "must", "ca", "ought"})
NEARLY = frozenset({"almost", "nearly"})
# With one of these what is to come only may: "perhaps Peru will close the strait".
PERHAPS = frozenset({"perhaps", "maybe", "possibly", "conceivably", "arguably"})
# Types of what is promised, or refused.
PROMISED = frozenset({"AGREE", "CONCEDE", "REJECT"})
# A threat told with one of these statuses was made.
UTTERED = frozenset({"happened", "ongoing", "planned", "conditional"})
# A verb over another that goes on: "keeps shelling", "goes on refusing".
GOING_ON = frozenset({"keep", "continue", "persist", "go"})
CARRIED = frozenset({"nsubj", "nsubjpass", "acomp", "dobj", "attr"})
# A second verb of these tags, or with its own subject or auxiliary, shares none of the first's.
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BARS = frozenset({"nsubj", "nsubjpass", "aux"})
DOING = frozenset({"is", "are", "'s", "'re", "am", "been"})
FORCED = frozenset({"force", "oblige", "compel"})
NOW = frozenset({"VBZ", "VBP"})
STILL = frozenset({"still", "now", "currently", "nowadays", "daily", "nightly", "constantly"})
BEING = frozenset({"be", "remain"})
UNDER_WAY = frozenset({"underway", "ongoing", "afoot", "way", "progress", "swing", "train"})


@dataclass(frozen=True, slots=True)
class Modality:
    """What the words around an act say of its reality."""

    future: bool = False
    would: bool = False
    modal: str = ""
    negated: bool = False
    ongoing: bool = False
    condition: Word | None = None
    in_condition: bool = False
    question: bool = False
    governor: str = ""
    governor_word: Word | None = None
    governor_op: str = ""


def carrier(frame: Frame) -> Word:
    """Return the word that carries the tense of an act: for a noun, the verb it depends on."""
    token = frame.head
    if not frame.noun and token.dep_ != "acomp":
        return token
    head = token.head
    if token.dep_ in CARRIED and head.pos_ in {"VERB", "AUX"}:
        return head
    return token


def sharing(verb: Word) -> list[Word]:
    """Return the verbs whose auxiliaries hold for a verb: itself, and those it continues."""
    found = [verb]
    token = verb
    while token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"}:
        if token.tag_ in FINITE or any(child.dep_ in BARS for child in token.children):
            break
        token = token.head
        found.append(token)
    if token.dep_ == "xcomp" and token.head.lemma_ in FORCED:
        # "Would be forced to react" is "would react".
        found.append(token.head)
    if token.dep_ == "xcomp" and token.tag_ == "VBG" and token.head.lemma_ in lexicon.light():
        # "Would resume shelling" is "would shell".
        found.append(token.head)
    return found


def be_to(verb: Word) -> bool:
    """Tell whether a verb stands in "is to meet", "is going to meet", "is set to meet"."""
    head = verb.head
    marks = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if verb.dep_ != "xcomp" or "to" not in marks:
        return False
    return head.lemma_ == "be" or (head.lemma_ == "go" and head.tag_ == "VBG")


def goes_on(verb: Word) -> bool:
    """Tell whether an act is told to go on: "keeps shelling", "goes on complaining"."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    now = head.tag_ in NOW or any(kid.lower_ in DOING for kid in head.children)
    if verb.dep_ not in {"xcomp", "pcomp", "advcl"} or head.lemma_ not in GOING_ON or not now:
        return False
    loose = head.lemma_ == "go" or verb.dep_ == "advcl"
    return not loose or (verb.tag_ == "VBG" and any(kid.lower_ == "on" for kid in head.children))


def lasts(verb: Word) -> bool:
    """Tell whether what is told in the present goes on: "trains there this week", "still holds"."""
    if verb.tag_ not in NOW or verb.lemma_ in BEING:
        return False
    return any(
        (kid.dep_ == "advmod" and kid.lower_ in STILL)
        or (kid.dep_ == "prep" and kid.lower_ == "since")
        or (kid.dep_ == "npadvmod" and any(det.lower_ == "this" for det in kid.children))
        for kid in verb.children
    )


def in_hand(frame: Frame, verb: Word) -> bool:
    """Tell whether a noun's act is on now: "are in talks with", "an exchange is under way"."""
    if not frame.noun and len(frame.words) == 1:
        return False
    if verb.lemma_ not in BEING or verb.tag_ not in NOW:
        return False
    noun = frame.words[-1]
    if noun.dep_ == "pobj":
        return noun.head.head == verb and noun.head.lower_ in {"in", "at", "under"}
    return any(
        kid.lower_ in UNDER_WAY or any(each.lower_ in UNDER_WAY for each in kid.children)
        for kid in verb.children
        if kid.dep_ in {"acomp", "advmod", "prep", "attr"}
    )


def yet_to(verb: Word) -> bool:
    """Tell whether an act is yet to come: "has yet to leave", "remains to be signed"."""
    head = verb.head
    if verb.dep_ != "xcomp":
        return False
    return head.lemma_ in {"have", "be"} and any(kid.lower_ == "yet" for kid in head.children)


def modality(frame: Frame) -> Modality:
    """Read the modality of an act."""
    verb = carrier(frame)
    auxes: set[str] = set()
    nearly = perhaps = False
    negated = yet_to(verb) or absent(verb)
    for each in sharing(verb):
        for child in each.children:
            if child.dep_ in {"aux", "auxpass"}:
                auxes.add(child.lower_)
            negated = negated or denies(child)
            nearly = nearly or child.lower_ in NEARLY
            perhaps = perhaps or child.lower_ in PERHAPS
    if frame.noun or frame.words[-1] != verb:
        noun = frame.words[-1]
        negated = negated or absent(noun) or none_of(noun)
    effect, word = governor(frame.head)
    progressive = verb.tag_ == "VBG" and bool(auxes & DOING)
    sent = verb.sent
    modal = "almost" if nearly else "perhaps" if perhaps else ""
    return Modality(
        future=not perhaps and (bool(auxes & FUTURE) or be_to(verb)),
        would=not perhaps and ("would" in auxes or "'d" in auxes),
        modal=modal or next(iter(sorted(auxes & MODAL)), ""),
        negated=negated and "no" not in frame.flags,
        ongoing=progressive or goes_on(verb) or in_hand(frame, verb) or lasts(verb),
        condition=condition_of(verb, frame.clause),
        in_condition=within_condition(verb),
        question=sent[-1].text == "?",
        governor=effect,
        governor_word=word,
        governor_op=op_of(word),
    )


def settled(mention: Mention) -> Mention:
    """Give a threat, and a promise on a condition, its status.

    What is threatened has not happened, or waits for a condition; so does what is agreed to on one.
    """
    bound = any(detail.field == "condition" for detail in mention.details)
    if mention.status not in UTTERED:
        return mention
    if mention.event_type == "THREATEN":
        return msgspec.structs.replace(mention, status="conditional" if bound else "threatened")
    if mention.event_type in PROMISED and bound:
        return msgspec.structs.replace(mention, status="conditional")
    return mention
