"""What answers an event, in records that are written for it."""

import sys
from pathlib import Path

import pytest

from dateline.query import Record

sys.path.insert(0, str(Path(__file__).parents[1]))
from written import Told, write


def said(text, type_, source, target, day, **fields):
    return Told(text, type_, source, target, (day, day), fields=fields)


@pytest.fixture
def answered(tmp_path):
    """The answers to (and before) an event whose headline begins so, in a record of reports."""

    def make(*reports):
        told = {f"r{n}": ({}, list(lines)) for n, lines in enumerate(reports)}
        path = write(tmp_path / "r.dateline", told)

        def of(start):
            with Record(path) as record:
                (event,) = (e for e in record.timeline() if e.headline.startswith(start))
                return {a.how: [e.headline for e in a.events] for a in record.answers(event)}

        return of

    return make


BLAMED = said(
    "Chile accused Peru of tapping the cable.", "ACCUSE", "CHL", "PER", "2015-03-02", mode="allege"
)
DENIED = said("Peru denied it.", "REJECT", "PER", "CHL", "2015-03-03")


def test_a_denial_in_the_same_report_answers_an_accusation(answered):
    of = answered([BLAMED, DENIED])
    assert of("Chile accused") == {"How the accused answered": [DENIED.text]}
    assert of("Peru denied") == {"The accusation": [BLAMED.text]}


def test_what_came_before_is_no_answer(answered):
    of = answered([BLAMED, said("Peru denied it.", "REJECT", "PER", "CHL", "2015-02-20")])
    assert of("Chile accused") == {}


def test_another_partys_refusal_is_no_answer(answered):
    of = answered([BLAMED, said("Bolivia refused a visit.", "REJECT", "BOL", "CHL", "2015-03-03")])
    assert of("Chile accused") == {}


def test_a_refusal_elsewhere_answers_only_where_it_shares_words(answered):
    demand = said(
        "Chile asked Peru to free the crew of the trawler.", "REQUEST", "CHL", "PER", "2015-03-02"
    )
    like = said("Peru refused to free the trawler crew.", "REJECT", "PER", "CHL", "2015-03-09")
    other = said("Peru turned down a visit.", "REJECT", "PER", "CHL", "2015-03-09")
    of = answered([demand], [like], [other])
    assert of("Chile asked") == {"How it was answered": [like.text]}


def test_a_deed_follows_its_threat(answered):
    threat = said(
        "Chile threatened to close the border with Peru.", "THREATEN", "CHL", "PER", "2015-03-02",
        status="threatened",
    )  # fmt: skip
    deed = said("Chile closed the border with Peru.", "SANCTION", "CHL", "PER", "2016-01-05")
    of = answered([threat], [deed])
    assert of("Chile threatened") == {"What was then done": [deed.text]}
    assert of("Chile closed") == {"The threat before it": [threat.text]}


def test_an_event_without_a_date_has_no_answers(answered):
    undated = Told("Chile accused Peru of tapping the cable.", "ACCUSE", "CHL", "PER", None)
    assert answered([undated, DENIED])("Chile accused") == {}
