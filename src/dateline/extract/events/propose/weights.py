"""The trained weights: what features of a word, a party, a pair, a sentence say for each type.

`data/plover/proposer.npz` holds two tables of signed bytes, with keys of 32 bits; how they were
made is told in `data/plover/proposer.tsv`. Loaded when first used.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import Any

import numpy as np

from dateline.extract.events.classify.features import key

Array = np.ndarray[Any, np.dtype[Any]]
TABLES = ("shared", "party")
# Features named as reasons.
MOST = 3
# Features whose rows are kept at hand: most come again.
KEPT = 100_000


class Places(dict[str, int]):
    """From a feature to its row; those met so far are kept, up to a bound."""

    def __init__(self, keys: Array) -> None:
        super().__init__()
        self.rows = {number: n for n, number in enumerate(keys.tolist())}

    def __missing__(self, name: str) -> int:
        row = self.rows.get(key(name), len(self.rows))
        if len(self) < KEPT:
            self[name] = row
        return row


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of one kind of features.

    `rows`: int32 (features + 1, columns), the last one
    for features that are not known; `scale`: what a unit of each column is worth.
    """

    places: Places
    rows: Array
    scale: Array

    @classmethod
    def of(cls, keys: Array, rows: Array, scale: Array) -> "Table":
        """Make a table of stored weights. `keys`: uint32; `rows`: int8, as many."""
        unknown = np.zeros((1, rows.shape[1]), np.int8)
        return cls(Places(keys), np.concatenate([rows, unknown]).astype(np.int32), scale)

    def sums(self, described: Sequence[Sequence[str]]) -> Array:
        """Return the sum of the weights of each list of features, none empty: (lists, columns)."""
        starts = list(accumulate(map(len, described[:-1]), initial=0))
        places = self.places
        rows = [places[name] for each in described for name in each]
        sums: Array = np.add.reduceat(self.rows[rows], starts, axis=0) * self.scale
        return sums

    def loudest(self, names: Sequence[str], column: int) -> tuple[str, ...]:
        """Return the features that say most for a column."""
        said = self.rows[[self.places[name] for name in names], column]
        order = np.argsort(-said, kind="stable")[:MOST]
        return tuple(names[n] for n in order if said[n] > 0)


@dataclass(frozen=True, slots=True)
class Proposer:
    """The classifier: `types` are the columns, the first one is no act.

    `shared`: weights of the features of a word, a pair and a sentence, no two of the same name.
    `party`: those of a party, with the columns of a source, then those of a target. `bias`: one a
    type.
    """

    types: tuple[str, ...]
    shared: Table
    party: Table
    bias: Array

    @classmethod
    def of(cls, stored: Mapping[str, Array]) -> "Proposer":
        """Make the classifier of stored weights, as `eval/train/acts.py` packs them."""
        shared, party = (
            Table.of(stored[f"{name}_keys"], stored[f"{name}_rows"], stored[f"{name}_scale"])
            for name in TABLES
        )
        return cls(tuple(str(name) for name in stored["types"]), shared, party, stored["bias"])


@cache
def proposer() -> Proposer:
    """Return the weights that ship with the package."""
    file = resources.files("dateline.data").joinpath("plover", "proposer.npz")
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
        return Proposer.of(stored)
