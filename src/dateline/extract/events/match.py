"""Which rule of the lexicon a word meets, given what stands around it."""

from collections.abc import Iterable, Iterator

from dateline.extract.events import lexicon
from dateline.extract.events.args import CALENDAR, Args, prepositions
from dateline.extract.events.clauses import clause_kinds
from dateline.extract.events.lexicon import Rule
from dateline.parse.words import Word

MODIFIERS = ("compound", "amod", "nmod", "poss")
# Words within a noun phrase name no act of their own: "U.S.-backed forces", "attack helicopters".
INSIDE = frozenset({"amod", "compound", "nmod"})


def allows(need: frozenset[str], have: Iterable[str]) -> bool:
    """Tell whether what stands there meets a requirement."""
    if not need:
        return True
    if need == lexicon.ANYTHING:
        return any(True for _ in have)
    if need == lexicon.NOTHING:
        return not any(True for _ in have)
    return any(word in need for word in have)


def lemmas(tokens: Iterable[Word]) -> Iterator[str]:
    """Yield the lemmas of nouns ("#PERSON" for a name); "dozens of diplomats" are diplomats too."""
    for token in tokens:
        yield token.lemma_.lower()
        if token.ent_type_:
            yield f"#{token.ent_type_}"
        if token.tag_ == "NNPS":
            yield "#NORP"
        if token.lemma_.lower() in lexicon.classes()["quantities"]:
            yield from lemmas(noun for prep, noun in prepositions(token) if prep in {"of", "in"})


def nothing(noun: Word) -> bool:
    """Tell whether an object is "no part", "nothing"."""
    return noun.lower_ == "nothing" or any(
        child.dep_ == "det" and child.lower_ == "no" for child in noun.children
    )


def follows(pair: tuple[str, Word], verb: Word) -> bool:
    """Tell whether a preposition stands where it can belong to a verb ("call on"), not before it.

    In relative clauses and questions it may be moved there.
    """
    return pair[1].i > verb.i or verb.dep_ == "relcl"


def verb_rule(verb: Word, args: Args) -> Rule | None:
    """Return the most demanding rule of verbs.tsv that a verb meets."""
    rules = lexicon.rules("verbs").get(lexicon.lemma(verb), ())
    if not rules:
        return None
    below = [pair for noun in args.obj for pair in prepositions(noun)]
    below += [pair for prep, noun in below if prep == "of" for pair in prepositions(noun)]
    preps = [pair for pair in [*args.preps, *below] if follows(pair, verb)]
    kinds = clause_kinds(args)
    for rule in rules:
        pairs = [noun for prep, noun in preps if not rule.prep or prep in rule.prep]
        if (
            allows(rule.particle, args.particles)
            and allows(rule.object, lemmas(args.obj))
            and allows(rule.prep, (prep for prep, _ in preps))
            and allows(rule.pobj, lemmas(pairs))
            and allows(rule.clause, kinds)
            and allows(rule.oprd, lemmas(args.oprd))
            and allows(rule.subj, lemmas(args.subj))
            and ("no" not in rule.flags or any(nothing(noun) for noun in args.obj))
        ):  # fmt: skip
            return rule
    return None


def noun_rule(noun: Word) -> Rule | None:
    """Return the most demanding rule of nouns.tsv that a noun meets, or that of its verb."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.ent_type_ in CALENDAR or noun.dep_ in INSIDE:
        return None
    rules = lexicon.rules("nouns").get(noun.lemma_.lower(), ())
    for rule in rules:
        mods = (part for child in noun.children if child.dep_ in MODIFIERS
                for part in (child.lower_, child.lemma_.lower()))  # fmt: skip
        preps = (child.lower_ for child in noun.children if child.dep_ == "prep")
        held = (each for prep, each in prepositions(noun)) if rule.pobj else ()
        clause = ("inf" for child in noun.children if child.dep_ == "acl" and child.tag_ == "VB")
        if (
            allows(rule.mod, mods)
            and allows(rule.prep, preps)
            and allows(rule.pobj, lemmas(held))
            and allows(rule.clause, clause)
        ):
            return rule
    return None if rules else doing(noun)


def doing(noun: Word) -> Rule | None:
    """Return the rule of the act that a noun in -ing is: "the jailing of two monks by Peru"."""
    word = noun.lower_
    if not word.endswith("ing") or noun.tag_ != "NN":
        return None
    of = [each for prep, each in prepositions(noun) if prep == "of"]
    if not of:
        return None
    stem = word.removesuffix("ing")
    undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    for lemma in (stem, f"{stem}e", undoubled):
        for rule in lexicon.rules("verbs").get(lemma, ()):
            bare = not (rule.particle or rule.prep or rule.pobj or rule.clause or rule.oprd
                        or rule.subj or rule.op) and rule.root != "-"  # fmt: skip
            if bare and allows(rule.object, lemmas(of)):
                return lexicon.as_noun(rule)
    return None
