"""A record on a server: laid once, refused where it is none, upgraded, ruled on."""

import psycopg
import pytest
from starlette.testclient import TestClient

import dateline
from dateline.errors import RecordError, UsageError
from dateline.query import Record
from dateline.reduce import reduce
from dateline.settings import Settings
from dateline.store import connect, decisions, reading
from dateline.store.postgres import opening as module
from dateline.store.postgres.connection import Postgres
from dateline.web.app import application


def sql(address, *statements):
    with psycopg.connect(address, autocommit=True) as db:
        for statement in statements:
            db.execute(statement)


def code(opening, *words, **options):
    with pytest.raises(RecordError) as error:
        opening(*words, **options)
    return error.value.code


def test_an_empty_database_is_a_record_only_where_one_is_to_be_made(database):
    assert code(connect, database, create=False) == "D404"
    assert code(reading, database) == "D404"
    connect(database, create=True).close()
    connect(database, create=False).close()
    reading(database).close()


def test_a_database_that_is_not_there_is_told(database):
    assert code(connect, database.replace("/dateline_test", "/nosuch"), create=True) == "D410"


def test_the_tables_of_others_are_left_alone(database):
    sql(database, "CREATE TABLE event (id INTEGER)")
    assert code(connect, database, create=True) == "D401"
    sql(database, "CREATE TABLE record (song TEXT)")
    assert code(connect, database, create=True) == "D401"


def test_a_newer_record_is_refused_and_an_older_one_upgraded(database, monkeypatch):
    connect(database, create=True).close()
    monkeypatch.setattr(module, "VERSION", module.VERSION + 1)
    assert code(reading, database) == "D407"
    monkeypatch.setitem(module.UPGRADES, module.VERSION - 1, ("CREATE TABLE extra (id BIGINT)",))
    connect(database, create=False).close()
    reading(database).close()
    monkeypatch.undo()
    assert code(connect, database, create=False) == "D402"
    assert code(reading, database) == "D402"


def test_the_events_of_version_7_get_their_parties(database, reports):
    dateline.build([reports], database)
    asked = "SELECT id, parties FROM event ORDER BY id"
    with Record(database) as record:
        before = [tuple(row) for row in record.db.execute(asked)]
    indexes = ("event_own", "mention_short", "report_publisher", "voice_text_copies")
    sql(
        database,
        *(f"DROP INDEX {name}" for name in indexes),
        "ALTER TABLE event DROP COLUMN parties",
        "UPDATE record SET version = 7",
    )
    with Record(database) as record:
        assert [tuple(row) for row in record.db.execute(asked)] == before
    assert any("|" in parties for _, parties in before)


def test_a_reader_writes_nothing(database):
    connect(database, create=True).close()
    db = reading(database)
    assert code(db.execute, "DELETE FROM event") == "D406"
    db.close()


def test_a_reader_sees_one_state_and_tells_it_from_the_next(database):
    writer = connect(database, create=True)
    db = reading(database)
    before = db.state()
    with writer.writing():
        writer.execute("INSERT INTO left_out VALUES ('a.txt', 'D202')")
    assert db.state() == before
    assert db.execute("SELECT count(*) FROM left_out").fetchone()[0] == 0
    db.close()
    db = reading(database)
    assert db.state() != before
    assert db.execute("SELECT count(*) FROM left_out").fetchone()[0] == 1
    db.close()
    writer.close()


def test_what_takes_too_long_ends_with_a_code(database):
    connect(database, create=True).close()
    db = reading(database)
    db.patience(0.05)
    with pytest.raises(UsageError, match="D127"):
        db.execute("SELECT pg_sleep(5)")
    db.close()


def test_a_second_writer_waits_and_then_gives_up(database, monkeypatch):
    one, two = connect(database, create=True), connect(database, create=False)
    monkeypatch.setattr("dateline.store.postgres.connection.PATIENCE", 0.1)
    with one.writing(), pytest.raises(RecordError, match="D405"), two.writing():
        pass
    with two.writing():
        pass
    one.close()
    two.close()


def test_a_write_that_fails_leaves_nothing(database):
    db = connect(database, create=True)
    twice = [("a", "b")] * 2
    with pytest.raises(RecordError), db.writing():
        db.executemany("INSERT INTO left_out VALUES (?, ?)", twice)
    assert db.execute("SELECT count(*) FROM left_out").fetchone()[0] == 0
    db.close()


def test_an_answer_is_read_as_it_comes(database):
    db = connect(database, create=True)
    assert isinstance(db, Postgres)
    rows = db.stream("SELECT n, '%' AS sign FROM generate_series(1, 100000) n WHERE n > ?", (1,))
    first = next(rows)
    assert (first["n"], first["sign"], first[0], list(first)) == (2, "%", 2, [2, "%"])
    with db.writing():
        assert next(rows)["n"] == 3
    assert sum(1 for _ in rows) == 100_000 - 3
    db.close()


def ruled(record):
    """Accept, merge, split, edit and undo; return the events after each."""
    states = []
    first, second, *_ = [event.id for event in record.timeline()]
    for kind, events, more in (
        ("reject", [first], {}),
        ("edit", [second], {"field": "headline", "value": "It's “so”: 100%"}),
        ("merge", [first, second], {}),
        ("undo", [], {"value": "1"}),
        ("undo", [], {"value": "4"}),
    ):
        every = sorted({e.id for e in record.timeline(dateline.Query(rejected=True))})
        ruled_on = every[:2] if kind == "merge" else events
        made = decisions.ruling(
            record.db, kind, ruled_on, who="ana", when="2026-01-02T03:04:05Z", **more
        )
        decisions.append(record.db, made)
        reduce(record.db, Settings())
        states.append(
            [list(record.timeline(dateline.Query(rejected=True))), decisions.log(record.db)]
        )
    reduce(record.db, Settings(), anew=True)
    states.append(list(record.timeline()))
    return states


def test_decisions_do_the_same_on_a_server(database, reports, own_record):
    dateline.build([reports], database)
    with Record(own_record) as file, Record(database) as served:
        assert ruled(file) == ruled(served)
        # And they stand after another build.
        log = decisions.log(served.db)
    assert dateline.build([reports], database).events > 0
    with Record(database) as served:
        assert decisions.log(served.db) == log


def test_a_ruling_of_the_page_is_kept_on_a_server(database, reports):
    dateline.build([reports], database)
    client = TestClient(application(database, user="ana"), base_url="http://localhost")
    with Record(database, read_only=True) as served:
        event = next(served.timeline())
    answer = client.post(
        "/decisions",
        data={"kind": "reject", "event": event.id},
        headers={"origin": "http://localhost", "accept": "application/json"},
    )
    assert answer.status_code == 200, answer.text
    with Record(database, read_only=True) as served:
        assert event.id not in {one.id for one in served.timeline()}
        assert served.event(event.id).decided == "rejected"
    # What a page kept of the record is of the state before; it is not shown any more.
    assert event.headline[:30] not in client.get("/timeline").text
