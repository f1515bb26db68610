"""What the parties of agreements did later, found by what it is about, never by comparing all.

Sets of events are the bits of whole numbers: which events share two words with an agreement is then
a matter of a few operations on long numbers, however many events there are.
"""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import combinations

from dateline.model import Event
from dateline.query.ledgers.common import listed, of_type, shifted, sides
from dateline.query.ledgers.speaking import telling_of
from dateline.query.ledgers.steps import (
    BREACHES,
    BROKEN,
    MEETING,
    SLIP,
    STEPS,
    Promise,
    is_step,
)
from dateline.query.ledgers.tellings import Telling, tellings
from dateline.query.query import Query
from dateline.query.timeline import timeline
from dateline.store.database import Database

ALSO = ("happened", "ongoing", "planned")
# The events of some parties alone, that are of some days or only planned.
OWN = """
SELECT id FROM event WHERE parties IN (SELECT value FROM json_each(:parties))
AND type IN (SELECT value FROM json_each(:types))
AND ((start > :first AND start <= :last) OR status = 'planned')
"""
# Parties of an agreement all of whose parts are sought: there are 15.
FEW = 4
ALONE = """
SELECT DISTINCT e.parties FROM event_actor a JOIN event e ON e.id = a.event_id
WHERE a.party IN (SELECT value FROM json_each(?))
"""
TOUCHED = """
SELECT DISTINCT event_id FROM event_actor WHERE party IN (SELECT value FROM json_each(?))
"""


# What events are found by.
NAMES: dict[str, Callable[[Telling], Iterable[str]]] = {
    "stem": lambda one: one.all_stems,
    "matter": lambda one: one.of_matter,
    "report": lambda one: one.event.reports,
    "type": lambda one: (one.event.event_type,),
}


class Later:
    """The later events of one pair of parties, in the order of their dates."""

    def __init__(self, events: Iterable[Telling]) -> None:
        self.all = sorted(events, key=when)
        self.by: dict[str, dict[str, int]] = {}

    def index(self, kind: str) -> dict[str, int]:
        """Return the events that have each name of a kind; made when it is first asked for."""
        if kind not in self.by:
            made: dict[str, int] = defaultdict(int)
            for n, one in enumerate(self.all):
                for name in NAMES[kind](one):
                    made[name] |= 1 << n
            self.by[kind] = made
        return self.by[kind]

    def steps(self, promise: Promise) -> Iterator[Telling]:
        """Yield, by date, the events that have to do with what was agreed."""
        if promise.made is None:
            return
        treaty = "treaty" in promise.forms
        found = self.sharing("stem", promise.all_stems if treaty else promise.stems, twice=True)
        found |= self.sharing("matter", promise.matters) | self.sharing("report", promise.reports)
        if "meeting" in promise.forms:
            found |= self.sharing("type", ("CONSULT", "AGREE"))
        first = bisect_right(self.all, promise.made[1], key=when)
        found >>= first
        last = bisect_right(self.all, until(promise), key=when)
        found &= (1 << max(0, last - first)) - 1
        for n in bits(found):
            one = self.all[first + n]
            if is_step(promise, one):
                yield one

    def sharing(self, kind: str, names: Collection[str], *, twice: bool = False) -> int:
        """Return the events that have one, or (`twice`) two, of some names of a kind."""
        once = again = 0
        index = self.index(kind) if names else {}
        for name in names:
            here = index.get(name, 0)
            again |= once & here
            once |= here
        return again if twice else once


def bits(number: int) -> Iterator[int]:
    """Yield the places of the bits of a number, the lowest first.

    >>> list(bits(0b1101))
    [0, 2, 3]
    """
    digits = f"{number:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def when(one: Telling) -> dt.date:
    """Return the first day on which something was uttered or done."""
    return one.made[0] if one.made else dt.date.max


def until(promise: Promise) -> dt.date:
    """Return the last day on which a step of a promise is looked for."""
    return shifted(promise.made[1] if promise.made else dt.date.min, promise.reach)


def soon(promise: Promise) -> dt.date:
    """Return the last day on which an event that seals nothing may be a step of a promise."""
    if promise.made is None or "treaty" not in promise.forms:
        return until(promise)
    if "meeting" not in promise.forms:
        return promise.made[1]
    return shifted(promise.due[1], SLIP) if promise.due else shifted(promise.made[1], MEETING)


def later_events(
    db: Database, as_of: dt.date | None, promises: Iterable[Promise]
) -> dict[frozenset[str], Later]:
    """Return for each pair with a promise what its parties did since, alone or together."""
    dated = [promise for promise in promises if promise.made is not None]
    of: dict[str, set[frozenset[str]]] = defaultdict(set)
    for promise in dated:
        for party in promise.sides:
            of[party].add(promise.sides)
    found: dict[frozenset[str], list[Telling]] = {promise.sides: [] for promise in dated}
    asked = of_type(Query(as_of=as_of), *STEPS, *BREACHES, also=ALSO)
    events = timeline(db, asked, among=candidates(db, as_of, dated, of))
    fitting = (e for e in events if any(sides(e) <= pair for pair in of.get(least(e), ())))
    short = max(map(soon, dated), default=dt.date.min)
    for one in tellings(db, fitting):
        if (
            one.tells_of(*BROKEN)
            if one.event.event_type in BREACHES
            else (when(one) <= short or one.tells_of("sealed"))
        ):
            for pair in of[least(one.event)]:
                if one.sides <= pair:
                    found[pair].append(one)
    return {pair: Later(all_) for pair, all_ in found.items()}


def least(event: Event) -> str:
    """Return the first of an event's parties, "" where it has none."""
    return min(sides(event), default="")


def candidates(
    db: Database, as_of: dt.date | None, promises: list[Promise], parties: Iterable[str]
) -> list[str]:
    """Return the ids of the events that may be steps of promises, by their parties and days.

    What is planned may be told on another day than it is for, so that its day says nothing. As of
    a day, an event may have had other parties and days than it has now. A breach has words of one.
    """
    if as_of:
        return [row["event_id"] for row in db.execute(TOUCHED, (listed(parties),))]
    made = [promise.made[1] for promise in promises if promise.made]
    bound = {
        "parties": listed({one for promise in promises for one in parts(db, promise.sides)}),
        "first": min(made, default=dt.date.max).isoformat(),
        "last": max(map(until, promises), default=dt.date.min).isoformat(),
    }
    steps = db.execute(OWN, {**bound, "types": listed(STEPS)})
    breaches = db.execute(OWN, {**bound, "types": listed(BREACHES)})
    broken = telling_of(db, (row["id"] for row in breaches), *BROKEN)
    return [*(row["id"] for row in steps), *broken]


def parts(db: Database, sides: frozenset[str]) -> Iterator[str]:
    """Yield each of some parties, and some of them together, as an event's column has them."""
    if len(sides) > FEW:
        rows = db.execute(ALONE, (listed(sides),))
        yield from (row[0] for row in rows if sides.issuperset(row[0].split("|")))
        return
    for count in range(1, len(sides) + 1):
        yield from map("|".join, combinations(sorted(sides), count))
