"""Group texts into voices: a join over keys finds the pairs, their likeness decides."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, Protocol

from dateline.copies.align import Source
from dateline.copies.candidates import candidates
from dateline.copies.fingerprint import Fingerprint
from dateline.copies.likeness import FAR, Likeness, reworded, shared
from dateline.copies.sentences import Prepared
from dateline.copies.speaker import speaker
from dateline.forest import Forest

# Texts kept ready to be compared; those of one story stand near one another in order.
READY = 512
# Share of a text that pieces of several voices make up before it counts as stitched from them.
WHOLE = 0.75
# A text that two voices hold so much of is a copy of both: they were one all along.
BOTH = 0.8
RANK = {"exact": 0, "near": 1, "cut": 2, "spun": 3, "stitched": 4}


class Link(NamedTuple):
    """Text `a` and text `b` are copies; `share` of the smaller one stands in the larger."""

    a: str
    b: str
    kind: str
    share: float


class Group(NamedTuple):
    """A voice: its texts, the one that speaks for them, and how each other one came of what."""

    source: str
    texts: list[str]
    links: list[Link]


class Alike(Protocol):
    """What is known of pairs of texts, `(copy, source)`: how like they are by their sentences."""

    def get(self, pair: tuple[str, str], /) -> Likeness | None:
        """Return what is known of a pair."""

    def __setitem__(self, pair: tuple[str, str], like: Likeness, /) -> None: ...


class Comparer:
    """Compares texts by their fingerprints, and sentence by sentence where these say too little."""

    def __init__(
        self,
        prints: Mapping[str, Fingerprint],
        text_of: Callable[[str], str] | None,
        alike: Alike | None = None,
    ) -> None:
        self.prints = prints
        self.text_of = text_of
        self.alike: Alike = {} if alike is None else alike
        self.source = lru_cache(READY)(self._source)

    def _source(self, text_id: str) -> Source:
        return Source(Prepared(self.text_of(text_id) if self.text_of else ""))

    def likeness(self, copy: str, source: str) -> Likeness:
        """Return whether and how one text is a copy of another."""
        one, two = self.prints[copy], self.prints[source]
        like = shared(one, two)
        if like.kind or self.text_of is None or like.share < FAR:
            return like
        known = self.alike.get((copy, source))
        if known is None:
            known = self.alike[copy, source] = self.reworded(copy, source)
        return known

    def reworded(self, copy: str, source: str) -> Likeness:
        """Return whether and how one text is made from another, or the longer from the shorter."""
        like = Likeness("", 0.0)
        if self.prints[copy].words > self.prints[source].words:
            like = reworded(self.source(source).text, self.source(copy))
        if like.kind != "spun":
            like = reworded(self.source(copy).text, self.source(source))
        return like


def voices(
    prints: Iterable[tuple[str, Fingerprint]],
    order: Mapping[str, tuple[str, int, str]],
    text_of: Callable[[str], str] | None = None,
    damage: Mapping[str, int] | None = None,
    alike: Alike | None = None,
) -> list[Group]:
    """Group texts into voices.

    Args:
        prints: text ids with their fingerprints, in any order.
        order: text id to its sort key (published date, length, id).
        text_of: gives a text by its id, to find copies put into other words; without it only
            exact, near and cut ones are found.
        damage: how garbled a text is by itself, 0 where not given.
        alike: what is known already of pairs of texts; what is found out is added.

    Returns:
        The voices in the order of their first texts, each with the text that speaks for it.
    """
    known = dict(sorted(prints, key=lambda pair: order[pair[0]]))
    compared = candidates(list(known.values()))
    return grouped(known, compared, order, text_of, damage or {}, alike)


def grouped(
    known: Mapping[str, Fingerprint],
    compared: Iterable[list[int]],
    order: Mapping[str, tuple[str, int, str]],
    text_of: Callable[[str], str] | None,
    damage: Mapping[str, int],
    alike: Alike | None = None,
) -> list[Group]:
    """Group texts, in their order, of which is known for each to which earlier ones it compares.

    Texts that no candidate leads from one to the other are grouped apart as they are together.
    """
    ids = list(known)
    comparer = Comparer(known, text_of, alike)
    forest = Forest(key=lambda text_id: order[text_id])
    lineage: dict[str, list[Link]] = {}
    for text_id, earlier in zip(ids, compared, strict=True):
        lineage[text_id] = join(forest, list(links(forest, comparer, text_id, earlier, ids)))
    return [
        group(texts, lineage, comparer, speaker(texts, known, order, damage, text_of))
        for _, texts in forest.groups()
    ]


def links(
    forest: Forest, comparer: Comparer, text_id: str, earlier: list[int], ids: list[str]
) -> Iterator[Link]:
    """Yield how a text is like earlier ones, those that are likest by their keys first.

    Of a voice that it is a copy of, no other text is looked at: a story of a thousand copies
    would be compared with itself a million times.
    """
    forest.root(text_id)
    found = set()
    for n in earlier:
        if forest.root(ids[n]) in found:
            continue
        like = comparer.likeness(text_id, ids[n])
        if is_copy(like):
            found.add(forest.root(ids[n]))
        if like.kind:
            yield Link(ids[n], text_id, like.kind, like.share)


def join(forest: Forest, found: list[Link]) -> list[Link]:
    """Put a text into the voice it is a copy of, and return what it was made from.

    A text that holds much of two voices is stitched from both: it joins the one that gives it
    most, and does not make one of the two. Where each of the two holds nearly all of it, all three
    are one.
    """
    best: dict[str, Link] = {}
    for link in sorted(found, key=lambda one: (RANK.get(one.kind, len(RANK)), -one.share, one.a)):
        best.setdefault(forest.root(link.a), link)
    full = [link for link in best.values() if link.kind != "piece"]
    if full:
        for link in full:
            if link is full[0] or (link.share >= BOTH and link.kind != "cut"):
                forest.join(link.a, link.b)
        other = [link._replace(kind="stitched") for link in full[1:] if apart(forest, link)]
        return [full[0], *other]
    pieces = sorted(best.values(), key=lambda one: (-one.share, one.a))
    if len(pieces) > 1 and sum(link.share for link in pieces) >= WHOLE:
        forest.join(pieces[0].a, pieces[0].b)
        return [link._replace(kind="stitched") for link in pieces]
    return []


def apart(forest: Forest, link: Link) -> bool:
    """Tell whether a link's texts are of two voices."""
    return forest.root(link.a) != forest.root(link.b)


def group(
    texts: list[str], lineage: Mapping[str, list[Link]], comparer: Comparer, source: str
) -> Group:
    """Return a voice of texts with its source, and how each other text came of it."""
    links = []
    for text_id in texts:
        made = lineage[text_id]
        known = any(link.kind == "stitched" or link.a == source for link in made)
        if text_id != source and not known:
            like = comparer.likeness(text_id, source)
            # A copy of a copy may be like its source no more; what it was made from it is like.
            made = [Link(source, text_id, like.kind, like.share)] if is_copy(like) else made
        links += [link for link in made if text_id != source]
    return Group(source, texts, links)


def is_copy(like: Likeness) -> bool:
    """Tell whether a text as a whole is a copy."""
    return like.kind in RANK
