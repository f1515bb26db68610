"""The party that a user's word means: a code, or a name of the tables."""

from functools import cache

from dateline.data import table, values
from dateline.link.block import party_of, states

# Earlier tables win a name that several have.
TABLES = ("states", "organisations", "groups")


@cache
def names() -> dict[str, str]:
    """Return each name and code, case-folded, with its code."""
    found: dict[str, str] = {}
    for name in TABLES:
        for row in table(name):
            for word in (row["code"], row["name"], *values(row["aliases"])):
                found.setdefault(word.casefold(), row["code"])
    return found


def lookup(word: str) -> str | None:
    """Return the code of a party given by code or name, in any case; None for an unknown one.

    The code of a state's body ("CHN GOV") means the state.
    """
    plain = " ".join(word.split())
    state = party_of(plain.upper())
    return names().get(plain.casefold()) or (state if state in states() else None)


@cache
def titles() -> dict[str, str]:
    """Return each party's code with its name: the first that a table has for it."""
    found: dict[str, str] = {}
    for name in TABLES:
        for row in table(name):
            found.setdefault(row["code"], row["name"])
    return found


def name_of(code: str) -> str:
    """Return a party's name; the code where no table has it."""
    return titles().get(code, code)
