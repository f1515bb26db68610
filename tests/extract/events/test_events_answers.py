"""Acts that the sentence tells beside another: answers, gaps, each other, members of a group."""

import pytest

CASES = [
    ("Poland's offer of coal was waved aside by Kyiv.", "AGREE", {"POL"}, {"UKR"}),
    ("Albania sent Italy 30 doctors and Cuba 52.", "AID", {"ALB", "CUB"}, {"ITA"}),
    ("Kyrgyz and Tajikistan's guards shot at each other.", "ASSAULT", {"KGZ", "TJK"}, set()),
    ("Ireland, Malta sign tax treaty", "SUPPORT", {"IRL", "MLT"}, set()),
    ("Several nations, including Peru and Chile, expelled Syrian diplomats.", "SANCTION",
     {"PER", "CHL"}, {"SYR"}),
    ("Xi Jinping rode into Pyongyang beside Kim Jong-un.", "CONSULT", {"CHN", "PRK"}, set()),
    ("After a typhoon, Japan sent tents to the Philippines.", "AID", {"JPN"}, {"PHL"}),
    ("Honduran coffee will no longer be bought by Nicaragua.", "SANCTION", {"NIC"}, {"HND"}),
    ("Egypt's ambassador was asked to leave by Qatar.", "SANCTION", {"QAT"}, {"EGY"}),
    ("Japan demanded the return of the skipper whom China had arrested.", "COERCE", {"CHN"},
     {"JPN"}),
]  # fmt: skip
NOTHING = [
    "Thai boxers trained with Burmese ones in a gym in Melbourne.",
    "Spanish doctors are leaving for Sweden because the pay is better.",
    "Belgium sent Japan home with a late goal in Rostov.",
]


@pytest.mark.parametrize(("sentence", "event_type", "source", "target"), CASES)
def test_beside(told, sentence, event_type, source, target):
    found = [each[:3] for each in told(sentence)]
    assert (source, event_type, target or source) in found


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing_between_states(told, sentence):
    assert told(sentence) == []
