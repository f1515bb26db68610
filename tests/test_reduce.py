"""What a build adds changes only what it must, and leaves the record as if all were made anew."""

import random
import sys
from functools import partial
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline.reduce
from dateline.model import Decision
from dateline.reduce import reduce
from dateline.settings import Settings
from dateline.store import connect, decisions, reports, rollup, writing

# What other folders of tests share.
sys.path.insert(0, str(Path(__file__).parents[0]))
import articles

VIEWS = (
    "SELECT id, type, status, start, end, credibility, voices, data FROM event",
    "SELECT e.id, w.words FROM event e LEFT JOIN event_words w ON w.rowid = e.rowid",
    "SELECT count(*) FROM event_words",
    "SELECT party, side, event_id, start FROM event_actor",
    "SELECT context, event_id FROM event_context",
    "SELECT a, b, month, until, quad, status, joint, events, intensity FROM rollup",
    "SELECT id, data FROM voice",
    "SELECT text_id, voice_id, speaks, aside, mark FROM voice_text",
    "SELECT id, event_id, time FROM mention",
    "SELECT mention_id, pair, grp, told FROM block",
    "SELECT what, id FROM touched",
    "SELECT name, value FROM made",
)


ROLLUP = 5  # which of them


def shown(db):
    return [sorted(map(tuple, db.execute(query)), key=repr) for query in VIEWS]


@pytest.fixture
def article(make_mention):
    """A report of made-up acts, with its mentions; some repeat an earlier report."""
    return partial(articles.article, make_mention)


def put(db, batch):
    with writing(db):
        for report, _, found in batch:
            reports.add(db, [report])
            reports.put(db, report, found, "1")


def reprint(db, report, number):
    """Another outlet prints a text that is there already."""
    with writing(db):
        reports.add(db, [msgspec.structs.replace(report, key=f"p{number}", publisher="Print Co")])


EDITS = (
    ("place", "Lima"), ("status", "denied"), ("date", "2018-05"), ("type", "ASSAULT"),
    ("source", "CHL,PER GOV"), ("target", "JPN"),
)  # fmt: skip


def decide(db, chance, number):
    """A human's word on some mentions, or one that takes an earlier one back."""
    ids = [row["id"] for row in db.execute("SELECT id FROM mention ORDER BY id")]
    kind = chance.choice(("merge", "split", "accept", "reject", "edit", "undo"))
    given_ = tuple(chance.sample(ids, min(len(ids), 2)))
    field, value = "", ""
    if kind == "edit":
        field, value = chance.choice(EDITS)
    elif kind == "undo":
        value = str(chance.randint(1, len(decisions.log(db)) or 1))
    ruling = Decision(
        seq=0, kind=kind, mentions=given_, who="a", when=f"{number}", field=field, value=value
    )
    decisions.append(db, ruling)


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10_000))
def test_batch_by_batch_is_the_same_as_all_anew(article, tmp_path_factory, seed):
    chance = random.Random(seed)
    db = connect(tmp_path_factory.mktemp("r") / "r.dateline", create=True)
    earlier, told = [], []
    for number in range(chance.randint(2, 14)):
        one = article(chance, number, earlier)
        earlier.append(one[1])
        told.append(one)
        again = [chance.choice(told)] if chance.random() < 0.2 else []
        put(db, [one, *again])
        if chance.random() < 0.3:
            reprint(db, chance.choice(told)[0], number)
        if chance.random() < 0.3:
            decide(db, chance, number)
        if chance.random() < 0.6:
            reduce(db, Settings())
            kept = shown(db)[ROLLUP]
            rollup.put(db)
            assert shown(db)[ROLLUP] == kept
    reduce(db, Settings())
    before = shown(db)
    assert any(before[0])
    reduce(db, Settings(), anew=True)
    assert shown(db) == before
    db.close()


def test_a_new_report_has_only_its_own_block_linked_again(article, tmp_path, monkeypatch):
    chance = random.Random(4)
    db = connect(tmp_path / "r.dateline", create=True)
    put(db, [article(chance, number, []) for number in range(12)])
    reduce(db, Settings())
    linked, of_block = [], dateline.reduce.derived.of_block
    monkeypatch.setattr(
        dateline.reduce.derived,
        "of_block",
        lambda db, pair: linked.append(pair) or of_block(db, pair),
    )
    late = article(random.Random(7), 12, [])
    mine = {pair for m in late[2].mentions for pair in reports.pairs(m)}
    put(db, [late])
    reduce(db, Settings())
    assert set(linked) == mine
    linked.clear()
    reduce(db, Settings())
    assert linked == []
    assert {row[0] for row in db.execute("SELECT pair FROM block")} > mine
    db.close()


def test_other_settings_make_all_anew(article, tmp_path):
    db = connect(tmp_path / "r.dateline", create=True)
    put(db, [article(random.Random(1), 1, [])])
    reduce(db, Settings())
    letters = "SELECT DISTINCT json_extract(data, '$.grade.reliability') FROM event"
    assert [row[0] for row in db.execute(letters)] == ["F"]
    reduce(db, msgspec.structs.replace(Settings(), publishers={"Post 1": "B"}))
    assert [row[0] for row in db.execute(letters)] == ["B"]
    db.close()


def test_a_decision_makes_only_its_own_events_again(article, tmp_path, monkeypatch):
    db = connect(tmp_path / "r.dateline", create=True)
    put(db, [article(random.Random(4), number, []) for number in range(12)])
    reduce(db, Settings())
    one, two, *_ = (row["id"] for row in db.execute("SELECT id FROM event ORDER BY id"))
    made, put_event = [], dateline.reduce.derived.put_event
    monkeypatch.setattr(
        dateline.reduce.derived,
        "put_event",
        lambda db, event, words: made.append(event.id) or put_event(db, event, words),
    )

    def rule(kind, *events, **fields):
        made.clear()
        decisions.append(db, decisions.ruling(db, kind, events, who="a", when="1", **fields))
        reduce(db, Settings())
        return made

    assert rule("accept", one) == [one]
    assert rule("reject", two) == [two]
    assert rule("undo", value="1") == [one]
    assert rule("undo", value="3") == [one]
    db.close()
