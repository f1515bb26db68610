"""Telling another state's deed is to accuse it: "Lima said that Quito had shelled the town"."""

import msgspec
from spacy.tokens import Doc

from dateline.extract.events import lexicon
from dateline.extract.events.frame import Frame
from dateline.extract.events.page import Page
from dateline.extract.events.resolve import belongs
from dateline.extract.statements import asserts, cue_class
from dateline.extract.times import mention_time
from dateline.model import Actor, Mention, Reason, Span, mention_id

# Deeds that it is an accusation to tell of another state.
DEEDS = frozenset({"COERCE", "ASSAULT"})
# Statements within statements that are climbed, at most.
NESTED = 4
DONE = frozenset({"happened", "ongoing"})


def attribution(mention: Mention, frame: Frame, page: Page) -> list[Mention]:
    """Return the accusation that telling another's deed is: "Lima said Quito had shelled it"."""
    said = page.statements.at(frame.head.i)
    if (
        said is None or said.speaker is None or not said.speaker.country or not said.cue_spans
        or mention.status not in DONE
        or mention.event_type not in DEEDS or mention.reciprocal
    ):  # fmt: skip
        return []
    speaker = said.speaker
    sides = {belongs(actor) for actor in mention.source}
    if not asserts(said.cue) or speaker.country in sides or cue_class(said.cue) == "accuse":
        return []
    codes = (speaker.code, *(actor.code for actor in mention.source))
    return [
        msgspec.structs.replace(
            mention,
            id=mention_id(mention.evidence, said.cue_spans[0].start, "ACCUSE", codes),
            event_type="ACCUSE", mode="allege", quad=lexicon.quads()["ACCUSE"],
            intensity=lexicon.intensity("ACCUSE", "allege"), status="happened",
            reasons=(Reason(feature="words", detail=said.cue),
                     Reason(feature="rules", detail=f"says that another did {mention.event_type}")),
            source=(speaker,), source_spans=said.speaker_spans,
            target=mention.source, target_spans=mention.source_spans,
            action_spans=said.cue_spans, according_to=None, historical=False,
            time=mention_time(page.doc, cue_token(said.cue_spans[0], page.doc), page.times,
                              page.report.published, "happened", page.report.id),
        )
    ]  # fmt: skip


def claimant(token: int, page: Page) -> Actor | None:
    """Return whose claim a word's act is: the speaker of the nearest words that put it forward.

    What is agreed on, asked for or promised is nobody's claim, nor is it the asker's that it
    happened; a denial is the denier's.
    """
    said = page.statements.at(token)
    for _ in range(NESTED):
        if said is None or asserts(said.cue) or cue_class(said.cue) == "deny":
            return said.speaker if said is not None else None
        if not said.cue_spans:
            return None
        said = page.statements.at(cue_token(said.cue_spans[0], page.doc))
    return None


def cue_token(cue: Span, doc: Doc) -> int:
    """Return the index of a cue's first token."""
    found = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    return found.start if found is not None else 0
