"""`code`: what a sentence says one given actor did to another."""

from spacy.tokens import Doc, Token

from dateline.extract.events import lexicon
from dateline.extract.events.contexts import contexts_of
from dateline.extract.events.decide import Verdict, decide, digital
from dateline.extract.events.frame import Frame
from dateline.extract.events.frames import find_frames
from dateline.extract.events.status import modality
from dateline.model import Coding, Reason

# Fit at which a frame holds at least one of the two actors.
LINKED = 2.0


def positions(doc: Doc, words: str) -> list[tuple[int, int]]:
    """Return the token spans of some words wherever they stand in the text."""
    words = words.strip()
    found: list[tuple[int, int]] = []
    start = doc.text.find(words) if words else -1
    while start >= 0:
        span = doc.char_span(start, start + len(words), alignment_mode="expand")
        if span is not None and len(span):
            found.append((span.start, span.end))
        start = doc.text.find(words, start + 1)
    return found


def inside(token: Token, spans: list[tuple[int, int]]) -> bool:
    """Tell whether a token lies in one of the spans."""
    return any(start <= token.i < end for start, end in spans)


def names(token: Token, spans: list[tuple[int, int]]) -> bool:
    """Tell whether an argument names an actor: itself, or a noun phrase that holds it."""
    if inside(token, spans):
        return True
    left, right = token.left_edge.i, token.right_edge.i
    return any(left <= start and end <= right + 1 for start, end in spans)


def score(frame: Frame, source: list[tuple[int, int]], target: list[tuple[int, int]]) -> float:
    """Say how well a frame joins the two given actors; higher is better.

    Direct arguments weigh most, then being the same phrase, then nearness.
    """
    points = 0.0
    if any(inside(token, source) for token in frame.source):
        points += 4
    elif any(names(token, source) for token in frame.source):
        points += 2.5
    flat = [token for slot in frame.target for token in slot.tokens]
    if any(inside(token, target) for token in flat):
        points += 3
    elif any(names(token, target) for token in flat):
        points += 2
    elif names(frame.head, target):
        points += 1
    if frame.recip and any(inside(token, target) for token in frame.source):
        points += 2
    if inside(frame.head, source) or inside(frame.head, target):
        points -= 3
    if any(inside(token, target) for token in frame.source) and not frame.recip:
        points -= 1
    if frame.noun and points < LINKED:
        points -= 1
    depth = sum(1 for _ in frame.head.ancestors)
    return points + 0.01 * frame.strength - 0.15 * depth


def choose(doc: Doc, source: str, target: str) -> tuple[Frame, float] | None:
    """Return the frame that best joins the two actors, and its score."""
    sources, targets = positions(doc, source), positions(doc, target)
    best: tuple[Frame, float] | None = None
    for sent in doc.sents:
        for frame in find_frames(sent):
            points = score(frame, sources, targets)
            if best is None or points > best[1]:
                best = (frame, points)
    return best


def code_doc(doc: Doc, source: str, target: str) -> Coding:
    """Code a parsed sentence for two given actors."""
    chosen = choose(doc, source, target)
    if chosen is None:
        return Coding(event_type="", reasons=(Reason(feature="no event", detail="no rule met"),))
    frame, points = chosen
    verdict = digital(decide(frame, modality(frame)), frame, contexts_of(frame.head.sent))
    return coding(verdict, frame, points)


def code(sentence: str, source: str, target: str) -> Coding:
    """Code a sentence for two actors, given in their own words as they stand in it.

    `event_type` is empty where no rule of the lexicon meets the sentence.
    """
    from dateline.parse import parser

    english = parser("en")
    if english is None:
        return Coding(event_type="")
    return code_doc(english.parse(sentence), source, target)


def coding(verdict: Verdict, frame: Frame, points: float) -> Coding:
    """Put a verdict into a Coding."""
    words = " ".join(word.text for word in frame.words)
    return Coding(
        event_type=verdict.root,
        mode=verdict.mode,
        contexts=contexts_of(frame.head.sent, (*frame.contexts,)),
        quad=lexicon.quads()[verdict.root],
        intensity=lexicon.intensity(verdict.root, verdict.mode),
        status=verdict.status,
        reasons=(
            Reason(feature="words", detail=words),
            Reason(feature="rules", detail="; ".join(verdict.rules)),
            Reason(feature="actors", detail="fit of the two given actors", weight=round(points, 2)),
        ),
    )
