"""Which parties a text names, by the automaton over the tables alone."""

import datetime as dt
from collections.abc import Iterator

from dateline.extract.actors.lexicon import Entry, Found, scan
from dateline.extract.actors.people import people


def parties(text: str, day: dt.date | None) -> list[str]:
    """Return the codes of the states, organisations and groups that a text may name, sorted.

    A name with several meanings gives all of them. `day` is that of publication.
    """
    return sorted({code for found in scan(text) for code in codes(found, day)})


def codes(found: Found, day: dt.date | None) -> Iterator[str]:
    """Yield the code of each party that a name may stand for."""
    for entry in found.entries:
        yield from meant(entry, day)


def meant(entry: Entry, day: dt.date | None) -> Iterator[str]:
    """Yield the code of each party that a meaning of a name stands for."""
    if entry.kind == "person":
        yield from (term.country for who in people().named[entry.name] for term in who.terms)
    elif entry.kind == "surname":
        for who in people().surnamed[entry.name]:
            yield who.at(day).country
    elif entry.kind != "other" and (entry.country or entry.code):
        yield entry.country or entry.code
