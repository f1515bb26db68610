"""Whether a speaker speaks for a state: an official or a government body, not an expert."""

from functools import cache

from dateline.data import table
from dateline.extract.base import Ref
from dateline.model import Actor
from dateline.parse.words import Parsed

# PLOVER actor roles that act for a state.
STATE_ROLES = {"", "GOV", "MIL", "SPY", "COP", "JUD", "LEG"}


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of a kind in data/statements/official.tsv: official, outside, former."""
    return frozenset(row["word"] for row in table("statements/official") if row["kind"] == kind)


def is_official(doc: Parsed, phrases: list[tuple[int, int]], speaker: Actor | None) -> bool:
    """Tell whether the speaker is a state's official or body.

    The words of the phrase come first ("former minister", "analyst at the state university" are
    not, "a ministry spokesman" is), then the actor's country and role.
    """
    said = {doc[i].lower_ for tokens in phrases for i in range(*tokens)}
    if said & words("outside") or said & words("former"):
        return False
    if speaker is not None and speaker.country is not None:
        return speaker.role in STATE_ROLES
    return bool(said & words("official"))


def resolve(refs: list[Ref], head: int, phrase: tuple[int, int]) -> Actor | None:
    """Return the actor a speaker's phrase refers to.

    A reference on the phrase's own head comes first, then the widest one within the phrase
    ("the ministry's spokesman" speaks for the ministry).
    """
    start, end = phrase
    within = [ref for ref in refs if start <= ref.head < end and ref.actors]
    if not within:
        return None
    exact = [ref for ref in within if ref.start <= head < ref.end]
    coded = [ref for ref in exact if ref.actors[0].code]
    chosen = coded or exact
    if not chosen:
        chosen = [ref for ref in within if ref.actors[0].code] or within
    return max(chosen, key=lambda ref: (ref.end - ref.start, -ref.start)).actors[0]
