"""The acts that a sentence denies: told as denied, whatever the word for the act."""

from collections.abc import Sequence

import msgspec

from dateline.extract.events import lexicon
from dateline.extract.events.args import arguments, prepositions
from dateline.extract.events.build import build
from dateline.extract.events.contexts import contexts_of
from dateline.extract.events.decide import CYBER, Verdict, on_computers
from dateline.extract.events.denials import Denial, denials
from dateline.extract.events.frame import Frame
from dateline.extract.events.frames import noun_frame, verb_frame
from dateline.extract.events.implied import CLAUSES, within
from dateline.extract.events.match import noun_rule
from dateline.extract.events.page import Page
from dateline.extract.events.resolve import Side, belongs
from dateline.extract.events.sides import Sides
from dateline.extract.events.slots import filled, slots
from dateline.extract.events.status import FUTURE, MODAL, modality
from dateline.extract.events.typed import typed, why
from dateline.extract.statements import asserts
from dateline.model import Mention, Statement
from dateline.parse.words import Slice, Word

MATERIAL = frozenset({2, 4})
# Types that a denied deed is of, where no rule says: what is denied is mostly harm.
DEEDS = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
# Score below which no deed is told by what is denied ("denies the meeting"): of daily news entries
# six of six were none.
NO_DEED = -0.65
TOLD = frozenset({"happened", "ongoing", "negated", "hypothetical", "planned"})
AHEAD = FUTURE | {"would", "'d"} | MODAL
ASIDE = frozenset({"relcl"})
NEAR = frozenset({"on", "in", "into", "at", "against", "near", "along", "from", "to"})
OWNERS = frozenset({"its", "their", "his", "her"})
NOBODY = Side()


def denied(sent: Slice, told: Sequence[Mention], page: Page) -> list[Mention]:
    """Return a sentence's mentions with the acts that it denies, as denied."""
    # An accusation that is rejected was made.
    kept = [each for each in told if (each.event_type, each.status) != ("ACCUSE", "denied")]
    for denial in denials(sent):
        who = denier(denial, page)
        own = [n for n, mention in enumerate(kept) if inside(mention, denial)]
        for n in own:
            kept[n] = as_denied(kept[n], who)
        if not own and not any(mention.status == "denied" for mention in kept):
            kept += made(denial, who, page)
    return kept


def own_denials(mentions: Sequence[Mention], page: Page) -> list[Mention]:
    """Return mentions with what a side says that it did not do itself as denied."""
    return [as_denied(each, NOBODY) if disclaimed(each, page) else each for each in mentions]


def disclaimed(mention: Mention, page: Page) -> bool:
    """Tell whether a side says of itself that it did not do a deed: "we have never shelled it"."""
    if mention.status != "negated" or lexicon.quads()[mention.event_type] not in MATERIAL:
        return False
    token = page.doc.char_span(mention.action_spans[0].start, mention.action_spans[0].end)
    if token is None:
        return False
    said = page.statements.at(token.start)
    if said is None or not asserts(said.cue):
        return False
    if any(" under " in f" {reason.detail}" for reason in mention.reasons):
        # "Said it had no plans to shell it" speaks of what is to come.
        return False
    around = (token.root, token.root.head)
    ahead = any(kid.lower_ in AHEAD for word in around for kid in word.children)
    if ahead or said.speaker is None:
        return not ahead and owned(said, page)
    return said.speaker.country in {belongs(actor) for actor in mention.source}


def owned(said: Statement, page: Page) -> bool:
    """Tell whether a speaker is somebody's: "its embassy maintained"."""
    text = page.report.text
    words = (text[span.start : span.end].lower().split(" ") for span in said.speaker_spans)
    return any(not OWNERS.isdisjoint(each) for each in words)


def denier(denial: Denial, page: Page) -> Side:
    """Return who denies: whom the words name, else whose statement they are."""
    found = page.resolver.side(denial.denier)
    if found:
        return found
    said = page.statements.at(denial.cue.i)
    if said is not None and said.speaker is not None and said.speaker.code:
        return Side((said.speaker,))
    return NOBODY


