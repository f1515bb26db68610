"""EDTF is written and read without loss."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.times import edtf

DAYS = st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31))


@given(DAYS, DAYS, st.booleans(), st.booleans())
def test_any_two_days_survive(one, other, approximate, uncertain):
    first, last = sorted((one, other))
    granularity = "day" if first == last else "range"
    period = edtf.Period(first, last, granularity, approximate, uncertain)
    assert edtf.read(edtf.write(period)) == period


@given(DAYS)
def test_a_month_a_year_a_decade_survive(day):
    for text in (f"{day:%Y-%m}", f"{day:%Y}", f"{day.year // 10:03}X", f"{day.year // 100:02}XX"):
        assert edtf.write(edtf.read(text)) == text


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "granularity"),
    [
        ("2021-06-16", "2021-06-16", "2021-06-16", "day"),
        ("2021-06", "2021-06-01", "2021-06-30", "month"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("18XX", "1800-01-01", "1899-12-31", "century"),
        ("2021-33", "2021-01-01", "2021-03-31", "quarter"),
        ("2021-41", "2021-07-01", "2021-12-31", "half"),
        ("2021-22", "2021-06-01", "2021-09-22", "season"),
        ("2021-XX", "2021-01-01", "2021-12-31", "year"),
        ("2021-06-XX", "2021-06-01", "2021-06-30", "month"),
        ("2013/2022-03", "2013-01-01", "2022-03-31", "range"),
        ("[2021-06-01,2021-06-05]", "2021-06-01", "2021-06-05", "range"),
    ],
)
def test_what_a_string_covers(text, earliest, latest, granularity):
    period = edtf.read(text)
    assert (str(period.earliest), str(period.latest)) == (earliest, latest)
    assert period.granularity == granularity


def test_qualifiers_stand_after_the_date_or_by_a_part_of_it():
    assert edtf.read("2021-06~").approximate
    assert edtf.read("2021?").uncertain
    both = edtf.read("2021-06%")
    assert (both.approximate, both.uncertain) == (True, True)
    assert edtf.read("2021-~06").approximate


def test_open_and_unknown_ends_differ():
    assert edtf.read("2021-06-16/..") == edtf.Period(dt.date(2021, 6, 16), None, open_end=True)
    assert edtf.read("2021-06-16/") == edtf.Period(dt.date(2021, 6, 16), None)
    assert edtf.write(edtf.read("../2021-06-16")) == "../2021-06-16"


@pytest.mark.parametrize(
    "text",
    ["", "june", "2021-13", "2021-02-30", "21-06-16", "2022/2021", "..", "/", "2021-06-16T10:00"],
)
def test_what_is_no_edtf_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        edtf.read(text)


@given(st.text(alphabet="0123456789X-/.~?%[]{},", max_size=24))
def test_reading_raises_nothing_but_value_errors(text):
    try:
        period = edtf.read(text)
    except ValueError:
        return
    assert period.earliest is None or period.latest is None or period.earliest <= period.latest
