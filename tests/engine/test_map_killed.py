"""Workers and runs that are killed, reports that kill: what is finished in the end is the same."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from dateline.engine import layout, mark, on_daft, on_pool, rescue, waiting
from dateline.engine.extract import extract
from dateline.engine.parts import parts
from dateline.errors import UsageError
from dateline.settings import Settings

COUNT, SHARD = 150, 25
BAD = (37, 40, 149)
# Runs as a command would, with a job and a size of shards of the test's own.
RUN = """
import sys
from dateline.engine.extract import extract
if __name__ == "__main__":
    extract([sys.argv[1]], sys.argv[2], workers=2, shard=25, job="jobs:slow")
"""


def corpus(path, bad=()):
    rows = (
        {"id": f"r{n:03}", "text": f"Report {n}{' of poison' if n in bad else ''}."}
        for n in range(COUNT)
    )
    path.write_bytes(b"\n".join(map(msgspec.json.encode, rows)))
    return path


@pytest.fixture
def given(tmp_path):
    return corpus(tmp_path / "in.jsonl")


@pytest.fixture
def whole(given, tmp_path, quick, contents):
    """What a run leaves that nothing disturbed."""
    extract([given], tmp_path / "whole", shard=SHARD, **quick)
    return contents(tmp_path / "whole")


def keys(folder, table, column):
    files = [layout.file(folder, table, shard) for shard in layout.done(folder)]
    return [row[column] for path in files for row in pq.read_table(path).to_pylist()]


@pytest.mark.parametrize("engine", [on_daft.run, on_pool.run])
def test_a_report_that_kills_its_worker_is_left_out_alone(engine, jobs, tmp_path):
    given, out = corpus(tmp_path / "in.jsonl", BAD), tmp_path / "out"
    extract([given], out, workers=2, shard=SHARD, engine=engine, job=jobs("dies"))
    left = list(layout.left_out(out))
    assert [one.item for one in left] == [f"r{n:03}" for n in BAD]
    assert {one.reason.split(" ")[0] for one in left} == {"D209"}
    assert keys(out, "reports", "key") == [f"r{n:03}" for n in range(COUNT)]
    failed = dict(zip(keys(out, "reports", "key"), keys(out, "reports", "failure"), strict=True))
    assert [key for key, why in failed.items() if why] == [f"r{n:03}" for n in BAD]
    assert keys(out, "times", "value") == [f"r{n:03}" for n in range(COUNT) if n not in BAD]


def test_a_batch_that_fails_is_done_in_halves(jobs, quick, tmp_path):
    given, out = corpus(tmp_path / "in.jsonl", BAD), tmp_path / "out"
    extract([given], out, shard=SHARD, **{**quick, "job": jobs("raises")})
    assert [one.item for one in layout.left_out(out)] == [f"r{n:03}" for n in BAD]
    assert all("ValueError: poison" in one.reason for one in layout.left_out(out))
    assert keys(out, "times", "value") == [f"r{n:03}" for n in range(COUNT) if n not in BAD]


def test_a_report_that_comes_to_no_end_is_left_out(jobs, quick, tmp_path):
    given, out = corpus(tmp_path / "in.jsonl", BAD[:1]), tmp_path / "out"
    hangs = jobs("hangs", "jobs_that_hang")
    extract([given], out, shard=SHARD, **{**quick, "job": hangs})
    (left,) = layout.left_out(out)
    assert left.item == "r037"
    assert "went over its time" in left.reason
    assert len(keys(out, "times", "value")) == COUNT - 1


def test_a_worker_that_is_killed_costs_nothing(given, whole, jobs, tmp_path, contents):
    out, killed = tmp_path / "out", []

    def kill(stage, done, _total):
        if stage == "extract" and done and not killed:
            at_work = [one for one in mark.all_of(out) if mark.is_alive(one)]
            killed.extend(at_work[:1])
            for one in killed:
                os.kill(one.pid, signal.SIGKILL)

    extract([given], out, workers=2, shard=SHARD, job=jobs("slow"), progress=kill)
    assert killed
    assert contents(out) == whole


def test_a_run_that_is_killed_is_resumed(given, whole, jobs, tmp_path, contents):
    out = tmp_path / "out"
    words = [sys.executable, "-c", RUN, str(given), str(out)]
    jobs("slow")
    with subprocess.Popen(words) as running:
        while not layout.done(out):
            assert running.poll() is None
            time.sleep(0.01)
        workers = {one.pid for one in mark.all_of(out)}
        running.kill()
    done = layout.done(out)
    assert layout.whole(out) is None
    assert 0 < len(done) < COUNT // SHARD
    times = {shard: (out / "done" / f"{shard}.json").stat().st_mtime_ns for shard in done}
    until = time.monotonic() + 60
    while any(alive(pid) for pid in workers):
        assert time.monotonic() < until, "a worker outlives its run"
        time.sleep(0.05)
    subprocess.run(words, check=True)
    assert contents(out) == whole
    # What was finished was not done again.
    for shard, before in times.items():
        assert (out / "done" / f"{shard}.json").stat().st_mtime_ns == before


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_run_that_is_killed_while_it_reads_is_resumed(given, whole, quick, tmp_path, contents):
    out = tmp_path / "out"

    def stop(stage, *_):
        if stage == "read":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        extract([given], out, shard=SHARD, **quick, progress=stop)
    (out / "waiting" / "part-000000.json").unlink()
    (out / "waiting" / "shard-000000-000001.msgpack").unlink()
    (out / "waiting" / ".shard-000000-000001.msgpack.4711").write_bytes(b"half")
    extract([given], out, shard=SHARD, **quick)
    assert contents(out) == whole


def test_a_file_that_kills_its_reader_is_left_out_alone(jobs, tmp_path):
    jobs("")
    from jobs import DyingRead

    (tmp_path / "in").mkdir()
    for name in ("a", "b-poison", "c"):
        (tmp_path / "in" / f"{name}.txt").write_text(f"Report {name}.", "utf-8")
    (part,) = parts([tmp_path / "in"], SHARD)[0]
    out = tmp_path / "out"
    assert rescue.read(DyingRead(out, SHARD, Settings()), part) == "3"
    (shard,) = waiting.shards_of(out, 0)
    found = waiting.take(out, shard)
    assert [one.key for one in found.reports] == ["a.txt", "c.txt"]
    (left,) = found.left_out
    assert left.item.endswith("in/b-poison.txt")
    assert left.reason.startswith("D209")


def test_an_engine_that_never_works_is_an_error(given, jobs, tmp_path):
    def broken(_work, _names, workers):
        raise BrokenProcessPool(f"none of {workers} could be begun")
        yield

    with pytest.raises(UsageError) as failed:
        extract([given], tmp_path / "out", engine=broken, job=jobs("quick"))
    assert failed.value.code == "D137"
    assert "none of 1 could be begun" in str(failed.value)


def test_a_disk_that_is_full_is_an_error(given, quick, tmp_path):
    out = tmp_path / "out"
    extract([given], out, shard=SHARD, **quick)
    (out / "whole.json").unlink()
    (out / "done" / "shard-000000-000003.json").unlink()
    times = out / "times"
    for path in times.iterdir():
        path.unlink()
    times.rmdir()
    times.write_text("no folder", "utf-8")
    with pytest.raises(UsageError) as failed:
        extract([given], out, shard=SHARD, **quick)
    assert failed.value.code == "D112"
    assert "times" in str(failed.value)
