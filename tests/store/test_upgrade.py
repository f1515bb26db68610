"""A record of an older version opens, and keeps what it has."""

import datetime as dt
import sqlite3
from pathlib import Path

import msgspec
import pytest

from dateline.errors import RecordError
from dateline.model import Event, Grade
from dateline.store import connect, derived, reading, rollup
from dateline.store.schema import APPLICATION_ID, VERSION

OLD = (Path(__file__).parent / "version_2.sql").read_text()
ROWS = """
INSERT INTO text (id, text, language) VALUES ('t', 'Envoys met in Lima.', 'en');
INSERT INTO mention (id, text_id, event_id, sentence, data)
  VALUES ('m', 't', 'e', 'Envoys met in Lima.', '{"tie": {"words": []}}');
INSERT INTO mention (id, text_id, sentence, data) VALUES ('n', 't', 'A text.', '{}');
INSERT INTO block VALUES ('CHL|PER', 'm');
INSERT INTO event (id, type, status, credibility, voices, data)
  VALUES ('e', 'CONSULT', 'happened', 3, 1, '{}');
INSERT INTO decision (data) VALUES ('{}');
"""


@pytest.fixture
def old(tmp_path):
    """A record of version 2."""
    path = tmp_path / "r.dateline"
    db = sqlite3.connect(path)
    db.executescript(OLD + ROWS)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 2")
    yield path, db
    db.close()


def kept(path):
    db = connect(path, create=False)
    assert db.execute("PRAGMA user_version").fetchone()[0] == VERSION
    assert [row["id"] for row in db.execute("SELECT id FROM mention ORDER BY id")] == ["m", "n"]
    assert db.execute("SELECT count(*) FROM decision").fetchone()[0] == 1
    row = db.execute("SELECT mention_id, pair, grp FROM block").fetchone()
    assert tuple(row) == ("m", "CHL|PER", None)
    return db


def test_a_record_of_version_2_finds_its_events_by_words_and_its_ties(old):
    path, db = old
    db.commit()
    db = kept(path)
    found = db.execute("SELECT rowid FROM event_words WHERE event_words MATCH 'lima'").fetchall()
    assert [row[0] for row in found] == [1]
    assert [row["id"] for row in db.execute("SELECT id FROM mention WHERE tied")] == ["m"]
    db.close()


def test_a_record_of_version_1_opens(old):
    path, db = old
    # Version 1 had neither.
    db.execute("ALTER TABLE mention DROP COLUMN time")
    db.execute("DROP TABLE print")
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db = kept(path)
    assert db.execute("SELECT time FROM mention").fetchone()["time"] is None
    assert db.execute("SELECT count(*) FROM print").fetchone()[0] == 0
    db.close()


def test_an_older_record_is_not_read_before_it_is_upgraded(old):
    path, db = old
    db.commit()
    with pytest.raises(RecordError) as caught:
        reading(path)
    assert caught.value.code == "D407"
    connect(path, create=False).close()
    reading(path).close()


def test_an_upgraded_record_has_the_tables_of_a_new_one(old, tmp_path):
    path, db = old
    db.commit()
    upgraded, new = connect(path, create=False), connect(tmp_path / "new.dateline", create=True)
    tables = "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    columns = (
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c ORDER BY 1, 2"
    )
    for query in (tables, columns):
        assert [tuple(r) for r in upgraded.execute(query)] == [tuple(r) for r in new.execute(query)]
    upgraded.close()
    new.close()


MET = Event(
    id="e",
    event_type="CONSULT",
    contexts=("diplomatic", "nuclear"),
    quad=1,
    intensity=2.5,
    source=("CHL", "PER GOV"),
    target=("CHL", "PER GOV"),
    reciprocal=True,
    start=dt.date(2015, 3, 2),
    end=dt.date(2015, 3, 2),
    grade=Grade(reliability="F", credibility=3),
    decided="accepted",
)
UNDATED = msgspec.structs.replace(
    MET, id="f", start=None, end=None, quad=None, contexts=(), reciprocal=False, decided="rejected"
)
COLUMNS = "SELECT id, quad, intensity, joint, rejected, kind, parties FROM event ORDER BY id"


def test_an_upgraded_event_is_counted_and_listed_as_a_new_one(old, tmp_path):
    path, db = old
    db.execute("DELETE FROM event")
    for event in (MET, UNDATED):
        day = event.start and event.start.isoformat()
        data = msgspec.json.encode(event).decode()
        db.execute(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (event.id, event.event_type, event.status, day, day, 3, 1, data),
        )
        for side in ("source", "target"):
            for party in ("CHL", "PER"):
                db.execute(
                    "INSERT INTO event_actor VALUES (?, ?, ?, NULL)", (party, side, event.id)
                )
    db.commit()
    upgraded, new = connect(path, create=False), connect(tmp_path / "new.dateline", create=True)
    for event in (MET, UNDATED):
        derived.put_event(new, event, "")
    rollup.put(new)
    for query in (COLUMNS, "SELECT * FROM rollup", "SELECT * FROM event_pair ORDER BY event_id"):
        rows = [tuple(row) for row in upgraded.execute(query)]
        assert rows == [tuple(row) for row in new.execute(query)]
    assert [tuple(row) for row in upgraded.execute(COLUMNS)] == [
        ("e", 1, 2.5, 1, 0, "CONSULT happened 3 1 2015 diplomatic nuclear", "CHL|PER"),
        ("f", None, 2.5, 0, 1, "CONSULT happened 3   ", "CHL|PER"),
    ]
    assert [tuple(row) for row in new.execute("SELECT * FROM rollup")] == [
        ("CHL", "PER", "2015-03", "2015-03", 1, "happened", 1, 1, 2.5)
    ]
    upgraded.close()
    new.close()
