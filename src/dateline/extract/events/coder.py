"""Events of a report: frames with their actors, status, time and place become mentions."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Slice

from dateline.extract.base import PlaceRef, Ref, sentence_span, span_of
from dateline.extract.events import incidents, lexicon
from dateline.extract.events.background import is_background
from dateline.extract.events.blockers import Blocks, blocks_of, is_score, off_topic
from dateline.extract.events.contexts import contexts_of
from dateline.extract.events.decide import Verdict, decide, digital, diplomatic
from dateline.extract.events.details import details
from dateline.extract.events.discourse import ADDRESSED, Talk, points_back
from dateline.extract.events.frames import Frame, find_frames
from dateline.extract.events.places import land_of, place_of
from dateline.extract.events.resolve import Resolver, Side, belongs, side
from dateline.extract.events.status import Modality, modality
from dateline.extract.statements import StatementIndex, cue_class
from dateline.extract.times import mention_time
from dateline.model import Actor, Mention, Reason, Report, Span, Statement, Time, mention_id

# Types that are events although nobody is named as their target: words, said to the world.
SAID = frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST"})
OFFICIAL = frozenset({"GOV", "LEG"})
# Deeds that it is an accusation to tell of another state.
DEEDS = frozenset({"COERCE", "ASSAULT"})
ALLEGE = ("ACCUSE", "allege")
# Roles whose words, said to nobody that is known, are no matter between states.
PRIVATE = frozenset({"BUS", "CVL", "JRN", "EDU", "MED", "LAB", "JUD", "REF"})
VISIT = ("CONSULT", "visit")
# Slots whose noun phrase names the target, known or not.
NAMED = frozenset({"obj", "iobj", "against", "on", "to", "into", "clause", "with", "at", "of"})
# Roles that do no violence for a state: schools, press, doctors, business.
PEACEFUL = frozenset({"EDU", "JRN", "MED", "BUS", "SOC"})
MATERIAL = frozenset({2, 4})
CONFLICT = 4


@dataclass(slots=True)
class Page:
    """All that is known of a report when its events are read."""

    doc: Doc
    report: Report
    resolver: Resolver
    places: Sequence[PlaceRef]
    times: list[Time]
    statements: StatementIndex
    talk: Talk


@dataclass(slots=True)
class Sides:
    """The two sides of an act."""

    source: Side
    target: Side
    recip: bool


def sides_of(frame: Frame, verdict: Verdict, page: Page) -> Sides | None:
    """Find who acts on whom; None where the record has no place for it."""
    resolver = page.resolver
    source = resolver.source(frame)
    if frame.recip:
        both = resolver.both(frame, source)
        if len(both.states()) > 1:
            return Sides(both, both, recip=True)
        if frame.root == "CONSULT":
            return None
    peaceful = all(actor.role in PEACEFUL for actor in source.actors)
    if not source or (verdict.root == "ASSAULT" and peaceful):
        return None
    deed = lexicon.quads()[verdict.root] in MATERIAL
    target = resolver.target(frame, source, deed=deed)
    if not target and (deed or (verdict.root, verdict.mode) == VISIT):
        target = side(land_of(frame, page.places))
    if not target and verdict.root == "AGREE" and len(source.states()) > 1:
        return Sides(source, source, recip=True)
    if target.states() and target.states() <= source.states():
        return None
    return Sides(source, target, recip=False)


def mentions_of(frame: Frame, blocks: Blocks, page: Page) -> list[Mention]:
    """Make the mentions of a frame: the act, and the accusation that telling it may be."""
    seen = modality(frame)
    verdict = digital(decide(frame, seen), frame, contexts_of(frame.head.sent))
    if verdict.root == "PROTEST" and page.resolver.is_state(frame.source):
        verdict = diplomatic(verdict)
    if not told(frame, verdict, seen, blocks):
        return []
    sides = sides_of(frame, verdict, page)
    if sides is None:
        return []
    if all(actor.role == "CRM" and actor.country is None for actor in sides.source.actors):
        verdict = digital(verdict, frame, ("cyber",))
    kept = bool(sides.target)
    if not kept and "aimed" not in frame.flags:
        if verdict.root == "THREATEN" or (verdict.root, verdict.mode) == ALLEGE:
            sides.target = page.resolver.spoken_of(
                seen.condition, sides.source
            ) or page.resolver.after(frame.head, sides.source)
        sides.target = sides.target or page.talk.addressee(frame, verdict, sides.source)
        kept = reached(frame, verdict, sides.target) or stands_alone(frame, verdict, sides.source)
    if not kept and verdict.root not in DEEDS:
        return []
    mention = incidents.completed(build(frame, verdict, seen, sides, page))
    more = [*attribution(mention, frame, page), *incidents.claimed(mention)]
    page.talk.note(verdict, sides.source, sides.target)
    kept = kept or bool(mention.target)
    return [mention, *more] if kept else more


def reached(frame: Frame, verdict: Verdict, target: Side) -> bool:
    """Tell whether a target that the discourse gave makes an event of an act."""
    return bool(target) and (points_back(frame) or (verdict.root in ADDRESSED and not frame.noun))


def stands_alone(frame: Frame, verdict: Verdict, source: Side) -> bool:
    """Tell whether an act without a known target is an event: words that say what they are about.

    "Refused to speak of it" is none; "refused to meet", "rejected the proposal" are.
    """
    private = all(actor.role in PRIVATE for actor in source.actors)
    if frame.noun or private or verdict.root not in SAID:
        return False
    return verdict.root != "REJECT" or frame.op == "deny" or about(frame) is not None


def about(frame: Frame) -> Token | None:
    """Return what a refusal refuses: an act, or a proposal, demand, accusation."""
    if frame.inner is not None:
        return frame.inner.head
    proposals = lexicon.classes()["proposals"]
    return next(
        (t for slot in frame.target for t in slot.tokens if t.lemma_.lower() in proposals), None
    )


def told(frame: Frame, verdict: Verdict, seen: Modality, blocks: Blocks) -> bool:
    """Tell whether a frame is an act that the record keeps, whoever does it.

    What is only asked for is not told beside the asking, nor is a word, of which somebody is
    accused; a deed, of which somebody is accused, is told as the accuser's claim.
    """
    if not verdict.root or any(blocks.covers(word) for word in frame.words):
        return False
    beside = frame.noun and ("light" in frame.flags or frame.head.dep_ == "attr")
    if beside or seen.governor == "asked":
        return False
    if verdict.status == "negated" and frame.op in {"plan", "vow"}:
        return False
    if verdict.root == "ASSAULT" and is_score(frame.head.sent):
        return False
    return seen.governor != "alleged" or lexicon.quads()[verdict.root] == CONFLICT


def build(frame: Frame, verdict: Verdict, seen: Modality, sides: Sides, page: Page) -> Mention:
    """Put all that is known of an act into a mention."""
    doc, report = page.doc, page.report
    sent = frame.head.sent
    when = time_of(frame, verdict, page)
    said = page.statements.at(frame.head.i)
    source, target = ordered(sides)
    evidence = sentence_span(frame.head, report.id)
    codes = tuple(actor.code for actor in (*source, *target))
    return Mention(
        id=mention_id(evidence, frame.head.idx, verdict.root, codes),
        event_type=verdict.root,
        mode=verdict.mode,
        contexts=contexts_of(sent, frame.contexts),
        quad=lexicon.quads()[verdict.root],
        intensity=lexicon.intensity(verdict.root, verdict.mode),
        status=verdict.status,
        reasons=reasons(frame, verdict),
        source=source,
        target=target,
        reciprocal=sides.recip,
        historical=is_background(when, report.published),
        source_spans=spans(sides.source, doc, report.id),
        target_spans=spans(sides.target, doc, report.id) or unresolved(frame, doc, report.id),
        action_spans=tuple(
            span_of(doc, report.id, word.i, word.i + 1)
            for word in sorted(set(frame.words), key=lambda word: word.i)
        ),
        time=when,
        place=place_of(frame, page.places),
        according_to=said.speaker if said else None,
        details=details(frame, seen, verdict.root, page.times, report.id),
        evidence=evidence,
    )


def reasons(frame: Frame, verdict: Verdict) -> tuple[Reason, ...]:
    """Say which words and which rules decided."""
    return (
        Reason(feature="words", detail=" ".join(word.text for word in frame.words)),
        Reason(feature="rules", detail="; ".join(verdict.rules)),
    )


def ordered(sides: Sides) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Return source and target; both sides in code order in both where there is no direction."""
    if sides.recip:
        both = tuple(sorted(sides.source.actors, key=lambda actor: actor.code))
        return both, both
    return sides.source.actors, sides.target.actors


