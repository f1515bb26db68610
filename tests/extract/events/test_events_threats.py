"""Threats that are made by telling what would be done if another state did something."""

import pytest


def detail(mention, field):
    return [each.value for each in mention.details if each.field == field]


@pytest.mark.parametrize(
    ("sentence", "source", "target", "condition", "consequence"),
    [
        (
            "If Peru attacked the bridge, Chile would shell its ports, the Chilean army said.",
            "CHL",
            "PER",
            "If Peru attacked the bridge",
            "Chile would shell its ports",
        ),
        (
            "Chile warned that it would defend its islands by all means if Peru crossed the line.",
            "CHL",
            "PER",
            "if Peru crossed the line",
            "it would defend its islands by all means",
        ),
        (
            (
                "Oman would close the strait if Yemen attacked its ports, the Omani foreign "
                "minister said."
            ),
            "OMN",
            "YEM",
            "if Yemen attacked its ports",
            "Oman would close the strait",
        ),
        (
            "Eritrea said it would resume shelling unless Ethiopia withdrew from Badme by Friday.",
            "ERI",
            "ETH",
            "unless Ethiopia withdrew from Badme by Friday",
            "it would resume shelling",
        ),
        (
            (
                "The Japanese foreign minister told parliament that Japan would bar more "
                "Vietnamese companies from its market if such thefts continued."
            ),
            "JPN",
            "VNM",
            "if such thefts continued",
            "Japan would bar more Vietnamese companies from its market",
        ),
    ],
)
def test_what_would_be_done_on_a_condition(
    mentions, sentence, source, target, condition, consequence
):
    found = [each for each in mentions(sentence) if each.event_type == "THREATEN"]
    assert len(found) == 1
    assert {each.country for each in found[0].source} == {source}
    assert {each.country for each in found[0].target} == {target}
    assert detail(found[0], "condition") == [condition]
    assert detail(found[0], "consequence") == [consequence]


def test_what_a_bid_would_be_met_with(mentions):
    text = "Any new bid by Peru to move the line would be met with force, the Chilean army warned."
    found = [each for each in mentions(text) if each.event_type == "THREATEN"]
    assert [(e.source[0].country, e.target[0].country, e.mode) for e in found] == [
        ("CHL", "PER", "violence")
    ]


def test_a_warning_to_ones_own_people_threatens_no_one_else(told):
    found = told("Chile warned its citizens that it would fine them if Peru attacked.")
    assert "THREATEN" not in {each.event_type for each in found}
