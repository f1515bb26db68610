import pytest

from dateline.extract.statements import find_statements

CASES = [
    (
        "Russian Foreign Minister Sergei Lavrov told reporters that Ukraine had broken the truce.",
        "RUS", True,
    ),
    ("A spokesman for the Chinese Foreign Ministry said the ship would leave.", "CHN", True),
    ("Israel's defence ministry denied that its aircraft had crossed into Syria.", "ISR", True),
    ("Pakistan demanded that India hand over the suspects.", "PAK", True),
    ("The White House accused Iran of supplying drones.", "USA", True),
    ("Athens said Turkish jets had violated its airspace.", "GRC", True),
    ("The former U.S. ambassador to Kenya said the vote was rigged.", "USA", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "country", "official"), CASES)
def test_the_speaker_is_an_actor(text, country, official):
    (found,) = find_statements(text)
    assert found.speaker.country == country
    assert found.official is official


@pytest.mark.parametrize(
    "text",
    [
        "An analyst at a think tank in Kenya said Iran was bluffing.",
        "Ahmed Karimi, a professor of law, said Iran was bluffing.",
        "A poll showed that most Peruvians oppose the treaty.",
    ],
)
def test_who_speaks_for_no_state_is_not_official(text):
    assert [found.official for found in find_statements(text)] == [False]


def test_a_pronoun_speaker_is_resolved():
    text = "President Erdogan arrived in Baku. He said that the road would open in May."
    (found,) = find_statements(text)
    assert found.speaker.country == "TUR"
    assert text[found.speaker_spans[0].start : found.speaker_spans[0].end] == "He"


def test_the_addressee_is_an_actor():
    text = "North Korea warned South Korea that it would answer any drill."
    (found,) = find_statements(text)
    assert (found.speaker.country, found.addressee.country) == ("PRK", "KOR")


def test_find_statements_keeps_to_the_outermost():
    text = "Lavrov said the Pentagon had promised not to deploy missiles."
    assert [found.cue for found in find_statements(text)] == ["say"]
