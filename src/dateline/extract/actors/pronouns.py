"""Personal pronouns: whom "he", "its" and "they" mean, where the text decides it."""

from collections.abc import Callable

from dateline.extract.actors.cast import Known
from dateline.extract.actors.discourse import PERSON_REACH, Discourse
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import Page
from dateline.extract.base import Ref
from dateline.model import Actor

HE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
IT = frozenset({"it", "its"})
THEY = frozenset({"they", "them", "their"})
# Verbs with which "it" points at nothing ("it is clear", "it seems", "it took years").
EMPTY = frozenset({"be", "seem", "appear", "take", "remain", "become", "rain", "snow", "happen",
                   "turn", "mean", "matter", "come", "get", "make", "look", "sound"})  # fmt: skip
# Verbs after which "he" is who speaks, not who is spoken to.
TELLING = frozenset({"say", "tell", "assure", "inform", "promise", "add"})


class Pronouns:
    """Resolves third-person pronouns. First and second persons are the statements' matter."""

    def __init__(
        self, page: Page, discourse: Discourse, ahead: Callable[[int], Known | None]
    ) -> None:
        """`ahead` tells who is named at a token further on."""
        self.page, self.discourse, self.ahead = page, discourse, ahead

    def tokens(self) -> list[int]:
        """Return the tokens that are pronouns to resolve."""
        return [
            index
            for index, word in enumerate(self.page.lower)
            if word in HE or word in IT or word in THEY
        ]

    def read(self, token: int) -> Mentioned | None:
        """Return what a pronoun means; None where that is open."""
        word = self.page.lower[token]
        if word in HE:
            person = self._person(token, HE[word])
            return self._again(token, person) if person else None
        subject = self._thing(token) if word in IT else self._antecedent(token)
        if not subject:
            return None
        return self._one(token, subject) if word in IT else self._several(token, subject)

    def _thing(self, token: int) -> list[Mentioned] | None:
        """Return the antecedent of "it": the nearest subject above that is no person."""
        above = self.discourse.governing(token, self._skip(token))
        if above and above[0].person and self.page.lower[token] == "its":
            higher = self.discourse.governing(token, self._skip(token) + 1)
            return higher if higher and not higher[0].person else None
        return self._antecedent(token)

    def _one(self, token: int, subject: list[Mentioned]) -> Mentioned | None:
        one = subject[0]
        if len(subject) > 1 or one.person or one.plural or len(one.ref.actors) > 1:
            return None
        if self._empty(token) or self._rivalled(token, one):
            return None
        return self._again(token, one)

    def _several(self, token: int, subject: list[Mentioned]) -> Mentioned | None:
        actors = tuple(
            dict.fromkeys(
                Actor(code=actor.code, country=actor.country, name=actor.name, role=actor.role)
                for one in subject
                for actor in one.ref.actors
            )
        )
        if len(actors) == 1 and not subject[0].plural:
            return None
        return Mentioned(ref=self._ref(token, actors), plural=True)

    def _again(self, token: int, one: Mentioned) -> Mentioned:
        return one.again(self._ref(token, one.ref.actors))

    def _ref(self, token: int, actors: tuple[Actor, ...]) -> Ref:
        placed = tuple(self.page.actor(actor, token, token + 1) for actor in actors)
        return Ref(token, token + 1, token, placed, "pronoun")

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
            one = subject[0]
            if len(subject) == 1 and self._fits(one, gender):
                return one if self._clear(token, gender, one) else None
        if self.discourse.blocked(token):
            return None
        return (None if quoted else self._before(token, gender)) or self._only(token, gender)

    def _before(self, token: int, gender: str) -> Mentioned | None:
        """Return the subject of the last sentences, where it fits and no other stands nearer."""
        sent = self.page.sents[token]
        for back in range(1, min(PERSON_REACH, sent) + 1):
            subject = self.discourse.subjects(sent - back)
            if subject is None:
                return None
            fit = [one for one in subject if self._fits(one, gender)]
            if fit:
                one = fit[0]
                if self._skip(token) and self._others(sent - back, gender, one):
                    return None
                clear = len(subject) == 1 and self._only_before(token, gender, one)
                return one if clear else None
        return None

    def _others(self, sent: int, gender: str, one: Mentioned) -> bool:
        """Tell whether a sentence names other fitting persons: "him" may be any of them."""
        start, end = self.page.bounds[sent]
        return any(
            self._fits(other, gender) and other.ref.actors[0].name != one.ref.actors[0].name
            for token, other in self.discourse.at.items()
            if start <= token < end
        )

    def _only(self, token: int, gender: str) -> Mentioned | None:
        """Return the one fitting person near, besides the speaker of a quotation."""
        quoted = self.page.quoted[token]
        near: dict[tuple[str, str], Mentioned] = {}
        for one in self.discourse.recent(token, 1 if quoted else PERSON_REACH):
            if self._fits(one, gender):
                actor = one.ref.actors[0]
                near.setdefault((actor.code, actor.name), one)
        if quoted:
            speaker = self._speaker(token)
            if speaker is None:
                return None
            near.pop(speaker, None)
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
        """Return code and name of the person who says the quotation that a token stands in."""
        page = self.page
        index = token
        while page.heads[index] != index:
            index = page.heads[index]
            if not page.quoted[index] and page.pos[index] in {"VERB", "AUX"}:
                subject = page.subject(index)
                return None if subject is None else self._named(subject)
        return None

    def _named(self, token: int) -> tuple[str, str] | None:
        """Return the person at a token, named before or, as speakers are, after what they say."""
        if one := self.discourse.at.get(token):
            actor = one.ref.actors[0]
            return (actor.code, actor.name) if one.person else None
        known = self.ahead(token)
        return (known.actor.code, known.actor.name) if known else None

    @staticmethod
    def _fits(one: Mentioned, gender: str) -> bool:
        return one.person and len(one.ref.actors) == 1 and one.gender in {"", gender}
