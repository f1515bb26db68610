"""What only a process of its own shows: streams, pipes, terminals, signals, start-up time."""

import json
import os
import pty
import signal
import subprocess
import sys
import time

import msgspec
import pytest

import dateline

# `dateline --help` must answer in 0.3 s where a bare interpreter takes 0.02 s; on a busy machine
# both are slower, so the bound is on what is added, in bare starts.
BARE_STARTS = 14
MANY = 400


def seconds(*words):
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - begun)
    return min(taken)


def test_help_answers_at_once(command):
    bare = seconds(sys.executable, "-S", "-c", "pass")
    assert seconds(command, "--help") < max(0.3, BARE_STARTS * bare)


@pytest.mark.parametrize("verb", [[], ["build"], ["timeline"], ["show"], ["export"], ["demo"]])
def test_help_is_a_result(call, verb):
    done = call(*verb, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: dateline")


def test_a_build_speaks_json_alone_and_only_on_standard_output(call, reports, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text((reports / "hanbit-water.txt").read_text())
    (folder / "b.txt").write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)
    (folder / "c.txt").write_text("Переговоры о торговле прошли в Женеве в среду утром. " * 5)
    done = call("build", folder, "--record", tmp_path / "r.dateline", "--json")
    assert (done.code, done.err) == (3, "")
    found = json.loads(done.out)
    counts = {"reports", "voices", "mentions", "statements", "events", "aside"}
    assert set(found) == {*counts, "left_out", "warnings"}
    assert (found["reports"], found["voices"]) == (1, 1)
    assert {item["item"].rsplit("/", 1)[1]: item["reason"][:4] for item in found["left_out"]} == {
        "b.txt": "D203",
        "c.txt": "D208",
    }


def test_a_build_tells_people_the_counts_and_what_was_left_out(call, tmp_path, reports):
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)
    record = tmp_path / "r.dateline"
    done = call("build", tmp_path / "b.txt", reports / "hanbit-water.txt", "--record", record)
    assert done.code == 3
    assert "1 report in 1 voice" in done.out
    assert f"D203 not text: binary or unknown encoding: {tmp_path / 'b.txt'}" in done.out
    assert done.err == ""


def test_a_report_in_another_language_is_listed_and_no_failure(call, tmp_path):
    (tmp_path / "c.txt").write_text("Переговоры о торговле прошли в Женеве в среду утром. " * 5)
    done = call("build", tmp_path / "c.txt", "--record", tmp_path / "r.dateline")
    assert done.code == 0
    assert "D208" in done.out


def test_standard_input_is_read(spawn, reports, tmp_path):
    record = tmp_path / "r.dateline"
    text = (reports / "hanbit-water.txt").read_bytes()
    done = spawn("build", "-", "--record", record, "--json", input=text)
    assert (done.code, json.loads(done.out)["reports"]) == (0, 1)
    events = json.loads(spawn("timeline", record, "--json").out)
    assert ("2023-06-02", "THREATEN") in {(e["start"], e["type"]) for e in events}


def test_rows_on_standard_input_are_extracted_in_their_order(spawn):
    rows = [
        {"id": "one", "text": "Kenya expelled two Somali diplomats on Monday.", "language": "en"},
        {"text": 3},
        {"id": "two", "text": "Japan and South Korea signed a treaty.", "published": "2023-05-08"},
    ]
    data = b"\n".join(msgspec.json.encode(row) for row in rows)
    done = spawn("extract", "-", input=data)
    assert done.code == 3
    assert done.err.startswith("dateline: D20")
    first, second = (json.loads(line) for line in done.out.splitlines())
    assert [first["report"]["key"], second["report"]["key"]] == ["one", "two"]
    assert set(first) == {"report", "mentions", "statements", "times", "actors"}
    assert first["mentions"][0]["event_type"] == "SANCTION"
    span = first["mentions"][0]["evidence"]
    assert rows[0]["text"][span["start"] : span["end"]] == rows[0]["text"]


def test_a_reader_that_leaves_early_is_no_error(command, record):
    words = f"'{command}' statements '{record}' --jsonl"
    script = f"set -o pipefail; for _ in 1 2 3; do {words} | head -1 >/dev/null || exit 9; done"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_is_gone_before_the_first_word_is_no_error(command, record):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [command, "timeline", record], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")  # noqa: PTH110
def test_a_full_disk_is_a_coded_error(command, record):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        words = [command, "timeline", record, "--json"]
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"dateline: D112 ")
    assert done.stderr.count(b"\n") == 1


def on_terminal(words, env):
    """Run words with standard error on a terminal; return what came there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=theirs, env=env) as running:
        os.close(theirs)
        seen = b""
        try:
            while piece := os.read(ours, 4096):
                seen += piece
        except OSError:  # how a terminal says that its other side is gone
            pass
        out = running.stdout.read()
    os.close(ours)
    return out, seen


def test_progress_is_shown_on_a_terminal_and_colours_only_where_wanted(command, tmp_path):
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)
    words = [command, "build", str(tmp_path / "b.txt"), "--record"]
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    out, seen = on_terminal([*words, str(tmp_path / "1")], env)
    assert b"0 reports in 0 voices" in out
    assert b"read" in seen
    assert b"\x1b[3" in seen
    out, seen = on_terminal([*words, str(tmp_path / "2")], {**env, "NO_COLOR": "1"})
    assert b"read" in seen
    assert b"\x1b[3" not in seen
    assert b"\x1b" not in out


def test_an_interrupted_build_says_how_to_go_on(command, reports, tmp_path):
    source = tmp_path / "many.jsonl"
    text = (reports / "hanbit-summit.txt").read_text()
    with source.open("w") as file:
        for n in range(MANY):
            file.write(json.dumps({"id": str(n), "text": f"{text} Item {n}."}) + "\n")
    words = [command, "build", source, "--record", tmp_path / "r.dateline"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        while not (tmp_path / "r.dateline-wal").exists():
            time.sleep(0.05)
        time.sleep(0.5)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert out == b""
    assert err == b"dateline: interrupted; run the same command again to resume\n"


def test_output_is_utf8_whatever_the_locale(command, tmp_path):
    record, text = tmp_path / "r.dateline", "Japan’s envoy – Kenji Satō – was expelled by Kenya."
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps({"id": "Präsident", "text": text, "language": "en"}))
    dateline.build([source], record)
    env = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    for words in ([], ["--json"], ["--csv"]):
        done = subprocess.run(
            [command, "voices", record, *words], env=env, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert "Präsident" in done.stdout.decode("utf-8")


def test_a_file_whose_name_is_not_utf8_is_read_all_the_same(call, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text(
        "Kenya expelled two Somali diplomats on Monday."
    )
    done = call("build", folder, "--record", tmp_path / "r.dateline", "--json")
    assert (done.code, done.json["reports"]) == (0, 1)
    (voice,) = call("voices", tmp_path / "r.dateline", "--json").json
    assert voice[0].startswith("caf")
    assert call("timeline", tmp_path / "r.dateline").code == 0
