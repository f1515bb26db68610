"""Bodies without a state's name: "the government in Lima", "a grand jury", "the ministry"."""

from collections.abc import Iterable
from functools import cache

from dateline.data import table, values
from dateline.extract.actors.hits import Hit
from dateline.extract.actors.lexicon import Entry
from dateline.extract.actors.meaning import choices
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import Page
from dateline.extract.actors.resolve import Resolver
from dateline.extract.actors.slots import Slot
from dateline.extract.actors.states import states

PLACES = frozenset({"capital", "city", "state"})
REGIONS = frozenset({"capital", "city", "place"})


@cache
def _rules() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return how to words to the states they may belong to."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in table("actors/seated"):
        for words in values(row["words"]):
            found.setdefault(row["how"], {})[words] = tuple(values(row["states"]))
    return found


class Seated:
    """Resolves bodies by the place they sit in, or by the states that have such bodies."""

    def __init__(self, page: Page, resolver: Resolver, hits: Iterable[Hit]) -> None:
        """`hits` are all names of the page, those of cities among them."""
        self.page, self.resolver = page, resolver
        hits = list(hits)
        self.places = {hit.start: hit for hit in hits if hit.kind in PLACES}
        self.regions = {hit.start: hit for hit in hits if hit.kind in REGIONS}
        self.ending = {hit.end: hit for hit in self.regions.values()}

    def placed(self, slot: Slot) -> Mentioned | None:
        """Resolve "the government in Lima", and "a grand jury" where the report tells whose."""
        title = slot.title
        if slot.sort != "role" or not title or slot.bases or slot.owner or slot.turn or slot.linked:
            return None
        if title.words not in _known() or self._described(slot):
            return None
        land = (
            self._in(slot, title.words)
            or self._local(slot, title.words)
            or self._named(title.words)
        )
        return self._of(land, slot) if land else None

    def at_home(self, slot: Slot) -> Mentioned | None:
        """Resolve "the ministry" by the state of the dateline."""
        home = self.resolver.context.home
        title = slot.title
        if title is None or title.words not in _rules()["home"] or home not in states():
            return None
        return self._of(home, slot)

    def _of(self, land: str, slot: Slot) -> Mentioned:
        """Return the body as a state's."""
        base = Entry("state", land, land, states()[land].name)
        actor = self.resolver.of_role(base, slot)
        return Mentioned(ref=self.resolver.ref(slot, [actor], "office"), slot=slot)

    def _described(self, slot: Slot) -> bool:
        """Tell whether a capitalised word before a title says more of it ("European officials")."""
        word = self.page.words[slot.start - 1] if slot.start else ""
        return word[:1].isupper() and self.page.pos[slot.start - 1] in {"ADJ", "PROPN"}

    def _in(self, slot: Slot, words: str) -> str:
        """Return the state of the place after "in"."""
        if self.page.lower[slot.end : slot.end + 1] != ["in"]:
            return ""
        hit = self.places.get(slot.end + 1)
        lands = {entry.country for entry in hit.entries if entry.country} if hit else set()
        if hit is None or len(lands) != 1:
            return ""
        codes = choices().get(self.page.text(hit.start, hit.end), ())
        # Officials in Brussels are of no one state.
        capital = hit.kind == "capital" and not any(code.startswith("IGO ") for code in codes)
        allowed = words in _rules()["place"] or (words in _rules()["capital"] and capital)
        land = next(iter(lands))
        return land if allowed and land in states() else ""

    def _local(self, slot: Slot, words: str) -> str:
        """Return the state of the region or city whose office it is ("the governor of Texas")."""
        if words not in _rules()["local"]:
            return ""
        hit = self.ending.get(slot.start)
        if slot.start and self.page.lower[slot.start - 1] in {"'s", "'"}:
            hit = self.ending.get(slot.start - 1)
        if self.page.lower[slot.end : slot.end + 1] == ["of"]:
            hit = self.regions.get(slot.end + 1)
        lands = {entry.country for entry in hit.entries if entry.country} if hit else set()
        return next(iter(lands)) if len(lands) == 1 else ""

    def _named(self, words: str) -> str:
        """Return the one state with such a body that the report names."""
        context = self.resolver.context
        codes = _rules()["named"].get(words, ())
        if context.home in codes:
            return context.home
        named = [code for code in codes if context.lands[code]]
        return named[0] if len(named) == 1 else ""


@cache
def _known() -> frozenset[str]:
    return frozenset(
        words for how in ("place", "capital", "local", "named") for words in _rules()[how]
    )
