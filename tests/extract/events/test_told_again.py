"""What a sentence leaves to the one before it, or tells twice."""

import datetime as dt

import dateline
from dateline.model import Mention

PUBLISHED = dt.date(2022, 6, 10)


def mentions(text: str) -> list[Mention]:
    return list(dateline.extract(dateline.Report.from_text(text, published=PUBLISHED)).mentions)


def test_people_taken_are_of_the_group_just_broken_up() -> None:
    broken, taken = mentions(
        "The Russian security service FSB broke up the ransomware group REvil. "
        "The FSB detained 9 people in the raid."
    )
    assert broken.event_type == taken.event_type == "COERCE"
    assert [a.code for a in taken.target] == [a.code for a in broken.target]
    assert ("number", "9 people") in [(d.field, d.value) for d in taken.details]


def test_other_people_taken_are_of_no_group() -> None:
    found = mentions(
        "The Russian security service FSB broke up the ransomware group REvil. "
        "Russia also detained three men in Kazan."
    )
    assert len([one for one in found if one.target]) == 1


def test_what_two_settle_by_telephone_is_a_call() -> None:
    (call,) = mentions("William Ruto and Hassan Sheikh Mohamud settled the dates by telephone.")
    assert (call.event_type, call.mode, call.reciprocal) == ("CONSULT", "phone", True)


def test_a_label_gives_way_to_the_words_that_say_what_is_asked() -> None:
    (demand,) = mentions(
        "Joe Biden met Vladimir Putin on Wednesday.\n\n"
        "What Biden demanded: the U.S. president gave Putin a list of 12 critical "
        "infrastructure sectors that should be off limits to attack."
    )[1:]
    assert demand.event_type == "REQUEST"
    assert ("number", "12 sectors") in [(d.field, d.value) for d in demand.details]


def test_two_presidents_with_full_names_meet() -> None:
    report = dateline.Report.from_text(
        "Kenyan President William Ruto and Somali President Hassan Sheikh Mohamud met on Tuesday.",
        published=dt.date(2024, 6, 13),
    )
    (met,) = dateline.extract(report).mentions
    assert {actor.country for actor in met.source} == {"KEN", "SOM"}


def test_a_summit_that_is_set_for_a_day_is_planned() -> None:
    (plan,) = mentions("A meeting between William Ruto and Samia Suluhu Hassan is set for July 16.")
    assert (plan.event_type, plan.status) == ("AGREE", "planned")


def test_what_others_are_warned_against_is_no_act_of_the_warner() -> None:
    (warned,) = mentions("Kenya warned Somalia against sending troops to the border.")
    assert warned.event_type == "THREATEN"


def test_a_proposal_that_was_rejected_was_made() -> None:
    rejected, proposal = mentions("Chile rejected a Peruvian proposal to stage joint patrols.")
    assert (rejected.event_type, proposal.event_type) == ("REJECT", "REQUEST")
    assert proposal.status == "happened"


def test_a_promise_not_to_attack_is_no_threat() -> None:
    (pledge,) = mentions("Kenya promised not to attack Somalia.")
    assert pledge.event_type == "AGREE"


def test_a_body_that_is_told_of_a_deed_is_not_blamed_for_it() -> None:
    (blamed,) = mentions("Kenya told the United Nations that Somalia was behind the raid.")
    assert [actor.country for actor in blamed.target] == ["SOM"]
