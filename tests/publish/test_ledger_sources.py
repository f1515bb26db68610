"""The sources of a ledger are the reports of the events, or the statements, that it shows."""

import json

import pytest

from dateline.publish import LEDGERS
from dateline.query import Query, Record


def ids_in(value):
    """Every id of an event in a row of the ledger, however deep."""
    if isinstance(value, dict):
        if str(value.get("id", "")).startswith("e"):
            yield value["id"]
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from ids_in(one)


@pytest.mark.parametrize("kind", [kind for kind in LEDGERS if kind != "statements"])
def test_the_events_cited_are_those_of_the_rows(record, taken, kind):
    query = Query()
    rows = [json.loads(one) for one in taken(record, "jsonl", query, kind).splitlines()]
    cited = json.loads(taken(record, "csl", query, kind))
    events = {one["event"] for item in cited for one in item["custom"]["events"]}
    assert events == set(ids_in(rows))
    found = taken(record, "bibtex", query, kind)
    assert found.count("@misc{") == len(cited)
    with Record(record) as opened:
        keys = {key for one in events for key in opened.event(one).reports}
    assert {item["note"].removeprefix("dateline report ") for item in cited} == keys


def test_statements_are_cited_with_what_is_said(record, taken):
    rows = [json.loads(one) for one in taken(record, "jsonl", None, "statements").splitlines()]
    cited = json.loads(taken(record, "csl", None, "statements"))
    said = [one for item in cited for one in item["custom"]["statements"]]
    assert rows
    assert len(said) == len(rows)
    for row in rows:
        assert f"{row['speaker']}: {' '.join(row['content'].split())}" in said
    assert {item["note"].removeprefix("dateline report ") for item in cited} == {
        row["report"] for row in rows
    }
    assert "(grade )" not in taken(record, "bibtex", None, "statements")
