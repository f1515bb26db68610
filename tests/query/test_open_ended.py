"""What was still to come when it was told has no last day: it is of its own time, unless asked."""

import datetime as dt

import pytest

from dateline.query import Query, Record
from dateline.query.facets import facets
from dateline.query.pairs import relations, relations_of
from written import Told, write

PLAN = "Japan will open a desk for fish in Korea."


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    told = {
        "plan": (
            {"published": dt.date(2013, 5, 2)},
            [Told(PLAN, days=("2013-05-02", None), fields={"status": "planned", "quad": 1})],
        ),
        "talks": (
            {"published": dt.date(2021, 6, 16)},
            [Told("Japan met Korea.", days=("2021-06-16", "2021-06-16"), fields={"quad": 1})],
        ),
    }
    path = write(tmp_path_factory.mktemp("open") / "r.dateline", told)
    with Record(path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ("", [2013, 2021]),
        ("start=2013&end=2013", [2013]),
        ("start=2013", [2013, 2021]),
        ("start=2014", [2021]),
        ("start=2021&end=2021", [2021]),
        ("start=2021&end=2021&open=1", [2013, 2021]),
        ("start=2021-06-10&open=1", [2013, 2021]),
        ("end=2013", [2013]),
        ("start=2014&end=2020", []),
        ("start=2014&end=2020&open=1", [2013]),
    ],
)
def test_a_plan_without_a_last_day_is_of_its_own_time_unless_asked_for(record, asked, years):
    query = Query.from_url(asked)
    events = list(record.timeline(query))
    assert [event.start.year for event in events] == years
    assert facets(record.db, query).total == len(years)
    counted = relations(record.db, query)
    assert sum(pair.events for pair in counted.pairs) == len(years)
    assert counted == relations_of(events)
