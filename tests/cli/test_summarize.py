"""`dateline summarize`, and `timeline --by-day`: days with sentences of the reports."""

import csv
import io
import json

import pytest

from dateline import Record

STORM = "The storm Petra flooded the harbour of Split on {day}, and two ferries sank."


@pytest.fixture
def storm(tmp_path):
    """A folder of three reports of one day, and one that cannot be read."""
    folder = tmp_path / "storm"
    folder.mkdir()
    for number, words in enumerate(("Monday", "May 6", "6 May 2019")):
        text = f"Published: 2019-05-0{number + 7}\n\n{STORM.format(day=words)} Nobody drowned.\n"
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


def test_a_summary_says_the_same_in_every_form(call, storm):
    done = call("summarize", storm, "--days", "1", "--sentences", "1", "--json")
    assert done.code == 0, done.err
    (day,) = done.json
    assert day["date"] == "2019-05-06"
    (sentence,) = day["sentences"]
    assert sentence["text"].startswith("The storm Petra flooded the harbour of Split on")
    assert sentence["report"].endswith(".txt")
    lines = call("summarize", storm, "--days", "1", "--sentences", "1", "--jsonl").lines
    assert [json.loads(line) for line in lines] == done.json
    text = call("summarize", storm, "--days", "1", "--sentences", "1", "--csv").out
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["date"], row["sentence"]) == (day["date"], sentence["text"])
    people = call("summarize", storm, "--days", "1", "--sentences", "1")
    assert people.out.startswith(f"2019-05-06   {sentence['text']}")
    assert people.err == "1 day.\n"


def test_from_and_to_bound_a_summary(call, storm):
    assert call("summarize", storm, "--json", "--from", "2020").json == []
    assert call("summarize", storm, "--from", "2020", "--to", "2019").code == 2


def test_what_cannot_be_read_is_listed_and_the_rest_is_done(call, storm):
    (storm / "broken.jsonl").write_text("{no json\n", "utf-8")
    done = call("summarize", storm, "--days", "1", "--json")
    assert done.code == 3
    assert "broken.jsonl" in done.err
    assert [day["date"] for day in done.json] == ["2019-05-06"]


def test_by_day_shows_days_of_the_query_with_their_evidence(call, record):
    done = call("timeline", record, "--by-day", "--json", "--between", "PRK", "JPN")
    days = {day["date"]: day for day in done.json}
    assert "2023-05-10" in days
    assert "2023-05-07" not in days
    with Record(record) as opened:
        for day in done.json:
            assert 1 <= len(day["sentences"]) <= 2
            for sentence in day["sentences"]:
                event = opened.event(sentence["reasons"][0]["detail"])
                assert event.start.isoformat() == day["date"]
                span = sentence["span"]
                places = [m.evidence for m in opened.mentions(event)]
                place = next(p for p in places if (p.report_id, p.start) == (
                    span["report_id"], span["start"]
                ))  # fmt: skip
                assert opened.text(place) == sentence["text"]


def test_by_day_with_top_has_so_many_days(call, record):
    assert len(call("timeline", record, "--by-day", "--top", "2", "--json").json) == 2
    shown = call("timeline", record, "--by-day", "--top", "1")
    assert "why: " in shown.out
    assert shown.err == "1 day.\n"
