import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import Report
from dateline.summary.pieces import of_report, pieces

TODAY = dt.date(2010, 5, 20)


def texts(text, published=TODAY):
    return [piece.text for piece in of_report(Report.from_text(text, published=published))]


@pytest.mark.parametrize(
    "stamp",
    [
        "Thursday 20 May 2010 16.18 GMT ",
        "HAVANA | Thu May 20, 2010 8:14 pm BST HAVANA (Agency) - ",
        "20 May 2010 Last updated at 09:43 GMT ",
        "Thursday, May 20, 2010; Page A01 ",
        "Page last updated at 11:50 GMT, Thursday, 20 May 2010 12:50 UK ",
    ],
)
def test_what_a_page_puts_above_a_text_is_no_part_of_its_first_sentence(stamp):
    first = "Divers found the wreck of the ferry near the reef."
    found = texts(f"{stamp}{first} The mayor of the port laid a wreath.")
    assert found == [first, "The mayor of the port laid a wreath."]


def test_words_after_a_stamp_are_kept():
    assert texts("Thursday 20 May 2010 EAST of the reef divers found the wreck.") == [
        "EAST of the reef divers found the wreck."
    ]
    assert texts("20 May 2010 at the reef divers found the wreck.") == [
        "at the reef divers found the wreck."
    ]


def test_the_date_of_the_page_is_no_naming_and_parts_the_headline_from_the_text():
    text = (
        "Ferry found near the reef Thursday 20 May 2010 16.18 GMT Divers saw the hull on Tuesday."
    )
    headline, rest = of_report(Report.from_text(text, published=TODAY))
    assert (headline.text, headline.days) == ("Ferry found near the reef", ())
    assert rest.text == "Divers saw the hull on Tuesday."
    assert rest.days == ((dt.date(2010, 5, 18), "publication"),)


def test_a_dateline_is_no_part_of_a_sentence():
    assert texts("OSLO (Agency) - The ferry sank off the coast.") == [
        "The ferry sank off the coast."
    ]


def test_days_are_those_of_the_sentence_each_with_its_basis():
    text = "The ferry was built on 3 March 1998. Its sister sank on Sunday. Nobody knew."
    found = [piece.days for piece in of_report(Report.from_text(text, published=TODAY))]
    assert found == [
        ((dt.date(1998, 3, 3), "explicit"),),
        ((dt.date(2010, 5, 16), "publication"),),
    ]  # and what says little and names no day is left out


def test_reports_come_by_date_and_a_text_once():
    one = Report.from_text("The ferry sank off Oslo.", published=TODAY, key="one")
    two = Report.from_text("The ferry left Oslo.", published=dt.date(2010, 5, 1), key="two")
    again = Report.from_text(one.text, published=dt.date(2010, 5, 25), key="again")
    read = [[piece.report.key for piece in report] for report in pieces([again, one, two])]
    assert read == [["two"], ["one"]]


@given(st.text(max_size=200), st.dates())
def test_sentences_stand_in_the_text_in_order_and_do_not_overlap(text, published):
    report = Report.from_text(f"{text} 20 May 2010 {text}. Then {text}", published=published)
    found = list(of_report(report))
    last = 0
    for number, piece in enumerate(found):
        assert piece.place == number
        assert last <= piece.start < piece.end <= len(report.text)
        assert piece.text == piece.text.strip()
        last = piece.end


@pytest.mark.parametrize(
    "text",
    [
        "ferry " * 40_000,
        "(" * 60_000,
        "A (B) " + " " * 60_000,
        "20 May 2010 " * 10_000,
        "- " * 60_000,
        "\n.\n" * 40_000,
    ],
)
def test_no_text_takes_long(text):
    began = time.process_time()
    list(of_report(Report.from_text(text, published=TODAY)))
    assert time.process_time() - began < 5
