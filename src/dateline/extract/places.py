"""Places where something may happen: cities, capitals as places, states, seas, named sites."""

from collections.abc import Iterable

from spacy.tokens import Doc

from dateline.extract.actors.datelines import dateline
from dateline.extract.actors.hits import Hit, entity, hits
from dateline.extract.actors.lexicon import Entry, scan
from dateline.extract.actors.page import Page, page
from dateline.extract.base import PlaceRef, Ref
from dateline.model import Place, Report

# "To" and "from" only sometimes say where; a state after them is left to its reference.
WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "into", "across", "through",
                   "throughout", "within", "off", "along", "via"})  # fmt: skip
LOCATED = frozenset({"GPE", "LOC", "FAC"})


def find(doc: Doc, refs: Iterable[Ref], report: Report) -> list[PlaceRef]:
    """Return the places named in a parsed report, by start, none overlapping.

    A capital or seat that `refs` already read as its state is left out. A state is a place only
    after a preposition of place. A dateline is no place of any event.
    """
    leaf = page(doc, report)
    actors = {index for ref in refs for index in range(ref.start, ref.end) if ref.kind == "metonym"}
    found: list[PlaceRef] = []
    reached = 0
    taken: set[int] = set()
    for hit in hits(leaf, scan(report.text), report.published):
        taken.update(range(hit.start, hit.end))
        entry = next((e for e in hit.entries if _placed(leaf, hit, e)), None)
        if entry is None or hit.inner or hit.start in actors or hit.start < reached:
            continue
        if entry.kind in {"city", "capital"} and dateline(leaf, hit.start):
            continue
        found.append(_ref(leaf, hit.start, hit.end, entry.country))
        reached = hit.end
    for start, begins in enumerate(leaf.entity_starts):
        if begins and leaf.entities[start] in LOCATED and start not in taken:
            first, last = entity(leaf, start)
            if (
                not taken & set(range(first, last))
                and _after_where(leaf, first)
                and not dateline(leaf, first)
            ):
                found.append(_ref(leaf, first, last, None))
    return sorted(found, key=lambda ref: ref.start)


def _placed(leaf: Page, hit: Hit, entry: Entry) -> bool:
    """Tell whether a name, so read, is a place here."""
    if entry.kind in {"city", "place", "capital"}:
        return True
    return entry.kind in {"state", "metonym"} and _after_where(leaf, hit.start)


def _after_where(leaf: Page, start: int) -> bool:
    """Tell whether a preposition of place stands before a name."""
    index = start - 1
    while index >= 0 and leaf.pos[index] in {"DET", "ADJ"}:
        index -= 1
    return index >= 0 and leaf.lower[index] in WHERE


def _ref(leaf: Page, start: int, end: int, country: str | None) -> PlaceRef:
    span = leaf.span(start, end)
    name = leaf.text(start, end)
    return PlaceRef(
        start, end, leaf.head_of(start, end), Place(name=name, country=country, span=span)
    )
