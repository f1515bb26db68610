"""What pages and exports of a big record cost, beside a bare indexed SQL query of the same rows.

`python bench/record.py big.dateline; python bench/page.py big.dateline`. Each page is asked for in
this process, without a network; the middle of several runs counts, in CPU time, as others may be at
work on the machine. An export is written to nothing.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from starlette.testclient import TestClient

from dateline.publish import FORMATS, View
from dateline.query import Query, Record
from dateline.query.timeline import conditions
from dateline.store import Database, Row, reading
from dateline.web.app import application
from dateline.web.memo import forget

RUNS = 5
LIST = "SELECT e.data FROM event e{where} ORDER BY e.start IS NULL, e.start, e.end, e.id LIMIT 100"
OF_EVENT = (
    "SELECT m.data, m.sentence, t.text, r.data FROM mention m JOIN text t ON t.id = m.text_id "
    "JOIN report r ON r.text_id = t.id WHERE m.event_id = ? LIMIT 40"
)
# Milliseconds that each kind of page may take at the server.
GOALS = {
    "first view": 1000, "view": 300, "event": 100, "ledger": 1000, "whole ledger": 10_000,
}  # fmt: skip


class Case(NamedTuple):
    """A page: what it is, its address, and the SQL that fetches the rows it shows."""

    kind: str
    path: str
    sql: str = ""
    bound: tuple[object, ...] = ()


def views(db: Database) -> list[Case]:
    """Return the lists to ask for: whole, filtered, searched, zoomed, deep."""
    a, b = db.execute(
        "SELECT a, b FROM rollup WHERE a < b GROUP BY a, b ORDER BY sum(events) DESC LIMIT 1"
    ).fetchone()
    word = db.execute("SELECT sentence FROM mention LIMIT 1").fetchone()[0].split()[-4]
    asked = [
        "", f"between={a}&between={b}", f"between={a}&between={b}&about=cyber", f"actor={a}",
        "about=cyber", "type=AGREE", "status=all", "quad=4", "grade=1&grade=2", "min_voices=3",
        "start=2013&end=2016", f"between={a}&between={b}&start=2013-05&end=2013-06",
        f"text={word}", "dated=1",
    ]  # fmt: skip
    found = []
    for query in asked:
        where, values = conditions(Query.from_url(query))
        found.append(Case("view", f"/timeline?{query}", LIST.format(where=where), tuple(values)))
    return [Case("first view", "/"), *found, Case("view", "/timeline?page=500")]


def things(db: Database) -> list[Case]:
    """Return the most told event, another one, and a report of the first."""
    most = (
        "SELECT event_id FROM mention WHERE event_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC"
    )
    ids = [db.execute(f"{most} LIMIT 1").fetchone()[0]]
    ids.append(db.execute("SELECT max(id) FROM event").fetchone()[0])
    text = db.execute("SELECT text_id FROM mention WHERE event_id = ?", (ids[0],)).fetchone()[0]
    return [
        *(Case("event", f"/event/{id_}", OF_EVENT, (id_,)) for id_ in ids),
        Case("report", f"/report/{text}", "SELECT text FROM text WHERE id = ?", (text,)),
    ]


def drawings(pair: str) -> list[Case]:
    """Return what the drawing asks for."""
    return [
        Case("drawing", "/drawing.json?"),
        Case("drawing", f"/drawing.json?{pair}"),
        Case("drawing", f"/drawing.json?{pair}&from=2013-01-01&to=2013-06-30"),
    ]


def middle(action: Callable[[], object]) -> float:
    """Return the CPU milliseconds that an action takes in the middle of some runs.

    The file is in the system's memory by then; what the server remembers of it is not used.
    """
    action()
    taken = []
    for _ in range(RUNS):
        forget()
        begun = time.process_time()
        action()
        taken.append(time.process_time() - begun)
    return 1000 * statistics.median(taken)


def shown(client: TestClient, case: Case) -> bytes:
    """Return a page, which has to be there."""
    found: bytes = client.get(case.path).raise_for_status().content
    return found


def rows(db: Database, case: Case) -> list[Row]:
    """Return what a page's SQL fetches."""
    found: list[Row] = db.execute(case.sql, case.bound).fetchall()
    return found


def pages(path: Path, db: Database, *, ledgers: bool) -> None:
    """Print what each page takes, its size, and how that compares with the SQL."""
    client = TestClient(application(path), base_url="http://127.0.0.1")
    lists = views(db)
    pair = next(case.path for case in lists if "between" in case.path).partition("?")[2]
    cases = [*lists, *things(db), *drawings(pair)]
    if ledgers:
        names = ("agreements", "red-lines", "incidents", "accusations", "statements")
        years = f"{pair}&start=2013&end=2014"
        cases += [
            Case(kind, f"/{name}?{query}")
            for name in names
            for kind, query in (("view", years), ("ledger", pair), ("whole ledger", ""))
        ]
    cases += [Case("other", "/sources"), Case("other", "/review"), Case("other", "/help")]
    print(f"{'ms':>8} {'SQL ms':>8} {'ratio':>6} {'kB':>6}  page")
    for case in cases:
        size = len(shown(client, case)) / 1000
        took, bare = middle(partial(shown, client, case)), middle(partial(rows, db, case))
        ratio = f"{took / bare:6.0f}" if case.sql else " " * 6
        beyond = "  beyond the goal" if took > GOALS.get(case.kind, took) else ""
        plain = f"{bare:8.2f}" if case.sql else " " * 8
        print(f"{took:8.1f} {plain} {ratio} {size:6.0f}  {case.path[:60]}{beyond}", flush=True)


def exports(path: Path, db: Database, limit: int) -> None:
    """Print how fast each format is written, beside fetching its events and sentences."""
    bare = (
        "SELECT e.data, m.sentence, r.key FROM (SELECT id, data FROM event WHERE start IS NOT NULL "
        "ORDER BY start LIMIT ?) e JOIN mention m ON m.event_id = e.id "
        "JOIN report r ON r.text_id = m.text_id"
    )
    begun = time.process_time()
    for _ in db.execute(bare, (limit,)):
        pass
    plain = time.process_time() - begun
    print(f"{'s':>8} {'ratio':>6} {'MB':>8} {'events/s':>9}  format; the SQL takes {plain:.2f} s")
    with Record(path, read_only=True) as record:
        for form in FORMATS.values():
            begun = time.process_time()
            size = sum(map(len, form.pieces(View(record, Query(dated=True, limit=limit)))))
            took = time.process_time() - begun
            figures = f"{took:8.2f} {took / plain:6.1f} {size / 1e6:8.1f} {limit / took:9.0f}"
            print(f"{figures}  {form.name}", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--events", type=int, default=20_000, help="of an export")
    parser.add_argument("--ledgers", action="store_true", help="measure the ledgers too")
    given = parser.parse_args()
    Record(given.record).close()  # makes it one of this version
    db = reading(given.record)
    held = [db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 - constants
            for name in ("event", "mention")]  # fmt: skip
    print(f"{held[0]:,} events, {held[1]:,} mentions")
    pages(given.record, db, ledgers=given.ledgers)
    exports(given.record, db, given.events)


if __name__ == "__main__":
    main()
