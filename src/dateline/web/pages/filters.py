"""What the form of a list offers: parties that there are, and choices with their counts."""

from typing import NamedTuple

from dateline.query import Query, Record
from dateline.query.facets import CHOICES, Facets, facets
from dateline.query.pairs import parties
from dateline.web.words import party, spoken, words

LABELS = {
    "type": "Type", "status": "Status", "grade": "Grade", "quad": "Tone", "about": "About",
}  # fmt: skip
KINDS = {"type": "type", "status": "status", "grade": "credibility", "quad": "quad"}
# Parties offered while one types: all states and a record's chief groups; 60 bytes each.
OFFERED = 250


class Choice(NamedTuple):
    """A value that a list may be narrowed to, how many events it has, and whether it is chosen."""

    code: str
    word: str
    events: int
    on: bool


class Facet(NamedTuple):
    """The choices of one field of the query."""

    name: str
    label: str
    items: tuple[Choice, ...]


def count(record: Record, query: Query) -> Facets:
    """Count a query's events by each choice."""
    return facets(record.db, query)


def known(record: Record) -> list[tuple[str, str]]:
    """Return the parties of a record with their names, states first."""
    found = sorted(parties(record.db), key=lambda code: (" " in code, code))
    return [(code, party(code)) for code in found[:OFFERED]]


def choices(counted: Facets, query: Query) -> tuple[Facet, ...]:
    """Return what the list may be narrowed to; values without events only where chosen."""
    names = ("quad", *(name for name in CHOICES if name != "quad"), "about")
    return tuple(facet(name, counted.counts[name], getattr(query, name)) for name in names)


def facet(name: str, counts: dict[str, int], chosen: tuple[str, ...]) -> Facet:
    """Return the choices of a field: in the order of their words; types, contexts by count."""
    meant = {code: word.word for code, word in words(KINDS[name]).items()} if name in KINDS else {}
    by_count = sorted(set(counts) | set(chosen), key=lambda code: (-counts.get(code, 0), code))
    codes = by_count if name in {"type", "about"} else [code for code in meant if code in by_count]
    items = tuple(
        Choice(code, meant.get(code) or spoken(code), counts.get(code, 0), code in chosen)
        for code in codes
        if code and code != "all"
    )
    return Facet(name, LABELS[name], items)
