"""Which parties a text names, by the automaton over the tables alone."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.data import table, values
from dateline.extract.actors.lexicon import Entry, Found, existing, scan
from dateline.extract.actors.people import people
from dateline.sift.people import holders

# Roles of those who speak for a state, and kinds of names that are theirs.
ROLES = frozenset({"GOV", "LEG"})
HOLDERS = frozenset({"person", "surname"})
PLACES = frozenset({"city", "place"})
# A capital after one of these is a place; code points looked at.
WORD = re.compile(r"([^\W\d_]+)\s(?:the\s)?$")
REACH = 16


@cache
def prepositions() -> frozenset[str]:
    """Return the prepositions after which a capital is a place."""
    rows = (row for row in table("actors/metonymy") if row["slot"] == "in")
    return frozenset(word for row in rows for word in values(row["words"]))


@dataclass(frozen=True, slots=True)
class Named:
    """A party that a text names at a code point.

    `place`: only as where something happens; `official`: by somebody or a body who speaks for it.
    """

    at: int
    code: str
    place: bool
    official: bool


def named(text: str, day: dt.date | None) -> Iterator[Named]:
    """Yield the states, organisations and groups that a text may name, left to right.

    A name with several meanings gives all of them. `day` is that of publication.
    """
    for found in scan(text):
        for entry in existing(found.entries, day):
            for code in meant(entry, found, text, day):
                here = place(entry, found, text)
                yield Named(found.start, code, here, entry.kind in HOLDERS or entry.role in ROLES)


def place(entry: Entry, found: Found, text: str) -> bool:
    """Tell whether a meaning of a name is a place here."""
    if entry.kind in PLACES:
        return True
    if entry.kind != "capital":
        return False
    match = WORD.search(text, max(found.start - REACH, 0), found.start)
    return match is not None and match[1].lower() in prepositions()


def meant(entry: Entry, found: Found, text: str, day: dt.date | None) -> Iterator[str]:
    """Yield the code of each party that a meaning of a name stands for."""
    if entry.kind == "person":
        yield from (term.country for who in people().named[entry.name] for term in who.terms)
    elif entry.kind == "surname":
        yield from (who.at(day).country for who in holders(found, entry.name, text, day))
    elif entry.kind != "other" and (entry.country or entry.code):
        yield entry.country or entry.code
