"""When a mention happened: by syntax, narrative, another event, publication."""

import datetime as dt

import pytest

from dateline.extract.times import find_times, mention_time
from dateline.parse import parser

PUBLISHED = dt.date(2021, 6, 16)

pytestmark = pytest.mark.slow


def date_of(text, word, published=PUBLISHED, status="happened", nth=0):
    doc = parser("en").parse(text)
    times = find_times(text, published, doc=doc)
    action = [token.i for token in doc if token.text == word][nth]
    return mention_time(doc, action, times, published, status)


def days(time):
    return (str(time.earliest), str(time.latest)) if time else None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Japan expelled two envoys on Monday.", "expelled", ("2021-06-14", "2021-06-14")),
        ("In March, Chile and Peru signed a pact.", "signed", ("2021-03-01", "2021-03-31")),
        ("Kenya closed the border in 2014.", "closed", ("2014-01-01", "2014-12-31")),
        ("India said on Friday that Nepal cut it in May.", "cut", ("2021-05-01", "2021-05-31")),
        ("India said on Friday that Nepal cut it in May.", "said", ("2021-06-11", "2021-06-11")),
        ("Serbia met Kosovo on Monday and signed a truce.", "signed", ("2021-06-14", "2021-06-14")),
        ("Egypt and Sudan held talks on June 3.", "talks", ("2021-06-03", "2021-06-03")),
        ("Iran sold oil between March and May.", "sold", ("2021-03-01", "2021-05-31")),
        ("Ghana traded with Togo from 2013 to 2019.", "traded", ("2013-01-01", "2019-12-31")),
        ("Ties broke in August 2008, when Chad sent troops.", "sent", ("2008-08-01", "2008-08-31")),
    ],
)  # fmt: skip
def test_by_syntax(text, word, expected):
    assert days(date_of(text, word)) == expected


def test_a_month_stays_a_month():
    time = date_of("In March, Chile and Peru signed a pact.", "signed")
    assert (time.granularity, time.edtf) == ("month", "2021-03")


def test_what_was_said_is_not_dated_by_the_saying():
    time = date_of("Officials said on Monday that Iran attacked the ship.", "attacked")
    assert days(time) == ("2021-06-15", "2021-06-16")
    assert time.basis == "publication"


def test_a_time_that_names_a_thing_does_not_date_the_action():
    time = date_of("Canada condemned the invasion of 2014.", "condemned")
    assert days(time) == ("2021-06-15", "2021-06-16")
    time = date_of("The leaders met in an 18th-century house.", "met")
    assert days(time) == ("2021-06-15", "2021-06-16")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ghana accused Togo after an attack last weekend.", "accused",
         ("2021-06-15", "2021-06-16")),
        ("Ghana rejects a treaty made in 1987 with Togo.", "rejects", ("2021-06-15", "2021-06-16")),
        ("Ghana ordered the tax, invoking parity over a measure in March.", "ordered",
         ("2021-06-15", "2021-06-16")),
        ("Ghana accused Togo of meddling in the 2016 presidential election.", "accused",
         ("2021-06-15", "2021-06-16")),
        ("Ghana accused Togo on Monday of an attack that cut its power in May.", "attack",
         ("2021-05-01", "2021-05-31")),
        ("Chad has blamed Niger for a massacre in the north in 2006.", "blamed",
         ("2021-06-15", "2021-06-16")),
        ("A spy is sentenced in Ghana for crimes in Togo during 2002.", "sentenced",
         ("2021-06-15", "2021-06-16")),
        ("Ghana reopened its border with Togo until Monday.", "reopened",
         ("2021-06-15", "2021-06-16")),
        ("Ghana said that Togo had interfered in the 2016 presidential election.", "interfered",
         ("2016-01-01", "2016-12-31")),
        ("Togo briefly invaded Ghana for several days last month.", "invaded",
         ("2021-05-01", "2021-05-31")),
        ("A court in Ghana sentences two spies for a murder in Accra on May 3, 2004.", "sentences",
         ("2021-06-15", "2021-06-16")),
    ],
)  # fmt: skip
def test_what_was_before_does_not_date_the_news(text, word, expected):
    assert days(date_of(text, word)) == expected


def test_narrative():
    text = "Turkey invaded the island in 1974. Greece imposed an embargo on Turkey."
    time = date_of(text, "imposed")
    assert days(time) == ("1974-01-01", "1974-12-31")
    assert time.basis == "narrative"
    assert time.anchor is not None
    assert text[time.anchor.start : time.anchor.end] == "1974"


def test_a_narrative_ends_with_its_paragraph():
    text = "Turkey invaded the island in 1974.\n\nGreece denied the claim."
    assert date_of(text, "denied").basis == "publication"


