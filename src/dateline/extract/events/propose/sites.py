"""Where an act may be told in a sentence: the words that may carry it, and who may be its sides."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.base import PlaceRef, Ref
from dateline.extract.events import lexicon
from dateline.extract.events.args import CALENDAR
from dateline.extract.events.classify.words import meanings
from dateline.extract.events.decide import Verdict, decide, digital
from dateline.extract.events.frame import Frame
from dateline.extract.events.resolve import Resolver, belongs
from dateline.extract.events.status import modality
from dateline.extract.statements import cue_class
from dateline.parse.words import Slice, Word

CARRIERS = frozenset({"VERB", "NOUN", "ADJ"})
SAYING = "say"
# A sentence with more of them is a list; the rest is left to the rules.
MOST_HEADS, MOST_PARTIES = 40, 12


@dataclass(frozen=True, slots=True)
class Party:
    """A reference or a place in a sentence, and the states (or bodies without one) it may mean."""

    token: Word
    start: int
    end: int
    kind: str
    role: str
    states: frozenset[str]
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class Told:
    """An act that the rules read at a word, as its head or as another of its words."""

    frame: Frame
    verdict: Verdict
    heads: bool


def told_at(frames: Sequence[Frame]) -> dict[int, list[Told]]:
    """Return what the rules read at each word."""
    found: dict[int, list[Told]] = {}
    for frame in frames:
        verdict = digital(decide(frame, modality(frame)), frame)
        words = {frame.head.i, *(word.i for word in frame.words)}
        if frame.inner is not None:
            words.add(frame.inner.head.i)
        for i in sorted(words):
            found.setdefault(i, []).append(Told(frame, verdict, i == frame.head.i))
    return found


def parties(sent: Slice, resolver: Resolver, places: Sequence[PlaceRef]) -> list[Party]:
    """Return who is named in a sentence, and what places are, in text order."""
    found: list[Party] = []
    seen: set[int] = set()
    taken: set[int] = set()
    for token in sent:
        ref = resolver.at(token)
        if ref is None or id(ref) in seen:
            continue
        seen.add(id(ref))
        taken.update(range(ref.start, ref.end))
        states = frozenset(belongs(actor) for actor in ref.actors if actor.code)
        inside = sent.start <= ref.head < sent.end
        head = sent.doc[ref.head] if inside else token
        role = ref.actors[0].role
        found.append(Party(head, ref.start, ref.end, ref.kind, role, states, ref))
    for place in places:
        country = place.place.country
        inside = sent.start <= place.head < sent.end
        if inside and country and taken.isdisjoint(range(place.start, place.end)):
            states = frozenset({country})
            head = sent.doc[place.head]
            found.append(Party(head, place.start, place.end, "place", "", states, None))
    return sorted(found, key=lambda party: party.start)[:MOST_PARTIES]


def heads(sent: Slice, named: list[Party]) -> list[Word]:
    """Return the words of a sentence that may carry an act."""
    taken = {i for party in named for i in range(party.start, party.end)}
    return [
        token
        for token in sent
        if token.pos_ in CARRIERS and token.i not in taken and token.ent_type_ not in CALENDAR
    ][:MOST_HEADS]


def has_sense(word: Word) -> bool:
    """Tell whether the tables have a sense for a word, other than that something is said.

    Words without one carry 4 of 116 acts, and are half of all words; what hangs on plain words of
    saying the rules know better.
    """
    name = lexicon.lemma(word)
    return bool(meanings(name)) and not (word.pos_ == "VERB" and cue_class(name) == SAYING)


def pairs(named: list[Party]) -> list[tuple[int, int]]:
    """Return the pairs (by place in the list) of parties of different states, either way round.

    A party of several states may stand on both sides.
    """
    return [
        (one, other)
        for one, first in enumerate(named)
        for other, second in enumerate(named)
        if first.ref is not None
        if (one == other and len(first.states) > 1)
        or (one != other and not (first.states & second.states))
    ]
