"""Acts told in the present for a day to come: "flies to Lima on Sunday" is a plan."""

from collections.abc import Sequence

import msgspec

from dateline.extract.events import lexicon
from dateline.extract.events.page import Page
from dateline.extract.events.status import NOW
from dateline.extract.times import mention_time
from dateline.model import Mention, Status
from dateline.parse.words import Word

TOLD: frozenset[Status] = frozenset({"happened", "ongoing"})
# What is said in the present is said now, whatever day it is about.
DONE = frozenset({"COOPERATE", "AID", "RETREAT", "SANCTION", "MOBILIZE"})
VISIT = ("CONSULT", "visit")


def to_come(mentions: Sequence[Mention], page: Page) -> list[Mention]:
    """Return mentions with those that are told in the present and dated ahead as planned."""
    return [planned(each, page) for each in mentions]


def planned(mention: Mention, page: Page) -> Mention:
    """Return a mention as planned, with the type that a plan of it has, if it lies ahead."""
    span, today = mention.action_spans[0], page.report.published
    words = page.doc.char_span(span.start, span.end)
    done = mention.event_type in DONE or (mention.event_type, mention.mode) == VISIT
    if mention.status not in TOLD or not done:
        return mention
    if today is None or words is None or not present(words.root):
        return mention
    when = mention_time(page.doc, words.root.i, page.times, today, "planned", page.report.id)
    if when is None or when.earliest is None or when.earliest <= today:
        return mention
    root, mode = lexicon.combine("plan", mention.event_type, mention.mode) or (
        mention.event_type, mention.mode,
    )  # fmt: skip
    return msgspec.structs.replace(
        mention, status="planned", event_type=root, mode=mode, quad=lexicon.quads()[root],
        intensity=lexicon.intensity(root, mode), time=when,
    )  # fmt: skip


def present(verb: Word) -> bool:
    """Tell whether a verb is in the present, plain or progressive."""
    doing = verb.tag_ == "VBG" and any(
        kid.dep_ == "aux" and kid.tag_ in NOW for kid in verb.children
    )
    return verb.tag_ in NOW or doing
