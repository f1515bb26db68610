"""Did it happen: tense, modals, negation, conditions, questions, governing words."""

from dataclasses import dataclass

import msgspec
from spacy.tokens import Token

from dateline.extract.events import lexicon
from dateline.extract.events.args import rejoined, set_beside
from dateline.extract.events.frame import Frame
from dateline.model import Mention

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MODAL = frozenset({"may", "might", "could", "can", "should", "must", "ca", "ought"})
NEVER = frozenset({"never", "neither"})
NOBODY = frozenset({"nobody", "none", "neither"})
WAYS = frozenset({"time", "way", "point", "circumstances"})
NEARLY = frozenset({"almost", "nearly"})
CONDITIONS = frozenset({"if", "unless", "should", "provided", "until", "once", "providing"})
# Participles that open a condition with a clause below them, and nouns that do in a phrase.
# Nouns for what is only said or thought to be so, besides accusations.
IDEAS = frozenset({"idea", "notion", "theory", "story", "rumour", "rumor", "tale", "insinuation"})
OPENING = frozenset({"advcl", "advmod", "prep", "acl", "conj"})
SUPPOSING = frozenset({"provided", "providing", "assuming", "supposing", "if"})
ON_CONDITION = frozenset({"condition", "event", "case", "proviso", "understanding"})
# A verb over another that goes on: "keeps shelling", "persists in refusing".
# Types of what is promised.
PROMISED = frozenset({"AGREE", "CONCEDE"})
# A threat told with one of these statuses was made.
UTTERED = frozenset({"happened", "ongoing", "planned", "conditional"})
GOING_ON = frozenset({"keep", "continue", "persist"})
UPWARD = frozenset({
    "xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj", "prep", "advcl", "conj", "nsubj",
    "nsubjpass", "attr",
})  # fmt: skip
# Dependencies across which a governing word bears on the act below it.
BEARS = frozenset({"xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj"})
CARRIED = frozenset({"nsubj", "nsubjpass", "acomp", "dobj", "attr"})
# A second verb of these tags, or with its own subject or auxiliary, shares none of the first's.
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BARS = frozenset({"nsubj", "nsubjpass", "aux"})
DOING = frozenset({"is", "are", "'s", "'re", "am", "been"})
MAX_CLIMB = 8


@dataclass(frozen=True, slots=True)
class Modality:
    """What the words around an act say of its reality."""

    future: bool = False
    would: bool = False
    modal: str = ""
    negated: bool = False
    ongoing: bool = False
    condition: Token | None = None
    in_condition: bool = False
    question: bool = False
    governor: str = ""
    governor_word: Token | None = None
    governor_op: str = ""


def carrier(frame: Frame) -> Token:
    """Return the word that carries the tense of an act: for a noun, the verb it depends on."""
    token = frame.head
    if not frame.noun and token.dep_ != "acomp":
        return token
    head = token.head
    if token.dep_ in CARRIED and head.pos_ in {"VERB", "AUX"}:
        return head
    return token


def sharing(verb: Token) -> list[Token]:
    """Return the verbs whose auxiliaries hold for a verb: itself, and those it continues."""
    found = [verb]
    token = verb
    while token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"}:
        if token.tag_ in FINITE or any(child.dep_ in BARS for child in token.children):
            break
        token = token.head
        found.append(token)
    if token.dep_ == "xcomp" and token.tag_ == "VBG" and token.head.lemma_ in lexicon.light():
        # "Would resume shelling" is "would shell".
        found.append(token.head)
    return found


def governor(token: Token) -> tuple[str, Token | None]:
    """Return the effect of the nearest governing word that bears on a token, and the word."""
    effects = lexicon.governors()
    gerund = False
    for _ in range(MAX_CLIMB):
        above = rejoined(token)
        if above is not None:
            token = above
        head = token.head
        if refuted(token):
            return "denied", head
        if head is token or token.dep_ not in UPWARD or set_beside(token):
            break
        # "Warned Peru for backing Chile": what somebody is warned for is no threat.
        bears = token.dep_ in BEARS or (gerund and token.dep_ == "prep")
        bears = bears and not (
            token.lower_ == "for" and effects.get(lexicon.lemma(head)) != "alleged"
        )
        if bears and head.pos_ in {"VERB", "NOUN", "ADJ"}:
            effect = effects.get(lexicon.lemma(head), "")
            loose = (
                token.dep_ == "ccomp" and not marked(token) and effect in {"hypothetical", "asked"}
            )
            if effect and not loose and not (token.dep_ == "dobj" and effect == "planned"):
                return effect, head
        gerund = token.dep_ == "pcomp"
        token = head
    return "", None


def refuted(clause: Token) -> bool:
    """Tell whether a clause hangs on a claim that is called false, or waved away.

    "Claims that Peru shelled it are lies"; "scoffed at the idea that Peru had shelled it".
    """
    noun = clause.head
    if clause.dep_ not in {"acl", "relcl", "ccomp"} or noun.pos_ != "NOUN":
        return False
    if noun.lemma_.lower() not in lexicon.classes()["accusations"] | IDEAS:
        return False
    if noun.dep_ == "nsubj":
        said = [kid.lemma_.lower() for kid in noun.head.children if kid.dep_ in {"acomp", "attr"}]
        return not lexicon.classes()["unfounded"].isdisjoint(said)
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return (
        noun.dep_ in {"dobj", "pobj"} and lexicon.governors().get(lexicon.lemma(verb)) == "denied"
    )


