"""Where an act was done, and whose land it was done to."""

from collections.abc import Sequence
from functools import cache

from dateline.data import table
from dateline.extract.base import PlaceRef, Ref
from dateline.extract.events.frame import Frame
from dateline.extract.events.status import carrier
from dateline.model import Actor, Place
from dateline.parse.words import Word

WHERE = frozenset({"in", "at", "near", "outside", "inside", "off", "on", "to", "into", "across"})
LANDS = frozenset({"in", "of", "at", "near", "from", "outside"})
BESIDE = frozenset({"compound", "poss", "nmod"})
MAX_CLIMB = 5


def place_of(frame: Frame, places: Sequence[PlaceRef]) -> Place | None:
    """Return the place of an act, the nearest that hangs on one of its words, or None."""
    if not places:
        return None
    sent = frame.head.sent
    own = {word.i for word in frame.words} | {frame.head.i, carrier(frame).i}
    if frame.inner is not None:
        own |= {word.i for word in frame.inner.words}
    best: tuple[int, int, Place] | None = None
    for ref in places:
        if not sent.start <= ref.head < sent.end:
            continue
        distance = steps(frame.head.doc[ref.head], own)
        if distance is not None and (best is None or (distance, ref.start) < best[:2]):
            best = (distance, ref.start, ref.place)
    return best[2] if best else None


def steps(token: Word, own: set[int]) -> int | None:
    """Count the steps from a place up to an act's word; None where another predicate is between."""
    located = False
    for count in range(MAX_CLIMB):
        if token.i in own:
            return count if located else None
        if token.dep_ == "prep" and token.lower_ in WHERE:
            located = True
        if token.pos_ in {"VERB", "AUX"} or token.head == token:
            return None
        token = token.head
    return None


@cache
def state_actor(code: str) -> Actor:
    """Return the state (or body) that a code names."""
    names = {row["code"]: row["name"] for row in table("states")}
    return Actor(code=code, country=code if code in names else None, name=names.get(code, code))


def land_of(frame: Frame, places: Sequence[PlaceRef]) -> list[Ref]:
    """Return references to the states whose land an act is done to: "shelled Arequipa"."""
    heads = {ref.head: ref for ref in places if ref.place.country}
    if not heads:
        return []
    for slot in frame.target:
        for token in slot.tokens:
            inside = [token, *(pobj for prep in token.children if prep.dep_ == "prep"
                               and prep.lower_ in LANDS for pobj in prep.children),
                      *(child for child in token.children if child.dep_ in BESIDE)]  # fmt: skip
            for each in inside:
                ref = heads.get(each.i)
                if ref is not None and ref.place.country:
                    actor = state_actor(ref.place.country)
                    return [Ref(ref.start, ref.end, ref.head, (actor,), "name")]
    return []
