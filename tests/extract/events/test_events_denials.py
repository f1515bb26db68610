"""A denial is told as one, with what it is about, and never as a deed done."""

import pytest

CASES = [
    ("Claims that Peru shelled a Chilean town are false, Lima said.", "ASSAULT", "denied"),
    ("Lima scoffed at the idea that Peru had shelled Chile.", "ASSAULT", "denied"),
    ("No Peruvians demonstrated against Chile.", "PROTEST", "negated"),
    ("Peru has at no time attacked Chile.", "ASSAULT", "negated"),
    ("Not one sanction on Pyongyang was lifted by Washington.", "CONCEDE", "negated"),
    ("Peru will send aid to Chile on condition that the war ends.", "AGREE", "conditional"),
    (
        "Peru will open the border with Chile provided that Chile withdraws its troops.",
        "AGREE",
        "conditional",
    ),
]


@pytest.mark.parametrize(("sentence", "event_type", "status"), CASES)
def test_status(told, sentence, event_type, status):
    found = [each.status for each in told(sentence) if each.event_type == event_type]
    assert status in found
    assert "happened" not in found


def test_responsibility_declined_is_a_denial_to_the_accuser(mentions):
    found = mentions(
        "The United States accused Russia of attacks on American pipelines. "
        "Putin declined any responsibility for the attacks."
    )
    denial = found[-1]
    assert denial.event_type == "REJECT"
    assert {actor.country for actor in denial.source} == {"RUS"}
    assert {actor.country for actor in denial.target} == {"USA"}
    attacks = [each for each in found if each.event_type == "ASSAULT"]
    assert all(each.according_to is not None for each in attacks)


def test_who_denies(mentions):
    (denied,) = [
        each for each in mentions("Albania denied that it had hacked Iran.")
        if each.event_type == "COERCE"
    ]  # fmt: skip
    assert denied.status == "denied"
    assert denied.according_to is not None
    assert denied.according_to.country == "ALB"
