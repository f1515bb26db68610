"""Sides that an act's own words leave out, and acts that stand in other forms than a plain verb."""

import datetime as dt

import pytest

TOLD = [
    # The one other state of the sentence is whom words are about.
    ("Greece tested a drone near Samos, a flight that Turkey has condemned.", "TUR", "ACCUSE",
     "GRC"),
    ("A Greek drone killed two Turkish sailors, and Ankara has sworn revenge.", "TUR", "THREATEN",
     "GRC"),
    # What is done at the request of another.
    ("Peru closed two mines at the request of Chile.", "CHL", "REQUEST", "PER"),
    ("At Chile's invitation Peru sent two ships.", "CHL", "AGREE", "PER"),
    ("Peru thanked Chile for its backing.", "CHL", "SUPPORT", "PER"),
    # Other forms.
    ("It was Chile that gave Peruvian miners asylum.", "CHL", "AID", "PER"),
    ("Chile joined Peru in voting against Bolivia.", "CHL", "REJECT", "BOL"),
    ('"Stop the drills," Chile told Peru.', "CHL", "REQUEST", "PER"),
    ("Peru has been holding a British-flagged tanker since May.", "PER", "COERCE", "GBR"),
    ("A missile fired from a Chilean drone killed a Peruvian general.", "CHL", "ASSAULT", "PER"),
    ("Three French helicopters were delivered to Peru.", "FRA", "AID", "PER"),
    ("Norway's foreign minister is due in Lima on Friday for talks.", "NOR", "AGREE", "PER"),
    ("Chile has vowed to make Peru pay for the raid.", "CHL", "THREATEN", "PER"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "event_type", "target"), TOLD)
def test_told(told, text, source, event_type, target):
    found = [(each.source, each.event_type, each.target) for each in told(text)]
    assert any(source in who and kind == event_type and target in whom
               for who, kind, whom in found), found  # fmt: skip


def test_two_that_mass_troops_on_their_border_do_so_against_each_other(mentions):
    found = mentions("Chile and Peru have massed troops along their border.")
    assert [each.event_type for each in found] == ["MOBILIZE"]
    assert found[0].reciprocal
    assert {actor.country for actor in found[0].source} == {"CHL", "PER"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru warned its citizens that it would fine them, a paper in Chile wrote.",
    ],
)
def test_words_about_others_are_not_said_to_the_other_state(told, text):
    assert not [each for each in told(text) if each.event_type in {"THREATEN", "SUPPORT"}
                and "CHL" in each.target]  # fmt: skip


STATUS = [
    ("Japan will lift its ban on Peruvian fish, but only if Peru opens its ports.", "conditional"),
    ("Under the right conditions Japan would hold talks with Peru.", "conditional"),
    ("Japan is ready to send Peru two ships the day that Peru opens its ports.", "conditional"),
    ("Japan will buy Peruvian copper for as long as Peru sells it.", "conditional"),
    ("Japan is prepared to expel Peru's ambassador.", "planned"),
    ("Tokyo refrained from sanctions on Peru.", "negated"),
    ("A Japanese raid on Peru would set the coast alight.", "hypothetical"),
    ("Whether Japan sends Peru two tankers is not known.", "hypothetical"),
    ("Japanese officials fear a possible attack by Peru on Japan.", "hypothetical"),
    ("Japanese sailors train with Peru's navy this week.", "ongoing"),
    ("Japan is on the point of signing a treaty with Peru.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status(told, text, status):
    found = [each.status for each in told(text) if {"JPN", "PER"} <= each.source | each.target]
    assert status in found


@pytest.mark.parametrize(
    "text",
    [
        "Forty years ago today Chilean marines shelled a port in Peru.",
        "Decades have gone by since Chilean marines shelled a port in Peru.",
        "Fifty years after Chile invaded Peru, a museum has opened.",
    ],
)
def test_years_ago_is_history_whatever_day_is_named(mentions, text):
    found = [each for each in mentions(text, dt.date(2021, 6, 16)) if each.event_type == "ASSAULT"]
    assert found
    assert all(each.historical for each in found)
