"""Events of a report: frames with their actors, status, time and place become mentions."""

from collections.abc import Sequence

from spacy.tokens import Doc

from dateline.extract.actors.titles import title_of
from dateline.extract.base import PlaceRef, Ref
from dateline.extract.events import incidents, lexicon
from dateline.extract.events.aside import aside
from dateline.extract.events.attribution import DEEDS, attribution
from dateline.extract.events.blockers import Blocks, blocks_of, is_score, off_topic
from dateline.extract.events.build import build
from dateline.extract.events.contexts import contexts_of
from dateline.extract.events.decide import Verdict, decide, digital, diplomatic, phoned, together
from dateline.extract.events.denied import denied, own_denials
from dateline.extract.events.discourse import Talk
from dateline.extract.events.frame import Frame
from dateline.extract.events.frames import find_frames
from dateline.extract.events.nouns import answered
from dateline.extract.events.page import Page
from dateline.extract.events.propose import proposed
from dateline.extract.events.resolve import Resolver
from dateline.extract.events.sides import Sides, addressed, sides_of
from dateline.extract.events.status import Modality, modality, settled
from dateline.extract.events.terms import with_terms
from dateline.extract.events.to_come import to_come
from dateline.extract.events.unnamed import unnamed
from dateline.extract.statements import StatementIndex
from dateline.model import Actor, Mention, Report, Statement, Time
from dateline.parse.words import Parsed, Slice, Word

OFFICIAL = frozenset({"GOV", "LEG"})
# How a reference names somebody, not merely "two presidents" or "he".
NAMING = frozenset({"name", "title", "office", "demonym"})
CONFLICT = 4
# What firms do by the way of business, and states only by that of politics.
BUSINESS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REJECT"})
# Contexts in which one state may crush another in earnest.
WARLIKE = frozenset({"military", "nuclear", "cbrn", "terrorism", "territory", "peacekeeping"})
# What states do to each other in words that are no figure of speech, by the domain of a blocker.
TRADED = frozenset({"SANCTION", "AGREE"})
MEANT = {
    "weather": TRADED | {"AID", "CONSULT", "SUPPORT", "REQUEST"},
    "nature": frozenset({"SANCTION", "RETREAT", "COERCE"}),
    "film": frozenset({"SANCTION"}),
    "sport": frozenset({"SANCTION", "AID", "COERCE"}),
}
HABITS = frozenset({"seldom", "rarely", "whenever"})


def mentions_of(frame: Frame, blocks: Blocks, page: Page) -> list[Mention]:
    """Make the mentions of a frame: the act, and the accusation that telling it may be."""
    seen = modality(frame)
    verdict = decide(frame, seen)
    verdict = phoned(digital(verdict, frame), frame)
    if verdict.root == "PROTEST" and page.resolver.is_state(frame.source):
        verdict = diplomatic(verdict, frame)
    if verdict.root == "MOBILIZE" and len(page.resolver.source(frame).states()) > 1:
        verdict = together(verdict, frame)
    if not told(frame, verdict, seen, blocks):
        return []
    sides = sides_of(frame, verdict, seen, page)
    if sides is None:
        return apart_from_states(frame, verdict, seen, page)
    if (verdict.root == "ASSAULT" and figurative(frame, sides)) or trade_alone(verdict, sides):
        return []
    if all(actor.role == "CRM" and actor.country is None for actor in sides.source.actors):
        verdict = digital(verdict, frame, hackers=True)
    kept = bool(sides.target) or addressed(frame, verdict, seen, sides, page)
    beside = [] if kept else apart_from_states(frame, verdict, seen, page)
    if not kept and verdict.root not in DEEDS:
        return beside
    parts = [
        settled(incidents.completed(part, page.report.published))
        for part in build(frame, verdict, seen, sides, page)
    ]
    mention = parts[0]
    more = [
        *attribution(mention, frame, seen, page),
        *incidents.claimed(mention, page.report.published),
    ]
    page.talk.note(frame, verdict, sides.source, sides.target)
    kept = kept or bool(mention.target)
    return [*parts, *more] if kept else [*beside, *more]


def apart_from_states(frame: Frame, verdict: Verdict, seen: Modality, page: Page) -> list[Mention]:
    """Make the mentions of an act that is not between states."""
    sides = aside(frame, verdict, page)
    if sides is None:
        return []
    return [settled(part) for part in build(frame, verdict, seen, sides, page)]


