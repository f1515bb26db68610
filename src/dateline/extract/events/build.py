"""Put all that is known of an act into a mention."""

from collections.abc import Sequence

import msgspec

from dateline.extract.base import sentence_span, span_of
from dateline.extract.events import lexicon
from dateline.extract.events.about import Topic, about
from dateline.extract.events.attribution import claimant
from dateline.extract.events.background import is_background, long_ago
from dateline.extract.events.contexts import contexts_of
from dateline.extract.events.decide import Verdict
from dateline.extract.events.details import details
from dateline.extract.events.frame import Frame
from dateline.extract.events.page import Page
from dateline.extract.events.places import place_of
from dateline.extract.events.resolve import Side
from dateline.extract.events.sides import Sides, unresolved
from dateline.extract.events.status import Modality
from dateline.extract.times import mention_time, tie_of
from dateline.model import Actor, Detail, Mention, Reason, Span, Time, mention_id
from dateline.parse.words import Parsed


def build(
    frame: Frame, verdict: Verdict, seen: Modality, sides: Sides, page: Page
) -> list[Mention]:
    """Put all that is known of an act into a mention; one for each thing that is agreed on."""
    things = about(frame, verdict, page.resolver)
    mention = whole(frame, verdict, seen, sides, things, page)
    if not things:
        return [mention]
    return [part(mention, thing, page, first=n == 0) for n, thing in enumerate(things)]


def part(mention: Mention, thing: Topic, page: Page, *, first: bool) -> Mention:
    """Return a mention as one that is about a certain thing."""
    doc, report = page.doc, page.report
    span = span_of(doc, report.id, thing.first, thing.last)
    topic = Detail(field="about", value=report.text[span.start : span.end], span=span)
    known = msgspec.structs.replace(mention, details=(*mention.details, topic))
    if first:
        return known
    codes = tuple(actor.code for actor in (*mention.source, *mention.target))
    at = thing.head
    return msgspec.structs.replace(
        known,
        id=mention_id(mention.evidence, at.idx, mention.event_type, codes),
        action_spans=(*mention.action_spans, span_of(doc, report.id, at.i, at.i + 1)),
    )


def whole(
    frame: Frame,
    verdict: Verdict,
    seen: Modality,
    sides: Sides,
    things: Sequence[Topic],
    page: Page,
) -> Mention:
    """Return the mention of an act with all the things that it is about."""
    doc, report = page.doc, page.report
    sent = frame.head.sent
    when = time_of(frame, verdict, page)
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
        historical=is_background(when, report.published) or long_ago(frame.head),
        source_spans=spans(sides.source, page),
        target_spans=spans(sides.target, page) or phrase(frame, sides, doc, report.id),
        action_spans=tuple(
            span_of(doc, report.id, word.i, word.i + 1)
            for word in sorted(set(frame.words), key=lambda word: word.i)
        ),
        time=when,
        tie=tie_of(doc, frame.head.i, page.times, when),
        place=place_of(frame, page.places),
        according_to=claimant(frame.head.i, page),
        details=details(frame, seen, verdict.root, things, page.times, report.id),
        scope=sides.scope,
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


def spans(side: Side, page: Page) -> tuple[Span, ...]:
    """Return where a sentence names a side, in text order: what a pronoun stands for as well."""
    refs = [each for ref in side.refs for each in page.resolver.named_beside(ref, page.doc)]
    return tuple(sorted({span_of(page.doc, page.report.id, ref.start, ref.end) for ref in refs}))


def phrase(frame: Frame, sides: Sides, doc: Parsed, report_id: str) -> tuple[Span, ...]:
    """Return where the text names a target that is no known actor: its noun phrase."""
    head = sides.described or unresolved(frame)
    if head is None:
        return ()
    return (span_of(doc, report_id, head.left_edge.i, head.right_edge.i + 1),)


def time_of(frame: Frame, verdict: Verdict, page: Page) -> Time | None:
    """Date an act."""
    report = page.report
    return mention_time(
        page.doc, frame.head.i, page.times, report.published, verdict.status, report.id
    )
