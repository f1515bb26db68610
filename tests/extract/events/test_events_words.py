"""Acts of speech in the words that news has for them, and where the text names their sides."""

import pytest

SAID = [
    ("Chile and Bolivia traded threats.", {("CHL", "THREATEN", "BOL")}),
    ("Seoul protested to Moscow after the incident.", {("KOR", "ACCUSE", "RUS")}),
    ("Peru pinned the blame on Chile.", {("PER", "ACCUSE", "CHL")}),
    ("Kenya pointed the finger at Somalia.", {("KEN", "ACCUSE", "SOM")}),
    ("The Ghanaian president paid a call on the president of Togo.", {("GHA", "CONSULT", "TGO")}),
    ("Norway's foreign minister compared notes with her Swedish counterpart.",
     {("NOR", "CONSULT", "SWE")}),
    ("Laos brushed aside a request from Thailand.", {("LAO", "REJECT", "THA")}),
    ("Kuwait gave Iraq its word that it would pay.", {("KWT", "AGREE", "IRQ")}),
    ("Mali said it would release three Togolese soldiers.", {("MLI", "AGREE", "TGO")}),
    ("India and Oman held naval exercises off Muscat.", {("IND", "COOPERATE", "OMN")}),
    ("Turkey would scrap its pact with Greece if the talks failed.",
     {("TUR", "THREATEN", "GRC")}),
]  # fmt: skip

STORIES = [
    "Countries with large armies seldom attack their neighbours.",
    "The opera in which the Ethiopian king threatens Egypt opens in Verona.",
    "Poland crushed Hungary on Saturday.",
    "In the semi-finals Spain attacked Italy from the start.",
    "Two Greek bowlers threatened the Turkish batsmen.",
]


def pairs(mention):
    """Return what a mention says as (source, type, target), both ways round where it has none."""
    source = {actor.country for actor in mention.source}
    target = {actor.country for actor in mention.target}
    return {(a, mention.event_type, b) for a in source for b in target if a != b}


@pytest.mark.parametrize(("text", "gold"), SAID)
def test_words_that_are_acts(mentions, text, gold):
    found = set().union(*(pairs(mention) for mention in mentions(text)))
    assert gold <= found


@pytest.mark.parametrize("text", STORIES)
def test_stories_and_sport(mentions, text):
    assert mentions(text) == []


def test_a_pronoun_is_shown_with_its_name(mentions):
    text = "The Syrian army said it had shelled a village in Lebanon."
    found = [m for m in mentions(text) if m.event_type == "ASSAULT"]
    words = {text[span.start : span.end] for span in found[0].source_spans}
    assert words == {"it", "Syrian army"}


def test_a_name_in_apposition_is_shown_with_its_office(mentions):
    text = "The Greek president met his Turkish counterpart, Recep Tayyip Erdogan."
    found = [m for m in mentions(text) if m.event_type == "CONSULT"]
    words = {text[span.start : span.end] for span in found[0].source_spans}
    assert "Recep Tayyip Erdogan" in words