def told(frame: Frame, verdict: Verdict, seen: Modality, blocks: Blocks) -> bool:
    """Tell whether a frame is an act that the record keeps, whoever does it.

    What is only asked for is not told beside the asking, nor is a word, of which somebody is
    accused; a deed, of which somebody is accused, is told as the accuser's claim.
    """
    if not verdict.root or any(blocks.covers(word) for word in frame.words):
        return False
    light = "light" in frame.flags and not answered(frame)
    beside = frame.noun and (light or frame.head.dep_ == "attr")
    past = verdict.root == "AGREE" and held_since(frame)
    if beside or past or unmet(frame) or seen.governor == "asked":
        return False
    if (verdict.status == "negated" and frame.op in {"plan", "vow"}) or warned_against(frame):
        return False
    if frame.noun and verdict.root in DEEDS and (written_of(frame.head) or imagined(frame.head)):
        return False
    if verdict.root == "ASSAULT" and is_score(frame.head.sent):
        return False
    return seen.governor != "alleged" or lexicon.quads()[verdict.root] == CONFLICT


def warned_against(frame: Frame) -> bool:
    """Tell whether an act is what others are warned not to do: "warned Peru against landing"."""
    head = frame.head
    return not frame.noun and head.dep_ == "pcomp" and head.head.lower_ == "against"


def trade_alone(verdict: Verdict, sides: Sides) -> bool:
    """Tell whether firms make plans among themselves: a route, a purchase, a sponsor."""
    officials = any(actor.role in OFFICIAL for actor in sides.target.actors)
    firms = all(actor.role == "BUS" for actor in sides.source.actors)
    return verdict.root in BUSINESS and firms and not officials


def figurative(frame: Frame, sides: Sides) -> bool:
    """Tell whether one state "crushed" another as teams do: nothing in the sentence is of war."""
    words = frame.head.lemma_.lower() in lexicon.classes()["figures"]
    plain = all(not actor.role for actor in (*sides.source.actors, *sides.target.actors))
    if not words or not plain or not sides.target:
        return False
    armed = (
        lexicon.classes()["soldiers"] | lexicon.classes()["missiles"] | lexicon.classes()["weapons"]
    )
    if any(word.lemma_.lower() in armed for word in frame.head.sent):
        return False
    return not WARLIKE & set(contexts_of(frame.head.sent))


