"""Chains of mentions: average-link clustering of likely pairs, the likeliest first."""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dateline.data import table
from dateline.link.coreference.agree import NAMES, Agreement, groups
from dateline.link.coreference.documents import Documents
from dateline.link.coreference.told import Told

# Mean likelihood at which two chains become one; on ECB+ topics 1-35 within 0.2 from 0.35 to 0.45.
SAME = 0.4
# Likelihood of a pair that is not compared, as neither words nor reports are alike.
FAR = 0.1

Pair = tuple[str, str]


class Weights(NamedTuple):
    """A logistic model: a weight for each of `NAMES`, and what they are added to."""

    weights: tuple[float, ...]
    base: float

    def of(self, numbers: Sequence[float]) -> float:
        """Return a likelihood."""
        total = self.base + sum(w * n for w, n in zip(self.weights, numbers, strict=True))
        return 1 / (1 + math.exp(-total))


@cache
def fitted() -> Weights:
    """Return the weights of `data/link/coreference.tsv`."""
    found = {row["name"]: float(row["weight"]) for row in table("link/coreference")}
    return Weights(tuple(found[name] for name in NAMES), found["base"])


def cluster(
    mentions: Iterable[Told], words: Mapping[str, Sequence[str]], weights: Weights | None = None
) -> list[list[str]]:
    """Return the mentions, by id, that are of one event each, whatever order they come in.

    Args:
        mentions: of any reports.
        words: the content words (`told.content`) of each report, repeats included.
        weights: others than those that come with dateline.
    """
    found = sorted(mentions)
    model = weights or fitted()
    pairs = {(a.id, b.id): model.of(numbers) for a, b, numbers in compared(found, words)}
    return linked([told.id for told in found], pairs)


def compared(
    mentions: Sequence[Told], words: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Told, Told, tuple[float, ...]]]:
    """Yield the pairs of mentions that may be of one event, with what speaks for it.

    Only mentions of one report or of near ones, whose heads may name one act.
    """
    documents = Documents(words)
    agreement = Agreement(mentions, documents)
    by_key: dict[tuple[str, object], list[Told]] = defaultdict(list)
    for told in mentions:
        for key in (told.stem, *sorted(groups(told))):
            by_key[told.report, key].append(told)
    near: dict[str, set[str]] = defaultdict(set)
    for one, others in documents.near.items():
        for _, two in others:
            near[one].add(two)
            near[two].add(one)
    for told in mentions:
        seen = set()
        for report in sorted({told.report, *near.get(told.report, ())}):
            for key in (told.stem, *sorted(groups(told))):
                for other in by_key.get((report, key), ()):
                    if told.id < other.id and other.id not in seen:
                        seen.add(other.id)
                        yield told, other, agreement.of(told, other)


def linked(ids: Sequence[str], pairs: Mapping[Pair, float]) -> list[list[str]]:
    """Return chains: the two with the highest mean likelihood become one, until none reach `SAME`.

    Pairs that are not given count as `FAR`.
    """
    chains = {one: [one] for one in ids}
    # Of each two chains the sum of what their pairs have above `FAR`.
    over: dict[str, dict[str, float]] = {one: {} for one in ids}
    for (a, b), likelihood in pairs.items():
        over[a][b] = over[b][a] = likelihood - FAR
    heap = [(-likelihood, a, b, 1, 1) for (a, b), likelihood in pairs.items() if likelihood >= SAME]
    heapq.heapify(heap)
    while heap:
        _, a, b, size, other = heapq.heappop(heap)
        # A chain that has grown since is on the heap again.
        if len(chains.get(a, ())) != size or len(chains.get(b, ())) != other:
            continue
        chains[a] += chains.pop(b)
        for c, more in over.pop(b).items():
            del over[c][b]
            if c != a:
                over[a][c] = over[c][a] = over[a].get(c, 0.0) + more
        for c, total in over[a].items():
            mean = FAR + total / (len(chains[a]) * len(chains[c]))
            if mean >= SAME:
                heapq.heappush(heap, (-mean, a, c, len(chains[a]), len(chains[c])))
    return sorted(sorted(chain) for chain in chains.values())
