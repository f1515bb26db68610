"""Phrases for one actor named before: "the country", "the alliance", "the kingdom"."""

from dateline.data import values
from dateline.extract.actors.discourse import Discourse
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import Page
from dateline.extract.actors.parties import only
from dateline.extract.actors.phrases import Phrase
from dateline.model import Actor

# "The agency" is named in this sentence or so many before it; so is "the kingdom".
AGENCY_REACH = 2
# Right before: this sentence or the one before.
RIGHT_BEFORE = 1


class Renamed:
    """Resolves phrases for one state, organisation or agency."""

    def __init__(self, page: Page, discourse: Discourse) -> None:
        self.page, self.discourse = page, discourse

    def read(self, phrase: Phrase) -> Actor | None:
        """Return the actor that a phrase means; None where that is open."""
        if phrase.sort == "given":
            return self._given(phrase)
        if phrase.sort == "agency":
            return self._agency(phrase)
        return self._last(phrase)

    def _last(self, phrase: Phrase) -> Actor | None:
        """Return the one state or organisation named right before."""
        return only(
            actor
            for mentioned in self.discourse.recent(phrase.start, RIGHT_BEFORE)
            for actor in mentioned.ref.actors
            if (
                actor.country and not actor.role
                if phrase.sort == "state"
                else actor.code.startswith("IGO ") and not mentioned.person
            )
        )

    def _agency(self, phrase: Phrase) -> Actor | None:
        """Return the one agency named in the last sentences."""
        return only(
            actor
            for mentioned in self.discourse.recent(phrase.start, AGENCY_REACH)
            if _is_agency(mentioned)
            for actor in mentioned.ref.actors
        )

    def _given(self, phrase: Phrase) -> Actor | None:
        """Return the one of some actors that was named in the last sentences, or at all."""
        codes = values(phrase.of)
        bodies = codes[0].startswith("IGO ")
        near = self.discourse.recent(phrase.start, AGENCY_REACH)
        for named in (near, self.discourse.before(phrase.start)):
            found = [
                actor
                for mentioned in named
                if not mentioned.person
                for actor in mentioned.ref.actors
                if actor.code in codes
            ]
            if found:
                return only(found)
        return self._last(phrase) if bodies else None


def _is_agency(mentioned: Mentioned) -> bool:
    hit = mentioned.slot.hit if mentioned.slot else None
    return hit is not None and hit.kind == "agency"
