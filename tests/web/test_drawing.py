"""The numbers behind the drawing, against counts made by hand."""

import datetime as dt

import msgspec
import pytest

from dateline.model import Event, Grade
from dateline.query import Query, Record
from dateline.store import connect, derived
from dateline.web.drawing import drawing
from dateline.web.drawing.calendar import bins

GRADE = Grade(reliability="F", credibility=3)
PAIR = Query(between=("JPN", "KOR"))
DAY = dt.date


@pytest.fixture
def put(tmp_path):
    """A factory: put events of Japan and South Korea into a record of their own."""
    db = connect(tmp_path / "r.dateline", create=True)
    count = 0

    def put(start, end="", source="JPN", target="KOR", **fields):
        nonlocal count
        count += 1
        event = Event(
            id=f"e{count:011x}",
            event_type=fields.pop("type", "CONSULT"),
            source=tuple(source.split("+")),
            target=tuple(target.split("+")),
            start=start and DAY.fromisoformat(start),
            end=DAY.fromisoformat(end or start) if start and end is not None else None,
            grade=GRADE,
            **{"quad": 1, "precision": "day", **fields},
        )
        derived.put_event(db, event, event.headline)
        return db

    yield put
    db.close()


def counts(found):
    """Return bins as (first day, lane, kind, count)."""
    return [
        (one["start"], one["lane"], kind, one[kind])
        for one in found["bins"]
        for kind in ("cooperation", "conflict", "other")
        if kind in one
    ]


def test_each_event_is_in_the_lane_of_who_acts_on_whom(put):
    put("2020-01-06")
    put("2020-01-07", source="KOR GOV", target="JPN", quad=3)
    db = put("2020-01-08", source="JPN+KOR", target="JPN+KOR", quad=4)
    found = drawing(db, PAIR)
    assert [one["lane"] for one in found["events"]] == [0, 2, 1]
    assert counts(found) == [
        ("2020-01-06", 0, "cooperation", 1),
        ("2020-01-07", 2, "conflict", 1),
        ("2020-01-08", 1, "conflict", 1),
    ]
    assert found["lanes"] == ("Japan → South Korea", "both", "South Korea → Japan")


def test_without_a_pair_cooperation_is_above_conflict(put):
    put("2020-01-06", quad=2)
    db = put("2020-01-06", quad=3)
    found = drawing(db, Query())
    assert [one["lane"] for one in found["events"]] == [0, 2]
    assert found["lanes"] == ("cooperation", "", "conflict")


def test_an_uncertain_date_counts_on_each_of_its_days_by_an_equal_share(put):
    db = put("2020-01-30", "2020-02-02", precision="range")  # two days in either month
    found = drawing(db, PAIR, DAY(2019, 1, 1), DAY(2020, 12, 31), 30)
    assert found["unit"] == "month"
    assert counts(found) == [
        ("2020-01-01", 0, "cooperation", 0.5),
        ("2020-02-01", 0, "cooperation", 0.5),
    ]


def test_strip_and_bins_hold_every_dated_event(put):
    for day in range(1, 29):
        put(f"2020-02-{day:02}")
    put("1995-01-01", "1995-12-31", precision="year")
    put(None)
    db = put("2021-12-01", end=None, status="planned")
    found = drawing(db, PAIR)
    assert (found["total"], found["undated"], found["within"]) == (30, 1, 30)
    assert sum(found["strip"]) == pytest.approx(30, abs=0.5)
    assert sum(count for *_, count in counts(found)) == pytest.approx(30, abs=0.2)
    assert found["span"] == ["1995-01-01", "2021-12-01"]


def test_a_window_holds_what_may_be_in_it(put):
    put("2020-01-01", "2020-12-31", precision="year")
    put("2020-06-10")
    put("2020-05-31")
    put("2020-07-01")
    db = put("2019-03-01", end=None, status="planned")  # still to come when it was told
    found = drawing(db, PAIR, DAY(2020, 6, 1), DAY(2020, 6, 30))
    assert [one["start"] for one in found["events"]] == ["2020-01-01", "2020-06-10"]
    assert found["within"] == 2
    whole = drawing(db, msgspec.structs.replace(PAIR, open=True), DAY(2020, 6, 1), DAY(2020, 6, 30))
    assert [one["start"] for one in whole["events"]] == ["2019-03-01", "2020-01-01", "2020-06-10"]
    assert found["window"] == ["2020-06-01", "2020-06-30"]


def test_a_query_with_days_opens_on_these_and_still_knows_the_whole_span(put):
    put("2010-01-01")
    db = put("2020-06-10")
    found = drawing(db, Query(start=DAY(2020, 1, 1), end=DAY(2020, 12, 31)))
    assert found["window"] == ["2020-01-01", "2020-12-31"]
    assert found["span"] == ["2010-01-01", "2020-06-10"]
    assert found["within"] == 1


def test_single_marks_end_where_they_are_too_many(put):
    for n in range(401):
        db = put(f"2020-{n % 12 + 1:02}-{n % 28 + 1:02}")
    assert drawing(db, PAIR)["events"] is None
    assert len(drawing(db, PAIR, DAY(2020, 1, 1), DAY(2020, 11, 30))["events"]) < 401


def test_a_change_of_the_record_shows_at_once(put):
    db = put("2020-01-06")
    assert drawing(db, PAIR)["total"] == 1
    put("2020-01-07")
    assert drawing(db, PAIR)["total"] == 2


def test_a_day_of_knowledge_bounds_the_drawing(record):
    with Record(record) as opened:
        for day in ("2019-01-01", "2023-05-10", "2030-01-01"):
            known = Query(as_of=DAY.fromisoformat(day))
            events = [one.id for one in opened.timeline(known) if one.start]
            found = drawing(opened.db, known)
            assert [one["id"] for one in found["events"] or ()] == events


def test_no_event_gives_no_span(put):
    db = put(None)
    found = drawing(db, Query(between=("FRA", "DEU")))
    assert (found["span"], found["bins"], found["events"]) == (None, [], None)


@pytest.mark.parametrize(
    ("first", "last", "most", "unit", "edges"),
    [
        ("2021-06-16", "2021-06-17", 10, "day", ["2021-06-16", "2021-06-17", "2021-06-18"]),
        ("2021-06-16", "2021-06-30", 10, "week", ["2021-06-14", "2021-06-21", "2021-06-28"]),
        ("2021-01-15", "2021-03-02", 3, "month", ["2021-01-01", "2021-02-01", "2021-03-01"]),
        ("2013-05-01", "2022-01-01", 12, "year", ["2013-01-01", "2014-01-01", "2015-01-01"]),
        ("1885-01-01", "2022-01-01", 20, "decade", ["1880-01-01", "1890-01-01", "1900-01-01"]),
        ("0001-01-01", "9999-12-31", 10, "century", ["0001-01-01", "0100-01-01", "0200-01-01"]),
    ],
)
def test_bins_are_calendar_units(first, last, most, unit, edges):
    ends = (DAY.fromisoformat(day).toordinal() for day in (first, last))
    found = bins(*ends, most)
    assert found.unit == unit
    assert [DAY.fromordinal(edge).isoformat() for edge in found.edges[:3]] == edges
    assert found.edges[-1] > DAY.fromisoformat(last).toordinal()
