"""Acts of two sides at once, and who does what in long, joined or gapped sentences."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "states"),
    [
        (
            (
                "Pakistani Prime Minister Imran Khan and Sri Lankan President Gotabaya Rajapaksa "
                "met in Colombo on Sunday."
            ),
            "CONSULT",
            {"PAK", "LKA"},
        ),
        (
            "Armenia and Azerbaijan withdrew their troops from the ridge on Monday.",
            "RETREAT",
            {"ARM", "AZE"},
        ),
        (
            (
                "Armenia and Azerbaijan began on Friday to withdraw troops from both sides of the "
                "ridge, the Armenian defence ministry said."
            ),
            "RETREAT",
            {"ARM", "AZE"},
        ),
        ("Thai and Cambodian soldiers clashed near the temple.", "ASSAULT", {"THA", "KHM"}),
    ],
)
def test_both_sides_do_it(told, sentence, event_type, states):
    assert [found[:3] for found in told(sentence)] == [(states, event_type, states)]


def test_two_who_leave_a_third_country_do_not_part(told):
    found = told("Spain and Portugal withdrew their troops from the country on Monday.")
    assert ({"ESP", "PRT"}, "RETREAT", {"ESP", "PRT"}) not in [each[:3] for each in found]


def test_those_killed_in_a_fight_are_killed_by_whom_they_fought(told):
    found = told("Three Thai soldiers were killed in a fight with Cambodian troops on Monday.")
    assert [each[:3] for each in found] == [({"KHM"}, "ASSAULT", {"THA"})]


@pytest.mark.parametrize("verb", ["closed", "shut"])
def test_closing_a_border_restricts_the_neighbour(mentions, told, verb):
    text = f"Niger {verb} its border with Benin on Wednesday."
    assert [each[:3] for each in told(text)] == [({"NER"}, "COERCE", {"BEN"})]
    assert [each.mode for each in mentions(text)] == ["restrict"]


def test_a_denial_after_a_semicolon_leaves_the_accusation(mentions, told):
    text = "Estonia accused Belarusian hackers of attacking six websites; Belarus denied it."
    found = [each for each in told(text) if each.event_type == "ACCUSE"]
    assert found == [({"EST"}, "ACCUSE", {"BLR"}, "happened")]
    assert [m.according_to for m in mentions(text) if m.event_type == "ACCUSE"] == [None]


def test_those_told_to_leave_put_no_sanctions(told):
    found = told(
        "Mette Frederiksen spoke. Denmark ordered 12 Belarusian officials to leave and put "
        "sanctions on two banks in Minsk."
    )
    assert ({"DNK"}, "SANCTION", {"BLR"}) in [each[:3] for each in found]
    assert all("BLR" not in each.source for each in found)


def test_talks_once_planned_that_took_place_are_no_agreement(told):
    found = told(
        "Planned for an hour, the first meeting of Narendra Modi and Imran Khan on Friday lasted "
        "three hours."
    )
    assert [each.event_type for each in found] == ["CONSULT"]


def test_a_second_pair_with_its_own_date_is_not_of_the_first_meeting(told):
    found = told(
        "Helmut Kohl and Margaret Thatcher met in the same town in May 1989, Angela Merkel and "
        "Shinzo Abe in June 2015."
    )
    assert all("JPN" not in each.source for each in found)
    assert found


def test_agreements_are_apart_by_what_they_are_about(mentions):
    text = "Peru and Chile promised on Monday to abide by the treaty and to avoid any clash."
    found = [m for m in mentions(text) if m.event_type == "AGREE"]
    about = [tuple(d.value for d in m.details if d.field == "about") for m in found]
    assert len(about) == len(set(about))
