import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.query.query import Query, parse_date

words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
queries = st.builds(
    Query,
    between=st.one_of(st.just(()), st.tuples(words, words)),
    actor=st.one_of(st.just(""), words),
    start=st.none() | st.dates(),
    end=st.none() | st.dates(),
    as_of=st.none() | st.dates(),
    about=st.lists(words, max_size=3).map(tuple),
    type=st.lists(words, max_size=3).map(tuple),
    status=st.lists(words, max_size=3).map(tuple),
    min_voices=st.integers(1, 99),
    limit=st.none() | st.integers(0, 999),
    text=st.one_of(st.just(""), words),
    dated=st.booleans(),
    rejected=st.booleans(),
)


@given(queries)
def test_a_query_survives_its_url(query):
    assert Query.from_url(query.to_url()) == query


def test_an_empty_query_has_an_empty_url():
    assert Query().to_url() == ""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2013", dt.date(2013, 1, 1), dt.date(2013, 12, 31)),
        ("2016-02", dt.date(2016, 2, 1), dt.date(2016, 2, 29)),
        ("2021-06-16", dt.date(2021, 6, 16), dt.date(2021, 6, 16)),
    ],
)
def test_dates_are_read_as_first_and_last_day(text, first, last):
    assert parse_date(text, last=False) == first
    assert parse_date(text, last=True) == last


@pytest.mark.parametrize(
    "text", ["", "21", "2021-13", "2021-02-30", "yesterday", "2021-6-1", "２０２１"]
)
def test_what_is_no_date_is_a_coded_error(text):
    with pytest.raises(UsageError) as caught:
        parse_date(text, last=False)
    assert caught.value.code == "D102"


@pytest.mark.parametrize("url", ["limit=-1", "limit=x", "min_voices=1e3", "nonsense=1"])
def test_a_bad_url_is_a_coded_error(url):
    with pytest.raises(UsageError):
        Query.from_url(url)
