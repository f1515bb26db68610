"""The two that "both leaders", "the two sides" and "the two countries" mean."""

from collections.abc import Container

from dateline.extract.actors.discourse import Discourse
from dateline.extract.actors.dominant import Dominant, Pair, located
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import Page
from dateline.extract.actors.parties import land, party, side
from dateline.extract.actors.phrases import Phrase
from dateline.extract.actors.states import kin
from dateline.model import Actor

# A pair is looked for in this sentence and so many before it; beyond, the report's main pair.
REACH = 3
TWO = 2
# "The two presidents" may be named longer ago: no other presidents can be meant.
HOLDER_REACH = 8
# "Those two countries" are the last two named, wherever they stand.
POINTING = frozenset({"these", "those"})
# Phrases without a noun of their own.
BARE = frozenset({"two", "pair", "duo", "them"})
# Prepositions of what is done to a pair.
TOWARDS = frozenset({"on", "against", "upon", "to", "from", "with", "at"})


class Pairs:
    """Resolves phrases for two: by who is joined right before, by the report, by who is near."""

    def __init__(self, page: Page, discourse: Discourse, dominant: Dominant) -> None:
        self.page, self.discourse, self.dominant = page, discourse, dominant

    def of(self, phrase: Phrase) -> tuple[Actor, ...]:
        """Return the two that a phrase means, in the order of their codes, or nothing."""
        if self.page.lower[phrase.end - 1] not in BARE:
            actors = self.pair(phrase.start, phrase.of, phrase.offices)
            # "The American and Russian presidents" are leaders without a name.
            titled = phrase.of == "person" and phrase.offices
            return self.pair(phrase.start, "state") if titled and not actors else actors
        # "The two" may be any persons: those of the report's pair only where they are near.
        near = self.dominant.near(phrase.start)
        actors = self.pair(phrase.start, "person")
        return actors or (self.pair(phrase.start, "side") if near else ())

    def main(self, phrase: Phrase) -> tuple[Actor, ...]:
        """Return the report's own pair where "the presidents", "the delegations" mean it."""
        if phrase.of == "side" and self.discourse.partisan():
            return ()
        for pair in (self.dominant.near(phrase.start), self.dominant.pair()):
            if pair:
                found = self._last(phrase.start, pair, phrase.of, phrase.offices)
                if len(found) == TWO:
                    return self._told(found, pair, phrase.of)
        return ()

    def pair(self, token: int, of: str, offices: frozenset[str] = frozenset()) -> tuple[Actor, ...]:
        """Return the two that are meant at a token.

        `of` as in `party`; `offices` that the phrase names choose among the persons of a state.
        """
        main = self.dominant.pair()
        firm = bool(main) and self.dominant.firm()
        if of == "side" and not firm and self.discourse.partisan():
            return ()
        outside = self._agents(token)
        if self.page.lower[token] not in POINTING:
            for pair in (self.dominant.near(token), main):
                if pair and not any(kin(key, other) for key in pair for other in outside):
                    found = self._last(token, pair, of, offices)
                    if len(found) == TWO:
                        return self._told(found, main, of)
        if offices and of == "person":
            found = self._holders(token, offices, outside)
            if len(found) == TWO:
                return tuple(found[key] for key in sorted(found))
        return self._told(self._recent(token, of, outside), main, of)

    def _last(self, token: int, pair: Pair, of: str, offices: frozenset[str]) -> dict[str, Actor]:
        """Return the actors last named before a token who are of a pair, by party."""
        floor = self.page.sents[token] - HOLDER_REACH if of == "person" else 0
        named: dict[str, list[tuple[Mentioned, Actor]]] = {}
        for mentioned in self.discourse.before(token):
            if self.page.sents[mentioned.ref.start] < floor:
                break
            for actor in mentioned.ref.actors:
                key = party(actor, of, person=mentioned.person)
                if key in pair:
                    named.setdefault(key, []).append((mentioned, actor))
            if of != "person" and len(named) == TWO:
                break
        if of != "person":
            return {key: side(actors[0][1]) for key, actors in named.items()}
        held = {
            key: [one for one in ones if _holds(one[0], offices)] for key, ones in named.items()
        }
        if offices and any(held.values()):
            return {key: ones[0][1] for key, ones in held.items() if ones}
        return _peers(list(named.values()), list(named))

    def _holders(
        self, token: int, offices: frozenset[str], outside: Container[str]
    ) -> dict[str, Actor]:
        """Return the last persons named, one for each state, who hold one of the offices."""
        found: dict[str, Actor] = {}
        for mentioned in self.discourse.recent(token, HOLDER_REACH):
            holds = mentioned.person and _holds(mentioned, offices)
            for actor in mentioned.ref.actors if holds else ():
                key = actor.country
                if key and key not in outside and not any(kin(key, other) for other in found):
                    found[key] = actor
            if len(found) == TWO:
                break
        return found

    def _recent(self, token: int, of: str, outside: tuple[str, ...]) -> dict[str, Actor]:
        """Return the two named last, where no third stands with them."""
        found: dict[str, Actor] = {}
        floor = self.page.sents[token]
        pointing = self.page.lower[token] in POINTING
        for mentioned in self.discourse.recent(token, REACH):
            sent = self.page.sents[mentioned.ref.start]
            if sent < floor and len(found) >= TWO:
                break
            floor = min(floor, sent)
            if located(self.page, mentioned) and not pointing:
                continue
            for actor in mentioned.ref.actors:
                key = party(actor, of, person=mentioned.person)
                if key and not any(kin(key, other) for other in (*found, *outside)):
                    found[key] = actor if of == "person" else side(actor)
        return found if len(found) == TWO else {}

    @staticmethod
    def _told(found: dict[str, Actor], main: Pair | tuple[()], of: str) -> tuple[Actor, ...]:
        if of != "person":
            found = {key: _living(actor, main) for key, actor in found.items()}
        return tuple(found[key] for key in sorted(found))

    def _agents(self, token: int) -> tuple[str, ...]:
        """Return the states that do something to the pair, and so are none of the two.

        "Rice urged both sides", "sanctions on both countries"; not "relations between the two".
        """
        page = self.page
        end = token + 1
        while end < len(page.words) and page.deps[end - 1] in {"det", "nummod", "amod", "predet"}:
            end += 1
        head = end - 1
        dep, above = page.deps[head], page.heads[head]
        if dep == "pobj" and page.lower[above] not in TOWARDS:
            return ()
        # "Urged both sides to stop", not "said that both sides would".
        if dep == "nsubj" and "to" not in page.lower[head + 1 : above]:
            return ()
        if dep not in {"dobj", "dative", "pobj", "nsubj"}:
            return ()
        subject = self.discourse.governing(head) or []
        return tuple(a.country or a.code for one in subject for a in one.ref.actors if a.code)


def _holds(mentioned: Mentioned, offices: frozenset[str]) -> bool:
    """Tell whether a person holds one of the offices; "minister" is any minister's."""
    held = {office.split("_")[-1] for office in mentioned.offices}
    return bool(offices & {*mentioned.offices, *held})


def _peers(named: list[list[tuple[Mentioned, Actor]]], keys: list[str]) -> dict[str, Actor]:
    """Return the person named last, and of the other state the last one of like office."""
    if len(named) != TWO:
        return {}
    last, others = named
    office = frozenset(last[0][0].offices)
    like = [one for one in others if _holds(one[0], office)]
    return {keys[0]: last[0][1], keys[1]: (like or others)[0][1]}


def _living(actor: Actor, main: Pair | tuple[()]) -> Actor:
    """Return the state the report is about in place of its predecessor."""
    for code in main:
        if actor.country and code != actor.country and kin(code, actor.country):
            return land(code)
    return actor
