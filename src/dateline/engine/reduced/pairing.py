"""Which texts to compare: a join over the keys that they share, in buckets of keys."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.copies.candidates import LEAST, Numbers, apart, counted, likest
from dateline.engine.layout import pyarrow
from dateline.engine.reduced.scratch import Scratch
from dateline.engine.reduced.tables import schemas
from dateline.engine.work import end_with_parent, kept


@dataclass(frozen=True)
class Pair:
    """Finds the pairs of texts that share keys of a bucket. A `Work`."""

    scratch: Scratch

    def begin(self) -> None:
        """See that the worker ends with its parent."""
        end_with_parent()

    def __call__(self, name: str) -> str:
        """Do a bucket."""
        return kept(lambda: self.pair(name))

    def pair(self, name: str) -> int:
        """Write the pairs of a bucket, unless that was done; return how many."""
        if self.scratch.has("pairs", name):
            return 0
        rows = self.scratch.of_split("keys", "bucket", name)
        keys, owners = rows["key"].to_numpy(), rows["n"].to_numpy()
        order = np.argsort(owners, kind="stable")
        packed, counts = counted(keys[order], owners[order])
        arrays = [pyarrow().array(each, "int64") for each in (packed, counts)]
        made = pyarrow().Table.from_arrays(arrays, schema=schemas()["pairs"])
        self.scratch.save("pairs", name, made)
        return len(packed)


def split_keys(daft: Any, scratch: Scratch, buckets: int) -> None:
    """Write the keys of all texts by buckets."""
    frame = daft.read_parquet(str(scratch.of("prints") / "*.parquet")).select("n", "key")
    keys = frame.explode("key").where(daft.col("key").not_null())
    scratch.split("keys", keys.with_column("bucket", daft.col("key") % buckets), "bucket")


def compared(daft: Any, scratch: Scratch, sizes: Numbers) -> list[list[int]]:
    """Return, for each text, the earlier ones to compare it with, likest first."""
    if not scratch.parts("pairs"):
        return [[] for _ in sizes]
    frame = daft.read_parquet(str(scratch.of("pairs") / "*.parquet"))
    sums = frame.groupby("pair").agg(daft.col("shared").sum())
    found = sums.where(daft.col("shared") >= LEAST).to_arrow()
    packed, counts = found["pair"].to_numpy(), found["shared"].to_numpy()
    return likest(*apart(packed, counts.astype(np.int64)), sizes)


def components(compared: Iterable[list[int]]) -> Numbers:
    """Return for each text the first of those that comparisons lead to from it."""
    parent: list[int] = []
    for n, earlier in enumerate(compared):
        parent.append(n)
        for one in (n, *earlier):
            a, b = root(parent, n), root(parent, one)
            parent[max(a, b)] = min(a, b)
    return np.array([root(parent, n) for n in range(len(parent))], np.int64)


def root(parent: list[int], n: int) -> int:
    """Return the first text of a group."""
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = parent[n]
    return n
