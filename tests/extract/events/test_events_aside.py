"""Acts within a state and on those whom a text only describes: told, and kept out of events."""

import pytest

from dateline.link.block import pairs

# Sentence, source codes, type, target codes, words of the target, scope.
POLITICS = [
    ("Moroccan police arrested two Moroccan journalists.",
     {"MAR COP"}, "COERCE", {"MAR JRN"}, "Moroccan journalists", "within"),
    ("Zimbabwe's opposition leader accused the Zimbabwean government of fraud.",
     {"ZWE OPP"}, "ACCUSE", {"ZWE GOV"}, "Zimbabwean government", "within"),
    ("Sudanese troops opened fire on protesters in Khartoum.",
     {"SDN MIL"}, "ASSAULT", {"SDN OPP"}, "protesters", "within"),
    ("Mali's army shelled a rebel camp.",
     {"MLI MIL"}, "ASSAULT", set(), "a rebel camp", "open"),
    ("The Philippine government declared a ceasefire.",
     {"PHL GOV"}, "CONCEDE", set(), "a ceasefire", "open"),
    ("Venezuela freed dozens of political activists.",
     {"VEN"}, "RETREAT", {"CVL"}, "activists", "open"),
    ("Boko Haram attacked the village of Kamuya.",
     {"REB BOKO HARAM"}, "ASSAULT", set(), "the village of Kamuya", "open"),
]  # fmt: skip

NO_POLITICS = [
    "Police arrested a man in Ohio.",
    "A French court convicted a man of theft.",
    "German police seized a car.",
    "The Peruvian government attacked inflation.",
    "The Chilean bakery accused its Chilean supplier of fraud.",
    "The Kenyan farmer fought the Kenyan bank.",
    "The Greek minister praised his own country.",
    "Italy mobilised its troops.",
]


@pytest.mark.parametrize(("text", "source", "kind", "target", "words", "scope"), POLITICS)
def test_politics_within_a_state(mentions, text, source, kind, target, words, scope):
    found = mentions(text)
    assert [mention.event_type for mention in found] == [kind]
    mention = found[0]
    assert {actor.code for actor in mention.source} == source
    assert {actor.code for actor in mention.target} == target
    span = mention.target_spans[0]
    assert words in text[span.start : span.end]
    assert mention.scope == scope


@pytest.mark.parametrize("text", NO_POLITICS)
def test_what_is_no_politics(mentions, text):
    assert [m.event_type for m in mentions(text) if m.scope != "between"] == []


def test_only_mentions_between_states_become_events(mentions):
    within = mentions("Moroccan police arrested two Moroccan journalists.")
    between = mentions("Morocco expelled two Spanish diplomats.")
    assert [pairs(mention) for mention in within] == [[]]
    assert [pairs(mention) for mention in between] == [["ESP|MAR"]]
