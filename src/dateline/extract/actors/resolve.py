"""From slots to references: what each name, role and person means in this report."""

import datetime as dt
from functools import cache

from dateline.data import table, values
from dateline.extract.actors.bodies import Bodies
from dateline.extract.actors.cast import Cast, Known
from dateline.extract.actors.figures import portray
from dateline.extract.actors.gender import gender
from dateline.extract.actors.lexicon import Entry, fold, scan
from dateline.extract.actors.meaning import COUNTED, Context, choose
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import Page
from dateline.extract.actors.people import Person, holder
from dateline.extract.actors.slots import FORMER, Slot
from dateline.extract.actors.states import states
from dateline.extract.actors.titles import SHARED, title_of
from dateline.extract.base import Ref, RefKind
from dateline.model import Actor

INDEFINITE = frozenset({"a", "an", "one", "another", "any", "some", "no", "every", "each", "new",
                        "next", "future", "first"})  # fmt: skip

# Roles of bodies whose presidents and directors hold no office of a state.
APART = frozenset({"BUS", "EDU", "MED", "JRN", "NGO", "LAB", "REL", "CRM", "SOC"})


@cache
def adjective(code: str) -> str:
    """Return the usual adjective of a state, or its name."""
    for row in table("states"):
        if row["code"] == code:
            forms = values(row["adjectives"])
            return forms[0] if forms else row["name"]
    return code


