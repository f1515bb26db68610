"""Type, value and days of time expressions, derived by hand from the text and the day."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from dateline.extract.times import find_times

CASES = Path(__file__).parent / "cases"


def rows(name):
    lines = [line for line in (CASES / name).read_text("utf-8").splitlines() if line[0] != "#"]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows("dates.tsv"), ids=lambda row: row["text"])
def test_value_and_days(row):
    text = row["text"]
    found = {
        text[time.span.start : time.span.end]: time
        for time in find_times(text, dt.date.fromisoformat(row["published"]))
    }
    assert row["words"] in found
    time = found[row["words"]]
    assert (time.timex_type, time.timex_value) == (row["type"], row["value"])
    days = [dt.date.fromisoformat(day) for day in (row["days"] or "").split("|") if day]
    assert (time.earliest, time.latest) == ((days[0], days[-1]) if days else (None, None))


def test_without_a_publication_date_nothing_is_guessed():
    times = find_times("They met on Friday, in June and in 2014.", None)
    assert [time.timex_value for time in times] == ["XXXX-WXX-5", "XXXX-06", "2014"]
    assert [time.earliest for time in times] == [None, None, dt.date(2014, 1, 1)]


def test_basis_and_reason_are_given():
    text = "They met on Friday. In 2014 they fell out; the following year they made up."
    basis = [time.basis for time in find_times(text, dt.date(2021, 6, 16))]
    assert basis == ["publication", "explicit", "narrative"]
    assert all(time.reason for time in find_times(text, dt.date(2021, 6, 16)))


def test_the_anchor_of_a_relative_time_is_kept():
    text = "In 1995 they met. The following year they fell out."
    anchor = find_times(text, None)[1].anchor
    assert anchor is not None
    assert text[anchor.start : anchor.end] == "1995"


def test_the_report_id_is_the_texts_own_by_default():
    from dateline.model import text_id

    text = "They met in 2014."
    assert find_times(text, None)[0].span.report_id == text_id(text)
    assert find_times(text, None, "r1")[0].span.report_id == "r1"


def test_nothing_is_found_where_there_is_no_time():
    texts = [row["text"] for row in rows("negatives.tsv")]
    wrong = [text for text in texts if find_times(text, dt.date(2021, 6, 16))]
    assert len(texts) > 250
    assert len(wrong) <= 0.02 * len(texts), wrong


def test_relative_and_approximate_times_lead_to_the_right_days():
    cases = rows("relative.tsv")
    wrong = []
    for row in cases:
        text = row["text"]
        found = {
            text[time.span.start : time.span.end]: (str(time.earliest), str(time.latest))
            for time in find_times(text, dt.date.fromisoformat(row["published"]))
        }
        if found.get(row["words"]) != (row["earliest"], row["latest"]):
            wrong.append(text)
    assert len(cases) == 200
    assert len(wrong) <= 0.15 * len(cases), wrong
