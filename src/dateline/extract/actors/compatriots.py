"""Persons called by their people: "the Russian" after Putin is Putin, and never Russia."""

from functools import cache

from dateline.data import table, values
from dateline.extract.actors.discourse import Discourse
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import SUBJECTS, Page
from dateline.extract.actors.resolve import Resolver
from dateline.extract.actors.slots import Slot

# The person was named in this sentence or so many before it.
REACH = 6
ALONE = frozenset({*SUBJECTS, "dobj", "pobj", "dative"})
ONE_OF = ("man", "woman")


@cache
def _singular() -> frozenset[str]:
    """Return the names of a people that mean one of them."""
    rows = [values(row["demonyms"]) for row in table("states")]
    return frozenset(
        form for forms in rows for form in forms if form + "s" in forms or form.endswith(ONE_OF)
    )


class Compatriots:
    """Resolves "the Russian", "the American" to persons."""

    def __init__(self, page: Page, resolver: Resolver, discourse: Discourse) -> None:
        self.page, self.resolver, self.discourse = page, resolver, discourse

    def one(self, slot: Slot) -> bool:
        """Tell whether a slot names one of a people after "the"."""
        page, hit = self.page, slot.hit
        if slot.sort != "body" or hit is None or hit.inner or not hit.only("demonym"):
            return False
        return (
            page.text(slot.start, slot.end) in _singular()
            and page.lower[slot.start - 1 : slot.start] == ["the"]
            and page.deps[slot.head] in ALONE
        )

    def read(self, slot: Slot) -> Mentioned | None:
        """Return the one person of that people named before; None where there is none."""
        lands = {entry.country for entry in slot.hit.entries} if slot.hit else set()
        found: dict[str, Mentioned] = {}
        for one in self.discourse.recent(slot.start, REACH):
            actor = one.ref.actors[0]
            if one.person and actor.country in lands:
                found.setdefault(actor.name, one)
        if len(found) != 1:
            return None
        one = next(iter(found.values()))
        return one.again(self.resolver.ref(slot, list(one.ref.actors), "demonym"), slot)
