"""Office holders, each term bounded by dates; who held an office on a day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.data import table, values
from dateline.extract.actors.states import first_day, kin, last_day

FAR = dt.date.max
# A surname alone still, or already, means the office holder so many days after or before a term:
# news goes on writing of leaders for about a year, and of winners from the election on.
AFTER, BEFORE = dt.timedelta(days=400), dt.timedelta(days=100)


# Titles that only their own holders have.
CROWNS = frozenset({"king", "queen", "emperor", "empress", "sultan", "emir", "pope", "shah"})


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office."""

    country: str
    office: str
    title: str
    leads: bool
    since: dt.date
    until: dt.date

    def covers(self, first: dt.date, last: dt.date) -> bool:
        """Tell whether the term and the days `first` to `last` overlap."""
        return self.since <= last and first <= self.until


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who held office; `terms` in order of time."""

    name: str
    surnames: tuple[str, ...]
    terms: tuple[Term, ...]

    @property
    def leads(self) -> bool:
        """Whether the person ever led a state."""
        return any(term.leads for term in self.terms)

    def at(self, day: dt.date | None) -> Term:
        """Return the term that covers a day, leading first, or else the one nearest to it."""
        if day is None:
            return max(self.terms, key=lambda term: (term.since, term.leads))
        return min(self.terms, key=lambda term: (_distance(term, day), not term.leads, term.since))


def _distance(term: Term, day: dt.date) -> int:
    if day < term.since:
        return (term.since - day).days
    return max((day - term.until).days, 0) if term.until != FAR else 0


@dataclass(frozen=True, slots=True)
class People:
    """All persons, found by the names in the table."""

    named: dict[str, tuple[Person, ...]]
    surnamed: dict[str, tuple[Person, ...]]
    offices: dict[tuple[str, str], tuple[tuple[Term, Person], ...]]


@cache
def people() -> People:
    """Read the table of holders, once per process. Rows of one name and country are one person."""
    rows: dict[str, list[list[dict[str, str]]]] = {}
    for row in table("holders"):
        namesakes = rows.setdefault(row["name"], [])
        for held in namesakes:
            if kin(held[0]["country"], row["country"]):
                held.append(row)
                break
        else:
            namesakes.append([row])
    named: dict[str, list[Person]] = {}
    surnamed: dict[str, list[Person]] = {}
    offices: dict[tuple[str, str], list[tuple[Term, Person]]] = {}
    for name, held in ((name, held) for name, found in rows.items() for held in found):
        terms = sorted((_term(row) for row in held), key=lambda term: (term.since, term.office))
        surnames = tuple(dict.fromkeys(form for row in held for form in values(row["surname"])))
        person = Person(name, surnames, tuple(terms))
        named.setdefault(name, []).append(person)
        for form in surnames:
            surnamed.setdefault(form, []).append(person)
        for term in terms:
            offices.setdefault((term.country, term.office), []).append((term, person))
            offices.setdefault((term.country, term.title.lower()), []).append((term, person))
            if term.leads:
                offices.setdefault((term.country, "leader"), []).append((term, person))
    return People(
        {key: tuple(found) for key, found in named.items()},
        {key: tuple(found) for key, found in surnamed.items()},
        {key: tuple(found) for key, found in offices.items()},
    )


def _term(row: dict[str, str]) -> Term:
    return Term(
        row["country"],
        row["office"],
        row["title"],
        row["leads"] == "y",
        first_day(row["since"]) or dt.date.min,
        last_day(row["until"]) or FAR,
    )


def holder(
    country: str,
    offices: Iterable[str],
    day: dt.date | None,
    words: str = "",
    *,
    exact: bool = False,
) -> Person | None:
    """Return who held one of the offices of a country on a day; None where that is open.

    `words`, the title in lower case, chooses among several offices filed under one key (a king
    and a prime minister who both head a state); with `exact`, nothing else will do, nor for a
    crown ("the king" is no president). Without a day, the last known holder.
    """
    known = people().offices
    terms = list(known.get((country, words), ()))
    if not terms and not exact and words not in CROWNS:
        terms = [pair for office in offices for pair in known.get((country, office), ())]
    if day is not None:
        terms = [pair for pair in terms if pair[0].covers(day, day)]
        # On the day of a change the new holder counts.
        terms = [pair for pair in terms if len(terms) == 1 or pair[0].until != day]
    elif terms:
        terms = [max(terms, key=lambda pair: pair[0].since)]
    persons = {id(person): person for _, person in terms}
    return next(iter(persons.values())) if len(persons) == 1 else None


def near(person: Person, day: dt.date | None) -> bool:
    """Tell whether a person led a state on a day, or shortly before or after it."""
    if day is None:
        return True
    return any(
        term.leads and term.since <= day + BEFORE and (day - AFTER <= term.until)
        for term in person.terms
    )
