"""The dateline of a report and the publication date."""

import datetime as dt

import pytest

from dateline.extract.times import dateline, find_times

PUBLISHED = dt.date(2021, 6, 17)


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA, June 16 (Agency) - They met.",
        "GENEVA, June 16, 2021 - They met.",
        "A headline first\n\nNEW DELHI, June 16 (Agency) -- They met.",
        "SAO PAULO, Brazil, June 16 (Agency) — They met.",
    ],
)
def test_the_day_of_the_dateline(text):
    found = dateline.find(text, PUBLISHED)
    assert found is not None
    assert found.day == dt.date(2021, 6, 16)
    assert text[found.offset :].startswith("June 16")


@pytest.mark.parametrize(
    "text",
    [
        "They met in Geneva, June 16 being the day.",
        "GENEVA (Agency) - They met on June 16.",
        "GENEVA, Xune 16 (Agency) - They met.",
        "GENEVA, June 31 (Agency) - They met.",
        "GENEVA, June 1 (Agency) - They met.",
    ],
)
def test_no_dateline_or_none_to_believe(text):
    assert dateline.find(text, PUBLISHED) is None


def test_a_dateline_of_the_old_year():
    found = dateline.find("OSLO, Dec. 31 (Agency) - They met.", dt.date(2021, 1, 1))
    assert found is not None
    assert found.day == dt.date(2020, 12, 31)


def test_dates_that_disagree_are_told():
    reason = dateline.disagreement("GENEVA, June 1 (Agency) - They met.", PUBLISHED)
    assert reason is not None
    assert reason.detail == "the dateline says 2021-06-01, the publication date is 2021-06-17"
    assert dateline.disagreement("GENEVA, June 16 (Agency) - They met.", PUBLISHED) is None
    assert dateline.disagreement("They met.", PUBLISHED) is None


def test_today_is_the_day_of_the_dateline():
    text = "GENEVA, June 16 (Agency) - They met today; tonight they dine."
    times = find_times(text, PUBLISHED)
    assert [time.timex_value for time in times] == ["2021-06-16", "2021-06-16", "2021-06-16TNI"]
    assert [time.basis for time in times[:2]] == ["dateline", "dateline"]


def test_a_full_dateline_serves_where_no_publication_date_is_known():
    text = "GENEVA, June 16, 2021 (Agency) - They met yesterday."
    times = find_times(text, None)
    assert times[1].earliest == dt.date(2021, 6, 15)
    assert times[1].basis == "dateline"
