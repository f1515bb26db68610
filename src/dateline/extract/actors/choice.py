"""Which of the persons the tables know a name means: by state, office, time and the report."""

import datetime as dt

from dateline.extract.actors.gender import first_names
from dateline.extract.actors.lexicon import Entry, fold
from dateline.extract.actors.page import Page
from dateline.extract.actors.people import Person, near, people
from dateline.extract.actors.slots import FORMER, Slot
from dateline.extract.actors.states import kin
from dateline.extract.actors.terms import gap, held, of_land, offices_of, role_of, serving

# Offices whose holders news calls by surname alone, as it does leaders.
HIGH = ("foreign_minister", "defence_minister")
# Persons whom the news names though they hold no office of a state.
FAMOUS = frozenset({"militia_leader", "public_figure", "rebel_leader", "tycoon"})
# A term that begins so long after the report is a namesake's ("former president Marcos" in 2016).
EARLY = dt.timedelta(days=200)


class Choice:
    """Chooses among namesakes. `lands` are the states that the report names."""

    def __init__(self, page: Page, lands: frozenset[str]) -> None:
        self.page, self.lands = page, lands

    def candidates(self, slot: Slot, words: list[str]) -> list[Person]:
        """Return the persons of the tables whom a name may mean."""
        known = people()
        keys = slot.name.keys if slot.name else ()
        found = [person for key in keys if key.kind == "person" for person in known.named[key.name]]
        if found:
            return found
        for size in range(1, len(words) + 1):
            form = " ".join(words[-size:])
            persons = known.surnamed.get(form, ())
            if len(words) == size:
                return list(persons)
            matching = [one for one in persons if _same_name(words, one.name)]
            if matching:
                return matching
        return []

    def choose(
        self, slot: Slot, persons: list[Person], codes: list[Entry], *, alone: bool
    ) -> Person | None:
        """Return the one that country, title and time leave; None where none or too many."""
        lands = [entry.country or entry.code for entry in codes]
        if lands:
            persons = [
                p for p in persons if any(of_land(term, land) for term in p.terms for land in lands)
            ]
        offices = offices_of(slot)
        if offices:
            titled = [p for p in persons if any(held(term, offices) for term in p.terms)]
            if alone and not titled and not lands:
                return None
            persons = titled or persons
        persons = [p for p in persons if not self._too_early(slot, p)]
        if not persons:
            return None
        page = self.page
        years = page.years(slot.start)
        spans = [(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in years]
        then = [p for p in persons if any(serving(p, offices, *span) for span in spans)]
        if then and (page.day is None or page.day.year not in years):
            persons = then
        if alone and not lands:
            role = slot.title.role if slot.title and slot.title.person else ""
            persons = [
                p
                for p in persons
                if role in {"", FORMER} or any(role_of(t) == role for t in p.terms)
            ]
            persons = [p for p in persons if self._plausible(slot, p, p in then or bool(offices))]
        if len(persons) > 1:
            day = page.day
            if day:
                now = [p for p in persons if serving(p, offices, day, day)]
                persons = now or persons
            leading = [p for p in persons if p.leads]
            persons = leading or persons
        if len(persons) > 1:
            if alone and not offices:
                local = [p for p in persons if {term.country for term in p.terms} & self.lands]
                if len(local) != 1:
                    return None
                return local[0]
            persons = sorted(persons, key=lambda p: (gap(p, page.day), p.name))
        return persons[0] if persons else None

    def serving_namesake(self, slot: Slot, surname: str, codes: list[Entry]) -> Person | None:
        """Return the one person of a surname who holds the slot's office in one of the states."""
        day, lands = self.page.day, [entry.country or entry.code for entry in codes]
        found = [
            person
            for person in people().surnamed.get(surname, ())
            for term in person.terms
            if day
            and term.covers(day, day)
            and held(term, offices_of(slot))
            and any(of_land(term, land) for land in lands)
        ]
        return found[0] if len(found) == 1 else None

    def _too_early(self, slot: Slot, person: Person) -> bool:
        """Tell whether someone called former, or then in office, took office only long after."""
        day, offices = self.page.day, offices_of(slot)
        if day is None or slot.turn not in {"former", "then"}:
            return False
        past = [term for term in person.terms if not offices or held(term, offices)]
        return all(
            term.since != dt.date.min and term.since - EARLY > day for term in past or person.terms
        )

    def _plausible(self, slot: Slot, person: Person, then: bool) -> bool:  # noqa: FBT001 - a fact
        """Tell whether a surname alone may mean this person here."""
        page = self.page
        form = page.words[slot.name.end - 1] if slot.name else ""
        namesakes = people().surnamed.get(form, ())
        one_land = len({t.country for p in namesakes for t in p.terms}) == 1
        if then or (near(person, page.day) and one_land and form.lower() not in first_names()):
            return True
        if self._in_high_office(slot, person, namesakes):
            return True
        famous = person.leads or any(term.office in FAMOUS for term in person.terms)
        if famous and len(namesakes) == 1 and form.lower() not in first_names():
            return page.entities[slot.name.start if slot.name else slot.start] == "PERSON"
        here = any(kin(term.country, land) for term in person.terms for land in self.lands)
        if not here:
            return False
        if person.leads:
            return page.day is None or min(term.since for term in person.terms) <= page.day
        return page.day is not None and any(
            term.covers(page.day, page.day) for term in person.terms
        )

    def _in_high_office(self, slot: Slot, person: Person, namesakes: tuple[Person, ...]) -> bool:
        """Tell whether, of all namesakes, this one alone held high office on the report's day."""
        page, day = self.page, self.page.day
        if day is None or slot.name is None:
            return False
        if page.entities[slot.name.start] != "PERSON" and page.pos[slot.name.start] != "AUX":
            return False
        high = [
            one
            for one in namesakes
            if any(t.covers(day, day) and (t.leads or t.office in HIGH) for t in one.terms)
        ]
        return high == [person]


def _same_name(words: list[str], name: str) -> bool:
    """Tell whether a name in a text may be one of the table; middle names may be short or out."""
    known = fold(name).split()
    return words[0] == known[0] and all(
        word in known or word.rstrip(".").isupper() for word in words[1:-1]
    )
