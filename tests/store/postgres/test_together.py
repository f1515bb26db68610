"""Builds and readers of their own processes at once on one record, and a build that is killed."""

import os
import signal
import subprocess
import sys
import time

import psycopg
import pytest

import dateline
from dateline.query import Record

# Kills itself when the third event is written: in the middle of the reduce.
DIES = """
import itertools, os, signal, sys
from dateline.cli.main import run
from dateline.store import derived
put, number = derived.put_event, itertools.count(1)
def fatal(*words):
    if next(number) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    put(*words)
derived.put_event = fatal
sys.argv[0] = "dateline"
run()
"""
# Reads until its input ends. An event's mentions and its actors are of the state that it is of.
READS = """
import select, sys
from dateline.errors import RecordError
from dateline.query import Record
seen = 0
while not select.select([sys.stdin], [], [], 0)[0]:
    try:
        record = Record(sys.argv[1], read_only=True)
    except RecordError as error:
        assert error.code in {"D404", "D401"}, error
        continue
    with record:
        events = list(record.timeline())
        for event in events:
            assert len(record.mentions(event)) == len(event.mentions)
            sql = "SELECT count(*) FROM event_actor WHERE event_id = ?"
            assert record.db.execute(sql, (event.id,)).fetchone()[0] > 0
        assert list(record.timeline()) == events
        seen += 1
print(seen)
"""


def plain(record):
    """All that a record holds, but what tells when it was written."""
    with Record(record) as opened:
        tables = ("text", "report", "mention", "block", "statement", "event", "event_actor",
                  "event_context", "rollup", "print", "voice", "voice_text", "made")  # fmt: skip
        held = {
            name: sorted(map(repr, opened.db.tuples(f"SELECT * FROM {name}"))) for name in tables
        }
        held["event"] = sorted(repr(event) for event in opened.timeline(dateline.Query()))
        held["print"] = sorted(map(repr, opened.db.tuples("SELECT text_id, keys FROM print")))
        return held


@pytest.fixture(params=["file", "server"])
def place(request, tmp_path):
    """Where a record may be: in a file, or on a server."""
    if request.param == "file":
        return str(tmp_path / "r.dateline")
    return request.getfixturevalue("database")


def test_builds_and_readers_at_once_make_one_whole_record(place, command, reports, tmp_path):
    halves = tmp_path / "one", tmp_path / "two"
    files = sorted(reports.iterdir())
    for folder, some in zip(halves, (files[:6], files[2:]), strict=True):
        folder.mkdir()
        for file in some:
            (folder / file.name).write_bytes(file.read_bytes())
    reader = subprocess.Popen(
        [sys.executable, "-c", READS, place],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    builds = [
        subprocess.Popen(
            [command, "build", folder, "--record", place],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for folder in (*halves, halves[0])
    ]
    for running in builds:
        error = running.communicate()[1]
        assert running.returncode == 0, error
    out, error = reader.communicate(b"\n")
    assert reader.returncode == 0, error
    assert int(out) > 0
    dateline.build(halves, tmp_path / "alone.dateline")
    found, alone = plain(place), plain(tmp_path / "alone.dateline")
    assert alone["event"]
    assert [name for name in alone if name != "report" and same(found, alone, name)] == []


def same(found, alone, name):
    """Whether a table differs: true and 1 are one, as are bytes, however they are kept."""
    tidy = [
        [row.replace("True", "1").replace("False", "0") for row in held[name]]
        for held in (found, alone)
    ]
    return tidy[0] != tidy[1]


def test_a_build_that_is_killed_in_the_reduce_leaves_the_last_whole_record(
    database, reports, tmp_path
):
    first = min(reports.iterdir())
    dateline.build([first], database)
    before = plain(database)["event"]
    words = [sys.executable, "-c", DIES, "build", reports, "--record", database]
    done = subprocess.run(words, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert plain(database)["event"] == before
    dateline.build([reports], database)
    for some in (first, reports):
        dateline.build([some], tmp_path / "alone.dateline")
    assert plain(database)["event"] == plain(tmp_path / "alone.dateline")["event"]


def test_a_build_that_is_killed_while_extracting_goes_on(database, command, reports, tmp_path):
    words = [command, "build", reports, "--record", database]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        while not read(database):
            assert running.poll() is None
            time.sleep(0.01)
        os.kill(running.pid, signal.SIGKILL)
    dateline.build([reports], database)
    dateline.build([reports], tmp_path / "alone.dateline")
    assert plain(database)["event"] == plain(tmp_path / "alone.dateline")["event"]


def read(database):
    """Count the texts that a record holds so far."""
    with psycopg.connect(database) as db:
        try:
            return db.execute("SELECT count(*) FROM text").fetchone()[0]
        except psycopg.errors.UndefinedTable:
            return 0
