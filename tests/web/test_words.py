"""The words that stand for codes."""

import pytest

from dateline.web.words import spoken, told


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("CYP", "Cyprus"),
        ("IGO EU", "European Union"),
        ("US16_WATER", "water and wastewater systems"),
        ("ELECTIONS", "elections and parties"),
        ("territory", "territory"),
        ("religion_ethnicity", "religion ethnicity"),
    ],
)
def test_sectors_things_and_parties_are_spoken(code, words):
    assert spoken(code) == words


def test_a_reason_names_states_and_durations_in_words():
    assert told("only on the word of GBR") == "only on the word of United Kingdom"
    assert told("said by JPN and KOR") == "said by Japan and South Korea"
    differ = "reports differ on the duration: P36Y; PT4H30M"
    assert told(differ) == "reports differ on the duration: 36 years; 4 hours 30 minutes"
    assert told("1 voice, NATO and the CIA") == "1 voice, NATO and the CIA"
