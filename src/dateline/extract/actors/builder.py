"""Puts the names, titles and persons of a page together into slots."""

from collections.abc import Iterable

from dateline.extract.actors.apposition import link
from dateline.extract.actors.hits import BASES, Hit
from dateline.extract.actors.names import Name, honorifics
from dateline.extract.actors.neighbours import Neighbours
from dateline.extract.actors.page import Page
from dateline.extract.actors.slots import FORMER, INSIDE, Slot, turns
from dateline.extract.actors.titles import Title, TitleAt, plural

# What belongs to a title stands within so many tokens before it.
REACH = 7
MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM", "VERB"})
NOUNS = frozenset({"state", "demonym", "capital", "metonym", "organisation", "agency", "group"})


class Builder:
    """Puts the names, titles and persons of a page together."""

    def __init__(
        self, page: Page, hits: Iterable[Hit], titles: Iterable[TitleAt], names: Iterable[Name]
    ) -> None:
        self.page = page
        self.hits = [hit for hit in hits if hit.kind in BASES]
        self.near = Neighbours(page, self.hits)
        self.hit_at = self.near.at
        self.titles = list(titles)
        self.names = list(names)
        self.name_starting = {name.start: name for name in self.names}
        self.name_ending = {name.end: name for name in self.names}
        self.name_at = {i: name for name in self.names for i in range(name.start, name.end)}
        self.used_hits: set[int] = set()
        self.foreign = self.near.foreign()
        self.persons: dict[int, Slot] = {}

    def build(self) -> list[Slot]:
        """Return the slots, left to right, none overlapping."""
        page = self.page
        for name in self.names:
            self.persons[name.start] = Slot(
                name.start, name.end, page.head_of(name.start, name.end), "person", name=name
            )
        roles: list[Slot] = []
        for group in self._groups():
            slot = self._role(group)
            if slot:
                roles.append(slot)
        bodies = [
            Slot(
                hit.start, hit.end, page.head_of(hit.start, hit.end), "body", [hit.entries], hit=hit
            )
            for hit in self.hits
            if id(hit) not in self.used_hits and hit.start not in self.name_at
        ]
        slots = [*roles, *self.persons.values(), *bodies]
        slots.sort(
            key=lambda slot: (
                slot.start,
                -slot.end,
                slot.hit.inner if slot.hit and slot.hit.inner else (0, 0),
            )
        )
        return slots

    def _groups(self) -> list[tuple[int, int, Title]]:
        """Return the titles, neighbours joined: the last one gives the role."""
        titles = [at for at in self.titles if at.start not in self.foreign]
        titles += self.foreign.values()
        titles.sort(key=lambda at: at.start)
        groups: list[tuple[int, int, Title]] = []
        for at in titles:
            if at.start in self.name_at:
                continue
            hit = self.hit_at.get(at.start)
            inside = hit and hit.start <= at.start and hit.end >= at.end
            if hit and inside and at.start not in self.foreign and not self.near.generic(hit):
                continue
            if groups and groups[-1][1] == at.start:
                groups[-1] = (groups[-1][0], at.end, at.title)
            else:
                groups.append((at.start, at.end, at.title))
        return groups

    def _role(self, group: tuple[int, int, Title]) -> Slot | None:
        start, end, title = group
        page = self.page
        slot = Slot(start, end, end - 1, "role", title=title, titled=(start, end))
        slot.plural = plural(page, TitleAt(start, end, title))
        if title.role == FORMER:
            slot.turn = "former"
        inside = [self.hit_at[i] for i in range(start, end) if i in self.hit_at]
        for hit in dict.fromkeys(
            hit
            for hit in inside
            if not self._posted(hit) and start not in self.foreign and not self.near.generic(hit)
        ):
            self._use(slot, hit)
        for hit in inside:
            self.used_hits.add(id(hit))
        left = self._left(slot)
        if slot.owner and slot.owner.end == slot.start and not (title.person or slot.plural):
            slot.start = slot.owner.start
            self.persons.pop(slot.start, None)
        name = self._name(slot)
        if not slot.bases and not slot.owner:
            self._of(slot)
            if not name:
                name = self._name(slot)
        if name:
            self._person(slot, name)
            return None
        if title.role == "IGO" and any(
            entry.country for entries in slot.bases for entry in entries
        ):
            self.used_hits -= {
                id(self.hit_at[i]) for i in range(slot.start, slot.end) if i in self.hit_at
            }
            return None
        link(page, slot, left, (self.name_ending, self.name_starting), self.persons)
        return slot

    def _posted(self, hit: Hit) -> bool:
        """Tell whether a name in a title is where its holder is sent ("ambassador to the UN")."""
        return "to" in self.page.lower[max(hit.start - 2, 0) : hit.start]

    def _use(self, slot: Slot, hit: Hit) -> None:
        slot.bases.append(hit.entries)
        slot.base_at = slot.base_at or (hit.start, hit.end)
        self.used_hits.add(id(hit))

    def _left(self, slot: Slot) -> int:
        """Take in what stands before the title; return where its noun phrase begins."""
        page = self.page
        index = slot.start - 1
        floor = max(page.bounds[page.sents[slot.start]][0], slot.start - REACH)
        while index >= floor:
            word = page.lower[index]
            if word in turns():
                slot.turn = turns()[word]
                slot.start = index
            hit = self.hit_at.get(index)
            if hit and not slot.bases:
                if self.near.modifies(hit) and self.near.close(hit, slot.start):
                    self._use(slot, hit)
                    slot.start = index = hit.start
                    index = self._coordinated(slot, index)
                    index -= 1
                    continue
                break
            name = self.name_at.get(index)
            if name:
                if not slot.bases and self._owns(name, slot):
                    slot.owner = self.persons.get(name.start)
                break
            if page.pos[index] not in MODIFIERS and word not in {"-", "'s"} and word not in turns():
                break
            if word == "-" and not page.touch(index, index + 1):
                break
            if page.pos[index] == "VERB" and page.deps[index] != "amod" and word not in turns():
                break
            index -= 1
        while (
            index >= 0
            and page.pos[index] in {"DET", "ADJ", "PUNCT"}
            and page.lower[index] not in {",", ".", ";", ":", '"', "(", ")"}
        ):
            index -= 1
        return index + 1

    def _coordinated(self, slot: Slot, index: int) -> int:
        """Take in "Russian and" before "American officials"; return where it begins."""
        page = self.page
        while index >= 2 and page.lower[index - 1] in {"and", ",", "or", "-", "/"}:  # noqa: PLR2004 - two tokens back
            hit = self.hit_at.get(index - 2)
            if not hit or not hit.only("adjective", "combining", "state"):
                break
            if not hit.only("adjective", "combining") and page.deps[index - 2] not in INSIDE | {
                "conj",
                "nsubj",
            }:
                break
            if page.lower[index - 1] == "," and len(slot.bases) < 2 and not slot.plural:  # noqa: PLR2004
                break
            if page.lower[index - 1] in {"and", "or", ","} and not hit.only("adjective"):
                break
            slot.bases.insert(0, hit.entries)
            self.used_hits.add(id(hit))
            slot.start = index = hit.start
        return index

    def _owns(self, name: Name, slot: Slot) -> bool:
        """Tell whether a person before a title is whose it is ("Putin's spokesman")."""
        page = self.page
        between = page.lower[name.end : slot.start]
        if "'s" in between:
            return True
        return not slot.title.person and page.deps[name.end - 1] in INSIDE if slot.title else False

    def _of(self, slot: Slot) -> None:
        """Take in "of Iran", "of Russia and China" after the title."""
        page = self.page
        size = len(page.words)
        index = slot.end
        if index + 1 >= size or page.lower[index] not in {"of", "for", "at"}:
            return
        index += 1
        while index < size and page.lower[index] in {"the", "both"}:
            index += 1
        hit = self.hit_at.get(index)
        if not hit or hit.start != index or not hit.only(*NOUNS) or self._leads_on(hit):
            return
        self._use(slot, hit)
        slot.end = hit.end
        while slot.plural and slot.end + 1 < size and page.lower[slot.end] in {"and", ","}:
            index = slot.end + 1
            while index < size and page.lower[index] in {"the", "and"}:
                index += 1
            more = self.hit_at.get(index)
            if not more or not more.only("state", "capital", "metonym") or self._leads_on(more):
                break
            self._use(slot, more)
            slot.end = more.end

    def _leads_on(self, hit: Hit) -> bool:
        return hit.end not in self.name_starting and self.near.goes_on(hit)

    def _name(self, slot: Slot) -> Name | None:
        """Return the person's name that follows the title at once."""
        page = self.page
        index = slot.end
        if page.lower[index : index + 2] in (["-", "elect"], ["-", "designate"]):
            slot.turn = "next"
            index += 2
        while index < len(page.words) and page.lower[index] in honorifics():
            index += 1
        name = self.name_starting.get(index)
        if not name or slot.plural or page.sents[name.start] != page.sents[slot.start]:
            return None
        return name

    def _person(self, slot: Slot, name: Name) -> None:
        """Give a person the title that stands before the name."""
        person = self.persons[name.start]
        person.start = slot.start
        person.title, person.bases, person.turn = slot.title, slot.bases, slot.turn
        person.owner, person.base_at, person.titled = slot.owner, slot.base_at, slot.titled
