"""What a human decided stands through every rebuild, and is taken back exactly."""

import msgspec
import pytest

import dateline
from dateline.model import Decision
from dateline.query import Query, Record
from dateline.reduce import reduce
from dateline.settings import Settings
from dateline.store import connect, decisions

ALL = Query(status=("all",), rejected=True)


@pytest.fixture
def half(reports, tmp_path):
    """A record of some of the reports, so that a later build has more to add."""
    path = tmp_path / "r.dateline"
    dateline.build([reports / "hanbit-summit.txt", reports / "pacific-intrusion.txt"], path)
    return path


def events(path):
    with Record(path) as opened:
        return list(opened.timeline(ALL))


def find(path, kind, country):
    with Record(path) as opened:
        found = opened.timeline(msgspec.structs.replace(ALL, type=(kind,), actor=country))
        return next(iter(found))


def decide(path, kind, mentions=(), **fields):
    """Append a decision and replay the log; return its number."""
    db = connect(path, create=False)
    decision = Decision(
        seq=0, kind=kind, mentions=tuple(mentions), who="ana", when="2024-01-02", **fields
    )
    seq = decisions.append(db, decision).seq
    reduce(db, Settings())
    db.close()
    return seq


def holding(path, mentions):
    """Return the events that hold any of these mentions."""
    return [event for event in events(path) if set(mentions) & set(event.mentions)]


def test_decisions_stand_when_more_reports_come(half, reports, call):
    accuse = find(half, "ACCUSE", "JPN")
    agree = find(half, "AGREE", "JPN")
    sanction = find(half, "SANCTION", "JPN")
    consult = find(half, "CONSULT", "JPN")
    decide(half, "reject", accuse.mentions)
    decide(half, "accept", agree.mentions)
    decide(half, "edit", sanction.mentions, field="date", value="2023-05-11/2023-05-12")
    decide(half, "edit", consult.mentions, field="place", value="Yongsan")
    done = call("build", reports, "--record", half)
    assert done.code == 0
    (rejected,) = holding(half, accuse.mentions)
    (accepted,) = holding(half, agree.mentions)
    (edited,) = holding(half, sanction.mentions)
    (met,) = holding(half, consult.mentions)
    assert (rejected.decided, accepted.decided) == ("rejected", "accepted")
    assert (edited.start.isoformat(), edited.end.isoformat()) == ("2023-05-11", "2023-05-12")
    assert (met.place, met.voices) == ("Yongsan", 2)
    shown = {event["id"] for event in call("timeline", half, "--json", "--status", "all").json}
    assert rejected.id not in shown
    assert accepted.id in shown


def test_merge_and_split_stand_and_come_undone(half, reports):
    accuse, sanction = find(half, "ACCUSE", "JPN"), find(half, "SANCTION", "JPN")
    both = (*accuse.mentions, *sanction.mentions)
    merge = decide(half, "merge", both)
    (one,) = holding(half, both)
    assert set(both) <= set(one.mentions)
    split = decide(half, "split", sanction.mentions)
    assert len(holding(half, both)) == 2
    dateline.build([reports], half)
    assert len(holding(half, both)) == 2
    decide(half, "undo", value=str(split))
    assert len(holding(half, both)) == 1
    decide(half, "undo", value=str(merge))
    dateline.build([reports], half)
    assert {event.id for event in holding(half, both)} == {accuse.id, sanction.id}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("reject", {}),
        ("accept", {}),
        ("split", {}),
        ("edit", {"field": "date", "value": "1999-12-31"}),
        ("edit", {"field": "status", "value": "denied"}),
        ("edit", {"field": "headline", "value": "=1+1"}),
        ("edit", {"field": "source", "value": "FRA, DEU GOV"}),
    ],
)
def test_undo_is_exact_and_so_is_its_undo(own_record, kind, fields):
    before = events(own_record)
    consult = find(own_record, "CONSULT", "JPN")
    seq = decide(own_record, kind, consult.mentions[:1], **fields)
    changed = events(own_record)
    assert changed != before
    undo = decide(own_record, "undo", value=str(seq))
    assert events(own_record) == before
    decide(own_record, "undo", value=str(undo))
    assert events(own_record) == changed


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("edit", {"field": "colour", "value": "red"}),
        ("edit", {"field": "date", "value": "in spring"}),
        ("edit", {"field": "date", "value": "2021-06-17/2021-06-16"}),
        ("edit", {"field": "status", "value": "perhaps"}),
        ("undo", {"value": "the last one"}),
    ],
)
def test_a_decision_that_cannot_be_replayed_never_enters_the_log(own_record, kind, fields):
    with pytest.raises(ValueError, match=r".+"):
        decide(own_record, kind, ["m1"], **fields)
    db = connect(own_record, create=False)
    assert decisions.log(db) == []
    db.close()


def test_the_log_keeps_everything_in_order(own_record):
    consult = find(own_record, "CONSULT", "JPN")
    first = decide(own_record, "reject", consult.mentions, why="a rumour")
    second = decide(own_record, "undo", value=str(first))
    db = connect(own_record, create=False)
    assert [(d.seq, d.kind, d.why) for d in decisions.log(db)] == [
        (first, "reject", "a rumour"),
        (second, "undo", ""),
    ]
    db.close()