def spans(side: Side, doc: Doc, report_id: str) -> tuple[Span, ...]:
    """Return where the text names a side, in text order."""
    return tuple(sorted({span_of(doc, report_id, ref.start, ref.end) for ref in side.refs}))


def unresolved(frame: Frame, doc: Doc, report_id: str) -> tuple[Span, ...]:
    """Return where the text names a target that is no known actor: its noun phrase."""
    for slot in frame.target:
        if slot.name in NAMED and slot.tokens[0].pos_ in {"NOUN", "PROPN"}:
            head = slot.tokens[0]
            return (span_of(doc, report_id, head.left_edge.i, head.right_edge.i + 1),)
    return ()


def time_of(frame: Frame, verdict: Verdict, page: Page) -> Time | None:
    """Date an act."""
    return mention_time(page.doc, frame.head.i, page.times, page.report.published, verdict.status)


def distinct(mentions: list[Mention]) -> list[Mention]:
    """Keep one mention of the same type and sides per sentence, the first with the most said."""
    kept: dict[tuple[object, ...], Mention] = {}
    for mention in mentions:
        key = (
            mention.evidence, mention.event_type, mention.status,
            # Two things agreed on in one sentence are two agreements.
            mention.action_spans if mention.event_type == "AGREE" else (),
            tuple(sorted(actor.code for actor in mention.source)),
            tuple(sorted(actor.code for actor in mention.target)),
        )  # fmt: skip
        kept.setdefault(key, mention)
    return list(kept.values())


