"""What a reader is asked first."""

import datetime as dt
from functools import partial

from dateline.model import Event, Grade, Value
from dateline.query import Query
from dateline.query.queue import FEATURES, WEIGHTS, doubt, queue
from dateline.reduce import reduce
from dateline.settings import Settings
from dateline.store import connect, decisions, derived

DAY = dt.date(2020, 1, 6)


def event(number, type="CONSULT", credibility=3, voices=2, **fields):  # noqa: A002
    days = {"start": DAY, "end": DAY} | {k: fields.pop(k) for k in ("start", "end") if k in fields}
    grade = Grade(reliability="F", credibility=credibility)
    return Event(
        id=f"e{number:011x}", event_type=type, grade=grade, voices=voices, source=("JPN",),
        target=("KOR",), **days, **fields,
    )  # fmt: skip


def record(tmp_path, *events):
    db = connect(tmp_path / "r.dateline", create=True)
    for one in events:
        derived.put_event(db, one, "")
    return db


def test_doubtful_and_weighty_come_first(tmp_path):
    db = record(
        tmp_path,
        event(1),
        event(2, credibility=4),
        event(3, type="ASSAULT"),
        event(4, type="ASSAULT", credibility=5, voices=1),
        event(5, start=None, end=None),
    )
    assert [one.event.id[-1] for one in queue(db, Query(), 10).items] == ["4", "3", "2", "5", "1"]
    assert [one.event.id[-1] for one in queue(db, Query(), 2, 2).items] == ["2", "5"]


def test_what_was_ruled_on_waits_no_more(own_record):
    db = connect(own_record, create=False)
    first = queue(db, Query(), 100)
    before = [one.event.id for one in first.items]
    accepted, rejected, edited = before[:3]
    rule = partial(decisions.ruling, db, who="ana", when="2024-01-02")
    for made in (
        rule("accept", [accepted]),
        rule("reject", [rejected]),
        rule("edit", [edited], field="place", value="Vienna"),
    ):
        decisions.append(db, made)
    reduce(db, Settings())
    assert [one.event.id for one in queue(db, Query(), 100).items] == before[2:]
    assert queue(db, Query(), 100).total == first.total - 2
    decisions.append(db, rule("undo", value="2"))
    reduce(db, Settings())
    assert [one.event.id for one in queue(db, Query(), 100).items] == before[1:]


def test_the_query_bounds_the_queue(tmp_path):
    db = record(tmp_path, event(1), event(2, type="ACCUSE"))
    assert [one.event.id[-1] for one in queue(db, Query(type=("ACCUSE",)), 10).items] == ["2"]


def test_reports_that_differ_raise_an_event_and_say_on_what():
    def value(text, *, shown):
        return Value(field="date", value=text, mentions=("m1",), voices=1, shown=shown)

    agreed = event(1, values=(value("2020-01-06", shown=True),))
    torn = event(1, values=(value("2020-01-06", shown=True), value("2020-01-07", shown=False)))
    assert doubt(torn).score > doubt(agreed).score
    assert "reports differ on date" in [reason.detail for reason in doubt(torn).reasons]


def test_each_feature_has_a_weight():
    assert set(FEATURES) == set(WEIGHTS)
