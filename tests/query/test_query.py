import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.query.query import Query, parse_date

words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
parties = st.sampled_from(("USA", "RUS", "XKX", "SUN", "IGO NATO", "CRM REVIL"))


def some(*values):
    return st.lists(st.sampled_from(values), max_size=3).map(tuple)


days = st.lists(st.dates(), min_size=2, max_size=2).map(sorted)


@st.composite
def queries(draw):
    start, end = draw(days)
    return Query(
        between=draw(st.just(()) | st.tuples(parties, parties)),
        actor=draw(st.just("") | parties),
        start=draw(st.sampled_from((None, start))),
        end=draw(st.sampled_from((None, end))),
        as_of=draw(st.none() | st.dates()),
        about=draw(some("cyber", "nuclear", "human_rights")),
        type=draw(some("CONSULT", "ASSAULT")),
        status=draw(some("all", "denied")),
        grade=draw(some("1", "6")),
        quad=draw(some("1", "4")),
        min_voices=draw(st.integers(1, 99)),
        limit=draw(st.none() | st.integers(0, 999)),
        text=draw(words.map(lambda text: " ".join(text.split()))),
        dated=draw(st.booleans()),
        open=draw(st.booleans()),
        rejected=draw(st.booleans()),
    )


@given(queries())
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


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("limit=-1", "D106"),
        ("limit=x", "D106"),
        ("limit=99999999999", "D106"),
        ("min_voices=1e3", "D106"),
        ("nonsense=1", "D106"),
        ("between=USA", "D106"),
        ("between=USA&between=RUS&between=CHN", "D106"),
        ("between=USA&between=Atlantis", "D103"),
        ("actor=Atlantis", "D103"),
        ("about=gossip", "D110"),
        ("type=GOSSIP", "D104"),
        ("status=gone", "D105"),
        ("grade=0", "D106"),
        ("quad=5", "D106"),
        ("start=2022&end=2021", "D106"),
        ("start=soon", "D102"),
        ("text=" + "+".join("x" * 21), "D106"),
        ("&".join(["about=cyber"] * 101), "D106"),
    ],
)
def test_a_bad_url_is_a_coded_error(url, code):
    with pytest.raises(UsageError) as caught:
        Query.from_url(url)
    assert caught.value.code == code


def test_a_url_may_name_its_parties():
    asked = Query.from_url("between=russia&between=United+States&actor=chn+gov")
    assert asked.between == ("RUS", "USA")
    assert asked.actor == "CHN"
