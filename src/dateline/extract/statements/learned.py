"""Statements by learned weights: any word with a subject and a content may be a cue.

The rules know some 500 cues. Weights that a user trains on annotated news choose among the rules'
own statements and all words that have the form of one: a logistic model over hashed features of the
cue, its speaker and its content (`eval/train/statements.py`).
"""

import math
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.errors import UsageError
from dateline.extract.statements.candidates import addressees, cue_tokens, speakers_of
from dateline.extract.statements.clauses import content_of, form
from dateline.extract.statements.cues import POS, Cue, Pos, cues, lemma_of
from dateline.extract.statements.draft import Draft
from dateline.extract.statements.layout import Layout
from dateline.extract.statements.spans import merge, segments
from dateline.extract.statements.speakers import is_passive, phrase
from dateline.parse.words import Word

# Features fall into so many bins: four times as many as PolNeAR's 840 articles have, so few meet.
BINS = 2**18
FRAMES = frozenset({"that", "inf", "obj_inf", "ing", "noun", "small", "as"})
PREPOSITIONS = frozenset({"of", "for", "about", "on", "against", "to", "with", "in"})
NEVER = frozenset({"be", "have", "do"})
LENGTHS = (1, 2, 3, 5, 8, 12, 20, 40)
KINDS: tuple[Pos, ...] = ("verb", "noun", "adj")
WIDE = {pos: Cue("", pos, "", "plain", FRAMES, PREPOSITIONS) for pos in KINDS}


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight a bin, and the probability from which a candidate is taken."""

    bins: NDArray[np.float32]
    floor: float

    def probability(self, features: Sequence[str]) -> float:
        """Return how likely it is that a candidate with these features is a statement."""
        total = float(self.bins[[key(name) for name in features]].sum())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def key(feature: str) -> int:
    """Return the bin of a feature, the same on every machine."""
    return zlib.crc32(feature.encode()) % BINS


def load(path: Path) -> Weights:
    """Read weights.

    Raises:
        UsageError: D101 where there is no such file, D108 where it holds no weights.
    """
    try:
        with np.load(path, allow_pickle=False) as kept:
            bins, floor = kept["bins"].astype(np.float32), float(kept["floor"])
    except FileNotFoundError as error:
        raise UsageError("D101", path) from error
    except (OSError, ValueError, KeyError) as error:
        raise UsageError("D108", path, str(error)) from error
    if bins.shape != (BINS,):
        raise UsageError("D108", path, f"{bins.shape} weights, not {BINS}")
    return Weights(bins, floor)


def save(path: Path, weights: Weights) -> None:
    """Write weights."""
    np.savez_compressed(path, bins=weights.bins, floor=np.float32(weights.floor))


def chosen(
    layout: Layout, carried: dict[int, list[int]], ruled: Sequence[Draft], weights: Weights
) -> Iterator[Draft]:
    """Give the drafts that the weights take; those that carry quotations are taken as they are."""
    loud = [draft for draft in ruled if not carried.keys().isdisjoint(draft.cue_tokens)]
    yield from loud
    for draft, features in possible(layout, carried, ruled):
        if weights.probability(features) >= weights.floor:
            yield draft


def possible(
    layout: Layout, carried: dict[int, list[int]], ruled: Sequence[Draft]
) -> Iterator[tuple[Draft, list[str]]]:
    """Give all candidates without quotations, the rules' first where they have one."""
    known = {i: draft for draft in ruled for i in draft.cue_tokens if layout.doc[i].pos_ in POS}
    for token in layout.doc:
        pos = POS.get(token.pos_)
        outside = layout.inside[token.i] < 0 and token.i not in layout.long
        if pos is None or not outside or token.i in carried or token.lower_ == "according":
            continue
        draft = known.get(token.i)
        if draft is not None and head_of(draft, layout) == token.i:
            yield draft, features_of(token, draft, layout, ruled=True)
            continue
        if token.lemma_ in NEVER or not token.is_alpha or token.ent_type_:
            continue
        draft = wide(token, pos, layout)
        if draft is not None:
            yield draft, features_of(token, draft, layout, ruled=False)


