"""What did happen, what may, what will, what did not."""

import datetime as dt

import pytest

CASES = [
    ("Georgia signed a treaty with Cyprus.", "SUPPORT", "happened"),
    ("Iraq is negotiating with Turkey.", "CONSULT", "ongoing"),
    ("Lebanon is due to sign a treaty with Cyprus next week.", "AGREE", "planned"),
    ("The presidents of Kenya and Uganda will meet on Friday.", "AGREE", "planned"),
    ("Latvia will expel two Chinese diplomats next week.", "SANCTION", "planned"),
    ("Ethiopia will withdraw its troops from Eritrea.", "CONCEDE", "planned"),
    ("Georgia did not attack Russia.", "ASSAULT", "negated"),
    ("Algeria may expel the Moroccan envoy.", "SANCTION", "hypothetical"),
    ("Would Egypt invade Libya?", "ASSAULT", "hypothetical"),
    ("If Iran attacks Israel, oil will be dear.", "ASSAULT", "hypothetical"),
    ("If Iran attacks Israel, the United States will bomb Iran.", "THREATEN", "conditional"),
    ("Peru will not meet Ecuador.", "REJECT", "happened"),
    ("China refused to meet India's foreign minister.", "REJECT", "happened"),
    ("North Korea threatened to attack South Korea.", "THREATEN", "threatened"),
    ("Albania denied that it had hacked Iran.", "COERCE", "denied"),
    ("Poland keeps shelling Latvia.", "ASSAULT", "ongoing"),
    ("Were Iran to attack Israel, the United States would bomb Iran.", "THREATEN", "conditional"),
    (
        "The United States will bomb Iran in the event of an attack on Israel.",
        "THREATEN",
        "conditional",
    ),
    ("Peru will bomb Chile unless Chile withdraws its troops.", "THREATEN", "conditional"),
    ("Peru will bomb Chile as soon as Chile sends its troops.", "THREATEN", "conditional"),
]


@pytest.mark.parametrize(("sentence", "event_type", "status"), CASES)
def test_status(told, sentence, event_type, status):
    assert (event_type, status) in [(found.event_type, found.status) for found in told(sentence)]


def test_what_is_threatened_denied_or_asked_for_is_not_told_as_done(told):
    for sentence in (
        "North Korea threatened to attack South Korea.",
        "Albania denied that it had hacked Iran.",
        "Ecuador urged Peru to attack Chile.",
        "Peru refused to attack Ecuador.",
    ):
        done = {found.event_type for found in told(sentence) if found.status != "denied"}
        assert done.isdisjoint({"ASSAULT", "COERCE"})


def test_an_accused_deed_is_the_accusers_claim(mentions):
    found = mentions("Estonia accused Russia of hacking an Estonian ministry.")
    by_type = {mention.event_type: mention for mention in found}
    assert by_type["ACCUSE"].according_to is None
    claim = by_type["COERCE"]
    assert claim.source[0].country == "RUS"
    assert claim.according_to is not None
    assert claim.according_to.country == "EST"


def test_telling_anothers_deed_accuses(told):
    found = told("The Estonian foreign ministry said that Russia had hacked an Estonian bank.")
    assert ({"EST"}, "ACCUSE", {"RUS"}) in [each[:3] for each in found]


def test_background_is_historical(mentions):
    old = mentions("Reagan and Gorbachev met in Geneva in 1985.")[0]
    new = mentions("Kenya and Uganda signed a treaty on Tuesday.")[0]
    assert old.historical
    assert not new.historical
    assert old.time is not None
    assert old.time.earliest == dt.date(1985, 1, 1)


def test_without_a_date_of_publication_nothing_is_called_background(mentions):
    assert not mentions("Kenya and Uganda signed a treaty in 1985.", None)[0].historical
