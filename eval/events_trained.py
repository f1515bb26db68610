"""The classifier of event types on the PLOVER sentences: as shipped, and trained in five folds.

In each fold it is trained on the other four, by themselves or with our own sentences, and chooses
the types of the fifth as `dateline.code` does. Folds have the same share of each type. Weights
trained on these sentences are never kept.
"""

from collections.abc import Sequence

import numpy as np

from dateline.extract.events.classify.weights import Array
from events import OLDER, QUADS, coded, macro, parsed, rows
from train.plover import Features, examples, features_of, fit, read

FOLDS = 5
SEEDS = (0, 1)
# For sentences of the same kind as those trained on (.1: 82.9, .3: 85.0).
COST = 0.3
# How much one of our own sentences counts beside one of the fold.
OWN = 0.2


def folds(gold: Sequence[str], seed: int) -> Array:
    """Return the number of the fold of each sentence."""
    order = np.random.default_rng(seed)
    found = np.zeros(len(gold), dtype=int)
    for label in sorted(set(gold)):
        places = np.flatnonzero([each == label for each in gold])
        found[order.permutation(places)] = (np.arange(len(places)) + order.integers(FOLDS)) % FOLDS
    return found


def in_folds(
    gold: list[str], given: list[Features], own: list[Features], own_gold: list[str], seed: int
) -> list[str]:
    """Return the type of each sentence by weights trained on the other folds and on `own`."""
    fold = folds(gold, seed)
    found = [""] * len(gold)
    for number in range(FOLDS):
        seen = np.flatnonzero(fold != number)
        weights = fit(
            [*(given[i] for i in seen), *own],
            [*(gold[i] for i in seen), *own_gold],
            [1.0] * len(seen) + [OWN] * len(own),
            cost=COST,
        )
        for i in np.flatnonzero(fold == number):
            found[i] = weights.choose(given[i]).root
    return found


def scored(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float]:
    """Return macro-F1 over types and over quads, in percent."""
    return macro(gold, found), macro([QUADS[g] for g in gold], [QUADS.get(f, 0) for f in found])


def measure() -> dict[str, float]:
    """Measure all; in percent. Empty where the data is absent."""
    plover = rows("PLV_train.tsv")
    if not plover:
        return {}
    docs = list(parsed(row["sentence"] for row in plover))
    gold = [row["gold_root"] for row in plover]
    shipped = coded(plover, docs)
    given = [
        features_of(doc, row["source"], row["target"])
        for row, doc in zip(plover, docs, strict=True)
    ]
    sentences = examples()
    own, own_gold = read(sentences), [OLDER.get(each.root, each.root) for each in sentences]
    alone = [scored(gold, in_folds(gold, given, [], [], seed)) for seed in SEEDS]
    both = [scored(gold, in_folds(gold, given, own, own_gold, seed)) for seed in SEEDS]
    figures = {"plover_shipped": scored(gold, shipped)}
    for name, found in (("plover_folds", alone), ("plover_folds_and_own", both)):
        roots, quads = zip(*found, strict=True)
        figures[name] = sum(roots) / len(SEEDS), sum(quads) / len(SEEDS)
    return {
        f"{name}_{what}_macro_f1": value
        for name, pair in figures.items()
        for what, value in zip(("root", "quad"), pair, strict=True)
    }


def main() -> None:
    """Print the figures."""
    for name, value in measure().items():
        print(f"{name}\t{value:.1f}")


if __name__ == "__main__":
    main()
