"""The command `dateline extract` with a folder: what it says, and what it refuses."""

import signal
import subprocess
import time

import msgspec
import pytest

from dateline.engine import layout, mark

INTERRUPTED = 130


def test_it_says_what_it_made_and_what_it_left_out(call, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text("Japan met Peru in Lima.", "utf-8")
    (tmp_path / "in" / "russian.txt").write_text("Президенты встретились вчера в Женеве.", "utf-8")
    (tmp_path / "in" / "empty.txt").write_text("", "utf-8")
    done = call("extract", tmp_path / "in", "--out", tmp_path / "out")
    assert done.code == 3
    assert done.lines[0] == (
        f"{tmp_path}/out: 1 report, 1 mention, 0 statements, 0 times in 1 shard"
    )
    assert done.lines[1] == "left out: 2 (D202 1, D208 1)"
    (failure,) = done.err.splitlines()
    assert failure.startswith("dateline: D202")
    again = call("extract", tmp_path / "in", "--out", tmp_path / "out", "--workers", 2)
    assert (again.code, again.out) == (3, done.out)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--engine", "ray://one:10001"], "--engine"),
        (["--out", "out", "--jsonl"], "--jsonl --out"),
        (["-", "--out", "out"], "- --out"),
    ],
)
def test_options_that_conflict_are_refused(words, told, call, reports, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = call("extract", reports, *words)
    assert (done.code, done.out) == (2, "")
    assert "D106" in done.err
    assert told in done.err
    assert list(tmp_path.iterdir()) == []


def test_without_ray_a_cluster_is_refused_before_anything_is_made(call, reports, tmp_path):
    pytest.importorskip("daft")
    done = call("extract", reports, "--out", tmp_path / "out", "--engine", "ray://one:10001")
    assert done.code == 2
    assert "D133" in done.err
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_run_ends_with_its_workers_and_says_how_to_go_on(command, tmp_path):
    rows = ({"id": f"r{n}", "text": f"Japan met Peru {n} times. " * 40} for n in range(2000))
    (tmp_path / "in.jsonl").write_bytes(b"\n".join(map(msgspec.json.encode, rows)))
    out = tmp_path / "out"
    words = [command, "extract", tmp_path / "in.jsonl", "--out", out, "--workers", "2"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        while len(mark.all_of(out)) < 2:
            assert running.poll() is None
            time.sleep(0.05)
        workers = mark.all_of(out)
        running.send_signal(signal.SIGINT)
        told = running.communicate(timeout=60)
    assert running.returncode == INTERRUPTED
    assert told[0] == b""
    assert told[1].endswith(b"dateline: interrupted; run the same command again to resume\n")
    until = time.monotonic() + 60
    while any(mark.is_alive(one) for one in workers):
        assert time.monotonic() < until
        time.sleep(0.05)
    assert layout.whole(out) is None
