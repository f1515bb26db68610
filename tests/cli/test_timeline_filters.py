"""Each condition of `timeline`, against what the short reports say."""

import pytest


@pytest.fixture
def events(call, record):
    """Return `{(start, type)}` of the events that conditions leave."""

    def events(*conditions):
        done = call("timeline", record, "--json", *conditions)
        assert done.code == 0, done.err
        return {(e["start"], e["type"]) for e in done.json}

    return events


@pytest.mark.parametrize(
    "pair", [("PRK", "JPN"), ("JPN", "PRK"), ("north korea", "Japan"), ("DPRK", "jpn")]
)
def test_between_takes_either_direction_and_names(events, pair):
    found = events("--between", *pair)
    assert found >= {("2023-05-10", "ACCUSE"), ("2023-05-10", "REJECT"), ("2023-05-10", "SANCTION")}
    assert ("2023-05-07", "CONSULT") not in found
    assert ("2023-06-02", "THREATEN") not in found


def test_actor_takes_either_side(events):
    assert events("--actor", "KOR") >= {("2023-05-07", "CONSULT"), ("2023-06-02", "THREATEN")}
    assert not {kind for _, kind in events("--actor", "PAK")} & {"ACCUSE", "THREATEN"}
    assert ("2021-02-26", "SANCTION") in events("--actor", "India")
    assert events("--actor", "FRA") == set()


@pytest.mark.parametrize(
    ("start", "end", "kinds"),
    [
        ("2021", "2021", {"AGREE", "CONSULT", "SANCTION"}),
        ("2021-02", "2021-02", {"AGREE", "CONSULT", "SANCTION"}),
        ("2021-02-26", "2021-02-26", {"SANCTION"}),
        ("2021-03", "2022", set()),
    ],
)
def test_from_and_to_are_inclusive_years_months_and_days(events, start, end, kinds):
    assert {kind for _, kind in events("--from", start, "--to", end)} == kinds


def test_a_year_alone_is_in_a_range_that_it_may_fall_in(events):
    (only,) = events("--between", "JPN", "KOR", "--from", "2016-05", "--to", "2016-06")
    assert only[0] == "2016-01-01"


def test_about_and_type_narrow_and_repeat(events):
    assert ("2023-05-10", "ACCUSE") in events("--about", "cyber")
    assert {kind for _, kind in events("--about", "CYBER")} <= {"ACCUSE", "COERCE", "REJECT"}
    assert events("--type", "consult") >= {("2021-02-25", "CONSULT"), ("2023-05-07", "CONSULT")}
    assert {kind for _, kind in events("--type", "CONSULT", "--type", "SANCTION")} == {
        "CONSULT",
        "SANCTION",
    }


def test_status_asks_for_some_or_all(events):
    assert events("--status", "happened") <= events("--status", "all")
    assert events("--status", "hypothetical") == set()


def test_min_voices_counts_no_copies(call, record):
    (event,) = call("timeline", record, "--json", "--min-voices", 2).json
    assert (event["type"], event["start"], event["voices"]) == ("CONSULT", "2023-05-07", 2)
    # Three prints of one wire report, and one report by another outlet.
    assert len(event["reports"]) == 4


def test_limit_keeps_the_first(call, record):
    every = call("timeline", record, "--json").json
    for limit in (0, 1, 3):
        assert call("timeline", record, "--json", "--limit", limit).json == every[:limit]


@pytest.mark.parametrize("text", ["shipping", "Osaka shipping", "SHIPPING"])
def test_text_finds_words_of_the_evidence(events, text):
    assert ("2023-05-10", "ACCUSE") in events("--text", text)
    assert ("2021-02-25", "AGREE") not in events("--text", text)


@pytest.mark.parametrize("text", ['"', "-- *", "NEAR(", "a OR", "'; DROP TABLE event", "^x:y*"])
def test_text_is_never_search_syntax(events, record, call, text):
    assert events("--text=" + text) == set()
    assert call("timeline", record).code == 0


def test_conditions_hold_together(events):
    assert events("--between", "JPN", "KOR", "--type", "AGREE", "--from", "2023") == {
        ("2023-05-07", "AGREE")
    }
    assert events("--between", "JPN", "KOR", "--about", "cyber") == set()


def test_grade_and_quad_narrow_and_repeat(call, record):
    every = call("timeline", record, "--json").json
    for name, of in (("--grade", lambda e: e["grade"]["credibility"]), ("--quad", quad)):
        values = {of(event) for event in every} - {None}
        assert values
        for value in values:
            found = call("timeline", record, "--json", name, value).json
            assert found == [event for event in every if of(event) == value]
        both = [word for value in sorted(values) for word in (name, value)]
        assert call("timeline", record, "--json", *both).json == [e for e in every if of(e)]
    assert call("timeline", record, "--grade", "7").code == 2


def quad(event):
    return event["quad"]
