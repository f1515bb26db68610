"""Calls that no word for talking tells: "told him by telephone"."""

from dateline.extract.events import lexicon
from dateline.extract.events.args import arguments
from dateline.extract.events.frame import VIA, Frame, Slot
from dateline.extract.events.slots import filled
from dateline.parse.words import Word

TOLD = frozenset({"tell", "inform", "assure", "warn", "urge", "ask", "press", "promise"})


def by_phone(verb: Word) -> Frame | None:
    """Make the frame of the call that "told him by telephone" speaks of."""
    if lexicon.lemma(verb) not in TOLD:
        return None
    args = arguments(verb)
    phones = lexicon.classes()["phones"]
    called = any(p in VIA and noun.lemma_.lower() in phones for p, noun in args.preps)
    if not called or not (args.iobj or args.obj) or not args.subj:
        return None
    return Frame(
        head=verb, words=[verb], root="CONSULT", mode="phone", rules=["told by telephone"],
        source=args.subj, target=filled([Slot("iobj", args.iobj), Slot("obj", args.obj)]),
        recip=True, strength=1,
    )  # fmt: skip
