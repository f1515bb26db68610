"""The persons of a report: who each name is on that day, and who the text itself introduces."""

from dataclasses import dataclass

from dateline.extract.actors.choice import Choice
from dateline.extract.actors.figures import portray, stranger
from dateline.extract.actors.gender import gender, named_gender
from dateline.extract.actors.lexicon import Entry, fold
from dateline.extract.actors.page import Page
from dateline.extract.actors.people import Person
from dateline.extract.actors.slots import Slot
from dateline.extract.actors.terms import offices_of
from dateline.model import Actor

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Known:
    """A person as this report has introduced them. `at`: token of the introduction."""

    at: int
    actor: Actor
    offices: tuple[str, ...] = ()
    gender: str = ""


class Cast:
    """Resolves persons; remembers them by surname for later mentions."""

    def __init__(self, page: Page, lands: frozenset[str]) -> None:
        self.page = page
        self.choice = Choice(page, lands)
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
        persons = self.choice.candidates(slot, words)
        person = self.choice.choose(slot, persons, codes, alone=len(words) == 1)
        if person is None and len(words) > 1 and codes and offices_of(slot):
            # "Michael Pompeo" where the table has Mike: same surname, state and office.
            person = self.choice.serving_namesake(slot, words[-1], codes)
        if person is None and len(words) == 1 and not codes:
            return None
        title = page.lower[slot.start : name.start]
        sex = gender(page, slot, fold(person.name).split() if person else words, title)
        if person:
            actor, term = portray(page, person, slot)
            held = tuple(dict.fromkeys((term.office, *offices_of(slot))))
            known = Known(slot.start, actor, held, sex)
            surnames = person.surnames or (words[-1],)
        else:
            known = Known(slot.start, stranger(page, slot, codes), offices_of(slot), sex)
            surnames = (words[-1],)
        self._remember(known, surnames, words)
        return known

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
        if sex := gender(page, slot, [form], []):
            self.genders.setdefault(form, sex)
        known = self.by_surname.get(form, [])
        before = [one for one in known if one.at <= slot.start]
        person = None
        if not before:
            person = self.choice.choose(slot, self.choice.candidates(slot, [form]), [], alone=True)
            if person is None and not known:
                return None
        if before or person is None:
            # "Cruz" after "his wife, Heidi Cruz" is still the senator.
            placed = [one for one in before if one.actor.code]
            return (placed or before)[-1] if before else known[0]
        actor, term = portray(page, person, slot)
        found = Known(slot.start, actor, (term.office,), named_gender(person.name.split()))
        self._remember(found, person.surnames, [form])
        return found
