"""What a person's terms of office say: which office, when, for which state."""

import datetime as dt
from functools import cache

from dateline.data import table
from dateline.extract.actors.people import Person, Term
from dateline.extract.actors.slots import Slot
from dateline.extract.actors.states import kin


@cache
def office_roles() -> dict[str, str]:
    """Return PLOVER role by office."""
    return {row["office"]: row["role"] for row in table("offices")}


@cache
def body_code(code: str) -> str:
    """Return the actor code of what holders.tsv calls a country: a body's has a role."""
    for row in table("organisations"):
        if row["code"] == code or row["code"].split()[-1] == code:
            return row["code"]
    return code


def offices_of(slot: Slot) -> tuple[str, ...]:
    """Return the offices that a slot's title may name."""
    return slot.title.offices if slot.title else ()


def held(term: Term, offices: tuple[str, ...]) -> bool:
    """Tell whether a term is in one of the offices."""
    return term.office in offices or ("leader" in offices and term.leads)


def serving(person: Person, offices: tuple[str, ...], first: dt.date, last: dt.date) -> bool:
    """Tell whether a person held one of the offices, or any, all days from first to last."""
    return any(
        term.covers(first, last) and (not offices or held(term, offices)) for term in person.terms
    )


def gap(person: Person, day: dt.date | None) -> int:
    """Return how far a day is from a person's terms; without a day, later terms come first."""
    if day is None:
        return -max(term.since for term in person.terms).toordinal()
    return min(
        0
        if term.covers(day, day)
        else abs((min(term.until, day) - day).days) + abs((max(term.since, day) - day).days)
        for term in person.terms
    )


def of_land(term: Term, land: str) -> bool:
    """Tell whether a term was in a state, its predecessor, or a body."""
    return kin(term.country, land) or body_code(term.country) == land


def role_of(term: Term) -> str:
    """Return the PLOVER role of a term's office."""
    return office_roles().get(term.office, "GOV")
