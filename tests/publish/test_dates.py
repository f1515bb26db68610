"""Uncertain dates stay uncertain, whatever the format."""

import json

import icalendar
import pytest

from dateline.publish.dates import words

WHEN = {
    "On 1 July": "1 July 2019",
    "sanctioned": "May 2018 (day not known)",
    "aided": "2015 (day not known)",
    "accused": "undated",
    "will aid": "10 January 2020 or later",
    "in the week": "some day from 6 January 2020 to 12 January 2020",
}


def item(start, end, precision="day", edtf=""):
    return {"start": start, "end": end, "precision": precision, "edtf": edtf}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (item(None, None), "undated"),
        (item("2021-06-16", "2021-06-16"), "16 June 2021"),
        (item("2021-06-16", "2021-06-16", edtf="2021-06-16~"), "about 16 June 2021"),
        (item("2021-06-01", "2021-06-30", "month"), "June 2021 (day not known)"),
        (item("2021-01-01", "2021-12-31", "year"), "2021 (day not known)"),
        (item("2021-06-16", None, "range"), "16 June 2021 or later"),
        (item("2021-06-16", "2021-06-17", "range"), "16 June 2021 to 17 June 2021"),
        (item("2021-06-14", "2021-06-20", "week"), "some day from 14 June 2021 to 20 June 2021"),
        # A month that the words narrowed down is no longer the whole of it.
        (item("2021-06-30", "2021-07-02", "month"), "some day from 30 June 2021 to 2 July 2021"),
    ],
)
def test_a_date_in_words_promises_no_more_than_is_known(row, expected):
    assert words(row) == expected


@pytest.fixture
def slides(dated, taken):
    whole = json.loads(taken(dated, "timelinejs"))
    return whole, {s["text"]["headline"]: s for s in whole["events"]}


def slide(slides, word):
    (found,) = [one for headline, one in slides[1].items() if word in headline]
    return found


def test_timelinejs_knows_no_day_where_none_is_known(slides):
    month, year = slide(slides, "sanctioned"), slide(slides, "aided")
    assert month["start_date"] == {"year": 2018, "month": 5}
    assert year["start_date"] == {"year": 2015}
    assert "end_date" not in month | year
    assert month["display_date"] == "May 2018 (day not known)"


def test_timelinejs_draws_a_span_for_a_week_and_no_end_for_an_open_one(slides):
    week, open_ = slide(slides, "Hackers"), slide(slides, "will aid")
    assert week["start_date"] == {"year": 2020, "month": 1, "day": 6}
    assert week["end_date"] == {"year": 2020, "month": 1, "day": 12}
    assert "end_date" not in open_


def test_timelinejs_names_the_lane_and_says_what_it_does_not_draw(slides):
    whole, _ = slides
    assert slide(slides, "sanctioned")["group"] == "JPN → KOR"
    assert slide(slides, "July")["group"] == "JPN with KOR"
    (undated,) = whole["undated"]
    assert "accused" in undated["text"]["headline"]
    assert "start_date" not in undated
    assert whole["title"]["text"]["text"] == "Without a date, and not drawn: 1 event."


@pytest.fixture
def entries(dated, taken):
    calendar = icalendar.Calendar.from_ical(taken(dated, "ics"))
    return {str(one["SUMMARY"]): one for one in calendar.walk() if "SUMMARY" in one}


def days(entries, word):
    (one,) = [one for summary, one in entries.items() if word in summary]
    last = one.get("DTEND")
    return one.name, str(one["DTSTART"].dt), last and str(last.dt)


def test_a_calendar_entry_spans_every_day_that_it_may_be(entries):
    assert days(entries, "Hackers") == ("VEVENT", "2020-01-06", "2020-01-13")
    assert days(entries, "sanctioned") == ("VEVENT", "2018-05-01", "2018-06-01")
    assert days(entries, "aided") == ("VEVENT", "2015-01-01", "2016-01-01")
    assert days(entries, "will aid") == ("VEVENT", "2020-01-10", None)


def test_an_undated_event_is_a_journal_entry(entries):
    (one,) = [one for summary, one in entries.items() if "accused" in summary]
    assert one.name == "VJOURNAL"
    assert "DTSTART" not in one


def test_what_is_only_planned_is_tentative(entries):
    tentative = {s for s, one in entries.items() if one.get("STATUS") == "TENTATIVE"}
    assert len(tentative) == 1
    assert "will aid" in next(iter(tentative))


def test_calendar_lines_are_short_and_end_as_they_must(dated, taken):
    text = taken(dated, "ics")
    rows = text.split("\r\n")
    assert rows.pop() == ""
    assert max(len(row.encode()) for row in rows) <= 75
    assert not set("".join(rows)) & {"\r", "\n"}
