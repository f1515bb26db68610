"""Acts between parties that no rule tells: a trained classifier says which word tells of whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product

import numpy as np

from dateline.extract.base import Ref
from dateline.extract.events.blockers import Blocks
from dateline.extract.events.build import build
from dateline.extract.events.clauses import tells
from dateline.extract.events.decide import Verdict, decide
from dateline.extract.events.frame import Frame
from dateline.extract.events.page import Page
from dateline.extract.events.places import state_actor
from dateline.extract.events.propose.bars import acts_for, apart, barred, content
from dateline.extract.events.propose.features import (
    of_frames,
    of_head,
    of_pair,
    of_party,
    of_sentence,
    of_slots,
)
from dateline.extract.events.propose.sites import (
    Party,
    Told,
    has_sense,
    heads,
    pairs,
    parties,
    told_at,
)
from dateline.extract.events.propose.weights import Array, proposer
from dateline.extract.events.resolve import belongs, side
from dateline.extract.events.sides import TOGETHER, Sides, private
from dateline.extract.events.status import modality, settled
from dateline.model import Mention
from dateline.parse.words import Slice, Word

# How likely an act must be. F1 of triples in folds not trained on, of the development sentences and
# of those in eval/train/acts, with the rules: rules alone 72.9 and 33.3, .6: 74.4 and 35.1,
# .5: 75.1 and 35.8, .4: 76.1 and 36.3, .3: 76.1 and 36.8; of 1,003 sentences without an act the
# rules take 105 for one, .6 to .4 six more, .3 eight more. Of acts proposed in daily news, by one
# reader, two in three above .5 are as told, two in five below.
SURE = 0.5
# Words that by themselves are less like an act than this are not looked at with their parties: 66%
# of the words, and 4% of the acts that would be told, in the same folds.
HOPELESS = -1.25


@dataclass(frozen=True, slots=True)
class Act:
    """A word, the type of the act that it tells, its two parties, how likely that is, and why."""

    head: Word
    root: str
    source: Party
    target: Party
    chance: float
    why: tuple[str, ...]


def proposed(
    sent: Slice, frames: Sequence[Frame], told: Sequence[Mention], blocks: Blocks, page: Page
) -> list[Mention]:
    """Return the acts between two parties of whom the rules tell nothing in a sentence.

    `frames`, `told`: what the rules read in the sentence.
    """
    named = parties(sent, page.resolver, page.places)
    known = {triple for mention in told for triple in triples_of(mention)}
    met = {frozenset((one, other)) for one, _, other in known}
    sides = [
        (one, other)
        for one, other in pairs(named)
        if any(
            first != second and frozenset((first, second)) not in met
            for first, second in product(named[one].states, named[other].states)
        )
    ]
    taken = {span.start for mention in told for span in mention.action_spans}
    words = [
        word
        for word in (heads(sent, named) if sides else ())
        if has_sense(word)
        and word.idx not in taken
        and not blocks.covers(word)
        and not content(word, taken)
    ]
    if not words:
        return []
    acts = (
        act
        for act in likely(sent, words, named, sides, told_at(frames))
        if known.isdisjoint(product(act.source.states, [act.root], act.target.states))
        and apart(act.root, act.source, act.target)
        and not only_said(act, told)
    )
    return [mention for group in grouped(acts) for mention in mentions(group, frames, page)]


def only_said(act: Act, told: Sequence[Mention]) -> bool:
    """Tell whether what hangs on a word tells of the same two: "said that they had agreed"."""
    below = {word.idx for word in act.head.subtree}
    return any(
        not below.isdisjoint(span.start for span in mention.action_spans)
        and act.source.states & {belongs(actor) for actor in (*mention.source, *mention.target)}
        and act.target.states & {belongs(actor) for actor in (*mention.source, *mention.target)}
        for mention in told
    )


def triples_of(mention: Mention) -> Iterator[tuple[str, str, str]]:
    """Yield who does what to whom by a mention, either way round where it is mutual."""
    sides = [{belongs(actor) for actor in each} for each in (mention.source, mention.target)]
    for source, target in (sides, sides[::-1]) if mention.reciprocal else (sides,):
        yield from product(source, [mention.event_type], target)


def likely(
    sent: Slice,
    words: list[Word],
    named: list[Party],
    sides: list[tuple[int, int]],
    told: dict[int, list[Told]],
) -> Iterator[Act]:
    """Yield the likely acts, of each word those of its likeliest type."""
    weights = proposer()
    described = [[*of_head(word), *of_frames(told.get(word.i, ()))] for word in words]
    sums = weights.shared.sums(
        [of_sentence(sent, named), *(of_pair(named, *pair) for pair in sides), *described]
    )
    between, alone = sums[1 : len(sides) + 1], sums[len(sides) + 1 :]
    alone = alone + sums[0] + weights.bias
    likely = np.flatnonzero((alone[:, 1:] - alone[:, :1]).max(axis=1) > HOPELESS).tolist()
    if not likely:
        return
    words, described = [words[n] for n in likely], [described[n] for n in likely]
    alone = alone[likely]
    many = len({state for party in named for state in party.states})
    seen = weights.party.sums(
        [
            [*of_party(word, party, many=many), *of_slots(told.get(word.i, ()), party)]
            for word in words
            for party in named
        ]
    ).reshape(len(words), len(named), 2, len(weights.types))
    ones, others = (list(each) for each in zip(*sides, strict=True))
    chances = softmax(alone[:, None] + between + seen[:, ones, 0] + seen[:, others, 1])
    best = chances[:, :, 1:].max(axis=1).argmax(axis=1) + 1
    for n, (word, kind) in enumerate(zip(words, best.tolist(), strict=True)):
        for (one, other), row in zip(sides, chances[n], strict=True):
            if row[kind] > SURE and row[1:].argmax() + 1 == kind and acts_for(named[one]):
                why = weights.shared.loudest(described[n], kind)
                yield Act(word, weights.types[kind], named[one], named[other], row[kind], why)


def softmax(scores: Array) -> Array:
    """Return chances over the last axis, rounded so that they are the same on all machines."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    chances: Array = np.round(powers / powers.sum(axis=-1, keepdims=True), 4)
    return chances


