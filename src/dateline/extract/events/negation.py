"""Negation of a verb or a noun: "not", "never", "no crowds", "neither an apology nor a fine"."""

from dateline.parse.words import Word

NEVER = frozenset({"never", "neither", "nor"})
NOBODY = frozenset({"nobody", "none", "neither"})
WAYS = frozenset({"time", "way", "point", "circumstances", "stage", "moment", "account", "case"})
# Words before a noun that deny it.
NONE = frozenset({"no", "neither", "nor", "zero"})
BEFORE = frozenset({"det", "preconj", "cc", "neg", "advmod", "predet"})
WITHOUT = frozenset({"without", "absent", "sans"})


def denies(child: Word) -> bool:
    """Tell whether a word below a verb negates it: "not", "never", "no crowds", "at no time"."""
    if child.dep_ == "advmod" and child.lower_ == "once":
        return any(kid.dep_ == "neg" for kid in child.children)
    if child.dep_ == "dobj":
        return child.lower_ in NOBODY or none_of(child)
    if child.dep_ == "neg" or (child.dep_ in {"advmod", "preconj"} and child.lower_ in NEVER):
        return True
    if child.dep_ in {"nsubj", "nsubjpass"}:
        return child.lower_ in NOBODY or none_of(child)
    return child.dep_ == "prep" and any(
        noun.lower_ in WAYS and none_of(noun) for noun in child.children
    )


def none_of(noun: Word) -> bool:
    """Tell whether a noun is said not to be: "no crowds", "not one sanction", "nor a fine"."""
    beside = noun.head.children if noun.dep_ == "conj" else ()
    return any(
        kid.dep_ == "neg"
        or (kid.dep_ in BEFORE and kid.lower_ in NONE)
        or (kid.lower_ == "one" and any(k.lower_ == "not" for k in (kid, *kid.children)))
        for kid in (*noun.children, *beside)
    )  # fmt: skip


def absent(noun: Word) -> bool:
    """Tell whether an act is what something goes on without: "without a treaty", "without it"."""
    return noun.dep_ in {"pobj", "pcomp"} and noun.head.lower_ in WITHOUT
