"""How fast a record answers, in a file or on a server, beside the SQL that it runs for it.

`python bench/sql.py RECORD`: for each question the median of the time that the project takes, of
the time that its own statements take alone (rows fetched, nothing made of them), and their ratio.
"""

import argparse
import datetime as dt
import statistics
import time
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from itertools import islice
from typing import Any

import msgspec

from dateline.model import Event
from dateline.query import Query
from dateline.query.facets import facets
from dateline.query.pairs import relations
from dateline.query.timeline import timeline
from dateline.store import Database, connect, derived, reading, rollup

ROUNDS = 9
# Events that are made anew.
AGAIN = 1000
# Rows of a page.
PAGE = 100
MONTHS = """
SELECT month, sum(events) AS events FROM rollup
WHERE ((a = ? AND b = ?) OR (a = ? AND b = ?)) GROUP BY month ORDER BY month
"""
ALL_MONTHS = "SELECT month, sum(events) AS events FROM rollup GROUP BY month ORDER BY month"


class Watched:
    """A database that remembers what it was asked. A `Database`."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.asked: list[tuple[str, Any]] = []

    def execute(self, sql: str, values: Any = (), /) -> Any:
        """Run a statement and return its rows."""
        self.asked.append((sql, values))
        return self.db.execute(sql, values)

    def stream(self, sql: str, values: Any = ()) -> Iterable[Any]:
        """Run a question and yield its rows."""
        self.asked.append((sql, values))
        return self.db.stream(sql, values)

    def tuples(self, sql: str, values: Any = ()) -> Iterable[tuple[Any, ...]]:
        """Run a question and return its rows as tuples."""
        self.asked.append((sql, values))
        return self.db.tuples(sql, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.db, name)


def cases(db: Database) -> dict[str, Callable[[Any], object]]:
    """Return the questions by name."""
    busy, quiet = pairs(db)
    year = {"start": dt.date(2016, 1, 1), "end": dt.date(2016, 12, 31)}
    rare, often = words(db)

    def listed(**fields: Any) -> Callable[[Any], object]:
        query = Query(**fields)
        return lambda db: list(timeline(db, query))

    return {
        "busiest pair's year, its first page": listed(between=busy, limit=PAGE, **year),
        "busiest pair's year, whole": listed(between=busy, **year),
        "another pair's year, whole": listed(between=quiet, **year),
        "busiest pair, last page": lambda db: last_page(db, busy),
        "full text, two words, a page": listed(text=" ".join(rare), limit=PAGE),
        "full text, a phrase's words, a page": listed(text=" ".join(often), limit=PAGE),
        "full text, one word, a page": listed(text=often[0], limit=PAGE),
        "all, first page": listed(limit=PAGE),
        "monthly counts of a pair": lambda db: db.execute(MONTHS, (*busy, *busy[::-1])).fetchall(),
        "monthly counts of all": lambda db: db.execute(ALL_MONTHS).fetchall(),
        "all pairs with their years": lambda db: relations(db, Query()),
        "facets of all": lambda db: facets(db, Query()),
        "facets of the busiest pair": lambda db: facets(db, Query(between=busy)),
    }


def pairs(db: Database) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the busiest pair and one in the middle."""
    rows = db.execute(
        "SELECT a, b FROM rollup WHERE a < b GROUP BY a, b ORDER BY sum(events) DESC, a, b"
    ).fetchall()
    return tuple(rows[0]), tuple(rows[len(rows) // 10])


def words(db: Database) -> tuple[list[str], list[str]]:
    """Return two words that few events have together, and two that many have."""
    row = db.execute("SELECT sentence FROM mention ORDER BY id LIMIT 1 OFFSET 50").fetchone()
    rare = [word for word in row["sentence"].split() if word.isalpha() and word.islower()]
    return sorted(rare, key=len)[-2:], ["met", "speak"]


def last_page(db: Any, pair: tuple[str, str]) -> list[Any]:
    """Return the last events of a pair."""
    query = Query(between=pair)
    total = facets(db, query).total
    return list(timeline(db, msgspec.structs.replace(query, limit=PAGE), max(0, total - PAGE)))


def measured(work: Callable[[], object]) -> float:
    """Return the median of some rounds, in milliseconds, after one that warms up."""
    work()
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    return statistics.median(took) * 1000


def bare(db: Database, asked: list[tuple[str, Any]]) -> None:
    """Run statements and fetch their rows."""
    for sql, values in asked:
        for _ in islice(db.tuples(sql, values), None):
            pass


def report(record: str) -> None:
    """Print each question's times."""
    print(f"{'open the record':<46} {measured(lambda: reading(record).close()):9.1f} ms")
    with closing(reading(record)) as db:
        count = db.execute("SELECT count(*) FROM event").fetchone()[0]
        told = db.execute("SELECT count(*) FROM mention").fetchone()[0]
        print(f"{count:,} events, {told:,} mentions")
        for name, ask in cases(db).items():
            watched = Watched(db)
            found = ask(watched)
            size = len(found) if isinstance(found, list) else 1
            whole = measured(lambda ask=ask: ask(db))  # type: ignore[misc]
            alone = measured(lambda watched=watched: bare(db, watched.asked))  # type: ignore[misc]
            print(f"{name:<38} {size:>7,} {whole:9.1f} ms {alone:9.1f} ms {whole / alone:6.2f}")


class Undo(Exception):  # noqa: N818 - it is no error
    """Ends a write that is to leave nothing."""


def rewritten(record: str) -> float:
    """Return the milliseconds that it takes to make one event anew, of many; nothing is kept."""
    with closing(connect(record, create=False)) as db:
        rows = db.execute("SELECT data FROM event ORDER BY id LIMIT ?", (AGAIN,)).fetchall()
        events = [msgspec.json.decode(row["data"], type=Event) for row in rows]
        begun = time.perf_counter()
        with suppress(Undo), db.writing():
            rollup.take(db, [event.id for event in events])
            derived.drop_events(db, [event.id for event in events])
            for event in events:
                derived.put_event(db, event, event.headline)
            rollup.add(db, [event.id for event in events])
            took = time.perf_counter() - begun
            raise Undo
    return took * 1000 / len(events)


def main() -> None:
    """Measure a record."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("record")
    given = parser.parse_args().record
    report(given)
    print(f"{'make an event anew':<46} {rewritten(given):9.1f} ms")


if __name__ == "__main__":
    main()