def grouped(acts: Iterator[Act]) -> Iterator[list[Act]]:
    """Yield the acts of one word and one source together: they make one mention."""
    for _, group in groupby(acts, key=lambda act: (act.head.i, act.source.start)):
        yield list(group)


def mentions(group: list[Act], frames: Sequence[Frame], page: Page) -> list[Mention]:
    """Make the mention of the acts of one word and one source; none of a question or a guess.

    Where the rules read an act of the same type at the word, its mode and words are kept.
    """
    first = group[0]
    if barred(first.head, first.root):
        return []
    source, target = side([as_ref(first.source)]), side(as_ref(act.target) for act in group)
    together = first.root in TOGETHER
    if (private(source) and first.root != "PROTEST") or (together and private(target)):
        return []
    frame = next((each for each in frames if each.head is first.head), None) or bare(first)
    seen = modality(frame)
    thinks = together and frame.clause is not None and tells(frame.clause)
    if seen.question or thinks:
        return []
    verdict = decide(frame, seen)
    if verdict.status == "hypothetical":
        return []
    if verdict.root != first.root:
        frame = bare(first)
        verdict = Verdict(first.root, "", decide(frame, seen).status)
    verdict.rules = [f"classifier {first.chance:.2f}", *first.why]
    sides = Sides(source, target, recip=False)
    if together:
        both = side([*source.refs, *target.refs])
        sides = Sides(both, both, recip=True)
    return [settled(part) for part in build(frame, verdict, seen, sides, page)]


def bare(act: Act) -> Frame:
    """Return the frame of an act without sides."""
    return Frame(
        head=act.head, words=[act.head], root=act.root, mode="", rules=["no rule"], source=[],
        target=[], noun=act.head.pos_ == "NOUN",
    )  # fmt: skip


def as_ref(party: Party) -> Ref:
    """Return the reference of a party; of a place, one to its state."""
    if party.ref is not None:
        return party.ref
    actors = tuple(state_actor(state) for state in sorted(party.states))
    return Ref(party.start, party.end, party.token.i, actors, "name")
