"""The record of short reports on Japan and South Korea, India and Pakistan, by what they say."""

import pytest

JOINT, FROM_TO = True, False
# start, type, parties of the source, of the target, joint, words of the sentence
EXPECTED = [
    ("2021-02-25", "AGREE", "IND PAK", "IND PAK", JOINT, "to observe a ceasefire"),
    ("2021-02-25", "CONSULT", "IND PAK", "IND PAK", JOINT, "spoke with his Pakistani counterpart"),
    ("2021-02-26", "SANCTION", "PAK", "IND", FROM_TO, "expelled two Indian diplomats"),
    ("2023-05-07", "AGREE", "JPN KOR", "JPN KOR", JOINT, "to restart talks"),
    ("2023-05-07", "CONSULT", "JPN KOR", "JPN KOR", JOINT, "in Seoul on"),
    ("2016-01-01", "SUPPORT", "JPN KOR", "JPN KOR", JOINT, "military intelligence in 2016"),
    ("2023-05-10", "ACCUSE", "JPN", "PRK", FROM_TO, "of hacking the computers"),
    ("2023-05-10", "REJECT", "PRK", "JPN", FROM_TO, "denied the accusation"),
    ("2023-05-10", "SANCTION", "JPN", "PRK", FROM_TO, "three North Korean officials"),
    ("2023-06-02", "THREATEN", "KOR", "JPN", FROM_TO, "threatened on Friday to halt"),
    ("2023-06-02", "REJECT", "JPN", "", FROM_TO, "rejected the demand"),
]


@pytest.fixture
def events(call, record):
    return call("timeline", record, "--json", "--status", "all").json


def parties(codes):
    return " ".join(sorted({code.split()[0] for code in codes}))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda e: f"{e[1]} {e[2]} {e[0]}")
def test_an_event_of_the_reports_is_found(events, expected):
    start, kind, source, target, joint, words = expected
    found = [e for e in events if (e["start"], e["type"]) == (start, kind)]
    assert (source, target, joint) in [
        (parties(e["source"]), parties(e["target"]), e["reciprocal"])
        for e in found
        if any(words in one["text"] for one in e["evidence"])
    ]


def test_a_year_long_past_is_dated_by_itself(events):
    (event,) = [e for e in events if "in 2003" in e["headline"]]
    assert (event["start"], event["end"], event["edtf"]) == ("2003-01-01", "2003-12-31", "2003")
    assert parties(event["source"]) == "IND PAK"


def test_nothing_else_is_found_but_the_deed_that_is_claimed(events):
    known = {(start, kind) for start, kind, *_ in EXPECTED}
    others = [e for e in events if (e["start"], e["type"]) not in known]
    others = [e for e in others if "in 2003" not in e["headline"]]
    for event in others:
        if event["reports"] == ["harbour-football.txt"]:
            continue  # see the next test
        assert (event["type"], event["source"], event["target"]) == ("COERCE", ["PRK"], ["JPN"])
        assert event["grade"]["credibility"] >= 3


@pytest.mark.xfail(strict=True, reason="'South Korea meet China on Sunday' is read as a meeting")
def test_a_football_report_has_no_event(events):
    assert not [e for e in events if "harbour-football.txt" in e["reports"]]


def test_a_pronoun_speaks_for_the_president_named_before(call, record):
    (said,) = call("statements", record, "--json", "--text", "new page", "--to", "2023-05-08").json
    assert (said["speaker"], said["code"]) == ("He", "KOR GOV")


def test_a_conditional_threat_is_a_red_line_with_both_its_halves(call, record):
    (line,) = call("red-lines", record, "--json").json
    assert (line["by"], line["toward"]) == (["KOR"], ["JPN"])
    assert "if Tokyo releases treated water into the sea" in line["conditions"]
    assert any("halt fish imports from Japan" in words for words in line["consequences"])


def test_agreements_of_both_pairs_are_listed(call, record):
    found = call("agreements", record, "--json").json
    assert {(a["start"], parties(a["source"])) for a in found} >= {
        ("2021-02-25", "IND PAK"),
        ("2023-05-07", "JPN KOR"),
    }


def test_an_incident_has_its_victim(call, record):
    (incident,) = call("incidents", record, "--json").json
    assert incident["victims"] == ["JPN"]
    assert incident["sectors"]
