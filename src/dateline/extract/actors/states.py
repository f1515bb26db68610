"""States by name and code, when they existed, and which state followed which."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from dateline.data import table, values

# A cell of a table: 1991, 1991-12 or 1991-12-26.
LAST_MONTH = 12
PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class State:
    """One row of `states.tsv`. `since` and `until` are None where they set no bound."""

    code: str
    name: str
    since: dt.date | None
    until: dt.date | None
    successor: str

    def existed(self, day: dt.date | None) -> bool:
        """Tell whether the state existed on a day; without a day, whether it still does."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


def first_day(cell: str) -> dt.date | None:
    """Return the first day that a partial ISO date may mean, None for an empty cell."""
    match = PARTIAL.fullmatch(cell)
    if not match:
        return None
    year, month, day = match.groups()
    return dt.date(int(year), int(month or 1), int(day or 1))


def last_day(cell: str) -> dt.date | None:
    """Return the last day that a partial ISO date may mean, None for an empty cell."""
    match = PARTIAL.fullmatch(cell)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return dt.date(year, month, day)
    if not month or month == LAST_MONTH:
        return dt.date(year, 12, 31)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)


@cache
def states() -> dict[str, State]:
    """Return every state of the table by code, in the table's order."""
    return {
        row["code"]: State(
            row["code"],
            row["name"],
            first_day(row["since"]),
            last_day(row["until"]),
            row["predecessor_of"],
        )
        for row in table("states")
    }


@cache
def _codes() -> dict[str, str]:
    """Return code by code and by each name of a state, in lower case."""
    found: dict[str, str] = {code.casefold(): code for code in states()}
    for row in table("states"):
        for name in (row["name"], *values(row["aliases"])):
            found.setdefault(name.casefold(), row["code"])
    return found


def state(name_or_code: str) -> str | None:
    """Return the alpha-3 code of a state by code or name in any case, or None."""
    words = " ".join(name_or_code.replace("’", "'").split()).casefold()
    found = _codes()
    return found.get(words) or found.get(words.removeprefix("the "))


@cache
def lineage(code: str) -> frozenset[str]:
    """Return a state's code with those of its predecessors (`RUS`: `RUS`, `SUN`)."""
    line = {code}
    grown = True
    while grown:
        before = {entry.code for entry in states().values() if entry.successor in line}
        grown = not before <= line
        line |= before
    return frozenset(line)


@cache
def successors(code: str) -> frozenset[str]:
    """Return a state's code with those of the states that followed it."""
    line = {code}
    entry = states().get(code)
    while entry and entry.successor and entry.successor not in line:
        line.add(entry.successor)
        entry = states().get(entry.successor)
    return frozenset(line)


def kin(one: str, other: str) -> bool:
    """Tell whether two codes are of one state, or of it and a predecessor."""
    return one == other or one in lineage(other) or other in lineage(one)
