"""Whom "it" and "they" mean, where a clause above says so: "Peru said that it was ready"."""

from collections.abc import Mapping

from dateline.extract.base import Ref
from dateline.extract.events.args import subject
from dateline.parse.words import Word

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
VERBS = frozenset({"VERB", "AUX"})
NAMES = frozenset({"name", "metonym"})
# Clauses whose "it" is the subject of what is above.
BELOW = frozenset({"ccomp", "relcl", "advcl"})
# So many verbs above a clause may have it as their subject.
REACH = 2
PAIR = 2


def themselves(token: Word, named: Mapping[int, Ref]) -> Ref | None:
    """Return what "they" are below another clause: "Peru and Chile said that they"."""
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ != "ccomp":
        return None
    refs = [named.get(each.i) for each in subject(clause.head)]
    known = [ref for ref in refs if ref is not None and ref.kind in NAMES]
    if len(refs) < PAIR or len(known) < len(refs):
        return None
    return pronoun(token, *known)


def itself(token: Word, named: Mapping[int, Ref]) -> Ref | None:
    """Return what "it" is below another clause: "Peru said it was ready".

    As an object only where the clause has another doer: "Peru fears that Chile may strike it".
    """
    clause = token.head
    if token.dep_ == "dobj" and clause.dep_ == "ccomp":
        if not any(each.i in named for each in subject(clause)):
            return None
    elif token.dep_ not in SUBJECTS or clause.dep_ not in BELOW:
        return None
    for verb in [each for each in clause.ancestors if each.pos_ in VERBS][:REACH]:
        speakers = subject(verb)
        ref = named.get(speakers[-1].i) if speakers else None
        if ref is None or ref.kind not in NAMES | {"group"}:
            continue
        if speakers[-1].ent_type_ != "PERSON":
            return pronoun(token, ref)
    return None


def pronoun(token: Word, *refs: Ref) -> Ref:
    """Return a pronoun's reference to what others name."""
    actors = tuple(actor for ref in refs for actor in ref.actors)
    return Ref(token.i, token.i + 1, token.i, actors, "pronoun")
