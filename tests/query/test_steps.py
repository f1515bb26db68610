"""Which later events are steps of an agreement, by what they are and what their report is about."""

import datetime as dt

import msgspec
import pytest

from dateline.model import Event, Grade, Reason, Value
from dateline.query.ledgers.agreements import follow, is_made
from dateline.query.ledgers.matters import forms, found, matters
from dateline.query.ledgers.steps import Promise
from dateline.query.ledgers.tellings import Telling

SIDES = ("IND", "PAK")


@pytest.fixture
def telling():
    """Make what is told of an event of two sides."""

    def make(kind, start, headline, *, title="", told="", **fields):
        day = dt.date.fromisoformat(start)
        about = fields.pop("about", "")
        event = Event(
            id=f"e{kind}{start}", event_type=kind, status=fields.pop("status", "happened"),
            source=fields.pop("source", SIDES), target=fields.pop("target", SIDES),
            reciprocal=fields.pop("reciprocal", True), start=day, end=fields.pop("end", day),
            headline=headline, reports=(f"r{start}",), grade=Grade(reliability="F", credibility=3),
            values=tuple(
                Value(field="about", value=value, mentions=(), voices=1, shown=True)
                for value in [about] if value
            ),
            **fields,
        )  # fmt: skip
        return Telling(event, (headline,), dt.date.fromisoformat(told or start), (title,))

    return make


def steps(made, *later):
    return follow(Promise((made,)), later).steps


def test_consultations_are_no_matter_of_consuls_and_what_is_important_is_no_import():
    assert matters("begin consultations on cybersecurity") == ("cyber",)
    assert matters("an important step") == ()
    assert forms("forces of conventional arms") == ()
    assert matters("reopen their consulates") == ("envoys",)


def test_talks_whose_report_is_about_the_matter_are_a_step(telling):
    made = telling("AGREE", "2012-05-28", "India and Pakistan agreed to resume talks on visas.")
    round_ = "The two sides met in Islamabad for six hours."
    title = "Visa talks end in Islamabad"
    later = telling("CONSULT", "2012-09-08", round_, title=title)
    other = telling("CONSULT", "2012-09-08", round_, title="Cricket boards meet")
    assert steps(made, later) == (later.event,)
    assert steps(made, other) == ()


def test_what_one_side_gave_is_no_step_by_the_title_of_its_report_alone(telling):
    made = telling("AGREE", "2012-05-28", "India and Pakistan agreed to resume talks on visas.")
    gave = telling(
        "AID", "2012-09-08", "India sent tents to Sindh.", title="Visa talks end",
        source=("IND",), target=("PAK",), reciprocal=False,
    )  # fmt: skip
    assert steps(made, gave) == ()


def test_a_readiness_and_a_day_of_some_year_are_no_steps(telling):
    made = telling("AGREE", "2012-05-28", "India and Pakistan agreed to resume talks on visas.")
    ready = telling(
        "AGREE", "2012-09-08", "Pakistan was ready for talks about visas.",
        source=("PAK",), target=("IND",), reciprocal=False,
    )  # fmt: skip
    year = telling("CONSULT", "2013-01-01", "They held talks on visas.", end=dt.date(2013, 12, 31))
    assert steps(made, ready, year) == ()


def test_a_plan_told_days_later_is_but_the_agreement(telling):
    made = telling("AGREE", "2012-05-28", "India and Pakistan agreed to resume talks on visas.")
    plan = telling("AGREE", "2012-05-30", "They will resume talks on visas.", status="planned")
    assert steps(made, plan) == ()


def test_who_prepares_a_summit_meets_before_it_and_the_summit_is_announced(telling):
    made = telling(
        "AGREE", "2015-06-10", "India and Pakistan agreed to prepare a meeting of their leaders.",
        about="prepare a meeting of their leaders in July",
    )  # fmt: skip
    due = telling("AGREE", "2015-07-10", "They will meet in Ufa.", status="planned",
                  told="2015-06-20", about="meet in Ufa on July 10")  # fmt: skip
    advisers = telling("CONSULT", "2015-06-25", "The advisers of both sat together in Bangkok.")
    autumn = telling("CONSULT", "2015-11-25", "The advisers of both sat together in Bangkok.")
    promise = Promise((made, due))
    assert follow(promise, [advisers, autumn]).steps == (advisers.event,)
    assert steps(made, due) == (due.event,)


def test_a_treaty_that_is_signed_is_extended_years_later_and_other_agreements_are_no_steps(telling):
    signed = telling("SUPPORT", "1988-12-31", "They signed the treaty on nuclear installations.")
    extended = telling("AGREE", "1999-02-21", "They agreed to extend the nuclear arms treaty.")
    talks = telling("AGREE", "1999-02-21", "They agreed on talks about nuclear doctrine.")
    assert steps(signed, extended, talks) == (extended.event,)


def test_another_treaty_that_both_sign_is_no_step_of_the_first(telling):
    first = telling("SUPPORT", "1988-12-31", "They signed the treaty on nuclear installations.")
    second = telling("SUPPORT", "1991-04-06", "They signed a treaty on nuclear missiles.")
    assert steps(first, second) == ()


def test_what_only_the_classifier_reads_is_no_agreement(telling):
    made = telling("AGREE", "2012-05-28", "India and Pakistan agreed to resume talks.").event
    reason = Reason(feature="classifier_alone", detail="no rule tells it", weight=-1.0)
    guess = msgspec.structs.replace(
        made, grade=Grade(reliability="F", credibility=4, reasons=(reason,))
    )
    assert is_made(made)
    assert not is_made(guess)


def test_attacks_that_are_counted_are_told_as_a_rate():
    assert found("rate", "Its site came under thousands of attacks a day, from Peruvian land.")
    assert not found("rate", "An attack a day later hit the bank.")