def inside(mention: Mention, denial: Denial) -> bool:
    """Tell whether a mention is of a deed within what is denied, and not in an aside to it."""
    content, at = denial.content, mention.action_spans[0].start
    if lexicon.quads()[mention.event_type] not in MATERIAL or mention.status not in TOLD:
        return False
    token = next((each for each in content.subtree if each.idx == at), None)
    return token is not None and token != denial.cue and not aside(token, content)


def tied(content: Word) -> frozenset[str]:
    """Return the clauses that are asides to some content: none where no comma is before them."""
    free = any(
        kid.dep_ == "relcl" and kid.left_edge.i and kid.left_edge.nbor(-1).is_punct
        for kid in content.children
    )
    return ASIDE if free else frozenset()


def aside(token: Word, content: Word) -> bool:
    """Tell whether a word stands in a relative clause below some content: "..., which X did"."""
    while token not in {content, token.head}:
        if token.dep_ == "relcl":
            return True
        token = token.head
    return False


def as_denied(mention: Mention, who: Side) -> Mention:
    """Return a mention as denied."""
    by = who.actors[0] if who else mention.according_to
    return msgspec.structs.replace(mention, status="denied", according_to=by, historical=False)


def made(denial: Denial, who: Side, page: Page) -> list[Mention]:
    """Make the mention of a denied act that no mention tells of."""
    frame = deed_of(denial.content) or open_frame(denial.content)
    doer = page.resolver.source(frame) or who
    if len(doer.states()) != 1:
        return []
    target = victim(frame, denial, doer, page)
    if not target.states() - doer.states():
        return []
    rules = [*frame.rules, f"denied: {denial.cue.text}"]
    if not frame.root:
        frame.root, score = typed(denial.content, doer, target, DEEDS)
        rules.append(why(score))
        if "cyber" in contexts_of(denial.cue.sent):
            frame.root, frame.mode = CYBER
        elif score < NO_DEED:
            return []
    elif on_computers(frame.root, frame):
        frame.root, frame.mode = CYBER
    verdict = Verdict(frame.root, frame.mode, "denied", rules)
    sides = Sides(doer, target, recip=False)
    return [as_denied(part, who) for part in build(frame, verdict, modality(frame), sides, page)]


def deed_of(content: Word) -> Frame | None:
    """Return the first material deed that the rules find in what is denied."""
    for token in (content, *(each for each in content.subtree if each != content)):
        if aside(token, content):
            continue
        frame = None
        if token.pos_ in {"VERB", "AUX"}:
            frame = verb_frame(token)
        elif token.pos_ in {"NOUN", "PROPN"}:
            rule = noun_rule(token)
            frame = noun_frame(token, rule) if rule is not None else None
        if frame is not None and frame.root and lexicon.quads()[frame.root] in MATERIAL:
            return frame
    return None


def open_frame(content: Word) -> Frame:
    """Return the frame of an act that no rule names."""
    args = arguments(content)
    return Frame(
        head=content, words=[content], root="", mode="", rules=["no rule"],
        source=args.subj, target=filled(slots(None, args)), noun=content.pos_ == "NOUN",
        sourced=bool(args.subj), clause=args.clause,
    )  # fmt: skip


def victim(frame: Frame, denial: Denial, doer: Side, page: Page) -> Side:
    """Return to whom the denied act would have been done: the other state that the words name."""
    found = page.resolver.target(frame, doer, deed=True)
    if found.states() - doer.states():
        return found
    found = within([denial.content], doer, page, ASIDE, lands=True)
    found = found or within([denial.content], doer, page, tied(denial.content), lands=True)
    if found:
        return found
    # "Denied massing troops on Peru's border": the parse hangs the border on the verb.
    around = [noun for prep, noun in prepositions(denial.cue) if prep in NEAR]
    found = within(around, doer, page, ASIDE, lands=False)
    if found:
        return found
    # "Dismissed Quito's allegation that it had armed the rebels".
    claim = denial.content.head
    return within([claim], doer, page, CLAUSES, lands=False) if claim.pos_ == "NOUN" else found
