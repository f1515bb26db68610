"""A land in which two sign a pact is no third side of it."""

import pytest

from dateline import Report, extract


def states(text):
    found = extract(Report.from_text(text, language="en")).mentions
    return [sorted({actor.country for actor in mention.source}) for mention in found]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru signed a pact in Bolivia.",
        "Chile and Peru reached a deal in southern Bolivia.",
        "Chile and Peru held talks in Bolivia.",
        "Chile and Peru met in Bolivia.",
    ],
)
def test_a_land_where_two_deal_is_no_side(text):
    assert states(text) == [["CHL", "PER"]]


def test_who_is_named_beside_them_is_a_side():
    assert states("Chile and Peru signed a pact with Bolivia.") == [["BOL", "CHL", "PER"]]
