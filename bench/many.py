"""A record of very many events, made of a small one of `bench/record.py` by writing it many times.

`python bench/many.py big.dateline --events 1000000`, or an address of a PostgreSQL database. Each
copy of an event has ids and a year of its own, every other one parties of its own, and at most two
of its mentions; its words are as in the small record, so that the share of each word is too.
"""

import argparse
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from dateline.data import table
from dateline.model import Event
from dateline.reduce import BASIS, made_by
from dateline.settings import Settings
from dateline.store import Database, connect, rollup, writing
from dateline.store.sqlite import Sqlite
from dateline.store.touched import settle
from dateline.store.words import Words
from record import make

# Mentions that the small record is made of: 3,100 events.
SMALL = 16_000
# Mentions that are kept of an event.
KEPT = 2
# What differs from copy to copy: ids, years, and the parties of every other copy.
IDS = r"\b(?P<id>e[0-9a-f]{11}|m[0-9a-f]{15}|[0-9a-f]{20}|generated-\d{7}|v[0-9a-f]{7,11})\b"
DAYS = r"\b(?P<year>(?:19|20)\d\d)(?=-\d\d-\d\d|-\d\d\b| |$)"
PARTY = r"(?:(?<=^)|(?<=\"))(?P<party>[A-Z]{3})(?=$|\"| [A-Z]{3}\")"
ANY = re.compile(f"{IDS}|{DAYS}|{PARTY}")
YEARS = 20
OF_MENTION = "mention_id IN (SELECT id FROM kept)"
OF_TEXT = "text_id IN (SELECT text_id FROM mention WHERE id IN (SELECT id FROM kept))"
# What is written of each table, in the order of its key.
TABLES = {
    "text": f"id {OF_TEXT[7:]} ORDER BY id",
    "report": f"{OF_TEXT} ORDER BY key",
    "mention": "id IN (SELECT id FROM kept) ORDER BY id",
    "block": f"{OF_MENTION} ORDER BY mention_id",
    "statement": f"{OF_TEXT} ORDER BY text_id",
    "event": "TRUE ORDER BY id",
    "event_actor": "TRUE ORDER BY party, side, event_id",
    "event_pair": "TRUE ORDER BY a, b, event_id",
    "event_context": "TRUE ORDER BY context, event_id",
    "voice": "TRUE ORDER BY id",
    "voice_text": f"{OF_TEXT} ORDER BY text_id",
}
# Columns that are true or false, which SQLite gives as numbers.
TRUTHS = {"tied", "told", "official", "joint", "rejected", "speaks", "aside"}
# Rows that come after have numbers of their own.
NEXT = "SELECT setval(pg_get_serial_sequence('event', 'rowid'), max(rowid)) FROM event"
INDEXES = """
SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name
"""


