"""Persons as actors: of the state and role they had at the time told of."""

import datetime as dt

from dateline.extract.actors.lexicon import Entry, fold
from dateline.extract.actors.page import Page
from dateline.extract.actors.people import Person, Term
from dateline.extract.actors.slots import FORMER, Slot
from dateline.extract.actors.states import states
from dateline.extract.actors.terms import body_code, held, offices_of, role_of
from dateline.model import Actor

# Leaders out of office for longer stand in history, where they act as who they were then.
LONG_GONE = dt.timedelta(days=3650)
NOT_YET = "CVL"


def portray(page: Page, person: Person, slot: Slot) -> tuple[Actor, Term]:
    """Return a known person as an actor of the state and role of the time told of."""
    day, offices = page.day, offices_of(slot)
    years = [year for year in page.years(slot.start) if not day or year != day.year]
    now = person.at(day)
    if day and now.covers(day, day) and slot.turn != "then":
        term, role = now, role_of(now)
        if slot.turn == "former" and offices and not held(now, offices):
            role = FORMER
        return _actor(person, term, role), term
    for year in years:
        mid = dt.date(year, 7, 1)
        then = person.at(mid)
        if then.covers(dt.date(year, 1, 1), dt.date(year, 12, 31)):
            return _actor(person, then, FORMER if slot.turn == "former" else role_of(then)), then
    past = [term for term in person.terms if offices and held(term, offices)]
    term = past[-1] if past else now
    if slot.turn == "former":
        role = FORMER
    elif not slot.turn and slot.title and slot.title.official and not past:
        role = slot.title.role
    elif slot.turn == "then" or day is None or (past and slot.turn != "next"):
        role = role_of(term)
    elif term.until < day:
        role = role_of(term) if day - term.until > LONG_GONE and person.leads else FORMER
    else:
        role = NOT_YET
    return _actor(person, term, role), term


def stranger(page: Page, slot: Slot, codes: list[Entry]) -> Actor:
    """Return someone the tables do not know, as the text presents them."""
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


def _actor(person: Person, term: Term, role: str) -> Actor:
    if term.country in states():
        return Actor(
            code=f"{term.country} {role}", country=term.country, name=person.name, role=role
        )
    return Actor(code=body_code(term.country), country=None, name=person.name, role=role)