def test_publication_is_the_fallback():
    time = date_of("Peru recalled its envoy.", "recalled")
    assert days(time) == ("2021-06-15", "2021-06-16")
    assert (time.basis, time.approximate, time.granularity) == ("publication", True, "day")
    assert "no time is given" in time.reason


def test_without_anything_nothing_is_known():
    assert date_of("Peru recalled its envoy.", "recalled", None) is None


def test_planned_events_lie_ahead():
    time = date_of("Oman will host the talks in July.", "host", status="planned")
    assert days(time) == ("2021-07-01", "2021-07-31")
    time = date_of(
        "Oman, which lost a ship in May, will send three more.", "send", status="planned"
    )
    assert (time.earliest, time.latest) == (PUBLISHED, None)
    assert time.edtf == "2021-06-16/.."


def test_what_happened_lies_not_ahead():
    time = date_of("Oman agreed to host talks in July.", "agreed")
    assert days(time) == ("2021-06-15", "2021-06-16")


@pytest.mark.parametrize(
    ("text", "word", "nth", "expected"),
    [
        ("They met on Wednesday, 36 years after Spain and Cuba met in Oslo.", "met", 1,
         ("1985-01-01", "1985-12-31")),
        ("The summit comes 36 years after Spain and Cuba met in Oslo.", "met", 0,
         ("1985-01-01", "1985-12-31")),
        ("The summit was held on June 1. Two days after the summit, Laos expelled an envoy.",
         "expelled", 0, ("2021-06-03", "2021-06-03")),
    ],
)  # fmt: skip
def test_by_another_event(text, word, nth, expected):
    time = date_of(text, word, nth=nth)
    assert days(time) == expected
    assert time.basis == "event"


def test_the_fallback_belongs_to_the_report():
    doc = parser("en").parse("Peru recalled its envoy.")
    time = mention_time(doc, 1, [], PUBLISHED, report_id="r1")
    assert time.span.report_id == "r1"


def test_the_dateline_is_the_day_of_writing():
    text = "LIMA, June 15 (Agency) - Peru recalled its envoy."
    time = date_of(text, "recalled")
    assert days(time) == ("2021-06-14", "2021-06-15")
    assert time.basis == "dateline"


LEAD = "Chad and Niger signed a pact in Paris on Monday.\n\n"


def test_an_action_without_a_date_happens_on_the_day_of_the_news():
    time = date_of(LEAD + "Niger rejected a clause on fuel.", "rejected")
    assert days(time) == ("2021-06-14", "2021-06-14")
    assert time.basis == "narrative"
    assert not time.approximate


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger signed a pact in Paris in 2014.\n\nNiger rejected a clause on fuel.",
        "Chad will sign a pact with Niger on Friday.\n\nNiger rejected a clause on fuel.",
        LEAD + "Niger rejects the clause on fuel.",
    ],
)
def test_old_or_coming_days_and_what_is_so_now_are_no_news_of_that_day(text):
    word = "rejects" if "rejects" in text else "rejected"
    assert date_of(text, word).basis == "publication"


def test_where_the_dateline_and_publication_disagree_nothing_finer_is_guessed():
    time = date_of("LIMA, June 1 (Agency) - Peru recalled its envoy.", "recalled")
    assert days(time) == ("2021-06-01", "2021-06-16")
    assert "disagree" in time.reason
    assert date_of("LIMA, March 1 (Agency) - Peru recalled its envoy.", "recalled") is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chile admits that its navy sank the boat.", "sank"),
        ("Peru expels 12 envoys in response to sanctions imposed by Chile.", "imposed"),
        ("The move comes after Kenya warned Somalia.", "warned"),
    ],
)
def test_what_came_before_the_news_has_no_day_of_its_own(text, word):
    time = date_of(text, word)
    assert (time.earliest, time.latest) == (None, PUBLISHED)
    assert time.edtf == "../2021-06-16"


def test_the_news_itself_keeps_its_day():
    assert date_of("Peru expels 12 envoys of Chile.", "expels").latest == PUBLISHED
    assert date_of("Kenya says it has expelled two envoys.", "expelled").earliest is not None


def test_the_news_may_hang_on_the_meeting_that_it_was():
    text = "Their meeting on Friday lasted an hour. Peru pressed Chile on the strait."
    assert date_of(text, "pressed").earliest == date_of(text, "lasted").earliest


def test_a_month_before_the_subject_is_no_part_of_its_name():
    text = "DELHI - In May India expelled two envoys after Islamabad shut its sky."
    assert days(date_of(text, "expelled")) == ("2021-05-01", "2021-05-31")
