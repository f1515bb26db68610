"""Deeds that two sides do together: whatever they do, they cooperate."""

from dateline.extract.events import lexicon
from dateline.extract.events.args import Args, arguments, prepositions
from dateline.extract.events.frame import Frame, Slot
from dateline.parse.words import Word

TOGETHER = frozenset({"together", "jointly", "alongside"})
# "Side by side", "hand in hand", "shoulder to shoulder".
PAIRED = frozenset({"side", "hand", "shoulder", "arm"})
PAIR = 2
WITH = frozenset({"with", "alongside"})
# Acts of one side that are cooperation when two do them together.
TURNED = frozenset({"MOBILIZE", "AID", "COERCE"})


def joined(verb: Word) -> list[Word] | None:
    """Return the words that say a verb's act is done together, None where none does."""
    for child in verb.children:
        word = child.lower_
        if word in TOGETHER and child.dep_ in {"advmod", "prep"}:
            return [child]
        if word in PAIRED:
            after = child.doc[child.i + 1 : child.i + 3]
            if len(after) == PAIR and after[1].lower_ == word:
                return [child, *after]
        if word == "in" and child.dep_ == "prep":
            nouns = [each for each in child.children if each.dep_ == "pobj"]
            if any(each.lemma_.lower() in lexicon.classes()["partnerships"] for each in nouns):
                return nouns
    return None


def partners(args: Args, words: list[Word]) -> list[Word]:
    """Return with whom an act is done."""
    pairs = [*args.preps, *(pair for word in words for pair in prepositions(word))]
    pairs += [pair for noun in args.obj for pair in prepositions(noun)]
    return [noun for prep, noun in pairs if prep in WITH and noun not in words]


def joint(verb: Word, told: Frame | None) -> Frame | None:
    """Make the frame of a deed that is done together, unless `told` says that it is another act.

    What is said together, or done together to somebody, stays what it is.
    """
    if verb.pos_ != "VERB" or (told is not None and told.root not in TURNED):
        return None
    words = joined(verb)
    if words is None or lexicon.lemma(verb) in lexicon.classes()["no_deeds"]:
        return None
    args = arguments(verb)
    beside = partners(args, words)
    source = args.subj or args.obj
    if not source or (told is not None and told.root == "COERCE" and not beside):
        return None
    return Frame(
        head=verb, words=[verb], root="COOPERATE", mode="", rules=["done together"], source=source,
        target=[Slot("with", beside, sure=True)] if beside else [], recip=True, strength=3,
    )  # fmt: skip
