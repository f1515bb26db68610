"""Titles that a pronoun or a pair owns: "its ambassador", "the agencies of both countries"."""

from collections.abc import Iterable

from dateline.extract.actors.discourse import Discourse
from dateline.extract.actors.lexicon import Entry
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import Page
from dateline.extract.actors.pairs import Pairs
from dateline.extract.actors.phrases import Phrase
from dateline.extract.actors.resolve import Resolver
from dateline.extract.actors.slots import Slot
from dateline.extract.actors.states import states
from dateline.model import Actor

# Whose aides and ministers are a state's: not those of a member of parliament.
RULING = frozenset({"", "GOV", "MIL", "SPY"})
OWNING = frozenset({"its", "their", "his", "her"})


class Owned:
    """Resolves titles by the actors who own them."""

    def __init__(
        self,
        page: Page,
        resolver: Resolver,
        discourse: Discourse,
        pairs: Pairs,
        found: Iterable[Phrase],
    ) -> None:
        """`found` are the phrases of the page."""
        self.page, self.resolver, self.discourse, self.pairs = page, resolver, discourse, pairs
        self.phrases = {phrase.start: phrase for phrase in found}

    def read(self, slot: Slot) -> Mentioned | None:
        """Resolve a title that belongs to actors named before; None for any other."""
        title = slot.title
        if slot.sort != "role" or not title or not title.official or slot.bases or slot.owner:
            return None
        owners = self._by_pronoun(slot) or self._by_pair(slot)
        lands = dict.fromkeys(
            actor.country for actor in owners if actor.country in states() and actor.role in RULING
        )
        if not lands or slot.linked or slot.turn:
            return None
        bases = [Entry("state", code, code, states()[code].name) for code in lands if code]
        if len(bases) == 1 and (holding := self.resolver.holder(slot, bases)):
            return self.resolver.office(slot, holding)
        actors = [self.resolver.of_role(base, slot) for base in bases]
        several = len(actors) > 1 or slot.plural
        return Mentioned(
            ref=self.resolver.ref(slot, actors, "office" if title.person else "demonym"),
            slot=slot,
            person=title.person and not several,
            plural=several,
            offices=title.offices if title.person and not several else (),
        )

    def _by_pronoun(self, slot: Slot) -> tuple[Actor, ...]:
        """Return whose a title is by the pronoun before it, one adjective between."""
        page = self.page
        for index in range(slot.start - 1, max(slot.start - 3, -1), -1):
            if page.lower[index] in OWNING:
                owner = self.discourse.at.get(index)
                return owner.ref.actors if owner else ()
            if page.pos[index] != "ADJ":
                break
        return ()

    def _by_pair(self, slot: Slot) -> tuple[Actor, ...]:
        """Return whose a title is by "of both countries", "of the two sides"."""
        if self.page.lower[slot.end : slot.end + 1] not in (["of"], ["from"]):
            return ()
        phrase = self.phrases.get(slot.end + 1)
        if phrase is None or phrase.sort != "pair" or phrase.of == "person":
            return ()
        return self.pairs.of(phrase)
