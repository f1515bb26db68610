"""Numbers, sectors, incidents, conditions, consequences, durations, places."""

import pytest

CASES = [
    ("Greece expelled four Turkish diplomats.", "number", "four diplomats"),
    ("The expulsion of 35 Russian diplomats by Latvia came on Monday.", "number", "35 diplomats"),
    ("Iran blamed Israel for Stuxnet.", "incident", "Stuxnet"),
    ("Peru threatened to leave if Chile paid.", "condition", "if Chile paid"),
    ("Israel threatened to strike Iran.", "consequence", "to strike Iran"),
    ("Italy and Greece held talks for three hours.", "duration", "PT3H"),
    ("Finland gave Russia a list of sites that are off limits.", "topic", "red line"),
]


@pytest.mark.parametrize(("sentence", "field", "value"), CASES)
def test_detail(mentions, sentence, field, value):
    found = [
        (detail.field, detail.value) for mention in mentions(sentence) for detail in mention.details
    ]
    assert (field, value) in found


def test_details_point_at_their_words(mentions):
    text = "Yesterday Greece expelled four Turkish diplomats."
    [detail] = [each for each in mentions(text)[0].details if each.field == "number"]
    assert text[detail.span.start : detail.span.end] == "four Turkish diplomats"


def test_sector(mentions):
    [mention] = mentions("Iranian hackers attacked the power grid of Turkey.")
    assert "US16_ENERGY" in [each.value for each in mention.details if each.field == "sector"]


def test_place_is_not_an_actor(mentions):
    [mention] = mentions("Japan and Australia signed a defence treaty in Vienna.")
    assert mention.place is not None
    assert mention.place.name == "Vienna"
    assert {actor.country for actor in mention.source} == {"JPN", "AUS"}
