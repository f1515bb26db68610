"""Are the words of a query ones that a record can answer?"""

from typing import get_args

from dateline.data import table
from dateline.errors import UsageError
from dateline.model import Quad, Status
from dateline.query.party import lookup

# The credibility of a grade, best first.
GRADES = ("1", "2", "3", "4", "5", "6")
TWO = 2  # parties of a pair
# Words of a full-text search that count; each costs a look-up.
WORDS = 20


def party(name: str) -> str:
    """Return the code of a party given by code or by name.

    Raises:
        UsageError: D103 where no state, organisation or group has the name.
    """
    code = lookup(name)
    if code is None:
        raise UsageError("D103", name)
    return code


def between(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of a pair, or none.

    Raises:
        UsageError: D103 for an unknown party, D106 where they are not two.
    """
    if names and len(names) != TWO:
        raise UsageError("D106", f"between={names[0]}", "a pair is two parties")
    return tuple(party(name) for name in names)


def contexts(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return contexts. Raises D110 for an unknown one."""
    allowed = [row["code"] for row in table("plover/contexts")]
    return tuple(one_of("D110", allowed, name.lower()) for name in names)


def types(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return event types. Raises D104 for an unknown one."""
    allowed = [row["root"] for row in table("plover/types")]
    return tuple(one_of("D104", allowed, name.upper()) for name in names)


def statuses(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return statuses, or "all". Raises D105 for an unknown one."""
    allowed = [*get_args(Status), "all"]
    return tuple(one_of("D105", allowed, name.lower()) for name in names)


def grades(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return credibilities as digits. Raises D106 for others."""
    return tuple(one_of("D106", GRADES, name) for name in names)


def quads(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return quad classes as digits. Raises D106 for others."""
    return tuple(one_of("D106", [str(quad) for quad in get_args(Quad)], name) for name in names)


def words(text: str) -> str:
    """Return a search's words. Raises D106 where they are too many."""
    found = text.split()
    if len(found) > WORDS:
        raise UsageError("D106", f"{len(found)} words", f"at most {WORDS} are searched for")
    return " ".join(found)


def one_of(code: str, allowed: list[str] | tuple[str, ...], value: str) -> str:
    """Return a value that is allowed.

    Raises:
        UsageError: with `code`, naming those that are.
    """
    if value not in allowed:
        raise UsageError(code, value, f"one of {', '.join(allowed)}")
    return value
