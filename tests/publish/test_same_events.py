"""Every export holds exactly what the view held: the same events, with sentence, key and grade."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.publish import FORMATS, LEDGERS, SUFFIXES, View
from dateline.query import Query, Record
from readers import READERS, read

DAYS = st.dates(dt.date(2014, 1, 1), dt.date(2024, 1, 1))
QUERIES = st.builds(
    Query,
    between=st.sampled_from([(), ("JPN", "KOR"), ("IND", "NPL"), ("IND", "PAK")]),
    actor=st.sampled_from(["", "JPN", "IND", "NPL"]),
    start=st.none() | DAYS,
    end=st.none() | DAYS,
    about=st.sampled_from([(), ("cyber",), ("cyber", "military")]),
    type=st.sampled_from([(), ("AID",), ("CONSULT", "ASSAULT")]),
    status=st.sampled_from([(), ("all",), ("happened",), ("planned", "negated")]),
    grade=st.sampled_from([(), ("3",), ("1", "2")]),
    min_voices=st.integers(1, 2),
    limit=st.none() | st.integers(0, 3),
    text=st.sampled_from(["", "met", "Nepal attacked", "held talks"]),
    dated=st.booleans(),
    as_of=st.none() | st.sampled_from([dt.date(2019, 7, 1), dt.date(2019, 8, 1)]),
)


def plain(text):
    return " ".join(text.split())


def test_every_format_is_read_back_here():
    assert set(READERS) == set(FORMATS)
    assert len(SUFFIXES) == len(FORMATS)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(QUERIES)
def test_an_export_holds_the_events_of_its_view(dated, query):
    with Record(dated) as record:
        events = list(record.timeline(query))
        for name, form in FORMATS.items():
            found = read(name, "".join(form.pieces(View(record, query))))
            assert set(found) == {event.id for event in events}, name
            for event in events:
                said = found[event.id]
                assert f"{event.grade.reliability}{event.grade.credibility}" in said, name
                for mention in record.mentions(event):
                    assert plain(record.text(mention.evidence)) in said, name
                for key in event.reports:
                    assert key in said, name


@pytest.mark.parametrize("form", ["csv", "jsonl", "plover", "timelinejs", "stix", "ics", "atom"])
def test_the_order_is_that_of_the_view(dated, taken, form):
    with Record(dated) as record:
        ids = [event.id for event in record.timeline(Query(status=("all",)))]
    assert list(read(form, taken(dated, form))) == ids


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_view_is_the_same_bytes(dated, taken, form):
    assert taken(dated, form) == taken(dated, form)


@pytest.mark.parametrize("kind", LEDGERS)
def test_a_ledger_is_taken_away_as_the_command_shows_it(call, record, kind):
    for form in ("csv", "jsonl"):
        done = call("export", record, "--format", form, "--view", kind)
        assert done.out == call(kind, record, f"--{form}").out
    refused = call("export", record, "--format", "ics", "--view", kind)
    assert (refused.code, refused.err[:14]) == (2, "dateline: D109")
    assert "csv, jsonl" in refused.err


def test_an_empty_view_is_still_a_file_that_opens(dated, taken):
    for form in FORMATS:
        assert read(form, taken(dated, form, Query(limit=0))) == {}
