"""`code`: the actors are given in their own words."""

import pytest

from dateline.extract.events import code

CASES = [
    ("Kenya accused Somalia of crossing the border.", "Kenya", "Somalia", "ACCUSE"),
    ("Kenya will meet Somalia next week.", "Kenya", "Somalia", "AGREE"),
    ("The Kenyan army shelled a Somali town.", "The Kenyan army", "a Somali town", "ASSAULT"),
    ("Workers went on strike against the ministry.", "Workers", "the ministry", "PROTEST"),
    ("The court lifted the ban on the newspaper.", "The court", "the newspaper", "CONCEDE"),
    ("Police arrested a reporter of the daily.", "Police", "a reporter of the daily", "COERCE"),
    ("The union refused to meet the minister.", "The union", "the minister", "REJECT"),
    ("The minister of Peru, who met Chile's envoy, condemned Bolivia.",
     "The minister of Peru", "Bolivia", "ACCUSE"),
    ("The minister of Peru, who met Chile's envoy, condemned Bolivia.",
     "The minister of Peru", "Chile's envoy", "CONSULT"),
    ("Iran denied that it had hacked Albania.", "Iran", "Albania", "REJECT"),
    ("Seoul provided rice to Pyongyang.", "Seoul", "Pyongyang", "AID"),
    ("The city lies on the coast of Peru.", "The city", "Peru", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "source", "target", "event_type"), CASES)
def test_code(sentence, source, target, event_type):
    assert code(sentence, source, target).event_type == event_type


def test_coding_has_all_of_plovers_fields():
    coding = code("Peruvian hackers attacked the network of Chile.", "Peruvian hackers", "Chile")
    assert (coding.event_type, coding.mode, coding.quad) == ("COERCE", "cyber", 4)
    assert "cyber" in coding.contexts
    assert coding.intensity == -7
    assert coding.status == "happened"
    assert {reason.feature for reason in coding.reasons} >= {"words", "rules"}


def test_actors_that_are_not_in_the_sentence():
    assert code("Nothing happened.", "Peru", "Chile").event_type == ""
    assert code("", "", "").event_type == ""
