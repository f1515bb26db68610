"""Accusations, each with the denials that answer it: who blamed whom of what, who denied it, when.

A denial answers an accusation where it is by the accused, not to somebody else, and not before it;
and where both tell of one incident by its name, stand in one report, or come within `REACH` of one
another and share `SHARED` words of what is said.
"""

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from dateline.data import table, values
from dateline.link.words import STEM, stems
from dateline.model import Event, Noun
from dateline.query.ledgers.common import day, of_type, parties_of, told, values_of
from dateline.query.query import Query
from dateline.query.timeline import timeline

# On the example corpus answers in another report came within a week; a fortnight leaves room for
# weeklies.
REACH = dt.timedelta(days=14)
SHARED = 2
ALSO = ("happened", "ongoing")
WORDS = "ledgers/words"


class Accusation(Noun, frozen=True):
    """An accusation by one party of another, and the denials that answer it, by date.

    `by` and `accused`: parties; `incidents`: the names of cyber incidents it is about.
    """

    event: Event
    by: tuple[str, ...]
    accused: tuple[str, ...]
    incidents: tuple[str, ...] = ()
    denials: tuple[Event, ...] = ()


def accusations(db: sqlite3.Connection, query: Query) -> list[Accusation]:
    """Return the accusations that a query asks for, by date, those that nobody denied too."""
    found = [e for e in timeline(db, of_type(query, "ACCUSE", also=ALSO)) if not is_denial(e)]
    given = Denials(denials(db, query))
    made = [
        Accusation(
            event=one,
            by=parties_of(one.source),
            accused=parties_of(one.target),
            incidents=values_of(one, "incident"),
            denials=given.of(one),
        )
        for one in found
    ]
    return made if query.limit is None else made[: query.limit]


def denials(db: sqlite3.Connection, query: Query) -> Iterator[Event]:
    """Yield the denials of a record, by date, whoever makes them; of a query `as_of` counts."""
    asked = of_type(Query(as_of=query.as_of), "REJECT", "ACCUSE", also=ALSO)
    return (event for event in timeline(db, asked) if is_denial(event))


class Denials:
    """Denials, to be asked for those that answer an accusation."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.by: dict[str, list[Event]] = defaultdict(list)
        for event in events:
            for party in parties_of(event.source):
                self.by[party].append(event)

    def of(self, accusation: Event) -> tuple[Event, ...]:
        """Return the denials that answer an accusation, by date."""
        accused = parties_of(accusation.target)
        found = {d.id: d for party in accused for d in self.by[party] if answers(d, accusation)}
        return tuple(sorted(found.values(), key=day))


def answers(denial: Event, accusation: Event) -> bool:
    """Tell whether a denial by the accused answers an accusation."""
    if accusation.start is None or denial.end is None or denial.end < accusation.start:
        return False
    accusers = set(parties_of(accusation.source))
    to = set(parties_of(denial.target))
    if accusers & set(parties_of(denial.source)) or (to and not to & accusers):
        return False
    named, here = set(values_of(accusation, "incident")), set(values_of(denial, "incident"))
    if named and here:
        return bool(named & here)
    if set(denial.reports) & set(accusation.reports):
        return True
    soon = denial.start is not None and denial.start - accusation.start <= REACH
    return soon and len(told(denial) & told(accusation)) >= SHARED


def is_denial(event: Event) -> bool:
    """Tell whether an event denies what somebody claims, rather than refuses or blames.

    The words are those of `data/ledgers/words.tsv`.
    """
    said = " ".join((event.headline, *values_of(event, "about"))).lower()
    words = stems(said)
    claim = bool(words & of_kind("claim"))
    if event.event_type == "ACCUSE":
        return claim and bool(words & of_kind("false")) and not words & of_kind("deny")
    waved = bool(words & of_kind("wave")) and claim
    return bool(words & of_kind("deny") or waved or words & of_kind("part", "false"))


@cache
def of_kind(*kinds: str) -> frozenset[str]:
    """Return the stems of some kinds of words by which claims are denied, of all their forms."""
    lemmas = {
        word.split()[0]
        for row in table(WORDS)
        if row["kind"] in kinds
        for word in values(row["words"])
    }
    # "deny", "denies": the stem of a short verb in -y is not that of its forms.
    return frozenset(
        form[:STEM]
        for word in lemmas
        for form in (word, word[:-1] + "ie" if word[-1] == "y" else word)
    )