def sentence_mentions(sent: Slice, blocks: Blocks, page: Page) -> list[Mention]:
    """Return the mentions of one sentence."""
    return [mention for frame in find_frames(sent) for mention in mentions_of(frame, blocks, page)]


def attribution(mention: Mention, frame: Frame, page: Page) -> list[Mention]:
    """Return the accusation that telling another's deed is: "Lima said Quito had shelled it"."""
    said = page.statements.at(frame.head.i)
    if (
        said is None or said.speaker is None or not said.speaker.country or not said.cue_spans
        or mention.quad != CONFLICT or mention.status not in {"happened", "ongoing"}
        or mention.event_type not in DEEDS or mention.reciprocal
    ):  # fmt: skip
        return []
    speaker = said.speaker
    sides = {belongs(actor) for actor in mention.source}
    if speaker.country in sides or cue_class(said.cue) in {"deny", "accuse"}:
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
                              page.report.published, "happened"),
        )
    ]  # fmt: skip


def cue_token(cue: Span, doc: Doc) -> int:
    """Return the index of a cue's first token."""
    found = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    return found.start if found is not None else 0


def find(
    doc: Doc,
    refs: Sequence[Ref],
    places: Sequence[PlaceRef],
    times: Sequence[Time],
    statements: Sequence[Statement],
    report: Report,
) -> list[Mention]:
    """Find the events that a parsed report tells, in text order.

    Each mention rests on one sentence (`evidence`); its `reasons` name the words and the rules of
    `data/plover/` that decided. Events within one state are left out. Words for sport, markets,
    weather and film block a sentence (several: all sentences) unless an official is named in it.
    """
    index = StatementIndex(doc, statements)
    page = Page(
        doc=doc,
        report=report,
        resolver=Resolver(refs, index),
        places=places,
        times=list(times),
        statements=index,
        talk=Talk(),
    )
    officials = {
        i for ref in refs if any(a.role in OFFICIAL for a in ref.actors)
        for i in range(ref.start, ref.end)
    }  # fmt: skip
    sents = list(doc.sents)
    blocks = [blocks_of(sent) for sent in sents]
    topic = off_topic(blocks)
    mentions: list[Mention] = []
    for number, (sent, block) in enumerate(zip(sents, blocks, strict=True)):
        page.talk.sentence = number
        named = [ref for ref in map(page.resolver.at, sent) if ref is not None]
        blocked = bool(topic or block.sentence)
        if named and not (blocked and officials.isdisjoint(range(sent.start, sent.end))):
            mentions += sentence_mentions(sent, block, page)
        page.talk.name(actor for ref in named for actor in ref.actors)
    return distinct(page.talk.completed(mentions))