def head_of(draft: Draft, layout: Layout) -> int:
    """Return the token that a draft's cue is about, among its auxiliaries."""
    return next((i for i in draft.cue_tokens if lemma_of(layout.doc[i]) == draft.cue), -1)


def wide(token: Word, pos: Pos, layout: Layout) -> Draft | None:
    """Return the draft of a word taken for a cue, if it has a content and a speaker."""
    table = cues().get((lemma_of(token), pos))
    cue = WIDE[pos]
    tokens = (content_of(token, table) if table is not None else []) or content_of(token, cue)
    if not tokens:
        return None
    own = {token.i, *tokens}
    named = [head for head in speakers_of(token, cue, layout, None) if head.i not in own]
    if not named and not is_passive(token):
        return None
    content = tuple(merge(segments(tokens, layout)))
    if not content:
        return None
    return Draft(
        cue=lemma_of(token),
        cue_tokens=cue_tokens(token),
        content=content,
        phrases=tuple((head.i, phrase(head, own)) for head in named),
        addressees=addressees(token, table) if table is not None else (),
    )


def features_of(token: Word, draft: Draft, layout: Layout, *, ruled: bool) -> list[str]:
    """Return the features of a candidate."""
    pos = POS[token.pos_]
    table = cues().get((lemma_of(token), pos))
    lemma, shape = lemma_of(token), shape_of(token, draft, layout)
    who = [layout.doc[head] for head, _ in draft.phrases][:1]
    speaker = kind_of(who[0]) if who else "-"
    auxes = sorted({kid.lower_ for kid in token.children if kid.dep_ in {"aux", "auxpass", "neg"}})
    length = sum(end - start for start, end in draft.content) // 6
    size = sum(length >= bound for bound in LENGTHS)
    opening = layout.doc[layout.token_at(draft.content[0][0])] if draft.content else token
    base = [
        "bias", f"rule {ruled}", f"class {table.name if table else '?'} {ruled}", f"lemma {lemma}",
        f"lemma {lemma} {shape}", f"shape {shape} {pos}", f"tag {token.tag_} {token.dep_}",
        f"speaker {speaker}", f"speaker {speaker} {shape}", f"size {size} {shape}",
        f"head {token.head.lemma_.lower()} {token.dep_}", f"opening {opening.lower_}",
        f"opening {opening.dep_} {shape}", f"lemma {lemma} {speaker}",
        f"passive {is_passive(token)}",
        f"rule {ruled} {shape}", f"lemma {lemma} rule {ruled}",
        *(f"aux {aux}" for aux in auxes),
        *(f"lemma {lemma} aux {aux}" for aux in auxes),
        *(f"word {word.lower_}" for word in who),
    ]  # fmt: skip
    nested = [up.lemma_.lower() for up in token.ancestors if (up.lemma_.lower(), "verb") in cues()]
    base.append(f"under {nested[0] if nested else '-'}")
    base.append(f"under any {bool(nested)} {ruled}")
    return base


def kind_of(word: Word) -> str:
    """Return what kind of word a speaker is: its entity, or else its part of speech and number."""
    return word.ent_type_ or (word.lower_ if word.pos_ == "PRON" else word.tag_)


def shape_of(token: Word, draft: Draft, layout: Layout) -> str:
    """Return the form of a candidate's content: a clause's, a noun, a preposition's."""
    if not draft.content:
        return "-"
    first = layout.token_at(draft.content[0][0])
    last = layout.token_at(draft.content[-1][1])
    for child in token.children:
        if child.dep_ in {"ccomp", "xcomp", "advcl", "acl", "relcl"} and first <= child.i < last:
            that = any(kid.lower_ == "that" for kid in child.lefts)
            return f"{form(child)} {child.dep_} {that}"
    for child in token.children:
        if child.dep_ in {"dobj", "attr", "nsubjpass", "oprd"} and first <= child.i < last:
            return f"{child.dep_} {child.pos_}"
    for child in token.children:
        if child.dep_ == "prep" and child.right_edge.i >= first >= child.i:
            return f"prep {child.lower_}"
    return "open"
