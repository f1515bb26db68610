"""How certain it is, by the report's own words, that an act took place: from -3 to 3.

The scale is that of event factuality (Sauri and Pustejovsky 2009; Lee et al. 2015): 3 it certainly
did, 0 nobody can tell, -3 it certainly did not. The value of an act is that of its own clause
(negation, modals, tense, conditions, questions), bounded by the words that govern it, each with
what it lends where it holds and where it is negated itself (data/statements/certainty.tsv), from
the act up to the sentence's main verb, as in the calculus of implicative verbs (Nairn, Condoravdi
and Karttunen 2006). A noun takes part in the value of its verb, less so where it is definite.
"""

from dataclasses import dataclass
from functools import cache

from dateline.data import table, values
from dateline.extract.events import conditions, status
from dateline.extract.events.args import rejoined, set_beside
from dateline.extract.statements import StatementIndex, cue_class
from dateline.parse.words import Word

SURE = 3.0
MAX_CLIMB = 12
# Values of what is not governed by a word of the table: found by moving one after the other by
# quarters on UW and MEANTIME (train and dev, 13,987 events), as long as error or r gained.
OWN = {
    "will": 2.75, "would": 2.25, "may": 1.25, "could": 1.0, "can": 1.5, "must": 1.75,
    "should": 1.5, "would have": 0.5, "be to": 2.0, "bare": 2.25, "infinitive": 2.0,
    "if": 0.75, "on condition": 1.5, "question": 1.0, "negated": -2.0, "negated ahead": -1.5,
    "gerund": 2.4, "without": -0.25, "no": -2.0, "modifier": 2.5, "said not": 1.0,
    "definite, negated": 2.65, "beside, negated": 0.75, "around, negated": 2.6, "no object": 1.4,
}  # fmt: skip
# What is told as a fact within a statement whose cue is of these classes; else the report's word.
SAID = {"believe": 2.75, "promise": 2.5, "deny": 2.5}
# What else is only told, unless as past: "says that it is, will be or may be so".
TOLD = 2.8
# How much of its value a governed act has where the governing word itself is not certain at all.
DEEP = 0.4
# How far a definite noun lies beyond what its verb says of it, on the way to being sure.
GIVEN = 0.625
# A governing negation, however doubtful itself, denies at least so much.
LEAST = 0.5

