"""Offices without a state: "the president", "the ministry", "his Russian counterpart"."""

from dateline.extract.actors.cast import Known
from dateline.extract.actors.discourse import Discourse
from dateline.extract.actors.lexicon import Entry
from dateline.extract.actors.page import Page
from dateline.extract.actors.people import holder
from dateline.extract.actors.resolve import Mentioned, Resolver
from dateline.extract.actors.slots import Slot
from dateline.extract.actors.states import states
from dateline.extract.actors.titles import LEADER, SHARED
from dateline.extract.base import Ref

# "The president" is looked for so many sentences back, "the ministry" too.
OFFICE_REACH = 6
COUNTERPART = frozenset({"counterpart", "counterparts", "opposite number"})


class Offices:
    """Resolves titles by what the report has said before, or by its dateline."""

    def __init__(self, page: Page, resolver: Resolver, discourse: Discourse) -> None:
        self.page, self.resolver, self.discourse = page, resolver, discourse

    def counterpart(self, slot: Slot) -> Mentioned | None:
        """Resolve "his Russian counterpart" to who holds the same office in that state."""
        title = slot.title
        if not title or title.words not in COUNTERPART or slot.name or slot.plural:
            return None
        bases = self.resolver.bases(slot)
        offices = self._office_here(slot)
        if len(bases) != 1 or not offices or not bases[0].country or slot.linked:
            return None
        years = self.page.years(slot.start)
        day = self.page.day
        if years and day and day.year not in years:
            return None
        person = holder(bases[0].country, [o for o in offices if o not in SHARED], day)
        if not person:
            return None
        actor, term = self.resolver.cast.actor(person, slot)
        known = Known(slot.start, actor, (term.office,))
        self.resolver.cast.remember(known, person)
        return self._as(slot, known)

    def _office_here(self, slot: Slot) -> tuple[str, ...]:
        """Return the office of whose counterpart it is: the last person of the sentence."""
        for mentioned in self.discourse.recent(slot.start, 1):
            if mentioned.person and mentioned.offices:
                return mentioned.offices
        return ()

    def _as(self, slot: Slot, known: Known) -> Mentioned:
        page = self.page
        head = page.head_of(*slot.titled) if slot.titled else slot.head
        ref = Ref(
            slot.start, slot.end, head, (page.actor(known.actor, slot.start, slot.end),), "office"
        )
        return Mentioned(ref, slot, True, False, known.gender, known.offices)

    def bare(self, slot: Slot) -> Mentioned | None:
        """Resolve a definite title without a state; None where the text leaves it open."""
        title = slot.title
        if slot.sort != "role" or not title or slot.bases or slot.owner or slot.turn:
            return None
        if slot.plural and title.person:
            return None
        if not self._definite(slot):
            return None
        before = self._before(slot)
        if before or before is None:
            return before or None
        home = self.resolver.context.home
        if not home or not title.official or home not in states():
            return None
        base = Entry("state", home, home, states()[home].name)
        holding = self.resolver.holder(slot, [base]) if title.person else None
        if holding:
            return self._as(slot, holding)
        if (
            title.person
            or title.role not in {"GOV", "MIL", "LEG"}
            or not title.words.endswith("ministry")
        ):
            return None
        actor = self.resolver.of_role(base, slot)
        return self._as_body(slot, (actor.code, actor.name), actor.role, actor.country)

    def _as_body(
        self, slot: Slot, named: tuple[str, str], role: str, country: str | None
    ) -> Mentioned:
        from dateline.model import Actor

        page = self.page
        actor = Actor(code=named[0], country=country, name=named[1], role=role)
        ref = Ref(
            slot.start, slot.end, slot.head, (page.actor(actor, slot.start, slot.end),), "office"
        )
        return Mentioned(ref, slot)

    def _definite(self, slot: Slot) -> bool:
        """Tell whether "the" stands right before, and no "of" or name after."""
        page = self.page
        if not slot.start or page.lower[slot.start - 1] != "the":
            return False
        return slot.end >= len(page.words) or page.lower[slot.end] not in {"of", "for", "-", "in"}

    def _before(self, slot: Slot) -> Mentioned | None | bool:
        """Return the last mention of that office or body; None if two differ; False if none."""
        title = slot.title
        if title is None:
            return False
        found: dict[tuple[str, str], Mentioned] = {}
        for mentioned in self.discourse.recent(slot.start, OFFICE_REACH):
            if len(mentioned.ref.actors) != 1:
                continue
            actor = mentioned.ref.actors[0]
            if title.person and title.offices:
                same = mentioned.person and (
                    set(mentioned.offices) & set(title.offices) or LEADER in title.offices
                )
            else:
                same = self._same_body(mentioned, title.words.split()[-1])
            if same:
                found.setdefault((actor.code, actor.name), mentioned)
        if not found:
            return False
        if len(found) > 1:
            return None
        like = next(iter(found.values()))
        page = self.page
        placed = page.actor(like.ref.actors[0], slot.start, slot.end)
        ref = Ref(slot.start, slot.end, slot.head, (placed,), "office")
        return Mentioned(ref, slot, like.person, like.plural, like.gender, like.offices)

    @staticmethod
    def _same_body(mentioned: Mentioned, noun: str) -> bool:
        slot = mentioned.slot
        return bool(
            slot and slot.title and not mentioned.person and slot.title.words.split()[-1] == noun
        )
