"""What speaks against an act that the classifier proposes, whatever its chance."""

from collections.abc import Container

from dateline.extract.events import lexicon
from dateline.extract.events.args import arguments, children, conjuncts
from dateline.extract.events.classify.words import NO_EVENT
from dateline.extract.events.match import verb_rule
from dateline.extract.events.propose.sites import Party
from dateline.extract.events.resolve import known_to_act
from dateline.extract.events.sides import TOGETHER
from dateline.parse.words import Word

DESCRIBING = frozenset({"amod", "compound", "nmod"})
WITHIN = frozenset({"in", "at", "near"})
TOWARD = frozenset(
    {"to", "for", "into", "toward", "towards", "visit", "visits", "visited", "visiting"}
)
OWN = frozenset({"its", "their", "his", "her"})
# Types of what is said to somebody.
SAID = frozenset({"REQUEST", "THREATEN"})


def content(word: Word, taken: Container[int]) -> bool:
    """Tell whether a word is what a told act is about: "agreed to return", "asked it to leave"."""
    while word.dep_ in {"xcomp", "ccomp"} or (word.dep_ == "conj" and word.pos_ == "VERB"):
        below, word = word.dep_, word.head
        if below != "conj" and word.idx in taken:
            return True
    return False


def acts_for(party: Party) -> bool:
    """Tell whether who is named can act for a state: "Peruvian troops", not "Peruvian cooks".

    Of 137 sentences on culture, trade, nature and the like, by weights not trained on them, four
    more are taken for an act without this, none with it. Who backs hackers or rebels is not they.
    """
    token = party.token
    above = token.head.head
    if token.head.dep_ == "agent" and above.dep_ == "acl":
        return above.lemma_ not in lexicon.classes()["backing"]
    if party.kind != "demonym" or token.dep_ not in DESCRIBING:
        return True
    noun = token.head
    return known_to_act(noun) and noun.lemma_.lower() not in lexicon.classes()["crowds"]


def apart(root: str, source: Party, target: Party) -> bool:
    """Tell whether two parties may stand on two sides: not two who act together, nor a place.

    A place is met with only by who goes to it; what is agreed on in Geneva binds no Swiss.
    """
    ones, others = conjuncts(source.token), conjuncts(target.token)
    if root not in TOGETHER:
        return target.token not in ones and source.token not in others
    if target.ref is None:
        return root == "CONSULT" and target.token.head.lower_ in TOWARD
    return target.token.dep_ != "pobj" or target.token.head.lower_ not in WITHIN


def barred(word: Word, root: str) -> bool:
    """Tell whether the tables say that a word as it stands tells nothing, or to no other state."""
    if word.pos_ != "VERB":
        return False
    rule = verb_rule(word, arguments(word))
    if rule is not None and rule.root == NO_EVENT:
        return True
    heard = children(word, "dobj", "dative")
    own = any(kid.lower_ in OWN for each in heard for kid in children(each, "poss"))
    audience = lexicon.classes()["audience"]
    return root in SAID and (own or any(each.lemma_.lower() in audience for each in heard))
