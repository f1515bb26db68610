"""Sides of material acts that the clause leaves out: the one other state that its sentence names."""

from dateline.extract.events.args import is_passive
from dateline.extract.events.decide import Verdict
from dateline.extract.events.frame import Frame
from dateline.extract.events.page import Page
from dateline.extract.events.places import place_of, state_actor
from dateline.extract.events.resolve import Side, belongs

# Acts that are aimed at somebody though the clause may not say at whom: forces at a border, a crowd.
AIMED = frozenset({"MOBILIZE", "PROTEST"})
# Acts whose object may be unnamed ("the captain whom Peru had arrested").
DONE_TO = frozenset({"COERCE", "ASSAULT", "SANCTION", "RETREAT", "AID"})
BELOW = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp"})
DEFINITE = frozenset(
    {"the", "its", "their", "his", "her", "whose", "that", "this", "these", "those"}
)


def implied_target(frame: Frame, verdict: Verdict, source: Side, page: Page) -> Side:
    """Return the one other state of the sentence where an act names nobody whom it is done to."""
    if len(source.states()) != 1 or verdict.root not in AIMED | DONE_TO:
        return Side()
    if verdict.root in DONE_TO and not (frame.head.dep_ in BELOW and unnamed(frame)):
        return Side()
    return not_speaker(page.resolver.other_in(frame.head.sent, source), frame, page)


def unnamed(frame: Frame) -> bool:
    """Tell whether what is acted on is a pronoun or a thing already known."""
    found = [token for slot in frame.target if slot.name == "obj" for token in slot.tokens]
    return any(
        token.pos_ in {"PRON", "PROPN"} or any(each.lower_ in DEFINITE for each in token.children)
        for token in found
    )


def implied_source(frame: Frame, verdict: Verdict, page: Page) -> Side:
    """Return who does what is only said to be done to somebody: the land where it is done."""
    if frame.noun or verdict.root not in {"COERCE", "RETREAT"} or not is_passive(frame.head):
        return Side()
    place = place_of(frame, page.places)
    if place is None or place.country is None or verdict.mode not in {"seize", "arrest", "release"}:
        return Side()
    return Side((state_actor(place.country),))


def not_speaker(other: Side, frame: Frame, page: Page) -> Side:
    """Return a side unless it only says what was done."""
    said = page.statements.at(frame.head.i)
    if said is None or said.speaker is None or not said.speaker.code:
        return other
    return Side() if belongs(said.speaker) in other.states() else other