def multiply(record: str, events: int) -> dict[str, float]:
    """Write a record and return how many rows each table has, and the seconds it took."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.dateline"
        make(small, SMALL)
        with closing(connect(small, create=False)) as source, closing(target(record)) as db:
            trim(source)
            count = source.execute("SELECT count(*) FROM event").fetchone()[0]
            copies = max(1, round(events / count))
            begun = time.perf_counter()
            written = fill(source, db, copies)
            return {**written, "seconds": time.perf_counter() - begun}


def target(record: str) -> Database:
    """Open the record to be written."""
    db = connect(record, create=True)
    if isinstance(db, Sqlite):
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -1000000")
    return db


def trim(source: Database) -> None:
    """Leave each event of the small record at most two mentions."""
    source.execute("CREATE TEMP TABLE kept (id TEXT PRIMARY KEY)")
    rows = source.execute("SELECT data FROM event").fetchall()
    for event in (msgspec.json.decode(row["data"], type=Event) for row in rows):
        less = msgspec.structs.replace(event, mentions=event.mentions[:KEPT])
        data = msgspec.json.encode(less).decode()
        source.execute("UPDATE event SET data = ? WHERE id = ?", (data, event.id))
        source.executemany("INSERT INTO kept VALUES (?)", [(one,) for one in less.mentions])


def fill(source: Database, db: Database, copies: int) -> dict[str, float]:
    """Write so many copies of the rows of each table, and make the indexes after."""
    written: dict[str, float] = {}
    made = indexes(source, db)
    with writing(db):
        for name, _ in made:
            db.execute(f"DROP INDEX {name}")
        for one, which in TABLES.items():
            rows = source.execute(f"SELECT * FROM {one} WHERE {which}").fetchall()  # noqa: S608 - constants
            names = list(rows[0].keys())
            made_rows = copied(names, rows, copies)
            if one == "event":
                at = names.index("id")
                put(db, one, [*names, "rowid"], numbered(made_rows))
                found = worded(db, rows, at, found_by(source), copies)
                put(db, "event_words", ["rowid", "words"], found)
            elif one == "event_pair":
                put(db, one, names, ((*sorted(row[:2]), *row[2:]) for row in made_rows))
            else:
                put(db, one, names, made_rows)
            written[one] = len(rows) * copies
        for _, sql in made:
            db.execute(sql)
        if not isinstance(db, Sqlite):
            db.execute(NEXT)
        rollup.put(db)
        settle(db, BASIS, made_by(Settings()))
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)" if isinstance(db, Sqlite) else "ANALYZE")
    return written


def indexes(source: Database, db: Database) -> list[tuple[str, str]]:
    """Return the indexes of a record by name, each with what makes it."""
    made = [(row["name"], row["sql"]) for row in source.execute(INDEXES)]
    if isinstance(db, Sqlite):
        return made
    from dateline.store.postgres.layout import FULL_TEXT

    return [*made, ("event_words_words", FULL_TEXT[1])]


def found_by(source: Database) -> dict[str, str]:
    """Return the words of each event."""
    query = "SELECT e.id, w.words FROM event e JOIN event_words w ON w.rowid = e.rowid"
    return {row["id"]: row["words"] for row in source.execute(query)}


def copied(names: list[str], rows: list[Any], copies: int) -> Iterator[tuple[Any, ...]]:
    """Yield copies of rows, each with ids, years and parties of its own."""
    for row in rows:
        plain = [
            bool(value) if name in TRUTHS and value is not None
            else value.replace("-02-29", "-02-28") if isinstance(value, str)
            else value
            for name, value in zip(names, row, strict=True)
        ]  # fmt: skip
        changing = [
            (n, ANY.split(value)) for n, value in enumerate(plain)
            if isinstance(value, str) and names[n] not in {"text", "sentence"} and ANY.search(value)
        ]  # fmt: skip
        for number in range(copies):
            made = list(plain)
            for n, parts in changing:
                made[n] = joined(parts, number)
            yield tuple(made)


def joined(parts: list[str], number: int) -> str:
    """Return a text as it is in one of the copies: its parts as `ANY.split` gives them."""
    ids, years, parties = parts[1::4], parts[2::4], parts[3::4]
    found = [parts[0]]
    for id_, year, party, rest in zip(ids, years, parties, parts[4::4], strict=True):
        if id_:
            found.append(f"{id_}{number:x}")
        elif year:
            found.append(str(2000 + (int(year) + number) % YEARS))
        else:
            found.append(moved(party, number))
        found.append(rest)
    return "".join(found)


@cache
def moved(party: str, number: int) -> str:
    """Return the state that stands for another one in a copy."""
    known = states()
    if party not in known or number % 2 == 0:
        return party
    return known[(known.index(party) + number // YEARS * 7) % len(known)]


@cache
def states() -> list[str]:
    """Return the codes of states."""
    return sorted(row["code"] for row in table("states") if row["un"] == "member")


def numbered(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Yield rows with their numbers."""
    for number, row in enumerate(rows, 1):
        yield (*row, number)


def worded(
    db: Database, rows: list[Any], at: int, words: dict[str, str], copies: int
) -> Iterator[tuple[int, str]]:
    """Yield the number of each event with what full text finds it by."""
    for number, row in enumerate(rows):
        text = words[row[at]]
        given = text if isinstance(db, Sqlite) else Words(text).vector()
        for copy in range(copies):
            yield number * copies + copy + 1, given


def put(db: Database, table: str, names: list[str], rows: Iterator[tuple[Any, ...]]) -> None:
    """Write rows of a table, as fast as the database takes them."""
    columns = ", ".join(f'"{name}"' for name in names)
    if isinstance(db, Sqlite):
        marks = ", ".join("?" * len(names))
        db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608 - constants
        return
    raw: Any = getattr(db, "raw")  # noqa: B009 - a server's, which the protocol has not
    with raw.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def main() -> None:
    """Make the record and print what it holds."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("record")
    parser.add_argument("--events", type=int, default=1_000_000)
    given = parser.parse_args()
    for name, value in multiply(given.record, given.events).items():
        print(f"{name:<14} {value:,.0f}")


if __name__ == "__main__":
    main()
