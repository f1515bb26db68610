"""`dateline serve`: a page on loopback; beyond it a token, or no page."""

import re
import subprocess
from contextlib import contextmanager

import httpx
import pytest

from dateline.cli import serve
from dateline.query import Record
from dateline.reduce import current
from dateline.settings import load


@contextmanager
def served(command, record, *options):
    """Run the command, and give the address that it prints."""
    words = [command, "serve", str(record), "--port", "0", *options]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield re.match(r"http://\S+", process.stderr.readline())[0]
        finally:
            process.terminate()
            process.stderr.read()


def test_it_prints_its_address_and_answers_there(command, record):
    with served(command, record) as address:
        assert address.startswith("http://127.0.0.1:")
        answer = httpx.get(address)
        assert (answer.status_code, "<h1>Relations</h1>" in answer.text) == (200, True)


def test_it_says_first_where_a_record_takes_no_decisions(command, own_record, tmp_path):
    settings = tmp_path / "settings.toml"
    settings.write_text('[publishers]\n"Example Wire" = "B"\n')
    words = [command, "serve", str(own_record), "--port", "0", "--settings", str(settings)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        lines = [process.stderr.readline() for _ in range(2)]
        process.terminate()
    assert lines[0].startswith("http://127.0.0.1:")
    assert lines[1].startswith("D408 ")


def test_with_a_token_the_address_holds_it_and_others_are_refused(command, record):
    with served(command, record, "--token", "kept-to-myself") as address:
        with httpx.Client(follow_redirects=True) as browser:
            assert "<h1>Relations</h1>" in browser.get(address).text
        assert httpx.get(address.partition("?")[0]).status_code == 401


@pytest.mark.parametrize("host", [".".join("0000"), "::", "192.0.2.7", "desk.example", ""])
def test_beyond_this_machine_it_wants_a_token(call, record, host, monkeypatch):
    monkeypatch.delenv(serve.TOKEN, raising=False)
    done = call("serve", record, "--host", host)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("dateline: D120 ")


def test_a_port_that_is_taken_is_a_coded_error(call, record):
    with serve.listen("127.0.0.1", 0) as taken:
        done = call("serve", record, "--port", str(taken.getsockname()[1]))
    assert done.code == 2
    assert done.err.startswith("dateline: D128 ")


def test_what_is_no_record_is_a_coded_error(call, tmp_path):
    done = call("serve", tmp_path / "none.dateline")
    assert done.code == 2
    assert done.err.startswith("dateline: D404 ")


def test_building_without_a_path_makes_such_a_record_take_decisions_again(
    call, own_record, tmp_path
):
    path = tmp_path / "settings.toml"
    path.write_text('[publishers]\n"Example Wire" = "B"\n')
    settings, events = load(path), call("timeline", own_record, "--status", "all", "--json").json
    with Record(own_record) as opened:
        assert not current(opened.db, settings)
    built = call("build", "--record", own_record, "--settings", path, "--json")
    assert (built.code, built.json["events"]) == (0, len(events))
    with Record(own_record) as opened:
        assert current(opened.db, settings)


def test_building_without_a_path_wants_a_record_that_is_there(call, tmp_path):
    done = call("build", "--record", tmp_path / "none.dateline")
    assert (done.code, "D404" in done.err) == (2, True)
    assert not list(tmp_path.iterdir())
