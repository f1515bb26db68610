"""Which pairs of texts are worth comparing: a join over their keys, never all pairs."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.copies.fingerprint import Fingerprint

Numbers = NDArray[np.int64]

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
    yield from likest(*pairs(prints), np.array([len(one.keys) for one in prints]))


def likest(later: Numbers, first: Numbers, shared: Numbers, sizes: Numbers) -> list[list[int]]:
    """Return, for each text, the earlier ones to compare it with, likest first.

    `later`, `first`, `shared`: the pairs that share enough keys, as `pairs` returns them; `sizes`:
    how many keys each text has.
    """
    earlier: list[list[int]] = [[] for _ in sizes]
    kept = shared >= SHARE * np.minimum(sizes[later], sizes[first])
    later, first, shared = later[kept], first[kept], shared[kept]
    for n in np.lexsort((first, -shared, later)).tolist():
        found = earlier[int(later[n])]
        if len(found) < MOST:
            found.append(int(first[n]))
    return earlier


def pairs(prints: Sequence[Fingerprint]) -> tuple[Numbers, Numbers, Numbers]:
    """Return all pairs that share `LEAST` keys, as `(later, earlier, keys shared)`."""
    keys = np.concatenate([np.empty(0, np.uint32), *(one.keys for one in prints)])
    owner = np.repeat(np.arange(len(prints)), [len(one.keys) for one in prints])
    packed, counts = counted(keys, owner)
    return apart(packed[counts >= LEAST], counts[counts >= LEAST])


def apart(packed: Numbers, counts: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return packed pairs as `(later, earlier, keys shared)`."""
    return packed >> 32, packed & 0xFFFFFFFF, counts


def counted(keys: NDArray[np.uint32], owner: Numbers) -> tuple[Numbers, Numbers]:
    """Return the pairs of texts that share keys, packed, and how many of these keys each shares.

    `owner`: the number of the text that has the key; those of one key come in order. Of pairs that
    share keys given elsewhere too, the sums of both count.
    """
    packed = np.concatenate([np.empty(0, np.int64), *sharing(keys, owner)])
    packed.sort()
    first_of_run = np.ones(len(packed), bool)
    first_of_run[1:] = packed[1:] != packed[:-1]
    starts = np.flatnonzero(first_of_run)
    return packed[starts], np.diff(starts, append=len(packed))


def sharing(keys: NDArray[np.uint32], owner: Numbers) -> Iterator[Numbers]:
    """Yield pairs of texts packed as `later << 32 | earlier`, each once for each key they share."""
    order = np.argsort(keys, kind="stable")
    keys, owner = keys[order], owner[order]
    here = np.arange(len(keys))
    for step in range(1, COMMON + 1):
        # A key that only `step` texts have has no pairs as far apart as this, nor farther.
        here = here[here >= step]
        here = here[keys[here] == keys[here - step]]
        if not len(here):
            return
        yield (owner[here] << 32) | owner[here - step]
