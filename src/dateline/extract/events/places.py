"""Where an act was done: the place that hangs on its words."""

from collections.abc import Sequence

from spacy.tokens import Token

from dateline.extract.base import PlaceRef
from dateline.extract.events.frames import Frame
from dateline.extract.events.status import carrier
from dateline.model import Place

WHERE = frozenset({"in", "at", "near", "outside", "inside", "off", "on", "to", "into", "across"})
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


def steps(token: Token, own: set[int]) -> int | None:
    """Count the steps from a place up to an act's word; None where another predicate is between."""
    located = False
    for count in range(MAX_CLIMB):
        if token.i in own:
            return count if located else None
        if token.dep_ == "prep" and token.lower_ in WHERE:
            located = True
        if token.pos_ in {"VERB", "AUX"} or token.head is token:
            return None
        token = token.head
    return None
