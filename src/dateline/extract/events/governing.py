"""Words over an act that say whether it is: "denied having shelled", "has no plans to shell"."""

from dateline.extract.events import lexicon
from dateline.extract.events.args import rejoined, set_beside
from dateline.extract.events.clauses import tells
from dateline.extract.events.negation import denies, none_of
from dateline.parse.words import Word

# Nouns for what is only said or thought to be so, besides accusations.
IDEAS = frozenset({"idea", "notion", "theory", "story", "rumour", "rumor", "tale", "insinuation"})
UPWARD = frozenset({
    "xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj", "prep", "advcl", "conj", "nsubj",
    "nsubjpass", "attr", "advmod", "acomp",
})  # fmt: skip
# Dependencies across which a governing word bears on the act below it.
BEARS = frozenset({"xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj"})
# What is not planned, threatened or asked for is not done; what is not denied is not said.
REVERSED = {
    "planned": "negated", "threatened": "negated", "negated": "", "denied": "",
    "excluded": "hypothetical",
}  # fmt: skip
MAYBE = frozenset({"could", "may", "might"})
COPULAS = frozenset({"be", "seem", "remain", "appear", "look", "become"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PARTICLES = frozenset({"prt", "advmod", "prep"})
MAX_CLIMB = 8


def governor(token: Word) -> tuple[str, Word | None]:
    """Return the effect of the nearest governing word that bears on a token, and the word."""
    gerund = False
    for _ in range(MAX_CLIMB):
        above = rejoined(token)
        if above is not None:
            token = above
        head = token.head
        if refuted(token):
            return "denied", head
        if token.dep_ in SUBJECTS:
            said = of_subject(head)
            if said[0]:
                return said
        if head == token or token.dep_ not in UPWARD or set_beside(token):
            break
        # "Warned Peru for backing Chile": what somebody is warned for is no threat.
        bears = token.dep_ in BEARS or (gerund and token.dep_ in {"prep", "advmod"})
        bears = bears and not (token.lower_ == "for" and effect_of(head) != "alleged")
        if bears:
            word = said_to_be(head) if head.lemma_ in COPULAS else head
            effect = effect_of(word) if word is not None else ""
            loose = (
                token.dep_ == "ccomp" and not marked(token) and effect in {"hypothetical", "asked"}
            ) or (effect == "asked" and tells(token))  # "Insisted that it had never shelled it".
            if (
                word is not None and effect and not loose
                and not (token.dep_ == "dobj" and effect == "planned")
            ):  # fmt: skip
                return negated_effect(word, effect), word
        phrase = effect_with(head) if token.dep_ == "pobj" else ""
        if phrase:
            # "Toying with a tax".
            return negated_effect(head.head, phrase), head.head
        if token.dep_ == "pobj" and head.lower_ in {"from", "of"} and refrains(head.head):
            return "negated", head.head
        gerund = token.dep_ == "pcomp" or (gerund and token.dep_ in {"prep", "advmod"})
        token = head
    return "", None


def effect_with(prep: Word) -> str:
    """Return the effect of a verb and its preposition on a noun: "toying with a tax"."""
    verb = prep.head
    if prep.dep_ != "prep" or verb.pos_ != "VERB":
        return ""
    return lexicon.governors().get(f"{lexicon.lemma(verb)} {prep.lower_}", "")


def refrains(verb: Word) -> bool:
    """Tell whether a verb says that what it keeps from is not done: "refrained from sanctions"."""
    return verb.pos_ == "VERB" and effect_of(verb) == "negated" and not any(
        denies(kid) for kid in verb.children
    )  # fmt: skip


def of_subject(verb: Word) -> tuple[str, Word | None]:
    """Return the effect of a verb on its subject: "remains thinkable", "cannot be ruled out"."""
    word = said_to_be(verb) if verb.lemma_ in COPULAS else verb
    effect = effect_of(word) if word is not None else ""
    if word is verb and effect == "excluded":
        return negated_effect(verb, effect), verb
    return (effect, word) if word is not verb and effect == "hypothetical" else ("", None)


def effect_of(word: Word) -> str:
    """Return the effect of a word on what it governs; with its particle ("ruled out") first."""
    if word.pos_ not in {"VERB", "NOUN", "ADJ"}:
        return ""
    effects, lemma = lexicon.governors(), lexicon.lemma(word)
    for child in word.children:
        if child.dep_ in PARTICLES:
            found = effects.get(f"{lemma} {child.lower_}")
            if found:
                return found
    return effects.get(lemma, "")


def said_to_be(verb: Word) -> Word | None:
    """Return what a copula says of its clause: "it is conceivable that ..."."""
    return next((kid for kid in verb.children if kid.dep_ in {"acomp", "attr"}), None)


def negated_effect(word: Word, effect: str) -> str:
    """Return the effect of a governing word that may itself be negated: "does not intend to"."""
    if effect not in REVERSED:
        return effect
    over = word.head if word.dep_ in {"dobj", "attr", "acomp"} else word
    no = any(denies(kid) for kid in (*word.children, *over.children)) or (
        word.pos_ == "NOUN" and none_of(word)
    )
    if no:
        return REVERSED[effect]
    if effect == "excluded":
        return "negated"
    maybe = any(kid.dep_ == "aux" and kid.lower_ in MAYBE for kid in over.children)
    return "hypothetical" if maybe and effect == "planned" else effect


def refuted(clause: Word) -> bool:
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
    return noun.dep_ in {"dobj", "pobj"} and effect_of(verb) == "denied"


def marked(clause: Word) -> bool:
    """Tell whether a clause is joined by a word or an infinitive, not merely set beside."""
    return any(child.dep_ == "mark" or child.lower_ == "to" for child in clause.children) or (
        clause.tag_ in {"VB", "VBG"}
    )


def op_of(word: Word | None) -> str:
    """Return how a governing verb bears on what it governs, as its plainest rule says."""
    if word is None:
        return ""
    found = [rule.op for rule in lexicon.rules("verbs").get(lexicon.lemma(word), ()) if rule.op]
    return found[-1] if found else ""
