"""Scorers that several sets share: clusterings (CoNLL F1), sets of days, numbers.

Clusterings are compared over the same mentions, as with gold mentions; each score is a pair of sums
that makes recall one way round and precision the other.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import inf, sqrt
from typing import NamedTuple

import numpy as np

Clusters = Sequence[AbstractSet[Hashable]]
Labels = Mapping[Hashable, int]


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, in percent."""

    precision: float
    recall: float
    f1: float


def score(precision: float, recall: float) -> Score:
    """Make a score of two shares."""
    both = precision + recall
    return Score(100 * precision, 100 * recall, 200 * precision * recall / both if both else 0.0)


def clusters(labels: Mapping[str, Hashable]) -> list[frozenset[str]]:
    """Turn mention -> label into clusters, in the order of their first mentions."""
    members: dict[Hashable, list[str]] = {}
    for mention, label in labels.items():
        members.setdefault(label, []).append(mention)
    return [frozenset(group) for group in members.values()]


def index(groups: Clusters) -> Labels:
    """Return the number of each mention's cluster."""
    return {mention: number for number, group in enumerate(groups) for mention in group}


def muc(gold: Clusters, found: Clusters) -> Score:
    """Score links (Vilain et al. 1995): how many of a cluster's links the other side keeps.

    A cluster of n mentions needs n - 1 links; split into p parts it keeps n - p. Clusters of one
    mention have no link and do not count.
    """

    def kept(these: Clusters, those: Clusters) -> float:
        at = index(those)
        links = sum(len(group) - 1 for group in these)
        parts = sum(len({at.get(m, m) for m in group}) for group in these)
        return (sum(map(len, these)) - parts) / links if links else 0.0

    return score(kept(found, gold), kept(gold, found))


def b_cubed(gold: Clusters, found: Clusters) -> Score:
    """Score mentions (Bagga and Baldwin 1998): the share of a mention's cluster that is with it."""

    def kept(these: Clusters, those: Clusters) -> float:
        at = index(those)
        total = sum(map(len, these))
        same = (
            sum(count * count for count in Counter(at[m] for m in group if m in at).values())
            / len(group)
            for group in these
        )
        return sum(same) / total if total else 0.0

    return score(kept(found, gold), kept(gold, found))


def ceaf_e(gold: Clusters, found: Clusters) -> Score:
    """Score clusters (Luo 2005): matched one to one, each pair by its Dice overlap (phi 4)."""
    overlap: Counter[tuple[int, int]] = Counter()
    at = index(found)
    for number, group in enumerate(gold):
        overlap.update((number, at[m]) for m in group if m in at)
    alike = {(g, f): 2 * both / (len(gold[g]) + len(found[f])) for (g, f), both in overlap.items()}
    total = best_matching(alike)
    return score(total / len(found) if found else 0.0, total / len(gold) if gold else 0.0)


def conll(gold: Clusters, found: Clusters) -> float:
    """Return the mean F1 of MUC, B-cubed and CEAF-e, in percent."""
    return sum(measure(gold, found).f1 for measure in (muc, b_cubed, ceaf_e)) / 3


Weights = Mapping[tuple[int, int], float]


def best_matching(weights: Weights) -> float:
    """Return the greatest sum of weights (row, column) -> weight with each row and column once.

    The pairs fall into parts that share no row or column, and each part is solved by itself.
    """
    rows: dict[int, list[int]] = {}
    columns: dict[int, list[int]] = {}
    for row, column in sorted(weights):
        rows.setdefault(row, []).append(column)
        columns.setdefault(column, []).append(row)
    total = 0.0
    seen: set[int] = set()
    for first in rows:
        if first in seen:
            continue
        these, those, queue = {first: 0}, dict[int, int](), [first]
        for row in queue:
            for column in rows[row]:
                if column not in those:
                    those[column] = len(those)
                    new = [other for other in columns[column] if other not in these]
                    these.update(zip(new, range(len(these), len(these) + len(new)), strict=True))
                    queue += new
        seen.update(these)
        table = np.zeros((len(these), len(those)))
        for row, place in these.items():
            for column in rows[row]:
                table[place, those[column]] = weights[row, column]
        total += assignment(table)
    return total


def assignment(table: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> float:
    """Return the greatest sum of one cell a row and a column (the Hungarian method, O(n^3)).

    Rows are added one by one, each along the shortest path of reduced costs (Jonker and Volgenant
    1987); weights are not negative, so leaving a row or column out gains nothing.
    """
    cost = -(table if table.shape[0] <= table.shape[1] else table.T)
    rows, columns = cost.shape
    of_row, of_column = np.zeros(rows), np.zeros(columns + 1)
    # The last column is where a new row starts; it is no column of the table.
    taken = np.full(columns + 1, -1)
    for row in range(rows):
        taken[columns], here = row, columns
        least, came = np.full(columns, inf), np.full(columns, columns)
        done = np.zeros(columns + 1, dtype=bool)
        while taken[here] >= 0:
            done[here] = True
            reduced = cost[taken[here]] - of_row[taken[here]] - of_column[:columns]
            better = ~done[:columns] & (reduced < least)
            least[better], came[better] = reduced[better], here
            following = int(np.where(done[:columns], inf, least).argmin())
            step = least[following]
            of_row[taken[done]] += step
            of_column[done] -= step
            least[~done[:columns]] -= step
            here = following
        while here != columns:
            taken[here] = taken[came[here]]
            here = int(came[here])
        taken[columns] = -1
    return -sum(float(cost[row, column]) for column, row in enumerate(taken[:columns]) if row >= 0)


def set_score(gold: Collection[Hashable], found: Collection[Hashable]) -> Score:
    """Score what is found as a set, such as the days of a timeline."""
    both = len(set(gold) & set(found))
    return score(
        both / len(set(found)) if found else 0.0,
        both / len(set(gold)) if gold else 0.0,
    )


def mean_score(scores: Iterable[Score]) -> Score:
    """Average precision, recall and F1, each by itself (macro average)."""
    rows = list(scores)
    return Score(*(sum(column) / len(rows) for column in zip(*rows, strict=True)))


def pearson(gold: Sequence[float], found: Sequence[float]) -> float:
    """Return Pearson's correlation; 0 where either side is constant."""
    n = len(gold)
    mean_gold, mean_found = sum(gold) / n, sum(found) / n
    pairs = [(g - mean_gold, f - mean_found) for g, f in zip(gold, found, strict=True)]
    spread = sqrt(sum(g * g for g, _ in pairs) * sum(f * f for _, f in pairs))
    return sum(g * f for g, f in pairs) / spread if spread else 0.0


def mean_error(gold: Sequence[float], found: Sequence[float]) -> float:
    """Return the mean absolute error."""
    return sum(abs(g - f) for g, f in zip(gold, found, strict=True)) / len(gold)


def matching(fits: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return the best one-to-one matching, column by row (Kuhn 1955)."""
    owner: dict[int, int] = {}

    def place(row: int, tried: set[int]) -> bool:
        for column in fits[row]:
            if column not in tried:
                tried.add(column)
                if column not in owner or place(owner[column], tried):
                    owner[column] = row
                    return True
        return False

    for row in range(len(fits)):
        place(row, set())
    return {row: column for column, row in owner.items()}
