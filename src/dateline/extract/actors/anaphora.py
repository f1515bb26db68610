"""Pronouns and phrases that mean an actor named before, resolved where the text decides it."""

from collections.abc import Iterator

from dateline.data import values
from dateline.extract.actors.cast import Known
from dateline.extract.actors.compatriots import Compatriots
from dateline.extract.actors.discourse import Discourse
from dateline.extract.actors.dominant import Dominant
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.offices import Offices
from dateline.extract.actors.owned import Owned
from dateline.extract.actors.page import Page
from dateline.extract.actors.pairs import Pairs
from dateline.extract.actors.parties import named
from dateline.extract.actors.phrases import Phrase, phrases
from dateline.extract.actors.pronouns import Pronouns
from dateline.extract.actors.renamed import Renamed
from dateline.extract.actors.resolve import Resolver
from dateline.extract.actors.seated import Seated
from dateline.extract.actors.slots import Slot
from dateline.extract.base import Ref
from dateline.model import Actor


class Anaphora:
    """Resolves everything that refers on a page, in the order of the text."""

    def __init__(self, page: Page, resolver: Resolver, seated: Seated) -> None:
        self.page, self.resolver, self.seated = page, resolver, seated
        self.discourse = Discourse(page)
        self.dominant = Dominant(page)
        self.dominant.title(resolver.titled())
        self.pairs = Pairs(page, self.discourse, self.dominant)
        self.persons: dict[int, Slot] = {}
        self.offices = Offices(page, resolver, self.discourse, seated, self._ahead)
        self.compatriots = Compatriots(page, resolver, self.discourse)
        self.pronouns = Pronouns(page, self.discourse, self._ahead)

    @staticmethod
    def _sure(slot: Slot) -> bool:
        """Tell whether a slot outranks a phrase: the entity recogniser's names alone do not."""
        known = slot.name is not None and bool(slot.name.keys or slot.title)
        return bool(slot.bases or slot.owner or known)

    def _ahead(self, token: int) -> Known | None:
        slot = self.persons.get(token)
        return self.resolver.person(slot) if slot else None

    def in_order(self, slots: list[Slot]) -> Iterator[Mentioned]:
        """Yield what each slot, phrase and pronoun means; none where that is open."""
        page = self.page
        self.persons = {
            i: slot for slot in slots if slot.sort == "person" for i in range(slot.start, slot.end)
        }
        based = {i for slot in slots if self._sure(slot) for i in range(slot.start, slot.end)}
        found = list(phrases(page, based))
        self.renamed = Renamed(page, self.discourse)
        self.owned = Owned(page, self.resolver, self.discourse, self.pairs, found)
        inside = {i for phrase in found for i in range(phrase.start, phrase.end)}
        items: list[tuple[int, int, Slot | Phrase | None]] = [
            (phrase.start, 0, phrase) for phrase in found
        ]
        items += [(slot.start, rank, slot) for rank, slot in enumerate(slots)
                  if slot.start not in inside or slot.start in based]  # fmt: skip
        items += [(index, 0, None) for index in self.pronouns.tokens() if index not in based]
        items.sort(key=lambda item: item[:2])
        for start, _, item in items:
            mentioned = self._read(start, item)
            if mentioned:
                self.discourse.add(mentioned)
                self.dominant.add(mentioned)
                yield mentioned

    def _read(self, start: int, item: Slot | Phrase | None) -> Mentioned | None:
        if item is None:
            return self.pronouns.read(start)
        if isinstance(item, Phrase):
            return self._phrase(item)
        if self.compatriots.one(item):
            return self.compatriots.read(item)
        return (
            self.offices.counterpart(item)
            or self.offices.again(item)
            or self.resolver.read(item)
            or self.owned.read(item)
            or self.seated.placed(item)
            or self.offices.bare(item)
        )

    def _phrase(self, phrase: Phrase) -> Mentioned | None:
        actors: tuple[Actor, ...] = ()
        if phrase.sort == "pair":
            actors = self.pairs.of(phrase)
        elif phrase.sort == "main":
            actors = self.pairs.main(phrase)
        elif phrase.sort == "fixed":
            actors = tuple(named(code) for code in values(phrase.of))
        else:
            one = self.renamed.read(phrase)
            actors = (one,) if one else ()
        return self._mention(phrase, actors)

    def _mention(self, phrase: Phrase, actors: tuple[Actor, ...]) -> Mentioned | None:
        if not actors:
            return None
        page, start, end = self.page, phrase.start, phrase.end
        placed = tuple(page.actor(actor, start, end) for actor in actors)
        ref = Ref(start, end, page.head_of(start, end), placed, "group")
        return Mentioned(ref=ref, plural=len(actors) > 1)
