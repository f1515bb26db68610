"""Rule on events from the command line, and carry the rulings to another record."""

import json

import pytest


@pytest.fixture
def event(call, own_record):
    """An event of two reports or more."""
    found = call("timeline", own_record, "--json", "--between", "JPN", "KOR").json
    return max(found, key=lambda one: len(one["evidence"]))


def ids(call, record, *words):
    return [one["id"] for one in call("timeline", record, "--json", "--status", "all", *words).json]


def shown(call, record, event):
    return call("show", record, event, "--json").json


def add(call, record, verb, *words):
    return call("decisions", "add", record, "--verb", verb, "--who", "ana", *words)


def test_a_rejected_event_is_gone_and_an_undo_brings_it_back(call, own_record, event):
    before = call("timeline", own_record, "--json", "--status", "all").out
    done = add(call, own_record, "reject", "--event", event["id"], "--why", "a rumour")
    assert (done.code, done.out) == (0, "")
    assert event["id"] not in ids(call, own_record)
    (listed,) = call("decisions", "list", own_record, "--json").json
    assert (listed["kind"], listed["who"], listed["why"]) == ("reject", "ana", "a rumour")
    assert listed["stands"]
    assert add(call, own_record, "undo", "--decision", listed["seq"]).code == 0
    assert call("timeline", own_record, "--json", "--status", "all").out == before
    assert [one["stands"] for one in call("decisions", "list", own_record, "--json").json] == [
        False, True,
    ]  # fmt: skip


def test_an_edit_and_an_accept_are_seen(call, own_record, event):
    words = ("--event", event["id"][:8])
    add(call, own_record, "edit", *words, "--field", "place", "--value", "Yongsan")
    add(call, own_record, "accept", *words)
    after = shown(call, own_record, event["id"])
    assert (after["place"], after["decided"]) == ("Yongsan", "accepted")


def test_a_split_takes_some_mentions_away_and_a_merge_joins_them(call, own_record, event):
    leaving = event["evidence"][-1]["mention"]
    before = ids(call, own_record)
    add(call, own_record, "split", "--event", event["id"], "--mention", leaving)
    split = ids(call, own_record)
    assert len(split) == len(before) + 1
    (new,) = set(split) - set(before)
    assert [one["mention"] for one in shown(call, own_record, new)["evidence"]] == [leaving]
    add(call, own_record, "merge", "--event", event["id"], "--event", new)
    assert sorted(ids(call, own_record)) == sorted(before)


def test_rulings_are_carried_to_another_record(call, own_record, record, event, tmp_path):
    add(call, own_record, "reject", "--event", event["id"])
    add(call, own_record, "undo", "--decision", 1)
    add(call, own_record, "edit", "--event", event["id"], "--field", "place", "--value", "Seoul")
    text = call("decisions", "export", own_record).out
    assert [json.loads(line)["kind"] for line in text.splitlines()] == ["reject", "undo", "edit"]
    file = tmp_path / "rulings.jsonl"
    assert call("decisions", "export", own_record, "--out", file).code == 0
    assert file.read_text("utf-8") == text
    other = tmp_path / "other.dateline"
    other.write_bytes(record.read_bytes())
    done = call("decisions", "import", other, file)
    assert (done.code, done.err) == (0, "3 decisions added, 0 known already\n")
    assert shown(call, other, event["id"])["place"] == "Seoul"
    again = call("decisions", "import", other, file)
    assert again.err == "0 decisions added, 3 known already\n"
    assert call("decisions", "export", other).out == text


def test_a_bad_file_is_refused_by_its_line(call, own_record, tmp_path):
    file = tmp_path / "rulings.jsonl"
    file.write_text('{"id": "d1", "kind": "accept", "who": "a", "when": "2024"}\nno\n', "utf-8")
    done = call("decisions", "import", own_record, file)
    assert done.code == 2
    assert done.err.startswith("dateline: D131")
    assert f"{file}:2" in done.err
    assert call("decisions", "export", own_record).out == ""
    file.write_bytes(b"\xff\xfe")
    assert "D131" in call("decisions", "import", own_record, file).err
    assert "D101" in call("decisions", "import", own_record, tmp_path / "none").err


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("D130", ["praise", "--event", "e"]),
        ("D107", ["reject", "--event", "ezzz"]),
        ("D130", ["reject"]),
        ("D130", ["merge", "--event", "ID"]),
        ("D130", ["split", "--event", "ID"]),
        ("D130", ["split", "--event", "ID", "--mention", "m1"]),
        ("D130", ["accept", "--event", "ID", "--mention", "m1"]),
        ("D130", ["accept", "--event", "ID", "--field", "place"]),
        ("D130", ["accept", "--event", "ID", "--decision", "1"]),
        ("D130", ["edit", "--event", "ID", "--field", "colour", "--value", "red"]),
        ("D130", ["edit", "--event", "ID", "--field", "date", "--value", "in May"]),
        ("D130", ["undo"]),
        ("D130", ["undo", "--decision", "7"]),
    ],
)
def test_what_cannot_be_decided_is_refused_and_not_logged(call, own_record, event, code, words):
    done = add(call, own_record, *(event["id"] if word == "ID" else word for word in words))
    assert done.code == 2
    assert done.err.startswith(f"dateline: {code} ")
    assert call("decisions", "list", own_record, "--json").json == []


def test_the_log_is_one_line_a_decision_for_people(call, own_record, event):
    add(call, own_record, "reject", "--event", event["id"], "--why", "two\nlines \x1b[31m")
    done = call("decisions", "list", own_record)
    assert len(done.lines) == 1
    assert "\x1b" not in done.out
    assert done.err == "1 decision\n"
