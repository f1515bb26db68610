"""What an act is about: complements, topics, each thing agreed on its own."""

import pytest

CASES = [
    ("Peru and Chile agreed to send ambassadors back.", "AGREE", ["send ambassadors back"]),
    (
        "Peru and Chile agreed to send ambassadors back and to begin consultations on fishing.",
        "AGREE",
        ["send ambassadors back", "begin consultations on fishing"],
    ),
    ("Peru and Chile agreed on a ceasefire and an exchange of prisoners.", "AGREE",
     ["ceasefire", "exchange of prisoners"]),
    ("Peru and Chile agreed on a ceasefire and on talks about the border.", "AGREE",
     ["ceasefire", "talks about the border"]),
    ("Peru and Chile agreed on the return of envoys, talks on fishing and a visit in May.", "AGREE",
     ["return of envoys", "talks on fishing", "visit"]),
    ("Brunei and Malaysia agreed to explore and produce oil.", "AGREE",
     ["explore and produce oil"]),
    ("In a joint statement Chile and Peru promised talks on arms control.", "AGREE",
     ["talks on arms control"]),
    ("Chile and Peru agreed on trade and tourism.", "AGREE", ["trade and tourism"]),
    ("Laos and Thailand discussed arms control.", "CONSULT", ["arms control"]),
    ("Laos and Thailand held talks on the dam.", "CONSULT", ["dam"]),
    ("Kenya accused Somalia of stealing e-mails.", "ACCUSE", ["stealing e-mails"]),
    ("France blamed Iran for the attack on the bank.", "ACCUSE", ["attack on the bank"]),
    ("Spain expelled three Russian diplomats over meddling in the vote.", "SANCTION",
     ["meddling in the vote"]),
    ("Norway called on Russia to release the sailors on Monday.", "REQUEST",
     ["release the sailors"]),
    ("Italy and Egypt agreed on Tuesday to reopen the port, which had been shut.", "AGREE",
     ["reopen the port"]),
    ("Iran is to meet Iraq on the water dispute.", "AGREE", ["meet Iraq on the water dispute"]),
    ("Greece demanded that Turkey withdraw its ships.", "REQUEST", ["Turkey withdraw its ships"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event_type", "expected"), CASES)
def test_about(mentions, sentence, event_type, expected):
    found = [
        detail
        for mention in mentions(sentence)
        if mention.event_type == event_type
        for detail in mention.details
        if detail.field == "about"
    ]
    assert [detail.value for detail in found] == expected
    assert [sentence[d.span.start : d.span.end] for d in found] == expected


def test_two_things_agreed_on_have_the_same_parties(mentions):
    one, two = mentions("Peru and Chile agreed to send envoys back and to open the border.")
    assert one.id != two.id
    assert (one.source, one.target, one.evidence) == (two.source, two.target, two.evidence)


def test_parties_are_no_topic(mentions):
    [mention] = mentions("The king of Spain met the king of Morocco.")
    assert [d for d in mention.details if d.field == "about"] == []
