"""Where a sentence denies that something was done: who denies, and the words for what was done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from dateline.data import table, values
from dateline.extract.events import lexicon
from dateline.extract.events.args import children, conjuncts, prepositions, subject
from dateline.extract.events.negation import denies, none_of
from dateline.parse.words import Slice, Word

Words = frozenset[str]
PARTICLES = frozenset({"prt", "advmod", "prep"})
# What somebody is said to say is no name: "the accusations of Peru" are those it makes.
NAMES = frozenset({"PRON", "PROPN"})
COPULAS = frozenset({"be", "remain"})
BEHIND = frozenset({"behind", "involved", "responsible", "party", "complicit", "privy", "guilty"})


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial: the word that denies, who denies (if it says), the head of what is denied."""

    cue: Word
    denier: tuple[Word, ...]
    content: Word


@cache
def words(kind: str) -> Words:
    """Return the words of a kind of `data/statements/denials.tsv`."""
    rows = table("statements/denials")
    return frozenset(word for row in rows if row["kind"] == kind for word in values(row["words"]))


def is_a(token: Word, kind: str) -> bool:
    """Tell whether a word is of a kind, alone or with its particle."""
    known, lemma = words(kind), lexicon.lemma(token)
    return lemma in known or any(
        f"{lemma} {kid.lower_}" in known for kid in token.children if kid.dep_ in PARTICLES
    )


@cache
def triggers() -> Words:
    """Return the lemmas of which every denial has one."""
    rows = table("statements/denials")
    kinds = {"deny", "wave", "false", "truth", "own", "part", "cleared"}
    known = (word for row in rows if row["kind"] in kinds for word in values(row["words"]))
    return frozenset(word.split(" ")[0] for word in known) | BEHIND | {"denial"}


def denials(sent: Slice) -> Iterator[Denial]:
    """Yield the denials of a sentence, in text order."""
    if triggers().isdisjoint(map(lexicon.lemma, sent)):
        return
    for token in sent:
        found: Iterator[Denial] = iter(())
        if token.pos_ in {"VERB", "AUX"}:
            found = by_verb(token)
        elif token.pos_ == "NOUN" and lexicon.lemma(token) == "denial":
            found = by_noun(token)
        for denial in found:
            # What one has no hand in is what is denied, not the hand.
            held = list(share(denial.content)) if denial.content.pos_ in {"VERB", "AUX"} else []
            yield from (replace(denial, content=each) for each in held or [denial.content])


def by_verb(verb: Word) -> Iterator[Denial]:
    """Yield what a verb denies of what it governs."""
    if is_a(verb, "deny") and not negated(verb):
        found = [*governed(verb), *accused_of(verb)]
        yield from (Denial(verb, tuple(subject(verb)), each) for each in found)
    elif is_a(verb, "wave") and not negated(verb):
        held = [*things(verb), *(noun for _, noun in prepositions(verb))]
        for noun in held:
            if is_a(noun, "claim"):
                # The parse may hang the claim's clause on the verb.
                below = list(claimed(noun)) or children(verb, "ccomp")
                yield from (Denial(verb, tuple(subject(verb)), each) for each in below)
    if is_a(verb, "call"):
        yield from called(verb)
    if verb.lemma_ in COPULAS:
        yield from said_false(verb)
        yield from never_behind(verb)
    yield from cleared(verb)
    if verb.lemma_ == "know":
        yield from unknown(verb)
    if (verb.lemma_ == "have" or is_a(verb, "bear")) and verb.pos_ != "AUX":
        yield from no_part(verb)


def by_noun(noun: Word) -> Iterator[Denial]:
    """Yield what a noun denies: "its denial that it had shelled the town"."""
    for each in [*children(noun, "acl", "ccomp", "relcl"), *(n for _, n in prepositions(noun))]:
        yield Denial(noun, tuple(children(noun, "poss")), each)


def negated(verb: Word) -> bool:
    """Tell whether a verb is negated."""
    return any(denies(kid) for kid in verb.children)


def things(verb: Word) -> list[Word]:
    """Return the objects of a verb."""
    return [each for thing in children(verb, "dobj", "nsubjpass") for each in conjuncts(thing)]


def governed(verb: Word) -> Iterator[Word]:
    """Yield what a verb of denial governs: clauses, or what its object is a part in or claim of."""
    yield from children(verb, "ccomp", "xcomp")
    told = [
        kid
        for kid in children(verb, "conj", "advcl")
        if any(mark.lower_ == "that" for mark in children(kid, "mark"))
    ]
    if told:
        # "Denied time and again that it had shelled the town".
        yield from told
        return
    for noun in things(verb):
        yield from claimed(noun)


def claimed(noun: Word) -> Iterator[Word]:
    """Yield what a claim claims, or what one has a part in; the noun itself where it is an act."""
    below = [*children(noun, "acl", "ccomp", "relcl"), *(each for _, each in prepositions(noun))]
    if not (is_a(noun, "claim") or is_a(noun, "part") or is_a(noun, "own")):
        below = [noun]
    elif not below and noun.dep_ == "dobj":
        # "Denied a role in the raid": the parse may hang the raid on the verb.
        below = [each for prep, each in prepositions(noun.head) if prep in {"in", "for", "of"}]
    yield from (each for each in below if each.pos_ not in NAMES)


