"""`code`: what a sentence says one given actor did to another."""

from spacy.tokens import Doc

from dateline.extract.events import lexicon
from dateline.extract.events.classify import Candidate, Choice, features, view, weights
from dateline.extract.events.contexts import contexts_of
from dateline.extract.events.decide import decide, digital
from dateline.extract.events.frame import Frame
from dateline.extract.events.frames import find_frames
from dateline.extract.events.status import modality
from dateline.model import Coding, Reason
from dateline.parse.words import Parsed, Word

Where = tuple[int, int]
UNMET = Reason(feature="no event", detail="no rule met")
# With no rule met, the score from which the classifier is believed: of our own sentences with no
# rule met and no event, 10 in 100 reach it (-.3: 20, -.1: 6).
SURE = -0.2
# Fit at which a frame holds at least one of the two actors.
LINKED = 2.0


def positions(doc: Parsed, words: str) -> list[Where]:
    """Return the token spans of some words wherever they stand in the text."""
    words = words.strip()
    found: list[Where] = []
    start = doc.text.find(words) if words else -1
    while start >= 0:
        span = doc.char_span(start, start + len(words))
        if span is not None and len(span):
            found.append((span.start, span.end))
        start = doc.text.find(words, start + 1)
    return found


def inside(token: Word, spans: list[Where]) -> bool:
    """Tell whether a token lies in one of the spans."""
    return any(start <= token.i < end for start, end in spans)


def names(token: Word, spans: list[Where]) -> bool:
    """Tell whether an argument names an actor: itself, or a noun phrase that holds it."""
    if inside(token, spans):
        return True
    left, right = token.left_edge.i, token.right_edge.i
    return any(left <= start and end <= right + 1 for start, end in spans)


def score(frame: Frame, source: list[Where], target: list[Where]) -> float:
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


def rank(doc: Parsed, sources: list[Where], targets: list[Where]) -> list[Candidate]:
    """Return the frames of a text with the rules' verdicts, the one that fits best first."""
    found = []
    for sent in doc.sents:
        for frame in find_frames(sent):
            verdict = digital(decide(frame, modality(frame)), frame)
            found.append(Candidate(frame, verdict, score(frame, sources, targets)))
    return sorted(found, key=lambda each: (-each.fit, each.frame.head.i))


def code_doc(parsed: Doc, source: str, target: str) -> Coding:
    """Code a parsed sentence for two given actors."""
    doc = Parsed(parsed)
    sources, targets = positions(doc, source), positions(doc, target)
    ranked = rank(doc, sources, targets)
    seen = view(doc, sources, targets)
    if not ranked and (seen.source is None or seen.target is None):
        return Coding(event_type="", reasons=(UNMET,))
    choice = weights().choose(features(seen, ranked))
    if ranked:
        return coding(ranked[0], choice)
    if choice.score < SURE:
        return Coding(event_type="", reasons=(UNMET, because(choice)))
    return Coding(
        event_type=choice.root,
        contexts=contexts_of(doc.sents[0]),
        quad=lexicon.quads()[choice.root],
        intensity=lexicon.intensity(choice.root, ""),
        status="happened",
        reasons=(UNMET, because(choice)),
    )


def because(choice: Choice) -> Reason:
    """Name the features that weighed most for a type, and its lead over the next."""
    loudest = "; ".join(name for name, _ in choice.features)
    return Reason(feature="classifier", detail=loudest, weight=round(choice.margin, 2))


def code(sentence: str, source: str, target: str) -> Coding:
    """Code a sentence for two actors, given in their own words as they stand in it.

    `event_type` is empty where no rule of the lexicon meets the sentence and the classifier is
    not sure, or does not find both actors.
    """
    from dateline.parse import parser

    english = parser("en")
    if english is None:
        return Coding(event_type="")
    return code_doc(english.parse(sentence), source, target)


def coding(best: Candidate, choice: Choice) -> Coding:
    """Put the type chosen and the rules' best frame into a Coding."""
    frame, verdict = best.frame, best.verdict
    mode = verdict.mode if choice.root == verdict.root else ""
    return Coding(
        event_type=choice.root,
        mode=mode,
        contexts=contexts_of(frame.head.sent, frame.contexts),
        quad=lexicon.quads()[choice.root],
        intensity=lexicon.intensity(choice.root, mode),
        status=verdict.status,
        reasons=(
            Reason(feature="words", detail=" ".join(word.text for word in frame.words)),
            Reason(feature="rules", detail="; ".join(verdict.rules)),
            Reason(
                feature="actors", detail="fit of the two given actors", weight=round(best.fit, 2)
            ),
            because(choice),
        ),
    )
