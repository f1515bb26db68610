"""How many events there are on each day, by lane and kind, so that any window is a difference."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

KINDS = ("cooperation", "conflict", "other")


@dataclass(frozen=True, slots=True)
class Density:
    """Counts by day, from the ordinal `first`.

    `share[lane, kind, n]` is the number of events before day `first + n`; an event whose date is
    a range counts on each of its days by an equal share.
    """

    first: int
    share: NDArray[np.float64]

    @property
    def span(self) -> tuple[int, int]:
        """First and last day that any event may be of."""
        return self.first, self.first + self.share.shape[2] - 2

    def counts(self, edges: list[int]) -> NDArray[np.float64]:
        """Return the counts between ordinals: `[lane, kind, bin]`."""
        places = np.clip(np.array(edges) - self.first, 0, self.share.shape[2] - 1)
        return np.diff(self.share[:, :, places], axis=2)


def density(table: NDArray[np.int64], lanes: int) -> Density:
    """Sum up the lines of `Rows.table`, at least one, by day."""
    _, start, end, lane, kind = table.T
    last = np.maximum(end, start)
    first = int(start.min())
    size = int(last.max()) - first + 3
    change = np.zeros(lanes * len(KINDS) * size)
    each = 1 / (last - start + 1)
    place = (lane * len(KINDS) + kind) * size - first
    change += np.bincount(place + start + 1, each, len(change))
    change -= np.bincount(place + last + 2, each, len(change))
    share = change.reshape(lanes, len(KINDS), size).cumsum(axis=2).cumsum(axis=2)
    return Density(first=first, share=share[:, :, : size - 1])


def iso(day: int) -> str:
    """Return an ordinal as a date in ISO 8601, within the years that have one."""
    return dt.date.fromordinal(min(max(day, 1), dt.date.max.toordinal())).isoformat()
