"""Which rows of a sentence tell its acts, and how much each row counts in training."""

from typing import TYPE_CHECKING

import numpy as np

from dateline.extract.events.classify.weights import Array

if TYPE_CHECKING:
    from train.acts import Site
    from train.acts_read import Act

TWO_SIDED = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# How much it counts that a word tells nothing of two marked parties of whom another word tells, and
# that an act is not done the other way round; other acts of such sentences are not marked.
ELSEWHERE, BACKWARDS = 0.3, 0.5


def candidates(site: "Site", act: "Act") -> list[int]:
    """Return the rows of the two parties of an act."""
    ways = [(act.source, act.target)]
    if act.root in TWO_SIDED:
        ways.append((act.target, act.source))
    return [
        row
        for row, (_, one, other) in enumerate(site.rows)
        if any(a in site.states[one] and b in site.states[other] for a, b in ways)
    ]


def nearest(site: "Site", row: int) -> int:
    """Return how far the parties of a row stand from its word."""
    word, one, other = site.rows[row]
    return sum(abs(site.places[party] - site.words[word]) for party in (one, other))


def labels(site: "Site", types: tuple[str, ...], scores: Array | None) -> tuple[Array, Array]:
    """Return the class of each row, and how much it counts.

    `scores`: those of the rows by the weights so far; without them the rules' words are taken.
    """
    worth = np.zeros(len(site.rows)) if site.partly else np.ones(len(site.rows))
    found = np.zeros(len(site.rows), dtype=np.int64)
    told: dict[int, int] = {}
    for act, word in site.acts:
        rows = candidates(site, act)
        words = {word} if word is not None else None
        if words is None and scores is None:
            words = site.ruled.get((act.source, act.root, act.target))
        fit = [row for row in rows if words is None or site.rows[row][0] in words]
        kind = types.index(act.root)
        if not fit or (words is None and scores is None):
            worth[[row for row in rows if row not in told]] = 0
            continue
        if scores is None:
            best = min(fit, key=lambda row: (nearest(site, row), row))
        else:
            best = max(fit, key=lambda row: (scores[row, kind], -row))
        own = site.rows[best][0]
        for row in rows:
            at = site.rows[row][0]
            apart = at != own and at not in site.near[own]
            if row in told or (word is not None and apart):
                continue
            worth[row] = ELSEWHERE if site.partly and scores is not None and apart else 0
        told[best] = kind
        if site.partly and act.root not in TWO_SIDED:
            for row, (at, one, other) in enumerate(site.rows):
                back = act.source in site.states[other] and act.target in site.states[one]
                if at == own and back and row not in told:
                    worth[row] = BACKWARDS
    for row, kind in told.items():
        found[row], worth[row] = kind, 1
    return found, worth
