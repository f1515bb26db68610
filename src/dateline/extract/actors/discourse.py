"""What a report has mentioned so far: the last person, state or pair that a word can mean."""

from collections import Counter
from dataclasses import dataclass, field

from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import SUBJECTS, Page
from dateline.extract.actors.states import kin, states
from dateline.model import Actor

# A pair is looked for in this sentence and so many before it; beyond, the report's main pair.
PAIR_REACH = 3
PAIR = 2
# "The two presidents" may be named longer ago: no other presidents can be meant.
HOLDER_REACH = 8
# A pronoun's person is looked for in this sentence and so many before it.
PERSON_REACH = 2
# Deeper than any clause; a bound on malformed trees.
DEEP = 30
# "Those two countries" are the last two named, wherever they stand.
POINTING = frozenset({"these", "those"})
# Prepositions of what is done to a pair.
TOWARDS = frozenset({"on", "against", "upon", "to", "from", "with", "at"})
# Roles that stand for a state as a party.
OFFICIAL = frozenset({"", "GOV", "MIL", "SPY", "LEG"})
# A state counts so many times towards the main pair where it is a subject.
AS_SUBJECT = 3


@dataclass(slots=True)
class Discourse:
    """The mentions of a page so far, in order."""

    page: Page
    said: list[Mentioned] = field(default_factory=list)
    at: dict[int, Mentioned] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, mentioned: Mentioned) -> None:
        """Take in a mention."""
        self.said.append(mentioned)
        ref = mentioned.ref
        for token in range(ref.start, ref.end):
            self.at.setdefault(token, mentioned)
        if ref.kind != "pronoun":
            for actor in ref.actors:
                if actor.country and actor.role in OFFICIAL:
                    weight = AS_SUBJECT if self.page.deps[ref.head] in SUBJECTS else 1
                    self.counts[actor.country] += weight

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
        page = self.page
        start, end = page.bounds[sent]
        root = next((i for i in range(start, end) if page.deps[i] == "ROOT"), start)
        return self.subject_of(root)

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
            subject = self.subject_of(index)
            if skip and subject != []:
                skip -= 1
                continue
            if subject is None:
                return None if not self._holds(index, token) else self.governing(index)
            if (
                subject
                and not any(m.ref.start <= token < m.ref.end for m in subject)
                and subject[0].ref.start < token
            ):
                return subject
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

    def pair(self, token: int, of: str, offices: frozenset[str] = frozenset()) -> tuple[Actor, ...]:
        """Return the two that "both leaders", "the two sides" and the like mean, or nothing.

        `offices` that the phrase names choose among the persons of a state.
        """
        if offices and of == "person":
            found = self._holders(token, offices)
            if len(found) == PAIR:
                return tuple(found[key] for key in sorted(found))
        return self._pair(token, of)

    def _holders(self, token: int, offices: frozenset[str]) -> dict[str, Actor]:
        """Return the last persons named, one for each state, who hold one of the offices."""
        found: dict[str, Actor] = {}
        for mentioned in self.recent(token, HOLDER_REACH):
            holds = mentioned.person and offices & set(mentioned.offices)
            for actor in mentioned.ref.actors if holds else ():
                land = actor.country
                if land and not any(kin(land, other) for other in found):
                    found[land] = actor
            if len(found) == PAIR:
                break
        return found

    def _pair(self, token: int, of: str) -> tuple[Actor, ...]:
        found: dict[str, Actor] = {}
        outside = self._agent(token)
        floor = self.page.sents[token]
        main = () if outside else self.main_pair()
        for mentioned in self.recent(token, PAIR_REACH):
            sent = self.page.sents[mentioned.ref.start]
            if sent < floor and len(found) >= PAIR:
                break
            floor = min(floor, sent)
            if self._located(mentioned) and self.page.lower[token] not in POINTING:
                continue
            for actor in mentioned.ref.actors:
                key = _party(actor, of, person=mentioned.person)
                if key and not any(kin(key, other) for other in (*found, *outside)):
                    found[key] = actor if of == "person" else _side(actor)
        if len(found) > PAIR:
            found = {key: actor for key, actor in found.items() if key in main}
        if len(found) < PAIR:
            found = self._from(main, of)
        if len(found) != PAIR:
            return ()
        if of == "side" and len(found.keys() & set(main)) == 1:
            found = self._from(main, of)
            if len(found) != PAIR:
                return ()
        if of != "person":
            found = {key: self._living(actor, main) for key, actor in found.items()}
        return tuple(found[key] for key in sorted(found))

    @staticmethod
    def _living(actor: Actor, main: tuple[str, ...]) -> Actor:
        """Return the state the report is about in place of its predecessor."""
        for code in main:
            if actor.country and code != actor.country and kin(code, actor.country):
                return Actor(code=code, country=code, name=states()[code].name)
        return actor

    def _located(self, mentioned: Mentioned) -> bool:
        """Tell whether a state is only where something is ("the war in Yemen")."""
        page, head = self.page, mentioned.ref.head
        while page.deps[head] == "conj" and page.heads[head] < head:
            head = page.heads[head]
        if mentioned.person or page.deps[head] != "pobj" or mentioned.ref.kind != "name":
            return False
        return page.lower[page.heads[head]] in {"in", "inside", "near", "across", "over"}

    def _agent(self, token: int) -> tuple[str, ...]:
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
        subject = self.governing(head) or []
        return tuple(a.country or a.code for one in subject for a in one.ref.actors if a.code)

    def _from(self, main: tuple[str, ...], of: str) -> dict[str, Actor]:
        """Return the last actors mentioned of the report's main pair."""
        found: dict[str, Actor] = {}
        for mentioned in reversed(self.said):
            for actor in mentioned.ref.actors:
                key = _party(actor, of, person=mentioned.person)
                if key in main and key not in found:
                    found[key] = actor if of == "person" else _side(actor)
        return found

    def partisan(self) -> bool:
        """Tell whether parties of one state have been named: then they are the sides."""
        return any(actor.role == "PTY" for one in self.said for actor in one.ref.actors)

    def main_pair(self) -> tuple[str, ...]:
        """Return the two states that the report is about, where the rest are named far less."""
        ranked = sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) < PAIR:
            return ()
        if len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]:  # noqa: PLR2004 - a third
            return ()
        return ranked[0][0], ranked[1][0]


def _party(actor: Actor, of: str, *, person: bool) -> str:
    """Return the key of an actor as a party to a pair, empty where it cannot be one."""
    if of == "person":
        return actor.country or "" if person and actor.country and actor.role != "JRN" else ""
    if actor.country:
        return actor.country if actor.role in OFFICIAL else ""
    return actor.code if of == "side" and actor.code.startswith("IGO ") else ""


def _side(actor: Actor) -> Actor:
    """Return the state or organisation that an actor belongs to."""
    if actor.country and actor.country in states():
        return Actor(code=actor.country, country=actor.country, name=states()[actor.country].name)
    return actor
