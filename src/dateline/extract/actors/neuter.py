"""What "it" and "its" mean, and whom "they" and "their" mean, where the text decides it."""

from dateline.extract.actors.discourse import Discourse
from dateline.extract.actors.gendered import objected
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import SUBJECTS, Page
from dateline.extract.actors.slots import INSIDE
from dateline.extract.actors.titles import title_of

IT = frozenset({"it", "its"})
THEY = frozenset({"they", "them", "their"})
# Verbs with which "it" points at nothing ("it is clear", "it seems", "it took years").
EMPTY = frozenset({"be", "seem", "appear", "take", "remain", "become", "rain", "snow", "happen",
                   "turn", "mean", "matter", "come", "get", "make", "look", "sound"})  # fmt: skip
# "They" are looked for in this sentence and so many before it.
GROUP_REACH = 2
TWO = 2
# What makes a noun a rival of a group for "they".
COUNTED = frozenset({"NOUN", "PROPN"})


class Neuter:
    """Finds the actors that "it" and "they" mean."""

    def __init__(self, page: Page, discourse: Discourse) -> None:
        self.page, self.discourse = page, discourse

    def it(self, token: int) -> Mentioned | None:
        """Return the one actor that "it" or "its" means."""
        subject = self._joined(token) or self._above(token)
        if subject is not None and (not subject or subject[0].person):
            subject = self._inside(token)
        if not subject:
            return None
        one = subject[0]
        if len(subject) > 1 or not _thing(one):
            return None
        return None if self._empty(token) or self._rivalled(token, one) else one

    def they(self, token: int) -> list[Mentioned]:
        """Return the actors that "they", "them" or "their" means, one mention or several."""
        subject = self._joined(token) or self.antecedent(token)
        if subject and (len(subject) > 1 or subject[0].plural or len(subject[0].ref.actors) > 1):
            return subject
        above = self.discourse.governing(token, objected(self.page, token))
        if above is None and not self._official(token):
            return []
        return self._group(token)

    def _joined(self, token: int) -> list[Mentioned]:
        """Return X in "X and its staff", X and Y in "X, Y and their staffs"."""
        page = self.page
        index = token - 1
        found: list[Mentioned] = []
        while index > 0 and page.lower[index] in {"and", ","}:
            one = self.discourse.at.get(index - 1)
            if one is None or one.ref.kind == "pronoun":
                break
            found.append(one)
            index = one.ref.start - 1
            if page.lower[token] == "its":
                break
        usable = page.lower[token - 1] == "and" and page.deps[token] == "poss"
        return found[::-1] if usable else []

    def _above(self, token: int) -> list[Mentioned] | None:
        """Return the nearest subject above that is no person."""
        above = self.discourse.governing(token, objected(self.page, token))
        if above and above[0].person and self.page.lower[token] == "its":
            higher = self.discourse.governing(token, objected(self.page, token) + 1)
            return higher if higher and not higher[0].person else None
        return self.antecedent(token)

    def antecedent(self, token: int) -> list[Mentioned] | None:
        """Return the subject above a pronoun, or else that of the sentence before."""
        subject = self.discourse.governing(token, objected(self.page, token))
        if subject or subject is None:
            return subject
        if beside := self.discourse.aside(token):
            return beside
        sent = self.page.sents[token]
        return self.discourse.subjects(sent - 1) if sent and not self.page.quoted[token] else None

    def _inside(self, token: int) -> list[Mentioned]:
        """Return the one state or body that is a subject inside what a person said before.

        "Hunt said the GRU had acted. Among its targets ..."
        """
        page = self.page
        sent = page.sents[token] - 1
        if sent < 0 or page.quoted[token]:
            return []
        main = self.discourse.subjects(sent)
        if not main or not main[0].person:
            return []
        found: dict[str, Mentioned] = {}
        for one in self.discourse.recent(token, 1):
            clause = page.heads[one.ref.head]
            told = page.deps[clause] == "ccomp" and page.deps[one.ref.head] in SUBJECTS
            if told and page.sents[one.ref.start] == sent and _thing(one):
                found.setdefault(one.ref.actors[0].code, one)
        return list(found.values()) if len(found) == 1 else []

    def _empty(self, token: int) -> bool:
        """Tell whether "it" points at nothing."""
        page = self.page
        if page.lower[token] != "it":
            return False
        verb = page.heads[token]
        # "It is assumed that".
        end = page.bounds[page.sents[token]][1]
        told = page.deps[token] == "nsubjpass" and any(
            page.deps[i] == "ccomp" and page.heads[i] == verb for i in range(verb, end)
        )
        if page.pos[verb] == "ADJ":
            return True
        return told or page.deps[token] not in SUBJECTS or page.lemmas[verb] in EMPTY

    def _rivalled(self, token: int, one: Mentioned) -> bool:
        """Tell whether another state stands between "it" and the subject it may mean.

        What only modifies a noun ("the Russian decision") is no rival.
        """
        if self.page.lower[token + 1 : token + 2] == ["own"]:
            return False
        own = {actor.country or actor.code for actor in one.ref.actors}
        return any(
            (actor.country or actor.code) not in own
            for other in self.discourse.between(one, token)
            if not other.person and self.page.deps[other.ref.head] not in INSIDE
            for actor in other.ref.actors
            if actor.country or actor.code
        )

    def _group(self, token: int) -> list[Mentioned]:
        """Return the last two named together, where no other noun may be meant."""
        page = self.page
        main = page.subject(page.root(page.sents[token]))
        if page.quoted[token] or (main is not None and main > token and not self._official(token)):
            return []
        for one in self.discourse.recent(token, GROUP_REACH):
            lands = {actor.country for actor in one.ref.actors if actor.country}
            if len(lands) == TWO:
                free = self._official(token) or self._free(one.ref.end, token)
                return [one] if free else []
        return []

    def _official(self, token: int) -> bool:
        """Tell whether what is theirs is a state's: "their presidents"."""
        owned = title_of(self.page.lower[self.page.heads[token]])
        return self.page.deps[token] == "poss" and owned is not None and owned.official

    def _free(self, start: int, token: int) -> bool:
        """Tell whether no plural noun that "they" may mean stands between."""
        page = self.page
        they = page.lower[token] == "they"
        for index in range(start, token):
            many = page.pos[index] in COUNTED and page.lower[index] != page.lemmas[index]
            joined = page.deps[index] == "conj" and page.pos[index] == "PROPN"
            if (many or joined) and (not they or page.deps[index] in SUBJECTS or joined):
                return False
        return True


def _thing(one: Mentioned) -> bool:
    """Tell whether a mention is of one state or body."""
    return not one.person and not one.plural and len(one.ref.actors) == 1
