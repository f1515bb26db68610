"""What a report has mentioned so far: what a word can refer back to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import SUBJECTS, Page

# A pronoun's person is looked for in this sentence and so many before it.
PERSON_REACH = 2
# Deeper than any clause; a bound on malformed trees.
DEEP = 30


@dataclass(slots=True)
class Discourse:
    """The mentions of a page so far, in order."""

    page: Page
    said: list[Mentioned] = field(default_factory=list)
    at: dict[int, Mentioned] = field(default_factory=dict)

    def add(self, mentioned: Mentioned) -> None:
        """Take in a mention."""
        self.said.append(mentioned)
        ref = mentioned.ref
        for token in range(ref.start, ref.end):
            self.at.setdefault(token, mentioned)

    def before(self, token: int) -> Iterator[Mentioned]:
        """Yield the mentions before a token, latest first."""
        return (mentioned for mentioned in reversed(self.said) if mentioned.ref.start < token)

    def recent(self, token: int, reach: int) -> list[Mentioned]:
        """Return the mentions before a token, latest first, of its and `reach` sentences before."""
        floor = self.page.sents[token] - reach
        found = []
        for mentioned in reversed(self.said):
            start = mentioned.ref.start
            if self.page.sents[start] < floor:
                break
            if start < token:
                found.append(mentioned)
        return found

    def subjects(self, sent: int) -> list[Mentioned] | None:
        """Return the mentions that are the subject of a sentence's main clause.

        None where the subject is something else; empty where the sentence has none.
        """
        return self.subject_of(self.page.root(sent))

    def subject_of(self, verb: int) -> list[Mentioned] | None:
        """Return the mentions that are a verb's subject, with conjuncts; None for another."""
        subject = self.page.subject(verb)
        return [] if subject is None else self.conjuncts(subject)

    def conjuncts(self, token: int) -> list[Mentioned] | None:
        """Return the mentions of a token and of those joined to it by "and"; None if not known."""
        page = self.page
        first = self.at.get(token)
        if first is None:
            return None
        found = [first]
        _, end = page.bounds[page.sents[token]]
        tail = {token}
        for index in range(token + 1, end):
            if page.deps[index] == "conj" and page.heads[index] in tail:
                tail.add(index)
                other = self.at.get(index)
                if other is None:
                    return None
                if other is not first:
                    found.append(other)
        return found

    def governing(self, token: int, skip: int = 0) -> list[Mentioned] | None:
        """Return the subject of the nearest clause above that has one other than the token.

        The first `skip` subjects are passed over: "him" is never the subject of its own clause.
        """
        page = self.page
        index, steps = token, 0
        while page.heads[index] != index and steps < DEEP:
            index, steps = page.heads[index], steps + 1
            if page.pos[index] not in {"VERB", "AUX"}:
                continue
            child = page.subject(index)
            if child is not None and child > token:
                continue
            subject = [] if child is None else self.conjuncts(child)
            if skip and subject != []:
                skip -= 1
                continue
            if subject is None:
                return None if not self._holds(index, token) else self.governing(index)
            if subject and not any(m.ref.start <= token < m.ref.end for m in subject):
                return subject
        return []

    def aside(self, token: int) -> list[Mentioned]:
        """Return the subject of a clause before a pronoun's own: "Although X left, he ..."."""
        page = self.page
        verb = page.heads[token]
        for index in range(page.bounds[page.sents[token]][0], token):
            if page.deps[index] == "advcl" and page.heads[index] == verb:
                return self.subject_of(index) or []
        return []

    def blocked(self, token: int) -> bool:
        """Tell whether the clause above has a subject who was named but is not known."""
        page = self.page
        index, steps = token, 0
        while page.heads[index] != index and steps < DEEP:
            index, steps = page.heads[index], steps + 1
            if page.pos[index] not in {"VERB", "AUX"}:
                continue
            child = page.subject(index)
            if child is not None and child != token:
                return page.pos[child] == "PROPN" and child not in self.at
        return False

    def between(self, one: Mentioned, token: int) -> list[Mentioned]:
        """Return the mentions after one and before a token, in the token's sentence."""
        return [other for other in self.recent(token, 0) if other.ref.start >= one.ref.end]

    def _holds(self, verb: int, token: int) -> bool:
        """Tell whether a verb's subject is, or holds, the token itself."""
        page = self.page
        index = token
        while index != verb and page.heads[index] != index:
            if page.deps[index] in SUBJECTS and page.heads[index] == verb:
                return True
            index = page.heads[index]
        return False

    def partisan(self) -> bool:
        """Tell whether parties of one state have been named: then they are the sides."""
        return any(actor.role == "PTY" for one in self.said for actor in one.ref.actors)
