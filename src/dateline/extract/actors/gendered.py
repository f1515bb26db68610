"""Whom "he", "him", "her" and the like mean, where the text decides it."""

from collections.abc import Callable

from dateline.extract.actors.cast import Known
from dateline.extract.actors.discourse import PERSON_REACH, Discourse
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import Page

HE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
# How the object of a verb hangs on it.
OBJECTS = frozenset({"dobj", "dative"})
# Verbs after which "he" is who speaks, not who is spoken to.
TELLING = frozenset({"say", "tell", "assure", "inform", "promise", "add"})
# Verbs after which "he" is who is spoken to: "asked him how he felt".
URGING = frozenset({"ask", "urge", "recommend", "advise", "order", "invite", "persuade"})
# A quotation's speaker is named within so many tokens after a word of it.
SPEAKER_REACH = 80


class Gendered:
    """Finds the person that a pronoun with a gender means."""

    def __init__(
        self, page: Page, discourse: Discourse, ahead: Callable[[int], Known | None]
    ) -> None:
        """`ahead` tells who is named at a token further on."""
        self.page, self.discourse, self.ahead = page, discourse, ahead

    def read(self, token: int, gender: str) -> Mentioned | None:
        """Return the person that "he", "her" and the like mean."""
        page = self.page
        near = self._joined(token) or self._urged(token)
        if near and self._fits(near, gender):
            return near
        subject = self.discourse.governing(token, objected(self.page, token))
        quoted = page.quoted[token]
        if subject and (not quoted or page.quoted[subject[0].ref.start]):
            one = subject[0]
            if len(subject) == 1 and self._fits(one, gender):
                own = page.lower[token + 1 : token + 2] == ["own"]
                return one if own or self._clear(token, gender, one) else None
        beside = self.discourse.aside(token)
        if len(beside) == 1 and self._fits(beside[0], gender):
            return beside[0]
        if self.discourse.blocked(token):
            return None
        before = None if quoted else self._own_owner(token, gender) or self._before(token, gender)
        return before or self._only(token, gender)

    def _joined(self, token: int) -> Mentioned | None:
        """Return X in "X and his staff"."""
        if token < 2 or self.page.lower[token - 1] != "and":  # noqa: PLR2004 - a name, "and"
            return None
        return self.discourse.at.get(token - 2)

    def _urged(self, token: int) -> Mentioned | None:
        """Return X in "asked X how he felt", "recommended to X that he go"."""
        page = self.page
        verb = page.heads[token]
        above = page.heads[verb]
        if page.deps[token] != "nsubj" or page.lemmas[above] not in URGING or above > token:
            return None
        for index in range(above + 1, token):
            to = page.deps[index] == "pobj" and page.heads[page.heads[index]] == above
            if to or (page.heads[index] == above and page.deps[index] in {"dobj", "dative"}):
                return self.discourse.at.get(index)
        return None

    def _before(self, token: int, gender: str) -> Mentioned | None:
        """Return the subject of the last sentences, where it fits and no other stands nearer."""
        sent = self.page.sents[token]
        for back in range(1, min(PERSON_REACH, sent) + 1):
            subject = self.discourse.subjects(sent - back)
            if subject is None:
                return self._owner(sent - 1, gender) if back == 1 else None
            fit = [one for one in subject if self._fits(one, gender)]
            if fit:
                one = fit[0]
                if objected(self.page, token) and self._others(sent - back, gender, one):
                    return None
                clear = len(subject) == 1 and self._only_before(token, gender, one)
                return one if clear else None
        return None

    def _own_owner(self, token: int, gender: str) -> Mentioned | None:
        """Return X in "X's team thinks he will"."""
        one = self._owner(self.page.sents[token], gender)
        return one if one and one.ref.end <= token else None

    def _owner(self, sent: int, gender: str) -> Mentioned | None:
        """Return X where "X's account" is the subject of a sentence that names no other person."""
        page = self.page
        subject = page.subject(page.root(sent))
        if subject is None:
            return None
        start, _ = page.bounds[sent]
        owners = [i for i in range(start, subject) if page.heads[i] == subject]
        for index in owners:
            one = self.discourse.at.get(index)
            if page.deps[index] == "poss" and one and self._fits(one, gender):
                return None if self._others(sent, gender, one) else one
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
        for one in self.discourse.recent(token, PERSON_REACH):
            if self._fits(one, gender):
                actor = one.ref.actors[0]
                near.setdefault((actor.code, actor.name), one)
        if quoted:
            speaker = self._speaker(token)
            if speaker is None:
                return None
            near.pop(speaker, None)
            # Who a quotation is about has been placed; the names around it may be other speakers'.
            near = {key: one for key, one in near.items() if key[0] and one.gender == gender}
        return next(iter(near.values())) if len(near) == 1 else None

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
        """Tell whether no other fitting person stands between sentence start and pronoun.

        The subject of an object's own verb is no rival: "the president overruled him".
        """
        page = self.page
        start, _ = page.bounds[page.sents[token]]
        own = page.subject(page.heads[token]) if page.deps[token] in OBJECTS else None
        return not any(
            self._fits(one, gender) and one.ref.actors[0].name != fit.ref.actors[0].name
            for one in self.discourse.recent(token, 0)
            if one.ref.start >= start and (own is None or not one.ref.start <= own < one.ref.end)
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
        return self._speaker_after(token)

    def _speaker_after(self, token: int) -> tuple[str, str] | None:
        """Return who says a quotation of several sentences, named where it ends."""
        page = self.page
        for index in range(token + 1, min(token + SPEAKER_REACH, len(page.words))):
            if page.quoted[index]:
                continue
            end = page.bounds[page.sents[index]][1]
            for verb in range(index, end):
                if page.pos[verb] == "VERB" and not page.quoted[verb]:
                    subject = page.subject(verb)
                    return None if subject is None else self._named(subject)
            return None
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


def objected(page: Page, token: int) -> int:
    """Return 1 where the nearest subject cannot be meant: "sent him", "is his adviser"."""
    if page.deps[token] in {"dobj", "dative", "pobj"}:
        return 1
    return int(page.deps[token] == "poss" and page.deps[page.heads[token]] in {"attr", "oprd"})
