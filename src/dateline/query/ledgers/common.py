"""What the ledgers ask of events: parties, values, topics."""

import datetime as dt
from collections.abc import Iterable
from functools import cache, lru_cache

import msgspec

from dateline.data import table, values
from dateline.link.block import party_of
from dateline.link.words import stems
from dateline.model import Event
from dateline.query.query import Query

# Answers kept of what is asked again and again, of actors and of sentences: some megabytes.
MANY = 20_000


def of_type(query: Query, *types: str, also: tuple[str, ...] = ()) -> Query:
    """Return a query for events of these types among what `query` asks, without its limit."""
    return msgspec.structs.replace(query, type=types, status=query.status or also, limit=None)


@lru_cache(MANY)
def parties_of(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parties of codes, each once, sorted."""
    return tuple(sorted({party_of(code) for code in codes}))


def sides(event: Event) -> frozenset[str]:
    """Return all parties of an event."""
    return frozenset(parties_of((*event.source, *event.target)))


def values_of(event: Event, field: str) -> tuple[str, ...]:
    """Return the values of a field that any voice gives, the shown one first."""
    return tuple(v.value for v in event.values if v.field == field and v.voices)


def sectors_of(event: Event) -> tuple[str, ...]:
    """Return the sectors of an event: those told, and those of a named incident's table row."""
    known = (s for name in values_of(event, "incident") for s in sectors_hit().get(name, ()))
    return tuple(dict.fromkeys((*values_of(event, "sector"), *known)))


@cache
def sectors_hit() -> dict[str, tuple[str, ...]]:
    """Return the sectors that the table has of each named incident."""
    return {row["name"]: values(row["sector"]) for row in table("cyber_incidents")}


def topic(event: Event) -> frozenset[str]:
    """Return the stems of what an event is about."""
    return stems(" ".join(values_of(event, "about")) or event.headline)


@cache
def names_of(party: str) -> frozenset[str]:
    """Return the stems of what a state is called: its own name says nothing of what it did."""
    cells = ("name", "aliases", "adjectives", "demonyms", "capital", "metonyms")
    rows = (row for row in table("states") if row["code"] == party)
    return frozenset(stem for row in rows for cell in cells for stem in stems(row[cell]))


def without_names(found: frozenset[str], event: Event) -> frozenset[str]:
    """Return stems without those of the names of an event's parties."""
    return found.difference(*map(names_of, sides(event)))


def told(event: Event) -> frozenset[str]:
    """Return the stems of all that is said of an event: what it is about, and its headline."""
    return topic(event) | stems(event.headline)


def shifted(day: dt.date, by: dt.timedelta) -> dt.date:
    """Return a day so much later (earlier where negative), or the last or first that there is."""
    try:
        return day + by
    except OverflowError:
        return dt.date.max if by > dt.timedelta(0) else dt.date.min


def listed(names: Iterable[str]) -> str:
    """Return names as the JSON list that SQL reads, sorted."""
    return msgspec.json.encode(sorted(names)).decode()


def day(event: Event) -> tuple[dt.date, str]:
    """Return the sort key of an event: its first day, then its id."""
    return event.start or dt.date.max, event.id


def is_guess(event: Event) -> bool:
    """Tell whether no rule tells an event, so that it is no item of a ledger by itself."""
    return any(reason.feature == "classifier_alone" for reason in event.grade.reasons)
