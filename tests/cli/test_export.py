"""Exports hold exactly what the view holds, and nothing that a spreadsheet would run."""

import csv
import io
import json

import pytest

from dateline.publish import FORMATS
from dateline.publish.csv import COLUMNS, cell, plain, table

VIEWS = [
    [],
    ["--between", "JPN", "KOR", "--from", "2017"],
    ["--about", "cyber", "--status", "all"],
    ["--text", "ceasefire", "--limit", "1"],
    ["--min-voices", "2"],
    ["--from", "1900", "--to", "1901"],
]


@pytest.mark.parametrize("view", VIEWS)
def test_an_export_holds_what_the_timeline_holds(call, record, view):
    events = call("timeline", record, "--json", *view).json
    jsonl = call("export", record, "--format", "jsonl", *view)
    assert [json.loads(line) for line in jsonl.lines] == events
    text = call("export", record, "--format", "csv", *view).out
    assert text == call("timeline", record, "--csv", *view).out
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["id"] for row in rows] == [event["id"] for event in events]
    assert [row["headline"] for row in rows] == [event["headline"] for event in events]
    for row, event in zip(rows, events, strict=True):
        assert row["reports"].split(" | ") == event["reports"]
    plover = [
        json.loads(line) for line in call("export", record, "--format", "plover", *view).lines
    ]
    assert [item["id"] for item in plover] == [event["id"] for event in events]
    for item, event in zip(plover, events, strict=True):
        assert item["event"] == [event["type"]]
        assert item["date"] == event["start"]
        assert item["event_text"] == [e["text"] for e in event["evidence"]]
        assert [c["identifier"] for c in item["cite_info"]] == [
            e["report"] for e in event["evidence"]
        ]


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_standard_output_does(call, record, tmp_path, form):
    path = tmp_path / "events"
    done = call("export", record, "--format", form, "--out", path)
    assert (done.code, done.out) == (0, "")
    with path.open(encoding="utf-8", newline="") as file:
        assert file.read() == call("export", record, "--format", form).out
    assert [p.name for p in tmp_path.iterdir()] == ["events"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", '=cmd|" /C calc"!A0']
)
def test_a_cell_is_never_a_formula_and_can_be_undone(text):
    assert cell(text).startswith("'")
    assert plain(cell(text)) == text
    (row,) = list(csv.reader(io.StringIO("".join(table(("a",), [{"a": text}])))))[1:]
    assert plain(row[0]) == text


def test_numbers_stay_numbers():
    assert cell(-3.5) == "-3.5"


def test_the_columns_are_those_of_the_head(call, record):
    assert call("export", record, "--format", "csv").lines[0] == ",".join(COLUMNS)
