"""Acts of speech by their less usual forms: who receives the words, who announces a deed."""

import pytest

SAID = [
    ("The Peruvian president won a promise from Chile of two ferries.", ("CHL", "AGREE", "PER")),
    ("Oman's policy drew sharp criticism from Yemen.", ("YEM", "ACCUSE", "OMN")),
    ("Fiji's ministers received a plea from Tonga for tents.", ("TON", "REQUEST", "FJI")),
    ("Norway walked out of the talks with Iceland.", ("NOR", "REJECT", "ISL")),
    ("Ghana's president telephoned the Togolese leader to congratulate him.",
     ("GHA", "SUPPORT", "TGO")),
    ("Bolivia agreed to extend the terms of its loan to Paraguay.", ("BOL", "AGREE", "PRY")),
    ("Angola said Zambia was spying on its ships.", ("AGO", "ACCUSE", "ZMB")),
    ("Kenya turned to Uganda for maize.", ("KEN", "REQUEST", "UGA")),
    ("Cuba vowed to crush Haiti.", ("CUB", "THREATEN", "HTI")),
    ("Spain has to open its ports, Portugal demanded.", ("PRT", "REQUEST", "ESP")),
    ("The board of Chile's central bank praised Peru.", ("CHL", "SUPPORT", "PER")),
    ("Mali said that visas would be refused to Nigeriens if the border stayed shut.",
     ("MLI", "THREATEN", "NER")),
    ("Tonga took part in a round of talks with Samoa.", ("TON", "CONSULT", "WSM")),
    ("Togo held three days of discreet talks with Benin.", ("TGO", "CONSULT", "BEN")),
    ("Poland said no to a German offer of air defences.", ("POL", "REJECT", "DEU")),
    ("Canadian lawmakers called China's conduct a crime.", ("CAN", "ACCUSE", "CHN")),
    ("Moldova urged by Romania to join the grid", ("ROU", "REQUEST", "MDA")),
    ("Budapest wants Kyiv to restore minority schools.", ("HUN", "REQUEST", "UKR")),
    ("Kenya pledged its full support for the Ugandan plan.", ("KEN", "SUPPORT", "UGA")),
]  # fmt: skip

ELSEWHERE = [
    ("Norway pledged at a meeting in Peru to put up more money.", "PER"),
    ("The opera house in Lima won praise for its staging of a Chilean tale.", "CHL"),
    ("Prices in Bolivia turned to the better, a bank in Paraguay wrote.", "PRY"),
]


def triples(mention):
    """Return what a mention says as (source, type, target), both ways round where it has none."""
    sides = [{actor.country for actor in side} for side in (mention.source, mention.target)]
    return {(a, mention.event_type, b) for a in sides[0] for b in sides[1] if a != b}


@pytest.mark.parametrize(("text", "gold"), SAID)
def test_who_says_what_to_whom(mentions, text, gold):
    assert gold in set().union(*(triples(mention) for mention in mentions(text)))


@pytest.mark.parametrize(("text", "state"), ELSEWHERE)
def test_whom_no_words_are_for(mentions, text, state):
    found = set().union(*(triples(mention) for mention in mentions(text)))
    assert all(state not in triple for triple in found)
