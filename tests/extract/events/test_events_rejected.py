"""An accusation that is waved away is answered to who made it."""

import datetime as dt

import pytest

import dateline

BLAMED = "Peru accused Chile of cyber attacks on Thursday."


@pytest.mark.parametrize(
    "answer",
    [
        "Chile dismissed the charges.",
        "The Chilean foreign ministry dismissed the charges as the product of a rich imagination.",
        "Chile rejected the accusations as groundless.",
        "A spokesman told reporters in Santiago that Chile rejected the accusations as groundless.",
    ],
)
def test_who_waves_an_accusation_away_answers_the_accuser(answer):
    report = dateline.Report.from_text(
        f"{BLAMED} {answer}", published=dt.date(2018, 10, 4), language="en"
    )
    (found,) = [m for m in dateline.extract(report).mentions if m.event_type == "REJECT"]
    assert [actor.country for actor in found.source] == ["CHL"]
    assert [actor.country for actor in found.target] == ["PER"]


@pytest.mark.parametrize("what", ["proposal", "demand", "request"])
def test_a_refusal_needs_no_name_of_who_asked(what):
    report = dateline.Report.from_text(
        f"Japan rejected the {what}.", published=dt.date(2023, 6, 2), language="en"
    )
    (found,) = dateline.extract(report).mentions
    assert (found.event_type, [actor.country for actor in found.source]) == ("REJECT", ["JPN"])
    assert found.target == ()
