"""What is kept of a record goes when it changes; what takes too long ends with a code."""

import shutil

from dateline.query import Record
from dateline.store import sqlite
from dateline.web import app
from dateline.web.memo import remembered

ASKED = []


def ask(record, what):
    ASKED.append(what)
    return f"{what} {len(list(record.timeline()))}"


def test_a_question_is_asked_once_until_the_record_changes(own_record):
    ASKED.clear()
    with Record(own_record) as record:
        first = remembered(ask, record, "events")
        assert remembered(ask, record, "events") == first
        assert remembered(ask, record, "others") == first.replace("events", "others")
        assert ASKED == ["events", "others"]
        record.db.execute("DELETE FROM event WHERE id IN (SELECT id FROM event LIMIT 1)")
        assert remembered(ask, record, "events") == f"events {len(list(record.timeline()))}"
        assert ASKED == ["events", "others", "events"]


def test_a_page_that_takes_too_long_is_a_coded_error(many, monkeypatch):
    monkeypatch.setattr(app, "PATIENCE", -1.0)
    monkeypatch.setattr(sqlite, "STEPS", 1)
    answer = many.get("/timeline?min_voices=1&text=fish")
    assert answer.status_code == 503
    assert "D127" in answer.text


def test_a_record_that_is_gone_or_broken_is_a_coded_error(many, tmp_path):
    path = tmp_path / "r.dateline"
    shutil.copy(many.path, path)
    site = type(many)(path)
    assert site.get("/timeline").status_code == 200
    path.write_bytes(b"no record at all, but a text of some length")
    assert (site.get("/timeline").status_code, "D401" in site.get("/timeline").text) == (503, True)
    path.unlink()
    assert (site.get("/timeline").status_code, "D404" in site.get("/timeline").text) == (503, True)
