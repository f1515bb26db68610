"""A view as Parquet: the same events, mentions and statements, each with what it is asked by."""

import sys

import msgspec
import pytest

from dateline.model import Event, Mention
from dateline.publish import View, parquet
from dateline.query import Query, Record

pq = pytest.importorskip("pyarrow.parquet")


@pytest.fixture
def tables(record, call, tmp_path):
    done = call(
        "export", record, "--format", "parquet", tmp_path / "out", "--between", "IND", "PAK"
    )
    assert done.code == 0, done.err
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["dateline.json", *(f"{name}.parquet" for name in sorted(parquet.TABLES))]
    return {n: pq.read_table(tmp_path / "out" / f"{n}.parquet").to_pylist() for n in parquet.TABLES}


def test_the_tables_hold_the_view(record, tables):
    query = Query(between=("IND", "PAK"))
    with Record(record) as opened:
        events = list(opened.timeline(query))
        mentions = [one for event in events for one in opened.mentions(event)]
        said = list(opened.statements(query))
    assert len(events) > 2
    read = [msgspec.json.decode(row["data"], type=Event) for row in tables["events"]]
    assert read == events
    assert [row["start"] for row in tables["events"]] == [event.start for event in events]
    read = [msgspec.json.decode(row["data"], type=Mention) for row in tables["mentions"]]
    assert read == mentions
    assert [row["content"] for row in tables["statements"]] == [one.content for one in said]


def test_a_sentence_stands_in_its_report_where_the_table_says(tables):
    texts = {row["text_id"]: row["text"] for row in tables["reports"]}
    assert len(tables["reports"]) == 8
    for row in tables["mentions"]:
        evidence = slice(row["evidence_start"], row["evidence_end"])
        assert texts[row["text_id"]][evidence] == row["sentence"]


def test_tables_are_a_folder(record, call, tmp_path):
    done = call("export", record, "--format", "parquet", "--out", tmp_path / "file")
    assert done.code == 2
    assert "D106" in done.err
    (tmp_path / "mine.txt").write_text("kept")
    done = call("export", record, "--format", "parquet", tmp_path)
    assert "D132" in done.err


def test_without_pyarrow_it_says_what_to_install(record, monkeypatch, tmp_path):
    parquet.schemas.cache_clear()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with Record(record) as opened, pytest.raises(Exception, match=r"D133 .*dateline\[scale\]"):
        parquet.write(View(opened), tmp_path)