class Resolver:
    """Resolves slots in order; keeps the report's persons."""

    def __init__(self, page: Page, slots: list[Slot], context: Context) -> None:
        self.page = page
        self.slots = slots
        self.context = context
        self.cast = Cast(page, frozenset(context.lands))
        self.known: dict[int, Known | None] = {}
        self.bodies = Bodies(page, slots, context)

    def introduce(self) -> None:
        """Resolve the persons named in full or with a title, so that surnames can follow."""
        for slot in self.slots:
            if (
                slot.sort == "person"
                and slot.name
                and (slot.name.end - slot.name.start > 1 or slot.title)
            ):
                self.known[id(slot)] = self.cast.full(slot, self.bases(slot))

    def titled(self) -> set[str]:
        """Return the states that the report's title names, by name or by a person's."""
        text = self.page.report.title
        lands = [
            {entry.country for entry in found.entries if entry.kind in COUNTED and entry.country}
            for found in scan(text)
        ]
        named = {next(iter(codes)) for codes in lands if len(codes) == 1}
        for word in text.split():
            known = self.cast.by_surname.get(fold(word).strip(",.:;?!'").removesuffix("'s"), [])
            named |= {one.actor.country for one in known[:1] if one.actor.country}
        return named

    def bases(self, slot: Slot) -> list[Entry]:
        """Return one meaning for each state or body that a slot belongs to."""
        at = slot.base_at or (slot.start, slot.end)
        meanings = (self.meaning(entries, at) for entries in slot.bases)
        found = [entry for entry in meanings if entry]
        if not found and slot.owner:
            owner = self.person(slot.owner)
            if owner and owner.actor.country:
                code = owner.actor.country
                found.append(Entry("state", code, code, states()[code].name))
        return found

    def meaning(self, entries: tuple[Entry, ...], at: tuple[int, int]) -> Entry | None:
        """Return what a name at tokens `at` means here."""
        return choose(self.page, entries, at, self.context)

    def person(self, slot: Slot) -> Known | None:
        """Return who a person's slot is."""
        if id(slot) not in self.known:
            self.known[id(slot)] = self.cast.alone(slot)
        return self.known[id(slot)]

    def read(self, slot: Slot) -> Mentioned | None:
        """Resolve one slot; None where it names no actor."""
        if slot.sort == "person":
            return self._person(slot)
        if slot.sort == "role":
            return self._role(slot)
        return self.bodies.read(slot)

    def _person(self, slot: Slot) -> Mentioned | None:
        page = self.page
        known = self.person(slot)
        if not known or slot.name is None:
            return None
        kind: RefKind = "title" if slot.title else "name"
        head = page.head_of(slot.name.start, slot.name.end)
        actor = page.actor(known.actor, slot.start, slot.end)
        ref = Ref(slot.start, slot.end, head, (actor,), kind)
        surname = page.words[slot.name.end - 1].removesuffix("'s")
        sex = known.gender or self.cast.genders.get(surname, "")
        return Mentioned(ref=ref, slot=slot, person=True, gender=sex, offices=known.offices)

    def _role(self, slot: Slot) -> Mentioned | None:
        page, title = self.page, slot.title
        if title is None:
            return None
        linked = self.person(slot.linked) if slot.linked else None
        bases = self.bases(slot)
        if linked and (bases or linked.actor.code):
            return self.office(slot, linked)
        if not bases:
            return None
        holding = self.holder(slot, bases) if len(bases) == 1 else None
        if holding:
            return self.office(slot, holding)
        actors = [self.of_role(base, slot) for base in bases]
        if slot.owner and slot.owner.start == slot.start:
            name = page.text(slot.start, slot.end)
            actors = [Actor(code=a.code, country=a.country, name=name, role=a.role) for a in actors]
        kind: RefKind = "office" if title.person else "demonym"
        ref = self.ref(slot, actors, kind)
        one = title.person and not slot.plural
        return Mentioned(
            ref=ref,
            slot=slot,
            person=one,
            plural=slot.plural,
            offices=title.offices if one else (),
        )

    def office(self, slot: Slot, known: Known) -> Mentioned:
        """Return a reference by office to a known person."""
        ref = self.ref(slot, [known.actor], "office")
        return Mentioned(
            ref=ref, slot=slot, person=True, gender=known.gender, offices=known.offices
        )

    def ref(self, slot: Slot, actors: list[Actor], kind: RefKind) -> Ref:
        """Return a reference of a role's slot."""
        page = self.page
        head = page.head_of(*slot.titled) if slot.titled else slot.head
        placed = tuple(page.actor(actor, slot.start, slot.end) for actor in actors)
        return Ref(slot.start, slot.end, head, placed, kind)

    def of_role(self, base: Entry, slot: Slot) -> Actor:
        """Return the actor of a role noun of a state or body ("Russian officials")."""
        role = slot.title.role if slot.title else ""
        words = slot.title.words if slot.title else ""
        if slot.turn == "former":
            role = FORMER
        if base.country is None or base.country not in states():
            return Actor(
                code=base.code, country=None, name=f"{base.name} {words}", role=base.code.split()[0]
            )
        # The president of a firm is no state's.
        if role == "GOV" and (base.kind == "agency" or base.role in APART):
            role = base.role
        owner = base.name if base.kind == "agency" else adjective(base.country)
        if slot.base_at and slot.titled and slot.base_at[0] in range(*slot.titled):
            owner, words = "", self.page.text(slot.start, slot.end)
        return Actor(
            code=f"{base.country} {role}".strip(),
            country=base.country,
            name=f"{owner} {words}".strip(),
            role=role,
        )

    def holder(self, slot: Slot, bases: list[Entry]) -> Known | None:
        """Return who held the office of a definite, singular title at the time told of."""
        page, title, base = self.page, slot.title, bases[0]
        if base.role in APART:
            return None
        if not title or slot.plural or slot.turn or not title.offices or self.indefinite(slot):
            return None
        offices = [office for office in title.offices if office not in SHARED]
        head = page.head_of(*slot.titled) if slot.titled else slot.head
        if not offices or page.deps[head] == "oprd":
            return None
        land = base.country or base.code
        years = page.years(slot.start)
        words = page.text(slot.start, slot.end).lower() if base.kind == "agency" else title.words
        whole = title_of(words) if base.kind == "agency" else title
        if whole and whole is not title and whole.offices:
            offices = [office for office in whole.offices if office not in SHARED]
        exact = whole is None or not whole.offices
        person = holder(land, offices, page.day, words, exact=exact)
        if person is None or not self._all_along(person, years):
            return None
        actor, term = portray(self.page, person, slot)
        held = tuple(dict.fromkeys((term.office, *title.offices)))
        sex = gender(self.page, slot, person.name.split(), [])
        known = Known(slot.start, actor, held, sex)
        self.cast.remember(known, person)
        return known

    def _all_along(self, person: Person, years: list[int]) -> bool:
        """Tell whether a holder on the report's day held office in the years told of as well."""
        return all(
            any(term.covers(dt.date(year, 7, 1), dt.date(year, 7, 1)) for term in person.terms)
            for year in years
            if self.page.day and year < self.page.day.year
        )

    def indefinite(self, slot: Slot) -> bool:
        """Tell whether "a", "one", "another" or the like stands before a slot."""
        page, index = self.page, slot.start - 1
        while index >= 0 and page.pos[index] == "ADJ" and page.lower[index] not in INDEFINITE:
            index -= 1
        return index >= 0 and page.lower[index] in INDEFINITE
