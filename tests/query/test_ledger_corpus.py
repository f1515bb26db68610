"""The ledgers of ten short reports on India and China: what was kept, broken, crossed, denied."""

import datetime as dt
from pathlib import Path

import pytest

import dateline
from dateline.query import Query

REPORTS = Path(__file__).parent / "ledger_reports"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledgers") / "r.dateline"
    dateline.build([REPORTS], path)
    with dateline.open(path) as opened:
        yield opened


def as_of(day):
    return Query(as_of=dt.date.fromisoformat(day))


def about(items, word):
    """Return the one item whose event's headline has a word."""
    (item,) = [item for item in items if word in item.event.headline]
    return item


def test_each_agreement_is_told_once_however_often_it_is_reported(corpus):
    found = corpus.agreements()
    assert len(found) == 3
    hotline = about(found, "hotline")
    assert set(hotline.event.reports) == {"01-hotline-promised.md", "02-hotline-promised-again.md"}
    assert all(item.kind == "agreement" for item in found)


def test_a_promise_is_kept_by_its_deed_and_broken_by_a_violation(corpus):
    found = corpus.agreements()
    hotline, talks, river = (about(found, word) for word in ("hotline", "round", "river"))
    assert (hotline.state, [step.start for step in hotline.steps]) == (
        "kept", [dt.date(2023, 3, 2)],
    )  # fmt: skip
    assert (talks.state, [step.start for step in talks.steps]) == ("kept", [dt.date(2023, 4, 18)])
    assert (river.state, [event.start for event in river.breaches]) == (
        "broken", [dt.date(2023, 7, 20)],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "states"),
    [
        ("2023-02-09", []),
        ("2023-02-10", ["open", "open"]),
        ("2023-03-02", ["kept", "open"]),
        ("2023-03-15", ["kept", "open", "open"]),
        ("2023-04-19", ["kept", "kept", "open"]),
        ("2023-07-20", ["kept", "kept", "broken"]),
    ],
)
def test_an_agreement_is_as_it_stood_on_a_day(corpus, day, states):
    found = sorted(
        corpus.agreements(as_of(day)), key=lambda one: "hotline" not in one.event.headline
    )
    assert [item.state for item in found] == states


def test_an_event_as_of_a_day_knows_only_the_reports_until_then(corpus):
    (before,) = [e for e in corpus.timeline(as_of("2023-02-10")) if "hotline" in e.headline]
    (after,) = [e for e in corpus.timeline(as_of("2023-02-11")) if "hotline" in e.headline]
    assert (before.id, before.voices, before.reports) == (after.id, 1, ("01-hotline-promised.md",))
    assert after.voices == 2


def test_a_red_line_lists_what_crossed_it_and_what_was_done(corpus):
    (line,) = corpus.red_lines()
    assert (line.by, line.toward) == (("IND",), ("CHN",))
    assert set(line.protected) >= {"US16_ENERGY", "US16_HEALTH"}
    assert line.conditions == ("if China attacked Indian power grids or hospitals",)
    assert line.consequences == ("India would expel Chinese diplomats",)
    assert [attack.start for attack in line.incidents] == [dt.date(2023, 6, 10)]
    (crossing,) = line.crossings
    assert [(one.event_type, one.start) for one in crossing.responses] == [
        ("SANCTION", dt.date(2023, 6, 14))
    ]


def test_a_red_line_is_not_yet_crossed_before_the_attack_is_told(corpus):
    assert corpus.red_lines(as_of("2023-05-04")) == []
    (line,) = corpus.red_lines(as_of("2023-06-11"))
    assert (line.incidents, line.crossings) == ((), ())


def test_an_incident_has_victim_sector_accuser_denial_and_basis(corpus):
    (incident,) = corpus.incidents()
    assert (incident.victims, incident.accused) == (("IND",), ("CHN",))
    assert incident.sectors == ("US16_ENERGY",)
    assert incident.name == "Attack on India, 2023-06"
    assert [denial.source for denial in incident.denials]
    (named,) = incident.attributions
    assert (named.basis, named.by, named.author, named.contested) == (
        "receiver_state", ("IND",), ("CHN",), True,
    )  # fmt: skip


def test_an_accusation_is_paired_with_its_denials_and_with_no_other(corpus):
    found = corpus.accusations()
    attack, river = about(found, "cyberattack"), about(found, "violating")
    assert {denial.start for denial in attack.denials} == {dt.date(2023, 6, 12)}
    assert river.denials == ()


def test_a_query_narrows_every_ledger(corpus):
    others = Query(between=("IND", "PAK"))
    assert corpus.agreements(others) == []
    assert corpus.red_lines(others) == []
    assert corpus.incidents(others) == []
    assert corpus.accusations(others) == []
