import datetime as dt

import pytest

import dateline

FIRE = dt.date(2019, 3, 4)
CAUSE = dt.date(2019, 3, 11)
TEXTS = (
    (FIRE, "A fire burned down the grain silo in Tarnow on Monday. Nobody was hurt in the fire."),
    (
        dt.date(2019, 3, 5),
        "The grain silo in Tarnow burned down on Monday. The mayor came at noon.",
    ),
    (dt.date(2019, 3, 6), "Farmers in Tarnow mourn the silo that burned down on Monday, March 4."),
    (CAUSE, "The fire at the Tarnow grain silo was set by its owner, the police said on Monday."),
    (
        dt.date(2019, 3, 12),
        "Police arrested the owner of the burned grain silo in Tarnow on Monday.",
    ),
)


@pytest.fixture
def reports():
    return [dateline.Report.from_text(text, published=day) for day, text in TEXTS]


def test_the_days_that_reports_tell_of_come_by_date_with_their_sentences(reports):
    found = dateline.summarize(reports, days=2, sentences=1)
    assert [day.date for day in found] == [FIRE, CAUSE]
    assert "burned down" in found[0].sentences[0].text
    assert "owner" in found[1].sentences[0].text


def test_each_sentence_is_the_words_of_its_span(reports):
    texts = {report.id: report.text for report in reports}
    for day in dateline.summarize(reports):
        assert day.sentences
        for line in day.sentences:
            span = line.span
            assert texts[span.report_id][span.start : span.end] == line.text == str(line)


def test_start_and_end_bound_the_days(reports):
    assert [d.date for d in dateline.summarize(reports, start=CAUSE, days=1)] == [CAUSE]
    assert all(d.date < CAUSE for d in dateline.summarize(reports, end=dt.date(2019, 3, 10)))
    with pytest.raises(dateline.UsageError, match="D106"):
        dateline.summarize(reports, start=CAUSE, end=FIRE)


@pytest.mark.parametrize(
    "wrong",
    [{"days": 0}, {"sentences": 0}, {"sentences": float("nan")}, {"sentences": float("inf")}],
)
def test_a_length_below_one_is_an_error(reports, wrong):
    with pytest.raises(dateline.UsageError, match="D106"):
        dateline.summarize(reports, **wrong)


def test_the_order_of_the_reports_changes_nothing(reports):
    assert dateline.summarize(reports[::-1]) == dateline.summarize(reports)


def test_an_exact_copy_counts_once(reports):
    assert dateline.summarize([*reports, *reports[:1] * 5]) == dateline.summarize(reports)


def test_no_reports_give_no_days():
    assert dateline.summarize([]) == []
    assert dateline.summarize([dateline.Report.from_text("Nothing is dated here.")]) == []


def test_copies_edited_and_cut_count_once(reports):
    story = (
        "The owner of the silo set the fire on Monday, March 11, police said. Nobody was hurt. "
        "The silo in Tarnow held rye of forty farms. Insurers had refused to pay for the grain."
    )
    told = [*reports, dateline.Report.from_text(story, published=dt.date(2019, 3, 13))]
    copies = [
        dateline.Report.from_text(text, published=dt.date(2019, 3, 14))
        for number in range(20)
        for text in (story + f" Edition {number} of the paper.", story[: story.index(" Insurers")])
    ]
    plain = {day.date: day for day in dateline.summarize(told, days=9)}
    copied = {day.date: day for day in dateline.summarize([*told, *copies], days=9)}
    assert copied[CAUSE].reasons[0] == plain[CAUSE].reasons[0]
    assert copied[CAUSE].score <= plain[CAUSE].score
