"""A hand-made list of data points against a record: matched, missing, extra."""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from dateline.data import table, values
from dateline.errors import UsageError
from dateline.link.words import overlap, stems
from dateline.model import Event, Noun
from dateline.query.party import lookup
from dateline.query.query import Query, parse_date
from dateline.query.timeline import timeline
from dateline.store.database import Database

# Days that a tracker's date may lie from an event's: trackers date by when they heard of it.
SLACK = 3
# Share of a line's words that the evidence must have; of three names one is chance.
LEAST = 0.34
# What the date weighs beside the words, and an act's name in the line ("expulsion", "summit").
NEAR = 0.5
NAMED = 0.34
WORD = re.compile(r"[^\W\d_]+")


class Point(NamedTuple):
    """A line of a tracker."""

    line: int
    start: dt.date
    end: dt.date
    a: str
    b: str
    what: str


class Compared(Noun, frozen=True):
    """One result. `found`: matched (line and event), missing (no event), extra (no line).

    `line`: the line of the file, from 1 for the head, or None; `event` likewise; `score` 0 to 1.5.
    """

    found: Literal["matched", "missing", "extra"]
    line: int | None = None
    date: str = ""
    what: str = ""
    event: Event | None = None
    score: float = 0.0


def points(path: Path, columns: dict[str, str]) -> Iterator[Point]:
    """Read a tracker.

    Args:
        path: a CSV file with a head line.
        columns: the file's column for each of `date`, `a`, `b`, `what`.

    Raises:
        UsageError: D113 where a column is not there, or a date or party cannot be read.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        for name in columns.values():
            if name not in (rows.fieldnames or ()):
                raise UsageError("D113", f"{path}:1", f"no column {name!r}")
        for row in rows:
            where = f"{path}:{rows.line_num}"
            yield point(where, rows.line_num, {k: row[c] or "" for k, c in columns.items()})


def point(where: str, line: int, row: dict[str, str]) -> Point:
    """Return a line of a tracker; `where` names it in an error."""
    sides = []
    for name in (row["a"], row["b"]):
        code = lookup(name.strip())
        if code is None:
            raise UsageError("D113", where, f"unknown party {name!r}")
        sides.append(code)
    try:
        days = [parse_date(row["date"].strip(), last=last) for last in (False, True)]
    except UsageError as error:
        raise UsageError("D113", where, f"unreadable date {row['date']!r}") from error
    return Point(line, days[0], days[1], sides[0], sides[1], row["what"])


def compare(db: Database, tracker: Iterable[Point], query: Query | None = None) -> list[Compared]:
    """Return the lines of a tracker and the events of a record, matched one to one, best first.

    Extra are the events of the tracker's pairs between its first and last day that no line names;
    `query` narrows which events there are.
    """
    lines = list(tracker)
    asked = query or Query()
    events: dict[str, Event] = {}
    scored: list[tuple[float, int, str]] = []
    for one in lines:
        for event in near(db, asked, one):
            events[event.id] = event
            scored.append((likeness(db, one, event), one.line, event.id))
    matched: dict[int, tuple[str, float]] = {}
    taken: set[str] = set()
    for score, line, event_id in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score and line not in matched and event_id not in taken:
            matched[line] = (event_id, score)
            taken.add(event_id)
    return [
        *(result(one, matched.get(one.line), events) for one in lines),
        *(Compared(found="extra", event=event) for event in others(db, asked, lines, taken)),
    ]


def result(one: Point, match: tuple[str, float] | None, events: dict[str, Event]) -> Compared:
    """Return what became of a line."""
    date = one.start.isoformat() if one.start == one.end else f"{one.start}/{one.end}"
    if match is None:
        return Compared(found="missing", line=one.line, date=date, what=one.what)
    return Compared(
        found="matched",
        line=one.line,
        date=date,
        what=one.what,
        event=events[match[0]],
        score=round(match[1], 3),
    )


def near(db: Database, query: Query, one: Point) -> Iterator[Event]:
    """Yield the events between a line's parties about its date."""
    slack = dt.timedelta(days=SLACK)
    yield from timeline(
        db,
        msgspec.structs.replace(
            query, between=(one.a, one.b), start=one.start - slack, end=one.end + slack, limit=None
        ),
    )


def likeness(db: Database, one: Point, event: Event) -> float:
    """Return how well an event fits a line: by its evidence's words, its kind, and its days.

    0 where they share too few words to tell of one thing.
    """
    rows = db.execute("SELECT sentence FROM mention WHERE event_id = ?", (event.id,))
    words = stems(" ".join((event.mode, event.place, *(row["sentence"] for row in rows))))
    told = overlap(stems(one.what), words)
    if (event.event_type, event.mode) in kinds(one.what):
        told += NAMED
    if told < LEAST:
        return 0.0
    first = event.start or one.start
    last = event.end or first
    apart = max((one.start - last).days, (first - one.end).days, 0)
    loose = max(0, (last - first).days - (one.end - one.start).days)
    return told + NEAR * (1 - apart / (SLACK + 1)) / (1 + loose)


def kinds(what: str) -> set[tuple[str, str]]:
    """Return the types and modes of the acts that a line names."""
    found = (word.lower() for word in WORD.findall(what))
    return {kind for word in found for kind in named().get(word, ())}


@cache
def named() -> dict[str, set[tuple[str, str]]]:
    """Return the types and modes of the acts that nouns name, in the singular and the plural."""
    acts: dict[str, set[tuple[str, str]]] = {}
    for row in (*table("plover/nouns"), *table("plover/deed_nouns")):
        if row["root"] not in {"", "-"} and not row["mod"]:
            for noun in values(row["lemmas"]):
                for form in (noun, f"{noun}s"):
                    acts.setdefault(form, set()).add((row["root"], row["mode"]))
    return acts


def others(db: Database, query: Query, lines: list[Point], taken: set[str]) -> Iterator[Event]:
    """Yield the events of the tracker's pairs and time that no line names, by pair and date."""
    if not lines:
        return
    start, end = min(one.start for one in lines), max(one.end for one in lines)
    for pair in sorted({tuple(sorted((one.a, one.b))) for one in lines}):
        asked = msgspec.structs.replace(query, between=pair, start=start, end=end, limit=None)
        for event in timeline(db, asked):
            if event.id not in taken:
                taken.add(event.id)
                yield event
