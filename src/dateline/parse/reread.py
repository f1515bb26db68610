"""Read a sentence again whose verb was taken for a noun: "Pakistan sentences a former officer".

The small model has seen few verbs in the present tense that look like nouns ("meets", "fires",
"sentences"); in the past it knows them. A sentence that has no verb is parsed with such a word in
its past form; where that reads as a verb, the words of the sentence keep what they were then.
"""

from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from dateline.data import table, values

FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
NOUNS = frozenset({"NNS", "NNPS", "NN", "NNP"})
# What may stand right after a verb that has an object or goes with a preposition.
AFTER = frozenset({
    "DT", "CD", "JJ", "NNP", "NNPS", "NN", "NNS", "PRP", "PRP$", "IN", "TO", "VBG", "RP", "RB",
    "PDT", "VBN",
})  # fmt: skip
# What stands before a verb: who acts.
BEFORE = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", ",", "-RRB-"})
PLURAL = frozenset({"NNS", "NNPS"})
VOWELS = frozenset("aeiou")
# Words of a sentence that are tried, one after another.
TRIED = 2
# Longer sentences have a verb.
LONGEST = 80


def reread(model: Language, doc: Doc) -> Doc:
    """Mend the sentences of a parsed text that have no verb, or none with a subject."""
    for sentence in list(doc.sents):
        if lacks_verb(sentence):
            for word in list(candidates(sentence))[:TRIED]:
                if mend(model, sentence, word):
                    break
    return doc


def lacks_verb(sentence: Span) -> bool:
    """Tell whether no finite verb is the root of a sentence, or helps it."""
    if not 3 < len(sentence) <= LONGEST:  # noqa: PLR2004 - a subject, a verb, an object
        return False
    root = sentence.root
    return is_bare(root) or (
        root.tag_ not in FINITE
        and all(c.tag_ not in FINITE for c in root.children if c.dep_ in {"aux", "auxpass"})
    )


def is_bare(word: Token) -> bool:
    """Tell a verb whose subject hangs on it like a part of a name: "a Russian jet intercepts"."""
    below = {child.dep_ for child in word.children}
    parts = {child.dep_ for child in word.lefts}
    return word.tag_ == "VBZ" and not below & SUBJECTS and bool(parts & {"compound", "nmod"})


def candidates(sentence: Span) -> Iterator[Token]:
    """Yield the words that may be a verb in the present tense, taken for a noun."""
    if is_bare(sentence.root):
        yield sentence.root
        return
    for word in sentence[1:-1]:
        before = word.nbor(-1).tag_
        # The model takes a name before a noun for an adjective.
        acts = before in BEFORE or (before == "JJ" and word.nbor(-1).is_title)
        if (
            word.tag_ in NOUNS
            and word.is_lower
            and acts
            and word.nbor().tag_ in AFTER
            and past(verb_of(word.text, before))
        ):
            yield word


def mend(model: Language, sentence: Span, word: Token) -> bool:
    """Parse a sentence with a word in its past form; tell whether that is its verb."""
    at = word.i - sentence.start
    verb = verb_of(word.text, word.nbor(-1).tag_) or word.lemma_
    words = [past(verb) if token.i == word.i else token.text for token in sentence]
    spaces = [bool(token.whitespace_) for token in sentence]
    again = Doc(model.vocab, words=words, spaces=spaces)
    for n, token in enumerate(again):
        token.is_sent_start = n == 0
    again = model(again)
    verb_now = again[at].tag_ in FINITE and again[at].dep_ == "ROOT"
    if not verb_now or all(child.dep_ != "nsubj" for child in again[at].children):
        return False
    for old, new in zip(sentence, again, strict=True):
        old.head = sentence.doc[sentence.start + new.head.i]
        old.dep, old.tag, old.pos, old.lemma = new.dep, new.tag, new.pos, new.lemma
    word.tag_, word.lemma_ = "VBP" if verb == word.text else "VBZ", verb
    return True


@cache
def pasts() -> dict[str, str]:
    """Return past forms that do not end in -ed."""
    return {row["verb"]: row["past"] for row in table("parse/pasts")}


@cache
def verbs() -> frozenset[str]:
    """Return the verbs that acts are told by."""
    rows = (*table("plover/verbs"), *table("plover/deeds"), *table("plover/light"))
    lemmas = frozenset(lemma for row in rows for lemma in values(row["lemmas"]))
    return frozenset(lemma for lemma in (*lemmas, *pasts()) if lemma.isalpha())


def verb_of(text: str, before: str) -> str:
    """Return the verb that a word may be a present form of; empty where none of ours.

    That is the third person; after a plural (its tag is `before`) also the verb itself.
    """
    forms = [text] if before in PLURAL else []
    if text.endswith("ies"):
        forms.append(f"{text[:-3]}y")
    if text.endswith("s"):
        forms.append(text[:-1])
    if text.endswith("es"):
        forms.append(text[:-2])
    return next((form for form in forms if form in verbs()), "")


def past(verb: str) -> str:
    """Return the past form of a verb; of an empty one, an empty one."""
    if verb in pasts():
        return pasts()[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}ed" if verb else ""
