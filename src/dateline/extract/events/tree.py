"""The parse as the rules see it: children, lists, passives, prepositions with their nouns."""

from dateline.parse.words import Word

# "Called on Monday" does not call on Monday.
CALENDAR = frozenset({"DATE", "TIME"})
# Participles that place a thing beside another: "posts facing Peru".
PARTICIPLES = frozenset({"facing", "bordering", "overlooking", "targeting", "belonging"})
# Verbs whose object undergoes the participle after it: "had their goods seized".
UNDERGO = frozenset({"have", "get", "see", "find", "keep", "leave"})

# How the parser ties a name to the one after it.
PARTS = frozenset({"nmod", "compound"})


def conjuncts(token: Word) -> list[Word]:
    """Return a token and those coordinated to it that follow, verbs left out.

    The parser takes the second item of "A, B and C" for an apposition that has the rest, and the
    first of "President A and President B" for a part of the second's name.
    """
    found, queue = [token], [token]
    while queue:
        for child in queue.pop().children:
            listed = child.dep_ == "appos" and any(each.dep_ == "conj" for each in child.children)
            joined = (
                child.dep_ == "conj" and child.pos_ not in {"VERB", "AUX"} and not gapped(child)
            )
            within = child.dep_ in PARTS and child.pos_ == "PROPN" and linked(child, token)
            if listed or joined or within:
                found.append(child)
                queue.append(child)
    return found


def linked(name: Word, last: Word) -> bool:
    """Tell whether an "and" stands between a name and the one that it seems to be a part of."""
    return any(child.dep_ == "cc" and name.i < child.i < last.i for child in name.children)


def gapped(noun: Word) -> bool:
    """Tell whether a name acts without its verb: "Peru sent ten doctors and Chile twelve"."""
    return noun.pos_ == "PROPN" and any(
        child.dep_ in {"nummod", "appos"} and child.pos_ == "NUM" and child.i == noun.i + 1
        for child in noun.children
    )


def is_passive(verb: Word) -> bool:
    """Tell whether a verb is passive: by its auxiliary, as a participle of a noun, by sharing."""
    deps = {child.dep_ for child in verb.children}
    headline = "agent" in deps and "dobj" not in deps
    if "nsubjpass" in deps or "auxpass" in deps or headline:
        # "Peru urged by Chile to join": headlines leave the auxiliary out.
        return True
    if verb.tag_ != "VBN" or "nsubj" in deps:
        # "The traders had their goods seized".
        undergone = verb.dep_ == "ccomp" and verb.head.lemma_ in UNDERGO and "aux" not in deps
        return undergone and verb.tag_ == "VBN"
    if verb.dep_ in {"acl", "amod"}:
        return not finite(verb)
    if verb.dep_ == "advcl":
        return "dobj" not in deps and "mark" not in deps and "aux" not in deps
    if verb.dep_ == "conj" and "aux" not in deps:
        return verb.head.pos_ == "VERB" and is_passive(verb.head)
    return False


def finite(verb: Word) -> bool:
    """Tell whether a "participle" is the sentence's verb ("Castro, a general, called on Lima").

    The parser makes a name with an apposition the root, and the verb after it its participle.
    """
    head = verb.head
    deps = {child.dep_ for child in verb.children}
    if verb.dep_ != "acl" or head.dep_ != "ROOT" or "agent" in deps:
        return False
    comma = verb.i > 0 and verb.nbor(-1).text == ","
    # "French officers shared with Belgian ones the records": what has an object is no participle.
    return (head.pos_ == "PROPN" and comma) or (verb.tag_ in {"VBN", "VBD"} and "dobj" in deps)


def children(verb: Word, *deps: str) -> list[Word]:
    """Return the children of a token with one of the dependencies, in order."""
    return [child for child in verb.children if child.dep_ in deps]


def prepositions(token: Word) -> list[tuple[str, Word]]:
    """Return (preposition, its noun) of a token; "out of" counts as "of" and as "out"."""
    found: list[tuple[str, Word]] = []
    for child in token.children:
        if child.lower_ in PARTICIPLES and child.dep_ in {"acl", "prep", "advcl"}:
            found += [(child.lower_, each) for each in children(child, "dobj", "pobj")]
            found += [(child.lower_, each) for _, each in prepositions(child)]
        elif child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ", "PART"}:
            for inner in child.children:
                if inner.dep_ == "conj" and inner.pos_ in {"ADP", "SCONJ"}:
                    # "Voted with Peru and against Chile".
                    found += [(inner.lower_, each) for noun in children(inner, "pobj")
                              for each in conjuncts(noun)]  # fmt: skip
                    continue
                doers = children(inner, "nsubj") if inner.dep_ == "pcomp" else []
                if doers:
                    # "Worried about Peru massing troops": about Peru.
                    found += [(child.lower_, each) for each in conjuncts(doers[-1])]
                elif inner.dep_ in {"pobj", "pcomp"} and inner.ent_type_ not in CALENDAR:
                    found += [(child.lower_, each) for each in conjuncts(inner)]
                elif inner.dep_ == "prep":
                    found += [(inner.lower_, each) for each in children(inner, "pobj")]
                    if child.lower_ == "from" and inner.lower_ == "to":
                        # "An ultimatum from Lima to Quito".
                        continue
                    found += [(child.lower_, each) for each in children(inner, "pobj")]
    return found