def written_of(noun: Word) -> bool:
    """Tell whether a deed is only the subject of an inquiry, a report, a film or a fear."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in {"on", "into", "about", "of"}:
        return False
    classes = lexicon.classes()
    kinds = classes["inquiries"] | classes["documents"] | classes["unsure"]
    return prep.head.lemma_.lower() in kinds


def unmet(frame: Frame) -> bool:
    """Tell whether an act is a habit or a tale: "seldom fight", "in which a king invades ..."."""
    verb = frame.head
    if any(child.lower_ in HABITS for child in verb.children):
        return True
    present = verb.tag_ in {"VBZ", "VBP"}
    if present and any(
        each.lower_ == "every"
        for child in verb.children
        if child.i > verb.i
        for each in (*child.children, *(g for c in child.children for g in c.children))
    ):
        return True
    return (
        verb.dep_ == "relcl"
        and verb.tag_ in {"VBZ", "VBP"}
        and any(
            child.dep_ == "prep" and child.lower_ == "in"
            and any(noun.lower_ == "which" for noun in child.children)
            for child in verb.children
        )
    )  # fmt: skip


def held_since(frame: Frame) -> bool:
    """Tell whether what was planned took place: "Planned for an hour, the talks lasted two"."""
    head = frame.head
    return (
        frame.op != "stop" and head.dep_ == "advcl" and head.tag_ == "VBN"
        and head.head.tag_ == "VBD" and frame.words[-1].dep_ == "nsubj"
        and frame.words[-1].head == head.head
    )  # fmt: skip


def imagined(noun: Word) -> bool:
    """Tell whether a deed is one to come: "a possible attack", "will not aid an attack"."""
    if any(child.lower_ in lexicon.classes()["to_come"] for child in noun.children):
        return True
    if not any(child.lower_ in {"a", "an"} for child in noun.children):
        return False
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)


def apart(mention: Mention) -> tuple[object, ...]:
    """Return what tells an agreement from another one of the same sentence."""
    about = tuple(detail.value for detail in mention.details if detail.field == "about")
    return about, None if mention.time is None else mention.time.edtf


def distinct(mentions: list[Mention]) -> list[Mention]:
    """Keep one mention of the same type and sides per sentence, the first with the most said."""
    kept: dict[tuple[object, ...], Mention] = {}
    for mention in mentions:
        key = (
            mention.evidence, mention.event_type, mention.status,
            # Two things agreed on in one sentence are two agreements.
            apart(mention) if mention.event_type == "AGREE" else (),
            tuple(sorted(actor.code for actor in mention.source)),
            tuple(sorted(actor.code for actor in mention.target)),
            mention.scope,
        )  # fmt: skip
        if key not in kept or says_more(mention, kept[key]):
            kept[key] = mention
    return list(kept.values())


def says_more(one: Mention, two: Mention) -> bool:
    """Tell whether only the first of two mentions says what it is about."""
    return told_about(one) and not told_about(two)


def told_about(mention: Mention) -> bool:
    """Tell whether a mention says what it is about."""
    return any(detail.field == "about" for detail in mention.details)


def sentence_mentions(sent: Slice, blocks: Blocks, page: Page) -> list[Mention]:
    """Return the mentions of one sentence."""
    frames = find_frames(sent)
    told = [each for frame in frames for each in mentions_of(frame, blocks, page)]
    if page.proposes:
        told += proposed(sent, frames, told, blocks, page)
    told = denied(sent, told, page)
    return to_come(own_denials([*told, *unnamed(sent, told, page)], page), page)


def political(told: list[Mention], domain: str) -> list[Mention]:
    """Return what may be meant in a sentence on weather, animals, food or teams.

    "After the typhoon, Peru sent tents to Samoa"; "Peru banned French cheese".
    """
    meant = MEANT.get(domain, frozenset())
    return [each for each in told if each.scope == "between" and each.event_type in meant]


def official(actor: Actor) -> bool:
    """Tell whether an actor is a known holder of an office, or a body: no king of an opera."""
    person = title_of(actor.name.split(" ", 1)[-1])
    return actor.role in OFFICIAL and (person is None or not person.person)


def find(
    parsed: Doc | Parsed,
    refs: Sequence[Ref],
    places: Sequence[PlaceRef],
    times: Sequence[Time],
    statements: Sequence[Statement],
    report: Report,
    *,
    proposes: bool = True,
) -> list[Mention]:
    """Find the events that a parsed report tells, in text order; `proposes`: see `Page`.

    Each mention rests on one sentence (`evidence`); its `reasons` name the words and the rules of
    `data/plover/` that decided. Their `scope` tells acts between states from those within one and
    those on somebody whom the text only describes, which are told where they are political: not
    crime, not what private people do to each other. Words for sport, markets, weather and film
    block a sentence (several: all sentences) unless an official is named in it.
    """
    doc = Parsed.of(parsed)
    index = StatementIndex(doc, statements)
    page = Page(
        doc=doc,
        report=report,
        resolver=Resolver(refs, index),
        places=places,
        times=list(times),
        statements=index,
        talk=Talk(),
        proposes=proposes,
    )
    teams = lexicon.classes()["teams"]
    officials = {
        i for ref in refs
        if ref.kind in NAMING and any(official(actor) for actor in ref.actors)
        and doc[ref.head].lower_ not in teams
        for i in range(ref.start, ref.end)
    }  # fmt: skip
    sents = doc.sents
    blocks = [blocks_of(sent) for sent in sents]
    topic = off_topic(blocks)
    mentions: list[Mention] = []
    for number, (sent, block) in enumerate(zip(sents, blocks, strict=True)):
        page.talk.sentence = number
        named = [ref for ref in map(page.resolver.at, sent) if ref is not None]
        blocked = topic or block.sentence
        open_ = not blocked or not officials.isdisjoint(range(sent.start, sent.end))
        if named and open_:
            mentions += sentence_mentions(sent, block, page)
        elif named and not topic:
            mentions += political(sentence_mentions(sent, block, page), block.sentence)
        page.talk.name(actor for ref in named for actor in ref.actors)
    return with_terms(distinct(page.talk.completed(mentions)), sents, times, report.id)
