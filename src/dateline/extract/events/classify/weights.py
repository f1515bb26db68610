"""The trained weights, and the choice of a type by them.

`data/plover/weights.npz` holds, for each feature, a key of 32 bits and one signed byte a type;
`data/plover/weights.tsv` tells how they were made. Loaded when first used.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from dateline.extract.events.classify.features import key

Array = np.ndarray[Any, np.dtype[Any]]
# Features named as reasons.
MOST = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """The type chosen, its score, its lead over the next, and what weighed most for it.

    A score above 0 is on the type's side of the line between it and the others.
    """

    root: str
    score: float
    margin: float
    features: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear classifier: one row of `table` a feature, one column a type.

    `keys`: uint32, ascending; `table`: int8, (features, types), in units of `scale` (one a type);
    `bias`: one a type.
    """

    types: tuple[str, ...]
    keys: Array
    table: Array
    scale: Array
    bias: Array

    def choose(self, values: Mapping[str, float], among: Collection[str] = ()) -> Choice:
        """Choose the type of the highest sum of weights, `among`: of these only."""
        names = list(values)
        keys = np.array([key(name) for name in names], dtype=np.uint32)
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        known = np.flatnonzero(self.keys[places] == keys)
        strengths = np.array(list(values.values()))[known]
        parts = self.table[places[known]] * self.scale * strengths[:, None]
        scores = parts.sum(axis=0) + self.bias
        if among:
            scores[[root not in among for root in self.types]] = -np.inf
        order = np.argsort(-scores, kind="stable")
        first = int(order[0])
        loudest = np.argsort(-parts[:, first], kind="stable")[:MOST]
        return Choice(
            root=self.types[first],
            score=float(scores[first]),
            margin=float(scores[first] - scores[order[1]]),
            features=tuple((names[known[i]], float(parts[i, first])) for i in loudest),
        )


@cache
def weights() -> Weights:
    """Return the weights that ship with the package."""
    file = resources.files("dateline.data").joinpath("plover", "weights.npz")
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
        return Weights(
            types=tuple(str(name) for name in stored["types"]),
            keys=stored["keys"],
            table=stored["table"],
            scale=stored["scale"],
            bias=stored["bias"],
        )
