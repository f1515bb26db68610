"""The forms of every list: for people, JSON, JSON Lines, CSV; and that they say the same."""

import csv
import io
import json

import pytest

LISTS = {
    "timeline": 10,
    "agreements": 2,
    "red-lines": 1,
    "incidents": 1,
    "statements": 8,
    "voices": 6,
}


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(("verb", "least"), LISTS.items())
def test_every_list_says_the_same_in_every_form(call, record, verb, least):
    whole = call(verb, record, "--json")
    assert (whole.code, whole.err) == (0, "")
    assert len(whole.json) >= least
    lines = call(verb, record, "--jsonl")
    rows = table(call(verb, record, "--csv").out)
    if verb == "voices":
        assert [json.loads(line)["reports"] for line in lines.lines] == whole.json
        assert [row["report"] for row in rows] == [key for keys in whole.json for key in keys]
        return
    assert [json.loads(line) for line in lines.lines] == whole.json
    assert len(rows) == len(whole.json)
    name = next(iter(whole.json[0]))
    assert [row[name] for row in rows] == [item[name] for item in whole.json]
    assert not any(cell.startswith(("{", "[{")) for row in rows for cell in row.values())


@pytest.mark.parametrize("verb", LISTS)
def test_a_list_for_people_has_its_count_on_standard_error(call, record, verb):
    done = call(verb, record)
    assert done.code == 0
    assert done.out
    assert len(done.err.splitlines()) == 1
    assert done.err.split()[0].isdigit()


@pytest.mark.parametrize("verb", ["timeline", "agreements", "red-lines", "incidents", "statements"])
def test_an_empty_list_is_a_list(call, record, verb):
    nothing = ["--from", "1900", "--to", "1901"]
    assert call(verb, record, "--json", *nothing).json == []
    assert call(verb, record, "--jsonl", *nothing).out == ""
    (head,) = call(verb, record, "--csv", *nothing).lines
    assert "," in head


def test_an_event_has_the_promised_shape(call, record):
    for event in call("timeline", record, "--json", "--status", "all").json:
        assert set(event) >= {
            "id", "start", "end", "precision", "edtf", "type", "mode", "contexts", "source",
            "target", "status", "headline", "grade", "voices", "reports", "evidence",
        }  # fmt: skip
        assert set(event["grade"]) == {"credibility", "reliability", "reasons"}
        assert event["grade"]["credibility"] in range(1, 7)
        assert event["grade"]["reliability"] in "ABCDEF"
        assert event["grade"]["reasons"]
        assert all(len(code.split()[0]) == 3 for code in event["source"] + event["target"])
        assert isinstance(event["voices"], int)
        assert 1 <= event["voices"] <= len(event["reports"])
        for shown in event["evidence"]:
            assert set(shown) >= {"report", "start", "end", "text", "publisher", "published", "url"}
            assert shown["report"] in event["reports"]
            assert len(shown["text"]) == shown["end"] - shown["start"]


def test_voices_are_lists_of_report_keys(call, record, reports):
    voices = call("voices", record, "--json").json
    assert sorted(key for voice in voices for key in voice) == sorted(
        path.name for path in reports.iterdir()
    )
    summit = {"hanbit-summit.txt", "harbour-summit-copy.txt", "inland-summit-cut.txt"}
    assert [set(voice) for voice in voices if len(voice) > 1] == [summit]


def test_show_opens_an_event_to_its_sentences(call, record):
    (event,) = call("timeline", record, "--json", "--min-voices", "2").json
    whole = call("show", record, event["id"][:6], "--json").json
    assert {**whole, **event} == whole
    assert {told["publisher"] for told in whole["told"]} >= {"Hanbit Wire", "Pacific Ledger"}
    card = call("show", record, event["id"]).out
    for told in whole["told"]:
        assert " ".join(told["text"].split()) in card
    for reason in event["grade"]["reasons"]:
        assert reason["detail"] in card


def test_statements_take_their_conditions(call, record):
    said = call("statements", record, "--json", "--by", "PRK").json
    assert '"This story was invented in Tokyo,"' in [s["content"] for s in said]
    assert {s["code"][:3] for s in said} == {"PRK"}
    (one,) = call("statements", record, "--json", "--text", "inspections").json
    assert (one["kind"], one["code"], one["report"]) == ("direct", "KOR GOV", "hanbit-water.txt")
    assert call("statements", record, "--json", "--from", "2023-06", "--to", "2023-06").json
