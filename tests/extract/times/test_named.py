"""Times that name an event which the report dates, and lengths of time counted from one."""

import datetime as dt
import time as clock

import pytest

from dateline.data import table, values
from dateline.extract.times import event_times, find_times, mention_time
from dateline.parse import parser
from dateline.parse.words import Parsed

PUBLISHED = dt.date(2021, 6, 16)

pytestmark = pytest.mark.slow


def named(text, published=PUBLISHED):
    doc = parser("en").parse(text)
    times = find_times(text, published, doc=doc)
    return {
        text[time.span.start : time.span.end]: time for time in event_times(doc, times, published)
    }


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Chad annexed Aouzou in March 2014. Since the annexation of Aouzou, Libya has armed.",
         "Since the annexation", ("2014-03-01", "2021-06-16")),
        ("The Oslo summit was held on May 3. At the Oslo summit, Peru wept.",
         "At the Oslo summit", ("2021-05-03", "2021-05-03")),
        ("On the eve of the vote, Laos closed its border. The vote was held on May 3.",
         "On the eve of the vote", ("2021-05-02", "2021-05-02")),
        ("Togo shelled a port on May 3. Before the attack, Benin had warned it.",
         "Before the attack", ("None", "2021-05-03")),
        ("Togo expelled an envoy on May 3. After the expulsion, Benin did so too.",
         "After the expulsion", ("2021-05-03", "2021-06-16")),
    ],
)  # fmt: skip
def test_an_event_dated_elsewhere_dates_what_names_it(text, words, days):
    time = named(text)[words]
    assert (str(time.earliest), str(time.latest)) == days
    assert time.basis == "event"


def test_the_link_to_the_words_that_date_the_event_is_kept():
    text = "The Oslo summit was held on May 3. At the Oslo summit, Peru wept."
    anchor = named(text)["At the Oslo summit"].anchor
    assert anchor is not None
    assert text[anchor.start : anchor.end] == "May 3"


@pytest.mark.parametrize(
    "text",
    [
        "The Oslo summit was held on May 3. At the Paris summit, Peru wept.",
        "Chad annexed Aouzou in March 2014. Since the annexation of Crimea, Libya has armed.",
        "Chad signed the pact on May 3. At the border, Libya waits.",
        "At the Oslo summit, Peru wept.",
        "The Oslo summit will be held on July 3. After the summit, Peru will vote.",
    ],
)
def test_another_event_or_an_undated_one_dates_nothing(text):
    assert named(text) == {}


def test_a_mention_takes_the_days_of_the_event_it_happened_at():
    text = "Peru and Chile met on May 3, 2018.\n\nAt the meeting, Chile rejected a pact."
    doc = parser("en").parse(text)
    times = find_times(text, PUBLISHED, doc=doc)
    action = next(token.i for token in doc if token.text == "rejected")
    time = mention_time(doc, action, times, PUBLISHED)
    assert str(time.earliest) == str(time.latest) == "2018-05-03"
    assert time.anchor is not None


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Mali fired on May 3, two days after Niger had fled.", "two days", "2021-05-01"),
        ("Mali lost a fort on May 3; two days after its defeat it sued.", "two days", "2021-05-05"),
        ("Mali fired a day after the mayor fled Gao on May 3.", "a day", "2021-05-04"),
        ("Two days before the raid, Mali slept. The raid was on May 3.", "Two days", "2021-05-01"),
        ("Mali will vote on July 9. Envoys come two days before the vote.", "two days",
         "2021-07-07"),
    ],
)  # fmt: skip
def test_a_length_of_time_leads_to_the_event_told_or_the_other(text, words, day):
    found = {text[t.span.start : t.span.end]: t for t in find_times(text, PUBLISHED)}
    assert str(found[words].earliest) == str(found[words].latest) == day
    assert found[words].anchor is not None


def test_words_for_happenings_are_lower_case_and_stand_once_in_a_row():
    for row in table("times/happenings"):
        words = values(row["words"])
        assert list(words) == [word.lower() for word in words]
        assert len(words) == len(set(words))


def test_time_grows_with_the_text_however_often_it_names_one_event():
    def seconds(count):
        text = "The Oslo summit was held on May 3. After the summit, Peru wept. " * count
        doc = Parsed(parser("en").parse(text))
        times = find_times(text, PUBLISHED, doc=doc)
        start = clock.process_time()
        assert len(event_times(doc, times, PUBLISHED)) == count
        return clock.process_time() - start

    seconds(10)
    assert seconds(400) < 12 * max(seconds(100), 0.002)
