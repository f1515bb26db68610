"""Pronouns and phrases that mean an actor named before, resolved where the text decides it."""

from collections.abc import Iterator

from dateline.extract.actors.discourse import PERSON_REACH, Discourse
from dateline.extract.actors.offices import Offices
from dateline.extract.actors.page import Page
from dateline.extract.actors.phrases import Phrase, phrases
from dateline.extract.actors.resolve import Mentioned, Resolver
from dateline.extract.actors.slots import Slot
from dateline.extract.base import Ref, RefKind
from dateline.model import Actor

HE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
IT = frozenset({"it", "its"})
THEY = frozenset({"they", "them", "their"})
# Verbs with which "it" points at nothing ("it is clear", "it seems", "it took years").
EMPTY = frozenset({"be", "seem", "appear", "take", "remain", "become", "rain", "snow", "happen",
                   "turn", "mean", "matter", "come", "get"})  # fmt: skip
# Verbs after which "he" is who speaks, not who is spoken to.
TELLING = frozenset({"say", "tell", "assure", "inform", "promise", "add"})


class Anaphora:
    """Resolves everything that refers on a page, in the order of the text."""

    def __init__(self, page: Page, resolver: Resolver) -> None:
        self.page, self.resolver = page, resolver
        self.discourse = Discourse(page)
        self.offices = Offices(page, resolver, self.discourse)

    def in_order(self, slots: list[Slot]) -> Iterator[Mentioned]:
        """Yield what each slot, phrase and pronoun means; none where that is open."""
        page = self.page
        based = {i for slot in slots if slot.bases or slot.name or slot.owner
                 for i in range(slot.start, slot.end)}  # fmt: skip
        found = list(phrases(page, based))
        inside = {i for phrase in found for i in range(phrase.start, phrase.end)}
        items: list[tuple[int, int, Slot | Phrase | None]] = [
            (phrase.start, 0, phrase) for phrase in found
        ]
        items += [(slot.start, rank, slot) for rank, slot in enumerate(slots)
                  if slot.start not in inside or slot.start in based]  # fmt: skip
        items += [
            (index, 0, None)
            for index, word in enumerate(page.lower)
            if (word in HE or word in IT or word in THEY) and index not in based
        ]
        items.sort(key=lambda item: item[:2])
        for start, _, item in items:
            mentioned = self._read(start, item)
            if mentioned:
                self.discourse.add(mentioned)
                yield mentioned

    def _read(self, start: int, item: Slot | Phrase | None) -> Mentioned | None:
        if item is None:
            return self._pronoun(start)
        if isinstance(item, Phrase):
            return self._phrase(item)
        return self.offices.counterpart(item) or self.resolver.read(item) or self.offices.bare(item)

    def _phrase(self, phrase: Phrase) -> Mentioned | None:
        actors: tuple[Actor, ...] = ()
        if phrase.sort == "pair":
            if phrase.of == "side" and self.discourse.partisan():
                return None
            actors = self.discourse.pair(phrase.start, phrase.of)
            if not actors and phrase.of == "person":
                actors = self.discourse.pair(phrase.start, "state")
        else:
            one = self._last(phrase)
            actors = (one,) if one else ()
        return self._mention(phrase.start, phrase.end, actors, "group")

    def _mention(
        self,
        start: int,
        end: int,
        actors: tuple[Actor, ...],
        kind: RefKind,
        like: Mentioned | None = None,
    ) -> Mentioned | None:
        if not actors:
            return None
        page = self.page
        placed = tuple(page.actor(actor, start, end) for actor in actors)
        ref = Ref(start, end, page.head_of(start, end), placed, kind)
        if like:
            return Mentioned(ref, None, like.person, like.plural, like.gender, like.offices)
        return Mentioned(ref, plural=len(actors) > 1)

    def _last(self, phrase: Phrase) -> Actor | None:
        """Return the one state or organisation named in this or the sentence before."""
        found: dict[str, Actor] = {}
        for mentioned in self.discourse.recent(phrase.start, 1):
            for actor in mentioned.ref.actors:
                wanted = (actor.country and not actor.role) if phrase.sort == "state" else (
                    actor.code.startswith("IGO ") and not mentioned.person
                )  # fmt: skip
                if wanted:
                    found.setdefault(actor.code, actor)
        return next(iter(found.values())) if len(found) == 1 else None

    def _pronoun(self, token: int) -> Mentioned | None:
        word = self.page.lower[token]
        if word in HE:
            like = self._person(token, HE[word])
            return (
                self._mention(token, token + 1, like.ref.actors, "pronoun", like) if like else None
            )
        subject = self._antecedent(token)
        if not subject:
            return None
        if word in IT:
            one = subject[0]
            if len(subject) > 1 or one.person or one.plural or len(one.ref.actors) > 1:
                return None
            if self._empty(token) or self._rivalled(token, one):
                return None
            return self._mention(token, token + 1, one.ref.actors, "pronoun", one)
        many = tuple(dict.fromkeys(self._bare(a) for m in subject for a in m.ref.actors))
        if len(many) < 2 and not subject[0].plural:  # noqa: PLR2004 - "they" is several
            return None
        mentioned = self._mention(token, token + 1, many, "pronoun")
        if mentioned:
            mentioned.plural = True
        return mentioned

    @staticmethod
    def _bare(actor: Actor) -> Actor:
        return Actor(code=actor.code, country=actor.country, name=actor.name, role=actor.role)

    def _antecedent(self, token: int) -> list[Mentioned] | None:
        """Return the subject above a pronoun, or else that of the sentence before."""
        subject = self.discourse.governing(token, self._skip(token))
        if subject or subject is None:
            return subject
        sent = self.page.sents[token]
        return self.discourse.subjects(sent - 1) if sent and not self.page.quoted[token] else None

    def _empty(self, token: int) -> bool:
        """Tell whether "it" points at nothing."""
        page = self.page
        if page.lower[token] != "it":
            return False
        verb = page.heads[token]
        return page.deps[token] not in {"nsubj", "nsubjpass"} or page.lemmas[verb] in EMPTY

    def _person(self, token: int, gender: str) -> Mentioned | None:
        """Return the person that "he", "her" and the like mean."""
        page = self.page
        subject = self.discourse.governing(token, self._skip(token))
        quoted = page.quoted[token]
        if subject and (not quoted or page.quoted[subject[0].ref.start]):
            fit = [one for one in subject if self._fits(one, gender)]
            if len(fit) == 1 and len(subject) == 1:
                return fit[0] if self._clear(token, gender, fit[0]) else None
        if self.discourse.blocked(token):
            return None
        sent = page.sents[token]
        if not quoted:
            for back in range(PERSON_REACH + 1):
                if back == 0 or sent - back < 0:
                    continue
                subject = self.discourse.subjects(sent - back)
                if subject is None:
                    break
                fit = [one for one in subject or [] if self._fits(one, gender)]
                if (
                    subject
                    and len(fit) == len(subject) == 1
                    and self._only_before(token, gender, fit[0])
                ):
                    return fit[0]
                if fit:
                    break
        near: dict[tuple[str, str], Mentioned] = {}
        for one in self.discourse.recent(token, 1 if quoted else PERSON_REACH):
            if self._fits(one, gender):
                actor = one.ref.actors[0]
                near.setdefault((actor.code, actor.name), one)
        if quoted:
            speaker = self._speaker(token)
            near = {key: one for key, one in near.items() if key != speaker}
        return next(iter(near.values())) if len(near) == 1 else None

    def _skip(self, token: int) -> int:
        """Return 1 where the nearest subject cannot be meant: "sent him", "is his adviser"."""
        page = self.page
        if page.deps[token] in {"dobj", "dative", "pobj"}:
            return 1
        return int(page.deps[token] == "poss" and page.deps[page.heads[token]] in {"attr", "oprd"})

    def _rivalled(self, token: int, one: Mentioned) -> bool:
        """Tell whether another state stands between "it" and the subject it may mean."""
        own = {actor.country or actor.code for actor in one.ref.actors}
        return any(
            (actor.country or actor.code) not in own and not other.person
            for other in self.discourse.between(one, token)
            for actor in other.ref.actors
            if actor.country or actor.code
        )

    def _clear(self, token: int, gender: str, fit: Mentioned) -> bool:
        """Tell whether no other fitting person stands between subject and pronoun.

        "Modi told Khan that he" is Modi still; "Modi criticised Khan for his" is open.
        """
        page = self.page
        if any(page.lemmas[i] in TELLING for i in range(fit.ref.end, token)):
            return True
        return not any(
            self._fits(other, gender) and other.ref.actors[0].name != fit.ref.actors[0].name
            for other in self.discourse.between(fit, token)
        )

    def _only_before(self, token: int, gender: str, fit: Mentioned) -> bool:
        """Tell whether no other fitting person stands between sentence start and pronoun."""
        page = self.page
        start, _ = page.bounds[page.sents[token]]
        return not any(
            self._fits(one, gender) and one.ref.actors[0].name != fit.ref.actors[0].name
            for one in self.discourse.recent(token, 0)
            if one.ref.start >= start
        )

    def _speaker(self, token: int) -> tuple[str, str] | None:
        subject = self.discourse.governing(token)
        if subject and subject[0].person and not self.page.quoted[subject[0].ref.start]:
            actor = subject[0].ref.actors[0]
            return actor.code, actor.name
        return None

    @staticmethod
    def _fits(one: Mentioned, gender: str) -> bool:
        return one.person and len(one.ref.actors) == 1 and one.gender in {"", gender}
