"""The words that stand for codes."""

import pytest

from dateline.web.words import spoken


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
