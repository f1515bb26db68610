"""What is denied, refrained from, planned or only possible is told as such, whatever its word."""

import datetime as dt

import pytest

import dateline

DAY = dt.date(2020, 3, 4)


def statuses(text: str) -> set[tuple[str, str]]:
    """Return the type and status of each mention of a text."""
    report = dateline.Report.from_text(text, published=DAY)
    return {(each.event_type, each.status) for each in dateline.extract(report).mentions}


def status(text: str) -> set[str]:
    """Return the statuses of the mentions of a text."""
    return {found for _, found in statuses(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru denied shelling Chilean posts.",
        "Lima had nothing to do with the attack on a Chilean convoy, its foreign minister said.",
        "Peru pleaded not guilty to kidnapping two policemen from Chile.",
        "The claim that Peru shelled a Chilean post is a lie, its foreign minister said.",
        "It is absurd to say that Peru bombed a Chilean village, Lima retorted.",
        "We know nothing of any attack on Chilean ships, Peru's spokesman said.",
        "Peru insisted that it had never bombed a Chilean village.",
    ],
)
def test_what_is_denied_is_denied_and_never_happened(text):
    found = statuses(text)
    assert "denied" in {each for _, each in found}
    assert not {("ASSAULT", "happened"), ("COERCE", "happened")} & found


def test_an_aside_to_what_is_denied_is_not_denied():
    text = (
        "Peru denies any part in the poisoning of two Chilean officers, "
        "for which Chile expelled ten Peruvian diplomats."
    )
    found = statuses(text)
    assert ("SANCTION", "happened") in found


def test_an_accusation_that_is_rejected_is_no_denied_act():
    assert statuses("Japan rejected the accusations of Vietnam.") == {("REJECT", "happened")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lima held back from condemning Chile's coup.", "negated"),
        ("Peru has no plans to attack Chile.", "negated"),
        ("Peruvian troops have yet to leave Chile.", "negated"),
        ("Peru offered Chile neither an apology nor a fine.", "negated"),
        ("Lima is weighing a loan to Chile.", "hypothetical"),
        ("It is conceivable that Peru will scrap its defence pact with Chile.", "hypothetical"),
        ("A Peruvian landing in Chile remains thinkable.", "hypothetical"),
        ("Peru's president will be in Santiago on Sunday for talks.", "planned"),
        ("Peru's foreign minister travels to Santiago on Friday.", "planned"),
        ("Peru intends to deport a thousand Chileans.", "planned"),
        ("Peru will lease Chile its icebreaker as long as parliament consents.", "conditional"),
    ],
)
def test_the_status_of_what_was_not_done(text, expected):
    assert status(text) == {expected}


def test_no_status_of_what_did_not_happen_makes_an_event_of_a_state_of_things():
    assert statuses("How strong is Peru's navy compared with Chile's?") == set()
    assert statuses("Peru will not win against Chile.") == set()


def test_a_promise_has_its_condition_and_what_it_promises():
    text = "Peru will lift its ban on Chilean wine if Santiago frees the crew."
    report = dateline.Report.from_text(text, published=DAY)
    promise = dateline.extract(report).mentions[0]
    found = {each.field: each.value for each in promise.details}
    assert promise.status == "conditional"
    assert found["condition"] == "if Santiago frees the crew"
    assert "lift its ban on Chilean wine" in found["consequence"]
