"""Features of a sentence and two actors, in groups: the rules' own verdict, predicates, words.

A feature is a name and a strength. Within a group the square roots of the strengths are brought to
length one, then multiplied by the group's weight, so that a long sentence has no louder say.
"""

import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from dateline.extract.events import lexicon
from dateline.extract.events.classify import words
from dateline.extract.events.classify.predicate import describe
from dateline.extract.events.classify.view import View
from dateline.extract.events.decide import Verdict
from dateline.extract.events.frame import Frame
from dateline.parse.words import Word

# Of 12 groups tried these help; the words of the whole sentence and of the source do not (macro-F1
# on PLOVER sentences 79.4 with these weights, 76.2 with all groups at 1).
GROUPS = {
    "rule": 1.0, "predicate": 1.0, "lexicon": 1.0, "argument": 0.7,
    "between": 0.5, "path": 0.5, "letters": 0.5, "target": 0.3,
}  # fmt: skip
Group = dict[str, float]
# Words looked at between the actors and after them.
BETWEEN, AFTER = 14, 4
# Frames looked at beside the best; a fit this near to the best's is a rival.
RIVALS, NEAR = 2, 2.0
MOST_FIT = 8
ARTICLES = frozenset({"the", "a", "an", "'s", "’s"})
CONTENT = frozenset({"VERB", "NOUN", "ADJ"})
LETTERS = (4, 5)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame of the rules, what they make of it, and how well it fits the two actors."""

    frame: Frame
    verdict: Verdict
    fit: float


def of_rules(ranked: Sequence[Candidate]) -> Group:
    """Tell what the rules say, the best frame at length, its rivals in short."""
    if not ranked:
        return {"none": 1.0}
    best = ranked[0]
    frame, verdict = best.frame, best.verdict
    root, fit = verdict.root, min(MOST_FIT, int(best.fit))
    found = {
        f"root {root}": 2.0,
        f"mode {root} {verdict.mode}": 1.0,
        f"rule {frame.rules[0]}": 1.0,
        f"rules {'; '.join(verdict.rules)}": 1.0,
        f"op {frame.op} {root}": 1.0,
        f"inner {frame.inner.root if frame.inner else ''} {root}": 1.0,
        f"status {verdict.status} {root}": 1.0,
        f"fit {fit}": 1.0,
        f"fit {fit} {root}": 1.0,
        f"noun {frame.noun} {root}": 1.0,
    }
    found |= {f"flag {flag}": 1.0 for flag in sorted(frame.flags)}
    for rival in ranked[1 : 1 + RIVALS]:
        near = rival.fit > best.fit - NEAR
        found[f"rival {near} {rival.verdict.root}"] = 1.0 if near else 0.5
    return found


def of_path(seen: View, lexical: Group) -> Group:
    """Tell through which words the two actors are joined."""
    found: Group = defaultdict(float)
    path = seen.path()
    if path is None:
        return {"none": 1.0}
    up, down = path
    inner = [token for token in [*up[1:], *reversed(down[1:])] if not seen.holds(token)]
    for token in inner:
        found[seen.name(token)] += 1
        found[f"{seen.name(token)} {token.dep_}"] += 0.5
        for meaning in words.meanings(lexicon.lemma(token)):
            lexical[f"path {meaning}"] += 1
    deps = (">".join(token.dep_ for token in side) for side in (up, down))
    found[f"shape {'<'.join(deps)}"] += 0.5
    names = [seen.name(token) for token in inner]
    found[f"whole {' '.join(names)}"] += 1
    for pair in pairwise(names):
        found[" ".join(pair)] += 0.7
    return found


def of_between(seen: View, tokens: list[Word]) -> Group:
    """Tell the words between the actors, and those side by side."""
    found: Group = defaultdict(float)
    if seen.source is not None:
        order = "alone" if seen.target is None else str(seen.source < seen.target)
        found[f"order {order}"] = 1.0
    names = [
        seen.name(token) for token in tokens if token.lower_ not in ARTICLES and not token.is_punct
    ]
    for name in names:
        found[name] += 1
    for pair in pairwise(names):
        found[" ".join(pair)] += 0.7
    return found


def of_letters(tokens: list[Word], lexical: Group) -> Group:
    """Tell the strings of letters of the words that carry meaning: akin words share them."""
    found: Group = defaultdict(float)
    for token in tokens:
        if token.pos_ in CONTENT:
            word = f"^{token.lower_}$"
            for size in LETTERS:
                for start in range(len(word) - size + 1):
                    found[word[start : start + size]] += 0.3
        for meaning in words.meanings(lexicon.lemma(token)):
            lexical[f"near {meaning}"] += 0.5
    return found


def of_target(seen: View, lexical: Group) -> Group:
    """Tell the words of the target, which may name the act: "rejected calls for talks"."""
    head = seen.root(seen.target)
    if head is None or seen.target is None:
        return {"none": 1.0}
    found: Group = defaultdict(float)
    for token in seen.doc[seen.target[0] : seen.target[1]]:
        lemma = lexicon.lemma(token)
        if token.ent_type_:
            found[f"#{token.ent_type_}"] += 0.5
        found[lemma] += 0.5
        for meaning in words.meanings(lemma):
            found[f"may be {meaning}"] += 0.5
        for name in words.classes(lemma):
            found[f"class {name}"] += 0.3
    lemma = lexicon.lemma(head)
    found[f"head {lemma}"] += 1
    for meaning in words.meanings(lemma):
        lexical[f"target {meaning}"] += 1
    return found


def groups(seen: View, ranked: Sequence[Candidate]) -> dict[str, Group]:
    """Return the features by group, with their strengths."""
    lexical: Group = defaultdict(float)
    predicate: Group = defaultdict(float)
    argument: Group = defaultdict(float)
    describe(seen, predicate, argument, lexical)
    between = seen.between()[:BETWEEN]
    for token in seen.doc:
        if not token.is_punct and not token.is_space:
            for meaning in words.meanings(lexicon.lemma(token)):
                lexical[f"all {meaning}"] += 0.3
    return {
        "rule": of_rules(ranked),
        "predicate": predicate,
        "argument": argument,
        "between": of_between(seen, between),
        "path": of_path(seen, lexical),
        "letters": of_letters([*between, *seen.after()[:AFTER]], lexical),
        "target": of_target(seen, lexical),
        "lexicon": lexical,
    }


def features(seen: View, ranked: Sequence[Candidate]) -> dict[str, float]:
    """Return feature -> value, each group at its weight. `ranked`: the frames, best fit first."""
    found: dict[str, float] = {}
    for group, members in groups(seen, ranked).items():
        length = sqrt(sum(members.values()))
        for name, strength in members.items():
            found[f"{group}: {name}"] = GROUPS[group] * sqrt(strength) / length
    return found


def key(feature: str) -> int:
    """Return the number of 32 bits under which a feature's weights are stored."""
    return zlib.crc32(feature.encode())
