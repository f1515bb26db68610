"""Places where something may happen: cities, capitals as places, states, seas, named sites."""

from collections.abc import Iterable

from spacy.tokens import Doc

from dateline.extract.actors.datelines import dateline
from dateline.extract.actors.hits import LARGER, Hit, entity, hits
from dateline.extract.actors.lexicon import Entry, scan
from dateline.extract.actors.meaning import Context, choose, context
from dateline.extract.actors.names import named
from dateline.extract.actors.page import Page, page
from dateline.extract.base import PlaceRef, Ref
from dateline.model import Place, Report

# After "to" and "from" a state is oftener an actor: those places are left to cities.
WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "into", "across", "through",
                   "throughout", "within", "off", "along", "via"})  # fmt: skip
LOCATED = frozenset({"GPE", "LOC", "FAC"})
# Names that are a place wherever they stand, unless they act.
SITES = frozenset({"city", "place"})


def find(doc: Doc, refs: Iterable[Ref], report: Report) -> list[PlaceRef]:
    """Return the places named in a parsed report, by start, none overlapping.

    A capital or seat that `refs` read as its state is left out; a state is a place after a
    preposition of place ("in Kenya"), and then has both references. A dateline places nothing.
    A city that several states have is of the one that the report names most. Names outside the
    tables have no country.
    """
    leaf = page(doc, report)
    found = Finder(leaf, refs)
    names = hits(leaf, scan(report.text), report.published)
    around = context(leaf, names)
    for hit in names:
        found.name(hit, around)
    for start, begins in enumerate(leaf.entity_starts):
        if begins and leaf.entities[start] in LOCATED:
            found.located(start)
    return sorted(found.places, key=lambda ref: ref.start)


class Finder:
    """Collects the places of a page."""

    def __init__(self, leaf: Page, refs: Iterable[Ref]) -> None:
        self.page = leaf
        self.acting = {index for ref in refs for index in range(ref.start, ref.end)}
        self.taken: set[int] = set()
        self.places: list[PlaceRef] = []

    def name(self, hit: Hit, around: Context) -> None:
        """Take a name of the tables, where it is a place here."""
        self.taken.update(range(hit.start, hit.end))
        acts = hit.start in self.acting and hit.only("capital", "metonym")
        if hit.inner or acts or dateline(self.page, hit.start):
            return
        if self._part(hit):
            return
        entry = self._entry(hit, around)
        if entry:
            name = entry.name if entry.kind in SITES else self.page.text(hit.start, hit.end)
            self._add(hit.start, hit.end, name, entry.country)

    def _entry(self, hit: Hit, around: Context) -> Entry | None:
        own = hit.only("state", "metonym")
        if own and self._after_where(hit.start):
            entry = choose(self.page, own, (hit.start, hit.end), around)
            if entry:
                return entry
        sites = hit.only(*SITES) if not own or own[0].kind == "state" else ()
        if own and sites and choose(self.page, own, (hit.start, hit.end), around):
            return None
        ranked = sorted(sites, key=lambda entry: -around.support(entry.country or ""))
        return ranked[0] if ranked else None

    def _part(self, hit: Hit) -> bool:
        """Tell whether a name is part of a longer one that is no place ("Kenya Airways")."""
        page = self.page
        if page.entities[hit.start] not in LARGER - LOCATED:
            return False
        start, end = entity(page, hit.start)
        return any(named(page, i) for i in (*range(start, hit.start), *range(hit.end, end)))

    def located(self, start: int) -> None:
        """Take a place that only the entity recogniser knows, after a preposition of place."""
        page = self.page
        first, last = entity(page, start)
        while first < last - 1 and page.pos[first] == "DET":
            first += 1
        if self.taken & set(range(first, last)) or dateline(page, first):
            return
        if self._after_where(first) and page.words[first][:1].isupper():
            self._add(first, last, page.text(first, last), None)

    def _after_where(self, start: int) -> bool:
        """Tell whether a preposition of place stands before a name."""
        page, index = self.page, start - 1
        while index >= 0 and page.pos[index] in {"DET", "ADJ"}:
            index -= 1
        return index >= 0 and page.lower[index] in WHERE

    def _add(self, start: int, end: int, name: str, country: str | None) -> None:
        page = self.page
        place = Place(name=name, country=country, span=page.span(start, end))
        self.places.append(PlaceRef(start, end, page.head_of(start, end), place))
