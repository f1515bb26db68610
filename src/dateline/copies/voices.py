"""Group texts into voices: an inverted index over sampled 3-grams, never all pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from dateline.copies.fingerprint import SHORT, Fingerprint
from dateline.forest import Forest

# Share of the smaller text's 3-grams that the larger holds. Measured on the example corpus:
# independent reports of one event stay below 0.12, one that quotes the same press conference at
# length below 0.35; wire-edited and cut copies lie above 0.68.
COPY = 0.55
# Below this ratio of lengths a contained text is a cut copy, above it a near copy.
CUT = 0.8
# Texts kept for each key, the earliest. A key that more hold is boilerplate (a byline, a legal
# notice) or that of a report much copied: copies share rarer keys too, or are reached through the
# first ones. 24 groups the 840 articles of the news measured as 200 does; of 1,000 reports made of
# the same few sentences, 200 compares half of all pairs.
COMMON = 24


@dataclass(frozen=True, slots=True)
class Link:
    """Text `a` and text `b` are copies; `share` of the smaller one stands in the larger."""

    a: str
    b: str
    kind: str
    share: float


@dataclass(slots=True)
class Index:
    """An incremental index: add texts by id, get the copies among those added before."""

    prints: dict[str, Fingerprint] = field(default_factory=dict)
    postings: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, text_id: str, print_: Fingerprint) -> list[Link]:
        """Add a text and return its links to earlier ones, best first."""
        links = sorted(self.links(text_id, print_), key=lambda link: (-link.share, link.a))
        self.prints[text_id] = print_
        for key in print_.keys.tolist():
            posting = self.postings[key]
            if len(posting) < COMMON:
                posting.append(text_id)
        return links

    def links(self, text_id: str, print_: Fingerprint) -> Iterator[Link]:
        """Yield the links of a text to those in the index."""
        if print_.words < SHORT:
            return
        hits = Counter(
            other for key in print_.keys.tolist() for other in self.postings.get(key, ())
        )
        for other, shared in hits.items():
            there = self.prints[other]
            if shared < least_keys(print_, there):
                continue
            small, large = sorted((print_, there), key=lambda p: (len(p.grams), p.words))
            both = np.intersect1d(small.grams, large.grams, assume_unique=True)
            share = len(both) / max(1, len(small.grams))
            if share >= COPY:
                kind = "near" if small.words >= CUT * large.words else "cut"
                yield Link(other, text_id, kind, round(share, 4))


def least_keys(one: Fingerprint, two: Fingerprint) -> int:
    """Return how many shared keys make a pair worth comparing: a third of what copies share."""
    return max(1, int(min(len(one.keys), len(two.keys)) * COPY / 3))


def voices(
    prints: Iterable[tuple[str, Fingerprint]], order: Mapping[str, tuple[str, int, str]]
) -> list[tuple[str, list[str], list[Link]]]:
    """Group texts into voices.

    Args:
        prints: text ids with their fingerprints, in any order.
        order: text id to its sort key (published date, length, id): the least is the voice's
            source.

    Returns:
        `(source, texts, links)` per voice, in the order of their sources.
    """
    index = Index()
    forest = Forest(key=lambda text_id: order[text_id])
    found: list[Link] = []
    for text_id, print_ in sorted(prints, key=lambda pair: order[pair[0]]):
        forest.root(text_id)
        for link in index.add(text_id, print_):
            found.append(link)
            forest.join(link.a, link.b)
    linked: dict[str, list[Link]] = defaultdict(list)
    for link in found:
        linked[forest.root(link.a)].append(link)
    return [(source, texts, linked[source]) for source, texts in forest.groups()]
