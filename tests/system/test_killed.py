"""A build that is killed loses no finished report, and the same command finishes it."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

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


@pytest.fixture(scope="module")
def whole(many, tmp_path_factory):
    """The record of a build that nothing disturbed."""
    import dateline

    path = tmp_path_factory.mktemp("whole") / "r.dateline"
    dateline.build([many], path)
    return path


def extracted(record):
    """Count the texts that a record holds with what they yielded."""
    with contextlib.closing(sqlite3.connect(record)) as db:
        try:
            return db.execute("SELECT count(*) FROM text WHERE version IS NOT NULL").fetchone()[0]
        except sqlite3.OperationalError:
            return 0


def test_killed_while_extracting(command, counts, views, whole, many, tmp_path):
    record = tmp_path / "r.dateline"
    words = [command, "build", many, "--record", record]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL) as running:
        while not (record.exists() and extracted(record)):
            assert running.poll() is None
            time.sleep(0.02)
        running.send_signal(signal.SIGKILL)
    kept = extracted(record)
    assert kept > 0
    counts(record, many)
    assert views(record) == views(whole)


def children(parent):
    """Return the numbers of a process's children."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, check=True)
    pairs = (line.split() for line in listed.stdout.decode().splitlines())
    return {int(pid) for pid, above in pairs if int(above) == parent}


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, check=False)
    return not state.stdout.strip().startswith(b"Z")


def test_no_worker_outlives_a_killed_build(command, many, tmp_path):
    record = tmp_path / "r.dateline"
    words = [command, "build", many, "--record", record, "--workers", "2"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL) as running:
        while len(workers := children(running.pid)) < 2:
            assert running.poll() is None
            time.sleep(0.05)
        running.send_signal(signal.SIGKILL)
    until = time.monotonic() + 30
    while any(alive(pid) for pid in workers):
        assert time.monotonic() < until, workers
        time.sleep(0.05)


def test_killed_while_reducing(counts, views, whole, many, record, reports, tmp_path):
    built = tmp_path / "r.dateline"
    counts(built, reports)
    words = [sys.executable, "-c", DIES, "build", many, "--record", built]
    done = subprocess.run(words, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    # Readers see the last whole record; every text that was extracted is kept.
    assert views(built)[0] == views(record)[0]
    before = extracted(built)
    both, once = tmp_path / "both.dateline", counts(built, many)
    assert extracted(built) == before == once["reports"] - 1
    counts(both, reports, many)
    assert views(built) == views(both)
    assert views(whole)[0] != views(both)[0]


def test_killed_at_the_very_start(command, counts, views, record, reports, tmp_path):
    built = tmp_path / "r.dateline"
    words = [command, "build", reports, "--record", built]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL) as running:
        while not built.exists():
            assert running.poll() is None
        running.send_signal(signal.SIGKILL)
    counts(built, reports)
    assert views(built) == views(record)
    assert os.listdir(tmp_path) == ["r.dateline"]  # noqa: PTH208