def accused_of(verb: Word) -> Iterator[Word]:
    """Yield of what somebody is accused before he denies: "accused of theft, Peru denied all"."""
    for clause in children(verb, "advcl"):
        if lexicon.governors().get(lexicon.lemma(clause)) == "alleged":
            yield from (
                noun for prep, noun in prepositions(clause) if prep in {"of", "for", "with"}
            )


def called(verb: Word) -> Iterator[Denial]:
    """Yield what is called false: "branded the claim that ... a lie", "called ... nonsense"."""
    said = [*children(verb, "oprd", "acomp", "attr", "ccomp", "xcomp"), *children(verb, "dobj")]
    said += [noun for prep, noun in prepositions(verb) if prep == "as"]
    said += [kid for noun in things(verb) for kid in children(noun, "appos", "oprd")]
    false = [word for word in said if false_one(word)]
    if not false or negated(verb):
        return
    claims = [*things(verb), *(kid for word in false for kid in children(word, "nsubj"))]
    for noun in claims:
        if is_a(noun, "claim") and noun not in false:
            yield from (Denial(verb, tuple(subject(verb)), each) for each in claimed(noun))


def false_one(word: Word) -> bool:
    """Tell whether a word, or what it counts or modifies, says that a claim is false."""
    parts = [word, *children(word, "amod", "compound"), *(n for _, n in prepositions(word))]
    return any(is_a(part, "false") for part in parts)


def said_false(verb: Word) -> Iterator[Denial]:
    """Yield what is said to be false: "claims that ... are lies", "no truth in the story that"."""
    said = children(verb, "acomp", "attr", "oprd")
    if any(false_one(word) for word in said) and not negated(verb):
        for noun in children(verb, "nsubj"):
            if is_a(noun, "claim"):
                yield from (Denial(verb, (), each) for each in claimed(noun))
            elif noun.lower_ in {"it", "that"}:
                # "It is absurd to say that it shelled the town".
                below = children(verb, "ccomp")
                below += [c for say in children(verb, "xcomp") for c in children(say, "ccomp")]
                yield from (Denial(verb, (), each) for each in below)
    for word in said:
        if is_a(word, "truth") and (none_of(word) or negated(verb)):
            below = children(word, "acl", "relcl", "ccomp")
            held = [noun for prep, noun in prepositions(word) if prep in {"in", "to", "for"}]
            held = [*below, *(each for noun in held for each in claimed(noun))]
            yield from (Denial(verb, (), each) for each in held)


def never_behind(verb: Word) -> Iterator[Denial]:
    """Yield what somebody is said not to be behind: "was not involved in the raid"."""
    if negated(verb):
        yield from (Denial(verb, tuple(subject(verb)), each) for each in behind(verb))


def behind(verb: Word) -> Iterator[Word]:
    """Yield what somebody is said to be behind: "was involved in the raid"."""
    for kid in children(verb, "acomp", "attr", "prep", "advmod"):
        if kid.lower_ in BEHIND:
            yield from children(kid, "pobj", "pcomp")
            yield from (noun for _, noun in prepositions(kid))


def share(clause: Word) -> Iterator[Word]:
    """Yield in what a clause gives somebody a share: "had anything to do with the raid"."""
    if clause.lemma_ in COPULAS:
        yield from behind(clause)
    elif clause.lemma_ == "have" or is_a(clause, "bear"):
        for noun in things(clause):
            if is_a(noun, "part") or noun.lower_ in {"anything", "something"}:
                yield from shared(clause, noun)


def cleared(verb: Word) -> Iterator[Denial]:
    """Yield of what one calls oneself innocent: "protested its innocence of", "not guilty to"."""
    for kid in children(verb, "acomp", "oprd", "dobj"):
        guiltless = (
            kid.lower_ == "guilty" and verb.lemma_ == "plead" and (negated(verb) or negated(kid))
        )
        if guiltless or is_a(kid, "cleared") or is_a(kid, "own"):
            below = [noun for prep, noun in prepositions(kid) if prep in {"of", "to", "in"}]
            yield from (Denial(verb, tuple(subject(verb)), each) for each in below)


def no_part(verb: Word) -> Iterator[Denial]:
    """Yield in what somebody is said to have no part: "had nothing to do with the poisoning"."""
    for noun in things(verb):
        gone = noun.lower_ == "nothing" or none_of(noun) or negated(verb)
        if gone and is_a(noun, "part"):
            yield from (Denial(verb, tuple(subject(verb)), each) for each in shared(verb, noun))


def shared(verb: Word, noun: Word) -> Iterator[Word]:
    """Yield what one has a part in, or has to do with."""
    yield from (each for prep, each in prepositions(noun) if prep in {"in", "for", "of", "with"})
    for clause in (*children(noun, "acl", "relcl"), *children(verb, "xcomp", "advcl")):
        if clause.lemma_ == "do" or clause.dep_ == "acl":
            yield from (each for prep, each in prepositions(clause) if prep == "with")


def unknown(verb: Word) -> Iterator[Denial]:
    """Yield of what somebody says he knows nothing: "knew nothing of the raid"."""
    for noun in things(verb):
        if noun.lower_ == "nothing" or none_of(noun):
            pairs = [*prepositions(noun), *prepositions(verb)]
            below = [each for prep, each in pairs if prep in {"of", "about"}]
            yield from (Denial(verb, tuple(subject(verb)), each) for each in below)
