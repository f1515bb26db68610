"""The persons of a report: who each name is on that day, and who the text itself introduces."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from dateline.data import table, values
from dateline.extract.actors.lexicon import Entry, fold
from dateline.extract.actors.page import Page
from dateline.extract.actors.people import Person, Term, near, people
from dateline.extract.actors.slots import FORMER, Slot
from dateline.extract.actors.states import kin, states
from dateline.model import Actor

# Leaders out of office for longer stand in history, where they act as who they were then.
LONG_GONE = dt.timedelta(days=3650)
NOT_YET = "CVL"
# A term that begins so long after the report is a namesake's ("former president Marcos" in 2016).
EARLY = dt.timedelta(days=200)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Known:
    """A person as this report has introduced them. `at`: token of the introduction."""

    at: int
    actor: Actor
    offices: tuple[str, ...] = ()
    gender: str = ""


@cache
def office_roles() -> dict[str, str]:
    """Return PLOVER role by office."""
    return {row["office"]: row["role"] for row in table("offices")}


@cache
def first_names() -> dict[str, str]:
    """Return gender (f, m) by first name, in lower case."""
    return {
        name: row["gender"] for row in table("actors/first_names") for name in values(row["names"])
    }


@cache
def body_code(code: str) -> str:
    """Return the actor code of what holders.tsv calls a country: an organisation has a role."""
    for row in table("organisations"):
        if row["code"] == code or row["code"].split()[-1] == code:
            return row["code"]
    return code


class Cast:
    """Resolves persons; remembers them by surname for later mentions."""

    def __init__(self, page: Page, lands: frozenset[str]) -> None:
        self.page = page
        self.lands = lands
        self.by_surname: dict[str, list[Known]] = {}
        self.genders: dict[str, str] = {}

    def full(self, slot: Slot, codes: list[Entry]) -> Known | None:
        """Resolve a person named in full or with a title, and remember them."""
        page = self.page
        name = slot.name
        if name is None:
            return None
        words = [word.removesuffix("'s") for word in page.words[name.start : name.end]]
        if len(words) == 1 and (known := self._before(slot, words[0], codes)):
            return known
        persons = self._candidates(slot, words)
        person = self._choose(slot, persons, codes, alone=len(words) == 1)
        if person is None and len(words) > 1 and codes and _offices(slot):
            # "Michael Pompeo" where the table has Mike: same surname, state and office.
            person = self._serving_namesake(slot, words[-1], codes)
        if person is None and len(words) == 1 and not codes:
            return None
        title = page.lower[slot.start : name.start]
        gender = self.gender(slot, fold(person.name).split() if person else words, title)
        if person:
            actor, term = self.actor(person, slot)
            held = tuple(dict.fromkeys((term.office, *_offices(slot))))
            known = Known(slot.start, actor, held, gender)
            surnames = person.surnames or (words[-1],)
        else:
            known = Known(slot.start, self._stranger(slot, codes), _offices(slot), gender)
            surnames = (words[-1],)
        self._remember(known, surnames, words)
        return known

    def _serving_namesake(self, slot: Slot, surname: str, codes: list[Entry]) -> Person | None:
        day, lands = self.page.day, [entry.country or entry.code for entry in codes]
        found = [
            person
            for person in people().surnamed.get(surname, ())
            for term in person.terms
            if day
            and term.covers(day, day)
            and _held(term, _offices(slot))
            and any(_of(term, land) for land in lands)
        ]
        return found[0] if len(found) == 1 else None

    def _before(self, slot: Slot, word: str, codes: list[Entry]) -> Known | None:
        """Return the last person of that surname introduced so far, if of the same state."""
        for known in reversed(self.by_surname.get(word, [])):
            if known.at < slot.start and (
                not codes or known.actor.country in {entry.country for entry in codes}
            ):
                return known
        return None

    def _remember(self, known: Known, surnames: tuple[str, ...], words: list[str]) -> None:
        if words[-1].rstrip(".").lower() in SUFFIXES and len(words) > 2:  # noqa: PLR2004 - name, name, Jr.
            words = words[:-1]
        forms = dict.fromkeys((*surnames, words[-1]))
        if len(words) > 1:
            forms |= dict.fromkeys((words[0], " ".join(words)))
        for form in forms:
            self.by_surname.setdefault(form, []).append(known)

    def remember(self, known: Known, person: Person) -> None:
        """Remember someone named by office alone, for a later surname."""
        for form in person.surnames:
            self.by_surname.setdefault(form, []).append(known)

    def alone(self, slot: Slot) -> Known | None:
        """Resolve a surname alone: introduced here, or a leader of the time."""
        page, name = self.page, slot.name
        if name is None:
            return None
        form = " ".join(page.words[name.start : name.end]).removesuffix("'s")
        if gender := self.gender(slot, [form], []):
            self.genders.setdefault(form, gender)
        known = self.by_surname.get(form, [])
        before = [one for one in known if one.at <= slot.start]
        person = None
        if not before:
            person = self._choose(slot, self._candidates(slot, [form]), [], alone=True)
            if person is None and not known:
                return None
        if before or person is None:
            return before[-1] if before else known[0]
        actor, term = self.actor(person, slot)
        found = Known(slot.start, actor, (term.office,), self._named_gender(person.name.split()))
        self._remember(found, person.surnames, [form])
        return found

    def _candidates(self, slot: Slot, words: list[str]) -> list[Person]:
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

    def _choose(
        self, slot: Slot, persons: list[Person], codes: list[Entry], *, alone: bool
    ) -> Person | None:
        """Return the one that country, title and time leave; None where none or too many."""
        lands = [entry.country or entry.code for entry in codes]
        if lands:
            persons = [
                p for p in persons if any(_of(term, land) for term in p.terms for land in lands)
            ]
        offices = _offices(slot)
        if offices:
            titled = [p for p in persons if any(_held(term, offices) for term in p.terms)]
            if alone and not titled and not lands:
                return None
            persons = titled or persons
        persons = [p for p in persons if not self._too_early(slot, p)]
        if not persons:
            return None
        page = self.page
        years = page.years(slot.start)
        spans = [(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in years]
        then = [p for p in persons if any(_serving(p, offices, *span) for span in spans)]
        if then and (page.day is None or page.day.year not in years):
            persons = then
        if alone and not lands:
            role = slot.title.role if slot.title and slot.title.person else ""
            persons = [
                p for p in persons if role in {"", FORMER} or any(_role(t) == role for t in p.terms)
            ]
            persons = [p for p in persons if self._plausible(slot, p, p in then or bool(offices))]
        if len(persons) > 1:
            day = page.day
            if day:
                serving = [p for p in persons if _serving(p, offices, day, day)]
                persons = serving or persons
            leading = [p for p in persons if p.leads]
            persons = leading or persons
        if len(persons) > 1:
            if alone and not offices:
                local = [p for p in persons if {term.country for term in p.terms} & self.lands]
                if len(local) != 1:
                    return None
                return local[0]
            persons = sorted(persons, key=lambda p: (_gap(p, page.day), p.name))
        return persons[0] if persons else None

    def _too_early(self, slot: Slot, person: Person) -> bool:
        """Tell whether someone called former, or then in office, took office only long after."""
        day, offices = self.page.day, _offices(slot)
        if day is None or slot.turn not in {"former", "then"}:
            return False
        held = [term for term in person.terms if not offices or _held(term, offices)]
        return all(
            term.since != dt.date.min and term.since - EARLY > day for term in held or person.terms
        )

    def _plausible(self, slot: Slot, person: Person, then: bool) -> bool:  # noqa: FBT001 - a fact
        """Tell whether a surname alone may mean this person here."""
        page = self.page
        form = page.words[slot.name.end - 1] if slot.name else ""
        namesakes = people().surnamed.get(form, ())
        one_land = len({t.country for p in namesakes for t in p.terms}) == 1
        if then or (near(person, page.day) and one_land and form.lower() not in first_names()):
            return True
        if person.leads and len(namesakes) == 1 and form.lower() not in first_names():
            return page.entities[slot.name.start if slot.name else slot.start] == "PERSON"
        here = any(kin(term.country, land) for term in person.terms for land in self.lands)
        if not here:
            return False
        if person.leads:
            return page.day is None or min(term.since for term in person.terms) <= page.day
        return page.day is not None and any(
            term.covers(page.day, page.day) for term in person.terms
        )

    def actor(self, person: Person, slot: Slot) -> tuple[Actor, Term]:
        """Return a known person as an actor of the state and role of the time told of."""
        page = self.page
        day, offices = page.day, _offices(slot)
        years = [year for year in page.years(slot.start) if not day or year != day.year]
        now = person.at(day)
        if day and now.covers(day, day) and slot.turn != "then":
            term, role = now, _role(now)
            if slot.turn == "former" and offices and not _held(now, offices):
                role = FORMER
            return _actor(person, term, role), term
        for year in years:
            mid = dt.date(year, 7, 1)
            then = person.at(mid)
            if then.covers(dt.date(year, 1, 1), dt.date(year, 12, 31)):
                return _actor(person, then, FORMER if slot.turn == "former" else _role(then)), then
        held = [term for term in person.terms if offices and _held(term, offices)]
        term = held[-1] if held else now
        if slot.turn == "former":
            role = FORMER
        elif not slot.turn and slot.title and slot.title.official and not held:
            role = slot.title.role
        elif slot.turn == "then" or day is None or (held and slot.turn != "next"):
            role = _role(term)
        elif term.until < day:
            role = _role(term) if day - term.until > LONG_GONE and person.leads else FORMER
        else:
            role = NOT_YET
        return _actor(person, term, role), term

    def _stranger(self, slot: Slot, codes: list[Entry]) -> Actor:
        """Return someone the tables do not know, as the text presents them."""
        page = self.page
        text = page.text(slot.name.start, slot.name.end) if slot.name else ""
        text = text[:-2] if fold(text[-2:]) == "'s" else text
        role = slot.title.role if slot.title else ""
        if slot.turn == "former":
            role = FORMER
        if not codes:
            return Actor(code="", country=None, name=text, role=role)
        base = codes[0]
        if base.country is None or base.country not in states():
            return Actor(
                code=base.code, country=None, name=text, role=base.role or base.code.split()[0]
            )
        role = role or base.role or NOT_YET
        return Actor(code=f"{base.country} {role}", country=base.country, name=text, role=role)

    def gender(self, slot: Slot, words: list[str], title: list[str]) -> str:
        """Return f or m where title or first name tells it."""
        from dateline.extract.actors.names import honorifics

        page = self.page
        before = [*title, *page.lower[max(slot.start - 1, 0) : slot.start]]
        for word in before:
            if gender := honorifics().get(word):
                return gender
            if word.endswith("woman") or word in {"queen", "princess"}:
                return "f"
            if word.endswith("man") or word in {"king", "prince", "sheikh", "pope", "emir"}:
                return "m"
        return self._named_gender(words)

    @staticmethod
    def _named_gender(words: list[str]) -> str:
        return first_names().get(words[0].lower(), "") if len(words) > 1 else ""


def _same_name(words: list[str], name: str) -> bool:
    """Tell whether a name in a text may be one of the table; middle names may be short or out."""
    known = fold(name).split()
    return words[0] == known[0] and all(
        word in known or word.rstrip(".").isupper() for word in words[1:-1]
    )


def _offices(slot: Slot) -> tuple[str, ...]:
    return slot.title.offices if slot.title else ()


def _held(term: Term, offices: tuple[str, ...]) -> bool:
    return term.office in offices or ("leader" in offices and term.leads)


def _serving(person: Person, offices: tuple[str, ...], first: dt.date, last: dt.date) -> bool:
    return any(
        term.covers(first, last) and (not offices or _held(term, offices)) for term in person.terms
    )


def _gap(person: Person, day: dt.date | None) -> int:
    if day is None:
        return -max(term.since for term in person.terms).toordinal()
    return min(
        0
        if term.covers(day, day)
        else abs((min(term.until, day) - day).days) + abs((max(term.since, day) - day).days)
        for term in person.terms
    )


def _of(term: Term, land: str) -> bool:
    return kin(term.country, land) or body_code(term.country) == land


def _role(term: Term) -> str:
    return office_roles().get(term.office, "GOV")


def _actor(person: Person, term: Term, role: str) -> Actor:
    if term.country in states():
        return Actor(
            code=f"{term.country} {role}", country=term.country, name=person.name, role=role
        )
    return Actor(code=body_code(term.country), country=None, name=person.name, role=role)
