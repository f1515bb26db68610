"""The words that the page shows for what a record holds, and their meanings."""

import re
from functools import cache
from typing import NamedTuple

from dateline.data import table
from dateline.link.block import party_of, states
from dateline.query.party import name_of
from dateline.web.dates import duration

# What may be the code of a state, or a duration of ISO 8601.
CODED = re.compile(r"\b(?:[A-Z]{3}|P[0-9T][0-9A-Z.]*)\b")


class Word(NamedTuple):
    """A value's code, the word shown for it, and what it means (may be empty)."""

    code: str
    word: str
    meaning: str


@cache
def words(kind: str) -> dict[str, Word]:
    """Return the words of a kind by code, in the order in which they are shown."""
    return {
        row["code"]: Word(row["code"], row["word"], row["meaning"])
        for row in table("web/words")
        if row["kind"] == kind
    }


def word(kind: str, code: object) -> str:
    """Return the word for a code; the code where it has none."""
    found = words(kind).get(str(code))
    return found.word if found else str(code).replace("_", " ")


def party(code: str) -> str:
    """Return the name of the party of an actor's code: `Russia` for `RUS GOV`."""
    return name_of(party_of(code))


def actor(code: str) -> str:
    """Return an actor's name with its role: `Russia (intelligence)`."""
    state = party_of(code)
    role = code[len(state) :].strip()
    name = name_of(state)
    return f"{name} ({', '.join(word('role', part) for part in role.split())})" if role else name


def told(detail: str) -> str:
    """Return a reason's detail with names for the codes of states, and durations in words."""
    return CODED.sub(lambda found: duration(named(found[0])), detail)


def named(code: str) -> str:
    """Return the name of a state by its code; any other word as it is."""
    return name_of(code) if code in states() else code


@cache
def sectors() -> dict[str, str]:
    """Return the names of sectors by code, in lower case but for abbreviations."""
    return {row["code"]: plain(row["name"]) for row in table("sectors")}


def plain(name: str) -> str:
    """Return a title without its capitals: `critical manufacturing`; `IT` stays."""
    return " ".join(part if part.isupper() else part.lower() for part in name.split())


def spoken(code: str) -> str:
    """Return a sector, a context or a party as words: `human rights`, `water`, `Cyprus`."""
    if code in sectors():
        return sectors()[code]
    # The codes of parties alone are in capitals.
    return party(code) if code.isupper() else plain(code.replace("_", " ").capitalize())
