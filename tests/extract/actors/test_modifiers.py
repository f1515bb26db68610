"""Names of states that only say more of a noun, and peoples that mean a person."""

import pytest

from dateline.extract import actors
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "state", "noun"),
    [
        ("They discussed the Georgian situation.", "Georgian", "situation"),
        ("They bought Iranian oil.", "Iranian", "oil"),
        ("Ukraine talks failed again.", "Ukraine", "talks"),
        ("They criticised the Russia policy.", "Russia", "policy"),
    ],
)
def test_a_modifier_is_a_demonym_that_hangs_on_its_noun(english, text, state, noun):
    doc = english.parse(text)
    (ref,) = actors.find(doc, Report.from_text(text))
    assert (doc[ref.head].text, ref.kind) == (state, "demonym")
    assert doc[ref.head].dep_ in {"amod", "compound", "nmod"}
    assert doc[ref.head].head.text == noun


@pytest.mark.parametrize("text", ["Georgia spoke.", "They praised Georgia's plan."])
def test_who_acts_or_owns_is_named(english, text):
    (ref,) = actors.find(english.parse(text), Report.from_text(text))
    assert ref.kind == "name"


def test_the_russian_is_a_person(read):
    text = "Putin met Macron. The Russian smiled. The Russians went home."
    found = {words: (codes, names) for words, codes, names in read(text)}
    assert found["Russian"] == (("RUS GOV",), ("Vladimir Putin",))
    assert found["Russians"][0] == ("RUS",)


@pytest.mark.parametrize(
    "text",
    [
        "Carlsen beat Nepomniachtchi in the sixth game. The Russian blamed a mouse slip.",
        "Lavrov sat beside Putin. Macron spoke. The Russian smiled.",
    ],
)
def test_the_russian_is_no_state(read, text):
    assert "Russian" not in [words for words, _, _ in read(text)]