def marked(clause: Token) -> bool:
    """Tell whether a clause is joined by a word or an infinitive, not merely set beside."""
    return any(child.dep_ == "mark" or child.lower_ == "to" for child in clause.children) or (
        clause.tag_ in {"VB", "VBG"}
    )


def op_of(word: Token | None) -> str:
    """Return how a governing verb bears on what it governs, as its plainest rule says."""
    if word is None:
        return ""
    found = [rule.op for rule in lexicon.rules("verbs").get(lexicon.lemma(word), ()) if rule.op]
    return found[-1] if found else ""


def denies(child: Token) -> bool:
    """Tell whether a word below a verb negates it: "not", "never", "no crowds", "at no time"."""
    if child.dep_ == "neg" or (child.dep_ in {"advmod", "preconj"} and child.lower_ in NEVER):
        return True
    if child.dep_ in {"nsubj", "nsubjpass"}:
        return child.lower_ in NOBODY or none_of(child)
    return child.dep_ == "prep" and any(
        noun.lower_ in WAYS and none_of(noun) for noun in child.children
    )


def none_of(noun: Token) -> bool:
    """Tell whether a noun is said not to be: "no crowds", "not one sanction"."""
    return any(
        (kid.dep_ == "det" and kid.lower_ == "no") or (kid.dep_ == "neg")
        or (kid.lower_ == "one" and any(k.lower_ == "not" for k in (kid, *kid.children)))
        for kid in noun.children
    )  # fmt: skip


def be_to(verb: Token) -> bool:
    """Tell whether a verb stands in "is to meet", "is going to meet", "is set to meet"."""
    head = verb.head
    marks = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if verb.dep_ != "xcomp" or "to" not in marks:
        return False
    return head.lemma_ == "be" or (head.lemma_ == "go" and head.tag_ == "VBG")


def condition_of(verb: Token, clause: Token | None) -> Token | None:
    """Return the head of the "if" clause that a verb, its governor or its clause has."""
    clauses = [child for child in verb.children if child.dep_ in {"ccomp", "xcomp"}]
    if clause is not None and clause not in clauses:
        clauses.append(clause)
    clauses += [child for child in verb.children if child.dep_ in {"dobj", "prep"}]
    clauses += [noun for child in verb.children if child.dep_ == "prep" for noun in child.children]
    for token in (verb, verb.head, *clauses):
        for child in token.children:
            if (child.dep_ in OPENING and opens_condition(child)) or on_condition(child):
                return child
    return None


def opens_condition(clause: Token) -> bool:
    """Tell whether a clause is a condition: "if ...", "provided that ...", "as soon as ..."."""
    kids = list(clause.children)
    if clause.lower_ == "soon":
        return any(kid.dep_ == "advcl" for kid in kids)
    if clause.lower_ in SUPPOSING and any(kid.dep_ == "ccomp" for kid in kids):
        return True
    if clause.dep_ != "advcl":
        return False
    marks = {kid.lower_ for kid in kids if kid.dep_ in {"mark", "aux", "advmod"}}
    return bool(marks & CONDITIONS) or turned(clause)


def turned(clause: Token) -> bool:
    """Tell whether a clause is a condition by its order: "were it to attack", "had it attacked"."""
    first = clause.left_edge
    if first.is_punct and first.i + 1 < len(first.doc):
        first = first.nbor()
    opens = first.lower_ in {"were", "had"} and clause in {first, first.head}
    return opens and any(kid.dep_ == "nsubj" and kid.i > first.i for kid in clause.children)


def on_condition(phrase: Token) -> bool:
    """Tell whether a phrase is a condition: "on condition that ...", "in the event of ..."."""
    return phrase.dep_ == "prep" and any(
        noun.dep_ == "pobj" and noun.lower_ in ON_CONDITION
        and any(kid.dep_ in {"acl", "prep", "relcl", "ccomp"} for kid in noun.children)
        for noun in phrase.children
    )  # fmt: skip


def goes_on(verb: Token) -> bool:
    """Tell whether an act is told to go on: "keeps shelling", "continues to refuse"."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    now = head.tag_ in {"VBZ", "VBP"} or any(kid.lower_ in DOING for kid in head.children)
    return verb.dep_ in {"xcomp", "pcomp"} and head.lemma_ in GOING_ON and now


def within_condition(verb: Token) -> bool:
    """Tell whether a verb is itself in an "if" clause."""
    token = verb
    for _ in range(MAX_CLIMB):
        if token.dep_ in {"advcl", "ccomp"}:
            marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
            if marks & {"if", "unless", "whether"} or turned(token):
                return True
        if token.head is token:
            break
        token = token.head
    return False


def modality(frame: Frame) -> Modality:
    """Read the modality of an act."""
    verb = carrier(frame)
    auxes: set[str] = set()
    negated = nearly = False
    for each in sharing(verb):
        for child in each.children:
            if child.dep_ in {"aux", "auxpass"}:
                auxes.add(child.lower_)
            negated = negated or denies(child)
            nearly = nearly or child.lower_ in NEARLY
    if frame.words[-1] != verb:
        noun = frame.words[-1]
        negated = negated or noun.head.lower_ == "without" or none_of(noun)
    effect, word = governor(frame.head)
    progressive = verb.tag_ == "VBG" and bool(auxes & DOING)
    sent = verb.sent
    return Modality(
        future=bool(auxes & FUTURE) or be_to(verb),
        would="would" in auxes or "'d" in auxes,
        modal="almost" if nearly else next(iter(sorted(auxes & MODAL)), ""),
        negated=negated and "no" not in frame.flags,
        ongoing=progressive or goes_on(verb),
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
