"""Several builds and readers on one record at once; and no build that reaches for a network."""

import contextlib
import os
import sqlite3
import subprocess
import sys

# Run by Python at its start in every process of the command, its pool's too.
GUARD = """
import os, sys
def guard(event, words):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname"}:
        os.write(2, f"reached for the network: {event} {words}".encode())
        os._exit(77)
sys.addaudithook(guard)
"""


def test_two_builds_at_once_make_one_whole_record(
    command, call, views, record, rows, as_file, tmp_path
):
    built = tmp_path / "r.dateline"
    # Both begin with no record there, and three reports are in both.
    files = [as_file(rows[:6], "one.jsonl"), as_file(rows[3:], "two.jsonl")]
    pair = [
        subprocess.Popen(
            [command, "build", path, "--record", built],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for path in files
    ]
    seen = 0
    while any(running.poll() is None for running in pair):
        if built.exists():
            done = call("timeline", built, "--json", "--status", "all")
            # Before its tables are laid, it is no record yet; after that, it always reads.
            assert done.code == 0 or done.err.startswith(("dateline: D404", "dateline: D401"))
            seen += done.code == 0
    for running in pair:
        error = running.communicate()[1]
        assert running.returncode == 0, error
    assert seen
    with contextlib.closing(sqlite3.connect(built)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert views(built) == views(record)


def test_nothing_touches_the_network(command, reports, tmp_path):
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "guard")}
    page = tmp_path / "page.html"
    page.write_text(
        '<html><head><link rel="stylesheet" href="http://news.example/a.css"><title>Talks</title>'
        '</head><body><img src="http://news.example/b.png"><p>Kenya expelled two Somali diplomats '
        "on Monday, officials of both governments in Nairobi said.</p></body></html>"
    )
    record = tmp_path / "r.dateline"
    for words in (
        ["build", reports, page, "--record", record, "--workers", "2"],
        ["timeline", record, "--json"],
        ["export", record, "--format", "csv"],
    ):
        done = subprocess.run([command, *words], env=env, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr


def test_the_guard_of_the_test_above_works(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(GUARD)
    code = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 77
