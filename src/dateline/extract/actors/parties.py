"""Which state or organisation an actor stands for as a party to something."""

from collections.abc import Iterable
from functools import cache

from dateline.data import table
from dateline.extract.actors.states import states
from dateline.model import Actor

# Roles that stand for a state as a party.
OFFICIAL = frozenset({"", "GOV", "MIL", "SPY", "LEG"})


def party(actor: Actor, of: str, *, person: bool) -> str:
    """Return the key of an actor as one of two, empty where it cannot be one.

    `of`: person, state, or side (a state or an organisation); `person`: the actor is a person.
    """
    if of == "person":
        return actor.country or "" if person and actor.country and actor.role != "JRN" else ""
    if actor.country:
        return actor.country if actor.role in OFFICIAL else ""
    return actor.code if of == "side" and actor.code.startswith("IGO ") else ""


def land(code: str) -> Actor:
    """Return a state as an actor."""
    return Actor(code=code, country=code, name=states()[code].name)


@cache
def _bodies() -> dict[str, str]:
    """Return the name of each organisation by its code, the first that the table gives."""
    return {row["code"]: row["name"] for row in reversed(list(table("organisations")))}


def named(code: str) -> Actor:
    """Return a state or an organisation as an actor."""
    if code in states():
        return land(code)
    return Actor(code=code, country=None, name=_bodies()[code], role="IGO")


def side(actor: Actor) -> Actor:
    """Return the state or organisation that an actor belongs to."""
    return land(actor.country) if actor.country in states() else actor


def only(actors: Iterable[Actor]) -> Actor | None:
    """Return the first of some actors where all have one code, else None."""
    found = {actor.code: actor for actor in reversed(list(actors))}
    return next(iter(found.values())) if len(found) == 1 else None