PAST = frozenset({"VBD", "VBN"})
NOMINAL = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"VERB", "AUX"})
MODALS = {
    "will": "will", "shall": "will", "'ll": "will", "’ll": "will", "wo": "will", "would": "would",
    "'d": "would", "’d": "would", "may": "may", "might": "may", "could": "could", "can": "can",
    "ca": "can", "must": "must", "should": "should", "ought": "should",
}  # fmt: skip
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
NEGATIVE = frozenset({"never", "neither", "hardly", "nearly", "almost"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
IF = frozenset({"if", "unless", "whether"})
DO = frozenset({"do", "does", "did"})
AHEAD = frozenset({"when", "until", "once", "before", "after"})
CLAUSES = frozenset({"xcomp", "ccomp", "acl", "pcomp", "pobj", "dobj"})
# Prepositions through which a governing word bears on a gerund, and on a noun.
THROUGH = frozenset({"of", "for", "from", "in", "about", "to", "at", "on", "against"})
THROUGH_NOUN = frozenset({"of", "for", "from", "to", "about", "against"})
# What stands around an act that did not take place: "despite the search", "because of attacks".
AROUND = frozenset(
    {"in", "with", "since", "despite", "after", "by", "because", "on", "during", "under", "from"}
)


@dataclass(frozen=True, slots=True)
class Governor:
    """What a governing word lends to what it governs: where it holds, where it is negated."""

    holds: float
    fails: float
    bears: frozenset[str]

    def lend(self, own: float) -> float:
        """Return the value of what is governed, given the governing word's own."""
        if own < 0:
            return self.fails * -own / SURE
        if self.holds < 0:
            return self.holds * max(own, LEAST) / SURE
        return self.holds * (DEEP + (1 - DEEP) * own / SURE)


@cache
def words() -> dict[str, Governor]:
    """Return the governing words by lemma."""
    found: dict[str, Governor] = {}
    for row in table("statements/certainty"):
        bears = frozenset(values(row["bears"]))
        word = Governor(float(row["holds"]), float(row["fails"]), bears)
        for lemma in values(row["words"]):
            found.setdefault(lemma, word)
    return found


def governing(token: Word) -> Governor | None:
    """Return what a word says of what it governs; its lemma mended where an e was dropped."""
    lemma = token.lemma_.lower()
    if lemma not in words() and token.lower_ in {f"{lemma}{end}" for end in ("ed", "ing", "es")}:
        lemma += "e"
    return words().get(lemma)


def factuality(token: Word, said: StatementIndex | None = None) -> float:
    """Return the factuality of the act that a word of a parsed text names, in [-3, 3].

    `said`: the statements of the text; what somebody believes, promises or denies is less sure.
    """
    return round(value(token, said, 0), 2)


def value(token: Word, said: StatementIndex | None, depth: int) -> float:
    """Return the factuality of a word, `depth` steps below the one asked for."""
    if depth > MAX_CLIMB:
        return SURE
    if token.dep_ in {"acomp", "prt", "oprd"} and token.head.pos_ in VERBAL:
        return value(token.head, said, depth + 1)
    if token.pos_ in NOMINAL:
        return noun_value(token, said, depth)
    return bounded(own_value(token), context(token, said, depth), told(token, said))


def told(token: Word, said: StatementIndex | None) -> float:
    """Return the bound that the statement sets within which a word stands."""
    statement = said.at(token.i) if said is not None else None
    if statement is None:
        return SURE
    return SAID.get(cue_class(statement.cue), SURE if token.tag_ in PAST else TOLD)


def bounded(own: float, *bounds: float) -> float:
    """Return a value within bounds; a negative bound turns a positive value round."""
    for bound in bounds:
        own = min(own, bound) if own > 0 and bound > 0 else own * bound / SURE
    return own


def own_value(verb: Word) -> float:
    """Return what the clause of a verb says of it."""
    auxes: set[str] = set()
    negated = False
    for each in status.sharing(verb):
        for child in each.children:
            if child.dep_ in {"aux", "auxpass"}:
                auxes.add(child.lower_)
            negated = negated or denies(child)
    found = min([SURE, *(OWN[MODALS[aux]] for aux in auxes if aux in MODALS)])
    if {"have", "would"} <= auxes:
        found = OWN["would have"]
    # "Sees no end": the verb holds, of nothing.
    if any(child.dep_ == "dobj" and has_no(child) for child in verb.children):
        found = min(found, OWN["no object"])
    if status.be_to(verb):
        found = min(found, OWN["be to"])
    if found < SURE and conditions.condition_of(verb, None) is not None:
        found = min(found, OWN["on condition"])
    if in_if(verb):
        found = min(found, OWN["if"])
    if verb.sent[-1].text == "?":
        found = min(found, OWN["question"])
    plain = verb.tag_ == "VB" and verb.dep_ != "conj" and not is_infinitive(verb)
    if plain and found == SURE and not DO & auxes:
        found = OWN["bare"]
    if negated:
        return OWN["negated"] if found >= OWN["be to"] else OWN["negated ahead"]
    return found


def denies(child: Word) -> bool:
    """Tell whether a word below a verb negates it: "not", "never", "no ship", "nobody"."""
    if child.dep_ == "neg" or (child.dep_ in {"advmod", "preconj"} and child.lower_ in NEGATIVE):
        return True
    if child.dep_ not in SUBJECTS:
        return False
    return has_no(child) or child.lower_ in NOBODY


def has_no(noun: Word) -> bool:
    """Tell whether a noun has "no" before it."""
    return any(kid.dep_ == "det" and kid.lower_ == "no" for kid in noun.children)


def in_if(verb: Word) -> bool:
    """Tell whether a verb is in an "if" clause, itself or beside its head."""
    while True:
        marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
        if verb.dep_ in {"advcl", "ccomp"} and marks & IF:
            return True
        if verb.dep_ != "conj":
            return False
        verb = verb.head


def is_infinitive(verb: Word) -> bool:
    """Tell whether a verb has "to" before it."""
    return any(child.tag_ == "TO" for child in verb.children)


def context(token: Word, said: StatementIndex | None, depth: int) -> float:
    """Return the bound that the words above a verb set on it."""
    above = rejoined(token)
    token = token if above is None else above
    while token.dep_ == "conj" and len(status.sharing(token)) > 1:
        token = token.head
    head, dep = token.head, token.dep_
    if head == token or set_beside(token):
        return OWN["infinitive"] if is_infinitive(token) and head == token else SURE
    prep = ""
    if dep in {"pcomp", "pobj"}:
        prep, head = head.lower_, head.head
        if prep == "without":
            return OWN["without"]
    own = value(head, said, depth + 1)
    word = governing(head) if not prep or prep in THROUGH else None
    if word is not None and bears(word, token):
        return word.lend(own)
    return ungoverned(token, prep, own)


def bears(word: Governor, verb: Word) -> bool:
    """Tell whether a governing word bears on a verb below it."""
    infinitive = is_infinitive(verb)
    if verb.dep_ == "acl" and not infinitive and verb.tag_ in {"VBN", "VBG"}:
        return False
    if verb.dep_ not in CLAUSES and not (verb.dep_ == "advcl" and infinitive):
        return False
    finite = verb.dep_ == "ccomp" and not infinitive and verb.tag_ not in {"VB", "VBG"}
    return ("finite" if finite else "inf") in word.bears


def ungoverned(verb: Word, prep: str, own: float) -> float:
    """Return the bound on a verb whose head is no word of the table; `own`: the head's value."""
    dep = verb.dep_
    if is_infinitive(verb) and dep in {"xcomp", "ccomp", "acl", "advcl", "relcl"}:
        return min(OWN["infinitive"], max(own, LEAST / 2))
    if dep == "pcomp":
        return min(max(own, OWN["said not"]), OWN["gerund"] if prep in THROUGH else SURE)
    if dep == "xcomp":
        return own
    if dep == "ccomp":
        return SURE if own > 0 or verb.head.pos_ not in VERBAL else OWN["said not"]
    if dep == "advcl" and 0 < own < SURE:
        marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
        if verb.tag_ == "VBG" or (marks & AHEAD and verb.tag_ in {"VBZ", "VBP"}):
            return own
    return SURE


def noun_value(noun: Word, said: StatementIndex | None, depth: int) -> float:
    """Return the factuality of a noun."""
    kids = list(noun.children)
    if any(kid.dep_ == "neg" or (kid.dep_ == "det" and kid.lower_ == "no") for kid in kids):
        return OWN["no"]
    before = [word for kid in kids if kid.dep_ == "amod" and (word := adjective(kid)) is not None]
    own = before[0].holds if before else SURE
    if noun.dep_ == "compound":
        own = min(own, OWN["modifier"])
    token = noun
    while token.dep_ in {"conj", "compound", "appos"} and token.head.pos_ in NOMINAL:
        token = token.head
    head, prep = token.head, ""
    if token.dep_ == "pobj":
        prep, head = head.lower_, head.head
        if prep == "without":
            return OWN["without"]
    if head == token or head.pos_ not in VERBAL | NOMINAL | {"ADJ"}:
        return own
    if not prep and head.pos_ in NOMINAL:
        return own
    definite = any(kid.dep_ == "poss" or kid.lower_ in DEFINITE for kid in kids)
    above = value(head, said, depth + 1)
    word = governing(head)
    beside = token.dep_ in {"dobj", "nsubjpass"} or prep in THROUGH_NOUN
    if word is not None and beside and "noun" in word.bears:
        lent = word.lend(above)
        return bounded(own, lent * (1 - GIVEN) + SURE * GIVEN if definite else lent)
    return bounded(own, share(token, above, prep, definite=definite), told(noun, said))


def adjective(word: Word) -> Governor | None:
    """Return what an adjective before a noun says of it: "a possible attack"."""
    found = words().get(word.lower_)
    return found if found is not None and "mod" in found.bears else None


def share(noun: Word, above: float, prep: str, *, definite: bool) -> float:
    """Return the bound that the value of what is above a noun sets on it."""
    if definite or noun.dep_ == "nsubj":
        return above * (1 - GIVEN) + SURE * GIVEN if above > 0 else OWN["definite, negated"]
    if prep and above < 0:
        return OWN["around, negated" if prep in AROUND else "beside, negated"]
    return above
