import shutil
import sqlite3

import pytest

from dateline.errors import RecordError
from dateline.store import connect, reading, writing
from dateline.store.schema import VERSION


def code_of(path):
    with pytest.raises(RecordError) as caught:
        connect(path, create=False)
    return caught.value.code


def test_a_new_record_opens_again(tmp_path):
    connect(tmp_path / "r.dateline", create=True).close()
    db = connect(tmp_path / "r.dateline", create=False)
    assert db.execute("SELECT count(*) FROM event").fetchone()[0] == 0
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_missing_record_is_said_to_be_missing(tmp_path):
    assert code_of(tmp_path / "none.dateline") == "D404"


def test_a_foreign_file_is_refused_and_left_as_it_was(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Notes on trade.\n" * 400)
    before = path.read_bytes()
    assert code_of(path) == "D401"
    assert path.read_bytes() == before


def test_a_foreign_database_is_refused(tmp_path):
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE text (id)")
    other.commit()
    other.close()
    with pytest.raises(RecordError) as caught:
        connect(path, create=True)
    assert caught.value.code == "D401"


def test_a_record_of_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "r.dateline"
    db = connect(path, create=True)
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    assert code_of(path) == "D402"


def test_a_damaged_record_is_refused(tmp_path):
    path = tmp_path / "r.dateline"
    connect(path, create=True).close()
    data = bytearray(path.read_bytes())
    data[100:8192] = b"\xff" * (8192 - 100)
    path.write_bytes(data)
    assert code_of(path) == "D403"


def test_a_failed_write_leaves_nothing_behind(tmp_path):
    db = connect(tmp_path / "r.dateline", create=True)

    def fail():
        with writing(db):
            db.execute("INSERT INTO left_out VALUES ('a', 'b')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert db.execute("SELECT count(*) FROM left_out").fetchone()[0] == 0


def test_a_copied_file_opens_elsewhere(tmp_path):
    connect(tmp_path / "r.dateline", create=True).close()
    shutil.copy(tmp_path / "r.dateline", tmp_path / "copy.dateline")
    connect(tmp_path / "copy.dateline", create=False).close()


def test_a_reader_sees_one_state_and_tells_it_from_the_next(tmp_path):
    path = tmp_path / "r.dateline"
    writer = connect(path, create=True)
    count = "SELECT count(*) FROM left_out"
    db = reading(path)
    before = db.state()
    with writer.writing():
        writer.execute("INSERT INTO left_out VALUES ('a.txt', 'D202')")
    assert (db.state(), db.execute(count).fetchone()[0]) == (before, 0)
    db.close()
    db = reading(path)
    assert db.state() != before
    assert db.execute(count).fetchone()[0] == 1
    db.close()
    writer.close()
