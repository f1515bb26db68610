"""The example corpus in a file and on a server: every row of every table is the same."""

import os
from contextlib import closing
from pathlib import Path

import pytest

import dateline
import postgres
from dateline.engine import on_pool
from dateline.engine.extract import extract
from dateline.store import connect

EXAMPLES = Path(__file__).parents[3] / "examples" / "us-russia-cyber" / "reports"
TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'event_words%' "
    "AND name NOT LIKE 'sqlite_%' ORDER BY name"
)
WORDS = "SELECT e.id FROM event e JOIN event_words w ON w.rowid = e.rowid"
# Numbers that each database gives its rows itself.
OWN = "rowid"


@pytest.fixture(scope="module")
def pair(postgres_server, tmp_path_factory):
    """The corpus, extracted once, as a record in a file and as one on a server."""
    here = tmp_path_factory.mktemp("example")
    workers = min(2, os.cpu_count() or 1)
    extract([EXAMPLES], here / "found", workers=workers, engine=on_pool.run, shard=23)
    with postgres.database(postgres_server) as address:
        made = [dateline.build([here / "found"], at) for at in (here / "r.dateline", address)]
        assert made[0] == made[1]
        assert made[0].reports > 80
        with (
            closing(connect(here / "r.dateline", create=False)) as file,
            closing(connect(address, create=False)) as served,
        ):
            yield file, served


def held(db, table, columns):
    """The rows of a table; true is 1, and bytes are bytes, in both."""
    names = ", ".join(f'"{name}"' for name in columns)
    rows = db.tuples(f"SELECT {names} FROM {table}")
    return sorted((tuple(map(plain, row)) for row in rows), key=repr)


def plain(value):
    if isinstance(value, bool):
        return int(value)
    return bytes(value) if isinstance(value, memoryview) else value


def test_every_row_is_the_same(pair):
    file, served = pair
    tables = [name for (name,) in file.tuples(TABLES)]
    assert {"report", "mention", "event", "voice", "statement", "block"} <= set(tables)
    for table in tables:
        columns = [row["name"] for row in file.execute(f"PRAGMA table_info({table})")]
        columns = [name for name in columns if name != OWN]
        assert held(file, table, columns) == held(served, table, columns), table
    assert held_words(file) == held_words(served)


def held_words(db):
    """The events that can be found by words."""
    return sorted(found for (found,) in db.tuples(WORDS))
