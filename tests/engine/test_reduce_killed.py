"""A reduce on the engine whose driver or worker is killed makes the same record in the end."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from dateline.engine.reduced.folder import Folder
from dateline.engine.reduced.run import scratch_of
from dateline.pipeline import build
from dateline.store import connect

# What other folders of tests share.
sys.path.insert(0, str(Path(__file__).parents[1]))
import articles
from extractions import dump, write

COUNT, SHARD = 60, 3
# One machine's way is not there: what stands in the record in the end, the engine made.
RUN = """
import sys
import dateline.reduce
from dateline.pipeline import build
if __name__ == "__main__":
    dateline.reduce.reduce = None
    build([sys.argv[1]], sys.argv[2], workers=2)
"""
SECONDS = 60


@pytest.fixture
def given(make_mention, tmp_path):
    """An extraction in small shards, and what one machine makes of its reports."""
    chance, earlier, told = random.Random(11), [], []
    for number in range(COUNT):
        report, lines, found = articles.article(make_mention, chance, number, earlier)
        earlier.append(lines)
        told.append((report, found))
    build([write(tmp_path / "one", told, COUNT)], tmp_path / "one.dateline")
    chance.shuffle(told)
    return write(tmp_path / "two", told, SHARD), shown(tmp_path / "one.dateline")


def shown(path):
    with closing(connect(path, create=False)) as db:
        return dump(db)


def words(folder, record):
    return [sys.executable, "-c", RUN, str(folder), str(record)]


def wait_for(met, running):
    until = time.monotonic() + SECONDS
    while not met():
        assert running.poll() is None, "it ended before it could be killed"
        assert time.monotonic() < until
        time.sleep(0.001)


def children(pid):
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text("ascii").split()]


def at_work(pid):
    """The processes of a run that have the engine's worker loaded."""
    return [one for one in children(pid) if b"daft" in Path(f"/proc/{one}/cmdline").read_bytes()]


@pytest.mark.parametrize("table", ["heard", "blocks"])
def test_a_driver_that_is_killed_is_resumed(given, tmp_path, table):
    folder, expected = given
    scratch, record = scratch_of(Folder(folder)), tmp_path / "two.dateline"
    with subprocess.Popen(words(folder, record)) as running:
        wait_for(lambda: scratch.parts(table), running)
        running.kill()
    assert not scratch.digest()
    kept = {path: path.stat().st_mtime_ns for path in scratch.parts(table)}
    subprocess.run(words(folder, record), check=True)
    assert shown(record) == expected
    # What was finished was not done again.
    assert {path: path.stat().st_mtime_ns for path in kept} == kept


@pytest.mark.parametrize("after", [0.2, 2.0])  # while it starts, and later
def test_a_worker_that_is_killed_costs_nothing(given, tmp_path, after):
    folder, expected = given
    scratch, record = scratch_of(Folder(folder)), tmp_path / "two.dateline"
    with subprocess.Popen(words(folder, record)) as running:
        wait_for(lambda: at_work(running.pid), running)
        time.sleep(after)
        wait_for(lambda: at_work(running.pid), running)
        killed = at_work(running.pid)[0]
        os.kill(killed, signal.SIGKILL)
        try:
            assert running.wait(SECONDS) == 0
        finally:
            running.kill()
    assert scratch.digest()
    assert shown(record) == expected
