"""Offices without a state: "the president", "the ministry", "his Russian counterpart"."""

from collections.abc import Callable

from dateline.extract.actors.cast import Known
from dateline.extract.actors.discourse import Discourse
from dateline.extract.actors.dominant import located
from dateline.extract.actors.figures import portray
from dateline.extract.actors.lexicon import Entry
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import Page
from dateline.extract.actors.parties import OFFICIAL
from dateline.extract.actors.people import holder
from dateline.extract.actors.resolve import Resolver
from dateline.extract.actors.seated import Seated
from dateline.extract.actors.slots import Slot
from dateline.extract.actors.states import states
from dateline.extract.actors.titles import LEADER, SHARED, Title

# "The president" is looked for so many sentences back, "the ministry" too.
OFFICE_REACH = 6
OBJECTS = frozenset({"dobj", "dative", "pobj"})
NAMING = frozenset({"name", "title"})
COUNTERPART = frozenset({"counterpart", "counterparts", "opposite number"})


class Offices:
    """Resolves titles by what the report has said before, or by its dateline."""

    def __init__(
        self,
        page: Page,
        resolver: Resolver,
        discourse: Discourse,
        seated: Seated,
        ahead: Callable[[int], Known | None],
    ) -> None:
        """`ahead` tells who is named at a token further on."""
        self.page, self.resolver, self.discourse = page, resolver, discourse
        self.seated, self.ahead = seated, ahead

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
        actor, term = portray(self.page, person, slot)
        known = Known(slot.start, actor, (term.office,))
        self.resolver.cast.remember(known, person)
        return self.resolver.office(slot, known)

    def _office_here(self, slot: Slot) -> tuple[str, ...]:
        """Return the office of whose counterpart it is: the last person of the sentence."""
        for mentioned in self.discourse.recent(slot.start, 1):
            if mentioned.person and mentioned.offices:
                return mentioned.offices
        return ()

    def again(self, slot: Slot) -> Mentioned | None:
        """Resolve "the Russian minister" to the one such person named before, if there is one."""
        title = slot.title
        if slot.sort != "role" or not title or not title.person or slot.plural or slot.turn:
            return None
        bases = self.resolver.bases(slot) if slot.bases and not slot.linked else []
        if len(bases) != 1 or not self._definite(slot):
            return None
        noun = title.words.split()[-1]
        found: dict[str, Mentioned] = {}
        for one in self.discourse.recent(slot.start, OFFICE_REACH):
            actor = one.ref.actors[0]
            # Keys of offices end as their titles do: `foreign_minister`.
            held = {office.split("_")[-1] for office in one.offices}
            if one.person and actor.country == bases[0].country and noun in held:
                found.setdefault(actor.name, one)
        if len(found) != 1:
            return None
        one = next(iter(found.values()))
        return one.again(self.resolver.ref(slot, list(one.ref.actors), "office"), slot)

    def bare(self, slot: Slot) -> Mentioned | None:
        """Resolve a definite title without a state; None where the text leaves it open."""
        title = slot.title
        if slot.sort != "role" or not title or slot.bases or slot.owner or slot.turn:
            return None
        if not self._definite(slot) or (slot.plural and title.person):
            return None
        before = self._before(slot)
        if not before:
            return self._of_home(slot, title)
        one = before[0] if len(before) == 1 else self._likeliest(slot, before)
        if one is None or self._elsewhere(slot, one, sure=len(before) > 1):
            return None
        return one.again(self.resolver.ref(slot, list(one.ref.actors), "office"), slot)

    def _likeliest(self, slot: Slot, before: list[Mentioned]) -> Mentioned | None:
        """Return which of several holders is meant, where sentence or dateline tell it."""
        sent = self.page.sents[slot.start]
        here = {
            actor.country
            for other in self.discourse.recent(slot.start, 0)
            if not located(self.page, other)
            for actor in other.ref.actors
            if actor.country
        }
        named = [one for one in before if one.ref.actors[0].country in here]
        if named or here:
            return named[0] if len(named) == 1 else None
        for subject in self.discourse.subjects(sent - 1) or [] if sent else []:
            for one in before:
                if one.ref.actors[0].name == subject.ref.actors[0].name:
                    return one
        home = self.resolver.context.home
        local = [one for one in before if one.ref.actors[0].country == home]
        return local[0] if len(local) == 1 else None

    def _elsewhere(self, slot: Slot, one: Mentioned, *, sure: bool) -> bool:
        """Tell whether the dateline or the sentence speaks of another state than the one named."""
        own = {actor.country for actor in one.ref.actors}
        home, sents = self.resolver.context.home, self.page.sents
        if not sure and home and home not in own and sents[slot.start] - sents[one.ref.start] > 1:
            return True
        return any(
            actor.country not in own
            for other in self.discourse.recent(slot.start, 0)
            if not other.person
            for actor in other.ref.actors
            if actor.country and actor.role in OFFICIAL and actor.role
        )

    def _of_home(self, slot: Slot, title: Title) -> Mentioned | None:
        """Resolve an office or a ministry by the state of the dateline."""
        home = self._capital_here(slot) or self.resolver.context.home
        if home not in states() or not title.official:
            return None
        base = Entry("state", home, home, states()[home].name)
        if title.person:
            holding = self.resolver.holder(slot, [base])
            return self.resolver.office(slot, holding) if holding else None
        return self.seated.at_home(slot)

    def _capital_here(self, slot: Slot) -> str:
        """Return the state whose capital stands before in the sentence ("In Kyiv the ...")."""
        page = self.page
        for other in reversed(self.resolver.slots):
            hit = other.hit
            before = hit and hit.kind == "capital" and hit.end <= slot.start
            if hit and before and page.sents[hit.start] == page.sents[slot.start]:
                return hit.entries[0].code
        return ""

    def _definite(self, slot: Slot) -> bool:
        """Tell whether "the" stands right before, and no "of" or name after."""
        page = self.page
        if not slot.start or page.lower[slot.start - 1] != "the":
            return False
        return slot.end >= len(page.words) or page.lower[slot.end] not in {"of", "for", "-", "in"}

    def _before(self, slot: Slot) -> list[Mentioned]:
        """Return the mentions of that office or body, each actor once."""
        title = slot.title
        found: dict[tuple[str, str], Mentioned] = {}
        for mentioned in self.discourse.recent(slot.start, OFFICE_REACH):
            if title is None or len(mentioned.ref.actors) != 1:
                continue
            if title.person and title.offices:
                held = set(mentioned.offices) & set(title.offices)
                holds = bool(held) or LEADER in title.offices
                same = mentioned.person and holds and bool(mentioned.ref.actors[0].code)
            else:
                same = self._same_body(mentioned, title.words.split()[-1])
            if same:
                actor = mentioned.ref.actors[0]
                found.setdefault((actor.code, actor.name), mentioned)
        facing, beside = self._named_beside(slot)
        kept = [one for one in found.values() if one.ref.actors[0].name not in facing]
        apart = [one for one in kept if one.ref.actors[0].name not in beside]
        return apart or kept

    def _named_beside(self, slot: Slot) -> tuple[set[str], set[str]]:
        """Return the persons that a title's clause names as objects, and those in its sentence.

        It means none of the former, and of the latter only who alone can be meant.
        """
        page = self.page
        start, end = page.bounds[page.sents[slot.start]]
        facing: set[str] = set()
        beside = {
            one.ref.actors[0].name
            for one in self.discourse.recent(slot.start, 0)
            if one.ref.kind in NAMING and one.ref.start >= start
        }
        for token in range(slot.end, end):
            known = self.ahead(token)
            if known:
                beside.add(known.actor.name)
                above = page.heads[token]
                above = page.heads[above] if page.deps[token] == "pobj" else above
                if above == page.heads[slot.head] and page.deps[token] in OBJECTS:
                    facing.add(known.actor.name)
        return facing, beside

    @staticmethod
    def _same_body(mentioned: Mentioned, noun: str) -> bool:
        slot = mentioned.slot
        return bool(
            slot and slot.title and not mentioned.person and slot.title.words.split()[-1] == noun
        )
