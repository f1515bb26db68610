"""A record on a server answers as the file does, byte for byte."""

import datetime as dt

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

import dateline
import postgres
from dateline.errors import UsageError
from dateline.publish import FORMATS, View
from dateline.query import Query
from dateline.query.facets import facets
from dateline.query.pairs import parties, relations
from dateline.query.queue import queue
from dateline.web.app import application
from dateline.web.drawing.drawing import drawing

QUERIES = {
    "all": Query(status=("all",)),
    "pair": Query(between=("JPN", "KOR")),
    "words": Query(text="export talks"),
    "as of": Query(as_of=dt.date(2019, 8, 1)),
    "years": Query(start=dt.date(2019, 1, 1), end=dt.date(2019, 12, 31), about=("economic",)),
}
LEDGERS = ("agreements", "red_lines", "incidents", "accusations", "statements", "timeline")


@pytest.fixture(scope="module")
def twins(postgres_server, reports, tmp_path_factory):
    """A record in a file and one on a server, of the same reports."""
    path = tmp_path_factory.mktemp("same") / "r.dateline"
    with postgres.database(postgres_server) as address:
        assert dateline.build([reports], path) == dateline.build([reports], address)
        with dateline.open(path) as file, dateline.open(address) as served:
            yield file, served


def plain(found):
    return msgspec.json.encode(list(found) if hasattr(found, "__next__") else found)


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
@pytest.mark.parametrize("ledger", LEDGERS)
def test_each_list_is_the_same(twins, ledger, query):
    file, served = (plain(getattr(record, ledger)(query)) for record in twins)
    assert file == served


def test_something_is_listed_at_all(twins):
    for ledger in LEDGERS:
        assert len(list(getattr(twins[1], ledger)(QUERIES["all"]))) > 0 or ledger in {
            "red_lines", "incidents", "accusations"}  # fmt: skip


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_each_export_is_the_same(twins, query):
    for form in FORMATS.values():
        for kind in form.views:
            made = ["".join(form.pieces(View(record, query, kind))) for record in twins]
            assert made[0] == made[1], (form.name, kind)


def test_what_the_page_asks_is_the_same(twins):
    for query in QUERIES.values():
        asked = [
            (facets(r.db, query), relations(r.db, query), parties(r.db), queue(r.db, query, 50),
             drawing(r.db, query, None, None, 40), r.top(5, query), r.by_day(query),
             r.left_out(), list(r.voices()))
            for r in twins
        ]  # fmt: skip
        assert asked[0] == asked[1]


def test_each_page_is_the_same(twins):
    file, served = twins
    event = next(file.timeline()).id
    text = file.mentions(file.event(event))[0].evidence.report_id
    paths = ("/", "/timeline", f"/event/{event}", f"/report/{text}", "/review", "/sources",
             "/statements", "/timeline?between=JPN&between=KOR", "/drawing.json")  # fmt: skip
    one, two = (TestClient(application(r.address), base_url="http://localhost") for r in twins)
    for path in paths:
        pages = [client.get(path).text for client in (one, two)]
        assert len(pages[0]) > 100
        assert pages[0] == pages[1].replace(served.address.name, file.address.name), path


PARTIES = st.sampled_from(("JPN", "KOR", "IND", "PAK", "USA", "FRA"))
DAYS = st.none() | st.dates(dt.date(2018, 1, 1), dt.date(2021, 12, 31))
WORDS = st.lists(
    st.sampled_from(("talks", "export", "the", "SEOUL", "agreed", "islands'", "U.S.", "—", "é")),
    max_size=3,
).map(" ".join)
ASKED = st.builds(
    Query,
    between=st.just(()) | st.lists(PARTIES, min_size=2, max_size=2, unique=True).map(tuple),
    actor=st.just("") | PARTIES,
    start=DAYS,
    end=DAYS,
    about=st.lists(st.sampled_from(("economic", "military", "diplomatic")), max_size=2).map(tuple),
    type=st.lists(st.sampled_from(("CONSULT", "AGREE", "REQUEST")), max_size=2).map(tuple),
    status=st.lists(st.sampled_from(("happened", "planned", "all")), max_size=2).map(tuple),
    grade=st.lists(st.sampled_from("123456"), max_size=3).map(tuple),
    quad=st.lists(st.sampled_from("1234"), max_size=2).map(tuple),
    min_voices=st.integers(1, 2),
    limit=st.none() | st.integers(0, 5),
    text=WORDS,
    dated=st.booleans(),
    rejected=st.booleans(),
    open=st.booleans(),
    as_of=DAYS,
)


@given(ASKED, st.integers(0, 4))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_query_is_answered_alike(twins, query, offset):
    def asked(record):
        try:
            return (
                list(record.timeline(query, offset)), facets(record.db, query),
                relations(record.db, query), queue(record.db, query, 3, offset),
            )  # fmt: skip
        except UsageError as error:
            return error.code

    file, served = map(asked, twins)
    assert file == served
