"""Names of states, bodies and groups as references: where each stands for who acts."""

from dateline.extract.actors.datelines import dateline
from dateline.extract.actors.hits import Hit, within_larger
from dateline.extract.actors.lexicon import Entry
from dateline.extract.actors.meaning import Context, choose
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.metonyms import acts, likened
from dateline.extract.actors.names import honorifics, named
from dateline.extract.actors.page import Page
from dateline.extract.actors.slots import INSIDE, Slot
from dateline.extract.actors.states import states
from dateline.extract.base import Ref, RefKind
from dateline.model import Actor, Span

# "Made it Russian", "is Greek": said of something, nobody who acts.
PREDICATES = frozenset({"acomp", "oprd", "attr"})
# A name that hangs on a noun thus is an adjective there: "the Ukraine crisis".
MODIFYING = frozenset({"amod", "compound", "nmod"})
KINDS: dict[str, RefKind] = {
    "state": "name", "adjective": "demonym", "demonym": "demonym", "combining": "demonym",
    "capital": "metonym", "metonym": "metonym", "organisation": "name", "agency": "office",
    "group": "group",
}  # fmt: skip


class Bodies:
    """Resolves the names of states, organisations, agencies and groups."""

    def __init__(self, page: Page, slots: list[Slot], context: Context) -> None:
        self.page, self.context = page, context
        self.covered = frozenset(i for slot in slots for i in range(slot.start, slot.end))
        self.cities = frozenset(
            i for slot in slots if slot.hit and slot.hit.kind == "capital"
            for i in range(slot.start, slot.end)
        )  # fmt: skip

    def read(self, slot: Slot) -> Mentioned | None:
        """Resolve one name; None where it names no actor."""
        page, hit = self.page, slot.hit
        if hit is None or within_larger(page, hit, self.covered) or self._beside_place(hit):
            return None
        entry = choose(page, hit.entries, (hit.start, hit.end), self.context)
        if entry is None or not self._named_to_act(hit, entry):
            return None
        code, role, plural = entry.code, entry.role, False
        people = entry.kind in {"demonym", "adjective"} and hit.only("demonym")
        if people and page.deps[slot.head] in PREDICATES and page.pos[slot.head] == "ADJ":
            return None
        if people and entry.country in states() and not self._modifies(hit):
            plural = True
            if page.lower[max(hit.start - 1, 0)] != "the":
                code, role = f"{entry.country} CVL", "CVL"
        span = page.span(slot.start, slot.end)
        if hit.inner:
            span = Span(report_id=span.report_id, start=hit.inner[0], end=hit.inner[1])
        actor = Actor(code=code, country=entry.country, name=entry.name, role=role, spans=(span,))
        kind = KINDS[entry.kind]
        if entry.kind == "state" and not hit.inner and page.deps[slot.head] in MODIFYING:
            kind = "demonym"
        ref = Ref(slot.start, slot.end, slot.head, (actor,), kind)
        return Mentioned(ref=ref, slot=slot, plural=plural)

    def _modifies(self, hit: Hit) -> bool:
        """Tell whether a name that may be a people is an adjective here ("Russian law")."""
        page = self.page
        head = page.head_of(hit.start, hit.end)
        after = page.pos[hit.end : hit.end + 1]
        return page.deps[head] in INSIDE or (
            bool(hit.only("adjective")) and after in (["ADJ"], ["NOUN"], ["PROPN"])
        )

    def _beside_place(self, hit: Hit) -> bool:
        """Tell whether a state only says where a city is ("The Hague, Netherlands").

        "After the talks in Paris, France banned" begins another phrase: France does something.
        """
        page, start = self.page, hit.start
        if page.deps[page.head_of(hit.start, hit.end)] in {"nsubj", "nsubjpass"}:
            return False
        if start < 2 or page.words[start - 1] != "," or not hit.only("state"):  # noqa: PLR2004 - city, comma
            return False
        return page.entities[start - 2] in {"GPE", "LOC", "FAC"} and (
            start - 2 not in self.covered or start - 2 in self.cities
        )

    def _longer(self, hit: Hit) -> bool:
        """Tell whether a body's name goes on to the left ("National Democratic Party")."""
        page, index = self.page, hit.start - 1
        return (
            index > page.bounds[page.sents[hit.start]][0]
            and index not in self.covered
            and named(page, index)
            and page.lower[index] not in honorifics()
            and page.entities[index] not in {"DATE", "TIME", "PERSON", "GPE", "NORP"}
        )

    def _named_to_act(self, hit: Hit, entry: Entry) -> bool:
        """Tell whether a name stands for who acts: not in a dateline, in a longer name, a place."""
        page, seat = self.page, entry.kind == "metonym"
        capitals = page.words[hit.start].isupper()
        if (capitals or entry.role == "JRN") and dateline(page, hit.start):
            return False
        if entry.kind in {"agency", "organisation"} and self._longer(hit):
            return False
        if likened(page, hit.start, hit.end):
            return False
        if seat or hit.kind == "capital":
            if hit.inner:
                return seat or not capitals
            return acts(page, hit.start, hit.end, seat=seat)
        return True
