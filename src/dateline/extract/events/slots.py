"""Where the target of an act may stand: the slots of its arguments, in the order of its rule."""

from dateline.extract.events import lexicon
from dateline.extract.events.args import Args, prepositions
from dateline.extract.events.frame import Slot
from dateline.extract.events.lexicon import Rule
from dateline.parse.words import Word

# Where a target may stand when its rule does not say, the likeliest first.
SLOTS = (
    "obj", "iobj", "against", "on", "upon", "with", "to", "into", "at", "toward", "towards",
    "from", "of", "for", "over", "in", "near", "about", "across", "between", "off", "along",
    "facing", "opposite", "outside", "around",
)  # fmt: skip
PLACES = frozenset({"in", "at"})
TOPICAL = frozenset({"on", "about", "for", "over"})


def held(noun: Word) -> list[tuple[str, Word]]:
    """Return the prepositions of a noun and of its participles ("sanctions imposed on Peru")."""
    found = prepositions(noun)
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            found += prepositions(child)
    return found


def filled(slots_: list[Slot]) -> list[Slot]:
    """Return the slots that hold something."""
    return [slot for slot in slots_ if slot.tokens]


def slots(rule: Rule | None, args: Args) -> list[Slot]:
    """Return the candidates for the target by slot, in the order of the rule."""
    order = rule.target if rule is not None and rule.target else SLOTS
    below = [pair for noun in args.obj for pair in held(noun)]
    below += [pair for prep, noun in below if prep == "of" for pair in prepositions(noun)]
    # "Threatened in a message to Peru".
    below += [
        pair
        for prep, noun in args.preps
        if prep == "in" and noun.lemma_.lower() in lexicon.classes()["messages"]
        for pair in prepositions(noun)
        if pair[0] == "to"
    ]
    if rule is not None and rule.recip:
        # "A treaty on air links with Peru".
        below += [
            pair
            for prep, noun in below
            if prep in TOPICAL
            for pair in prepositions(noun)
            if pair[0] == "with"
        ]
    if rule is not None and rule.pobj:
        inside = [pair for prep, noun in args.preps if prep in rule.prep for pair in held(noun)]
        # "Took part in a round of talks with Peru".
        below += inside
        below += [pair for prep, noun in inside if prep == "of" for pair in held(noun)]
    found: list[Slot] = []
    for slot in order:
        if slot in {"obj", "iobj", "subj"}:
            tokens = {"obj": args.obj, "iobj": args.iobj, "subj": args.subj}[slot]
        else:
            tokens = [noun for prep, noun in [*args.preps, *below] if prep == slot]
        if tokens:
            found.append(Slot(slot, list(tokens), sure=bool(rule and rule.target)))
    if rule is not None and rule.target and "only" not in rule.flags:
        found += [Slot("iobj", args.iobj), Slot("obj", args.obj)]
    return filled(found)


def slots_named(names: tuple[str, ...], args: Args) -> list[list[Word]]:
    """Return what stands in the named slots."""
    below = [pair for noun in args.obj for pair in prepositions(noun)]
    below += [pair for _, noun in args.preps for pair in prepositions(noun)]
    owners = [child for noun in args.obj for child in noun.children if child.dep_ == "poss"]
    # "Came under Peruvian fire".
    described = [child for _, noun in args.preps for child in noun.children
                 if child.dep_ in {"amod", "compound", "poss"}]  # fmt: skip
    places = {"obj": args.obj, "iobj": args.iobj, "subj": args.subj, "poss": owners,
              "mod": described}  # fmt: skip
    return [
        places.get(name) or [noun for prep, noun in [*args.preps, *below] if prep == name]
        for name in names
    ]


def lies_in(tokens: list[Word], at: int) -> bool:
    """Tell whether a word, by its number, only says in what land some things are."""
    lands = (noun.i for token in tokens for prep, noun in prepositions(token) if prep in PLACES)
    return at in lands
