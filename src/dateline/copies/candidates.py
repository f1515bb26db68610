"""Which pairs of texts are worth comparing: a join over their keys, never all pairs."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.copies.fingerprint import Fingerprint

# Texts before it in order that a text is paired with for each key. A key that more hold is
# boilerplate (a byline, a legal notice) or that of a report much copied: copies share rarer keys
# too, or are reached through the ones between. 24 groups the 840 articles of the news measured as
# 200 does; of 1,000 reports made of the same few sentences, 200 compares half of all pairs.
COMMON = 24
# Keys that a pair must share. On the tuning half of the copies gold, copies put into other words
# share 7 or more, independent reports of one event up to 12, of other events up to 3.
LEAST = 4
# Share of the keys of the text that has fewer. On the same half, copies share 0.15 or more with
# their source; of reports of other events 95 in 100 share less than 0.02.
SHARE = 0.06
# Texts that one text is compared with at most: those that share most keys.
MOST = 48


def candidates(prints: Sequence[Fingerprint]) -> Iterator[list[int]]:
    """Yield, for each text in order, the earlier ones to compare it with, likest first."""
    earlier: list[list[int]] = [[] for _ in prints]
    later, first, shared = pairs(prints)
    sizes = np.array([len(one.keys) for one in prints])
    kept = shared >= np.maximum(LEAST, SHARE * np.minimum(sizes[later], sizes[first]))
    later, first, shared = later[kept], first[kept], shared[kept]
    for n in np.lexsort((first, -shared, later)).tolist():
        found = earlier[int(later[n])]
        if len(found) < MOST:
            found.append(int(first[n]))
    yield from earlier


def pairs(prints: Sequence[Fingerprint]) -> tuple[NDArray[np.int64], ...]:
    """Return all pairs that share a key, as `(later, earlier, keys shared)`."""
    sizes = [len(one.keys) for one in prints]
    none = np.empty(0, np.int64)
    if not sum(sizes):
        return none, none, none
    keys = np.concatenate([one.keys for one in prints])
    owner = np.repeat(np.arange(len(prints), dtype=np.int64), sizes)
    order = np.argsort(keys, kind="stable")
    keys, owner = keys[order], owner[order]
    packed = [
        (owner[step:][same] << 32) | owner[:-step][same]
        for step in range(1, min(COMMON, len(keys) - 1) + 1)
        if (same := keys[step:] == keys[:-step]).any()
    ]
    if not packed:
        return none, none, none
    found, shared = np.unique(np.concatenate(packed), return_counts=True)
    return found >> 32, found & 0xFFFFFFFF, shared
