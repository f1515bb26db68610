"""Telling another state's deed is to accuse it: "Lima said that Quito had shelled the town"."""

import msgspec

from dateline.extract.base import span_of
from dateline.extract.events import lexicon
from dateline.extract.events.args import set_beside
from dateline.extract.events.decide import CYBER, on_computers
from dateline.extract.events.frame import Frame
from dateline.extract.events.page import Page
from dateline.extract.events.resolve import belongs
from dateline.extract.events.status import Modality
from dateline.extract.statements import asserts, cue_class
from dateline.extract.times import mention_time
from dateline.model import Actor, Mention, Reason, Span, Statement, Time, mention_id
from dateline.parse.words import Parsed, Word

# Deeds that it is an accusation to tell of another state.
DEEDS = frozenset({"COERCE", "ASSAULT"})
# Statements within statements that are climbed, at most.
NESTED = 4
MATERIAL = frozenset({2, 4})
DONE = frozenset({"happened", "ongoing"})


def attribution(mention: Mention, frame: Frame, seen: Modality, page: Page) -> list[Mention]:
    """Return what telling a deed is: to tell another's accuses it, to say "we did not" denies."""
    refuted = denied(mention, frame, page)
    if refuted:
        return refuted
    said = page.statements.at(frame.head.i)
    if (
        said is None or said.speaker is None or not said.speaker.country or not said.cue_spans
        or mention.event_type not in DEEDS or mention.reciprocal or not asserts(said.cue)
    ):  # fmt: skip
        return []
    own = said.speaker.country in {belongs(actor) for actor in mention.source}
    ahead = seen.future or seen.would
    if own and mention.status == "negated" and mention.target and not ahead:
        return [uttered(mention, said, ("REJECT", ""), mention.target, page)]
    if own or mention.status not in DONE or cue_class(said.cue) == "accuse":
        return []
    return [uttered(mention, said, ("ACCUSE", "allege"), mention.source, page)]


def denied(mention: Mention, frame: Frame, page: Page) -> list[Mention]:
    """Return the act that a denial is about, by him who is said to have done it: denied."""
    inner = frame.inner
    if mention.event_type != "REJECT" or frame.op != "deny" or inner is None or not mention.source:
        return []
    if lexicon.quads().get(inner.root) not in MATERIAL:
        return []
    root, mode = CYBER if on_computers(inner.root, inner) else (inner.root, inner.mode)
    doer = page.resolver.source(inner) or page.resolver.source(frame)
    codes = tuple(actor.code for actor in (*doer.actors, *mention.target))
    return [msgspec.structs.replace(
        mention,
        id=mention_id(mention.evidence, inner.head.idx, root, codes),
        event_type=root, mode=mode, quad=lexicon.quads()[root],
        intensity=lexicon.intensity(root, mode), status="denied",
        reasons=(Reason(feature="words", detail=" ".join(word.text for word in inner.words)),
                 Reason(feature="rules", detail=f"denied by {mention.source[0].code}")),
        source=doer.actors,
        source_spans=tuple(sorted({span_of(page.doc, page.report.id, ref.start, ref.end)
                                   for ref in doer.refs})),
        action_spans=tuple(span_of(page.doc, page.report.id, word.i, word.i + 1)
                           for word in sorted(set(inner.words), key=lambda word: word.i)),
        according_to=mention.source[0], time=day_of(inner, mention, page),
    )]  # fmt: skip


def day_of(inner: Frame, mention: Mention, page: Page) -> Time | None:
    """Return when a denied act is said to have been: its own time in the sentence, if any."""
    report = page.report
    found = mention_time(
        page.doc, inner.head.i, page.times, report.published, "happened", report.id
    )
    if found is None or found.basis == "publication":
        return mention.time
    sentence = mention.evidence
    return found if sentence.start <= found.span.start < sentence.end else mention.time


def uttered(
    mention: Mention,
    said: Statement,
    act: tuple[str, str],
    target: tuple[Actor, ...],
    page: Page,
) -> Mention:
    """Return what a speaker does by telling of a deed."""
    root, mode = act
    speaker = said.speaker
    codes = (speaker.code if speaker else "", *(actor.code for actor in target))
    denies = root == "REJECT"
    did = "its own side did no" if denies else "another did"
    cue = cue_token(said.cue_spans[0], page.doc)
    return msgspec.structs.replace(
        mention,
        id=mention_id(mention.evidence, said.cue_spans[0].start, root, codes),
        event_type=root, mode=mode, quad=lexicon.quads()[root],
        intensity=lexicon.intensity(root, mode), status="happened",
        reasons=(Reason(feature="words", detail=said.cue),
                 Reason(feature="rules", detail=f"says that {did} {mention.event_type}")),
        source=(speaker,) if speaker else (), source_spans=said.speaker_spans,
        target=target, target_spans=mention.target_spans if denies else mention.source_spans,
        action_spans=said.cue_spans, according_to=None, historical=False,
        time=mention_time(page.doc, cue, page.times, page.report.published, "happened",
                          page.report.id),
    )  # fmt: skip


def apart(token: Word) -> bool:
    """Tell whether a word stands in a sentence of its own, set beside another by a semicolon."""
    return any(set_beside(each) for each in (token, *token.ancestors))


def claimant(token: int, page: Page) -> Actor | None:
    """Return whose claim a word's act is: the speaker of the nearest words that put it forward.

    What is agreed on, asked for or promised is nobody's claim, nor is it the asker's that it
    happened; a denial is the denier's.
    """
    said = page.statements.at(token)
    if said is not None and cue_class(said.cue) == "accuse" and page.doc[token].dep_ == "relcl":
        # "Accused Peru of theft, which Lima denied": the report tells of the denial.
        return None
    if said is not None and cue_class(said.cue) == "deny" and apart(page.doc[token]):
        return None
    for _ in range(NESTED):
        if said is None or asserts(said.cue) or cue_class(said.cue) == "deny":
            return said.speaker if said is not None else None
        if not said.cue_spans:
            return None
        said = page.statements.at(cue_token(said.cue_spans[0], page.doc))
    return None


def cue_token(cue: Span, doc: Parsed) -> int:
    """Return the index of a cue's first token."""
    found = doc.char_span(cue.start, cue.end)
    return found.start if found is not None else 0
