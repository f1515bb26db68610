"""Numbers, sectors, incidents, conditions, consequences, durations, places."""

import pytest

CASES = [
    ("Greece expelled four Turkish diplomats.", "number", "four diplomats"),
    ("The expulsion of 35 Russian diplomats by Latvia came on Monday.", "number", "35 diplomats"),
    ("Iran blamed Israel for Stuxnet.", "incident", "Stuxnet"),
    ("Peru threatened to leave if Chile paid.", "condition", "if Chile paid"),
    ("Israel threatened to strike Iran.", "consequence", "strike Iran"),
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


RED_LINES = [
    (
        "Chile gave Peru a list of 16 critical infrastructure sectors that are off limits.",
        "REQUEST",
        {("sector", "CRITICAL_INFRASTRUCTURE")},
    ),
    (
        "Chile gave Peru a list of critical sectors, from energy to water, that are off limits.",
        "REQUEST",
        {("sector", "US16_ENERGY"), ("sector", "US16_WATER")},
    ),
    (
        "Iranian hospitals must never be attacked, Iran told Iraq.",
        "REQUEST",
        {("sector", "US16_HEALTH")},
    ),
    (
        "Kenya warned that it would respond if Somalia shelled the port.",
        "THREATEN",
        {("condition", "if Somalia shelled the port"), ("consequence", "it would respond")},
    ),
    (
        "Iran told Iraq that it was prepared to take further action if Iraq attacked.",
        "THREATEN",
        {("condition", "if Iraq attacked"), ("consequence", "take further action")},
    ),
    (
        "Chile said it could withdraw if Peruvian missiles threatened its cities.",
        "THREATEN",
        {("condition", "if Peruvian missiles threatened its cities"),
         ("consequence", "it could withdraw")},
    ),
    (
        "Iran demanded that Iraq free the sailors or face war.",
        "REQUEST",
        {("consequence", "face war")},
    ),
    (
        "China warned Japan that anyone who crossed the line would face consequences.",
        "THREATEN",
        {("condition", "anyone who crossed the line")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event_type", "expected"), RED_LINES)
def test_red_line(mentions, sentence, event_type, expected):
    found = [
        {(d.field, d.value) for d in mention.details}
        for mention in mentions(sentence)
        if mention.event_type == event_type
    ]
    assert any(expected <= each for each in found), found


def test_a_sector_is_what_the_act_is_about(mentions):
    [mention] = mentions("On a social network the Kenyan president condemned the attack by Sudan.")
    assert [d for d in mention.details if d.field == "sector"] == []


def test_a_preposition_before_a_verb_is_not_its_particle(told):
    found = told("On a social network the king of Spain called the decision of Morocco great.")
    assert "REQUEST" not in [each.event_type for each in found]


def test_an_answer_already_given_is_no_threat(told):
    assert told("Kenya answered Somalia's letter.") == []
