"""The same act in other words: passives, nouns, relative clauses, coordination, light verbs."""

import pytest

EXPELLED = ({"GRC"}, "SANCTION", {"TUR"})
FORMS = [
    "Greece expelled four Turkish diplomats.",
    "Four Turkish diplomats were expelled by Greece.",
    "The expulsion of four Turkish diplomats by Greece came on Monday.",
    "Greece, which expelled four Turkish diplomats, has closed its archives.",
    "Greece summoned the envoy and expelled four Turkish diplomats.",
    "Greece has ordered four Turkish diplomats to leave.",
    "Greece declared four Turkish diplomats persona non grata.",
]


@pytest.mark.parametrize("sentence", FORMS)
def test_one_act_in_many_forms(told, sentence):
    assert EXPELLED in [found[:3] for found in told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Japan held talks with Vietnam.", "CONSULT"),
        ("Japan imposed an embargo on Vietnam.", "SANCTION"),
        ("Japan issued a warning to Vietnam.", "THREATEN"),
        ("Japan launched an attack against Vietnam.", "ASSAULT"),
        ("Japan lodged a complaint against Vietnam.", "ACCUSE"),
        ("Japan provided humanitarian aid to Vietnam.", "AID"),
        ("Japan rejected the accusations of Vietnam.", "REJECT"),
        ("Japan cancelled a summit with Vietnam.", "REJECT"),
        ("Japan suspended aid to Vietnam.", "SANCTION"),
        ("Japan called for talks with Vietnam.", "REQUEST"),
        ("Japan agreed to hold talks with Vietnam.", "AGREE"),
        ("Japan threatened to suspend aid to Vietnam.", "THREATEN"),
    ],
)
def test_nouns_take_their_meaning_from_the_verb(told, sentence, event_type):
    assert [found.event_type for found in told(sentence)] == [event_type]


def test_several_acts_in_one_sentence(told):
    found = told("Poland expelled three Belarusian diplomats, and Latvia condemned Belarus.")
    assert [each[:3] for each in found] == [
        ({"POL"}, "SANCTION", {"BLR"}),
        ({"LVA"}, "ACCUSE", {"BLR"}),
    ]


def test_composite_actors_become_several(told):
    found = told("France, Britain and NATO condemned China.")
    assert [each[:3] for each in found] == [({"FRA", "GBR", "IGO NATO"}, "ACCUSE", {"CHN"})]


def test_received_acts_are_turned_round(told):
    found = told("Libya came under attack from Mali.")
    assert [each[:3] for each in found] == [({"MLI"}, "ASSAULT", {"LBY"})]


def test_a_group_is_not_given_a_state(mentions):
    found = mentions("DarkSide hacked Colonial Pipeline in the United States.")
    assert [mention.event_type for mention in found] == ["COERCE"]
    assert found[0].source[0].country is None
    assert found[0].source[0].role == "CRM"
