"""Decisions leave a record as lines of text and enter another, each once."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.model import Decision
from dateline.store import connect, decisions
from dateline.store.decision_lines import lines, merge

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
MENTIONS = st.lists(st.sampled_from(["m1", "m2", "m3"]), max_size=3).map(tuple)
RULED = st.tuples(st.sampled_from(["accept", "reject", "merge", "split"]), MENTIONS, WORDS)


def ruled(kind, mentions=("m1",), **fields):
    return Decision(seq=0, kind=kind, mentions=mentions, who="ana", when="2024-01-02", **fields)


@pytest.fixture
def empty(tmp_path):
    """A factory of empty records."""
    opened = []

    def empty(name="r"):
        opened.append(connect(tmp_path / f"{name}.dateline", create=True))
        return opened[-1]

    yield empty
    for db in opened:
        db.close()


def test_a_line_says_what_was_decided_and_nothing_empty(empty):
    db = empty()
    decisions.append(db, ruled("edit", field="place", value="Genève", why="as printed"))
    (line,) = lines(db)
    said = json.loads(line)
    assert said.pop("id")[0] == "d"
    assert said == {
        "kind": "edit", "who": "ana", "when": "2024-01-02", "mentions": ["m1"],
        "field": "place", "value": "Genève", "why": "as printed",
    }  # fmt: skip


def test_an_undo_names_the_line_it_takes_back_whatever_its_number(empty):
    here, there = empty("here"), empty("there")
    decisions.append(there, ruled("accept", ("m9",)))
    first = decisions.append(here, ruled("reject"))
    decisions.append(here, ruled("undo", (), value=str(first.seq)))
    text = list(lines(here))
    assert json.loads(text[1])["value"] == json.loads(text[0])["id"]
    assert merge(there, text, "f")[:2] == (2, 0)
    assert [d.kind for d in decisions.standing(decisions.log(there))] == ["accept"]
    assert list(lines(there))[1:] == text


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(RULED, max_size=6), st.data())
def test_an_import_holds_what_the_export_did_and_the_second_changes_nothing(
    tmp_path_factory, rulings, data
):
    folder = tmp_path_factory.mktemp("lines")
    here = connect(folder / "a.dateline", create=True)
    there = connect(folder / "b.dateline", create=True)
    for kind, mentions, why in rulings:
        made = decisions.append(here, ruled(kind, mentions, why=why))
        if data.draw(st.booleans()):
            decisions.append(here, ruled("undo", (), value=str(made.seq)))
    text = "".join(lines(here))
    count = len(decisions.log(here))
    assert merge(there, text.split("\n"), "f")[:2] == (count, 0)
    assert decisions.log(there) == decisions.log(here)
    assert merge(there, text.split("\n"), "f")[:2] == (0, count)
    assert "".join(lines(there)) == text
    here.close()
    there.close()


def test_the_same_said_twice_is_two_decisions(empty):
    here, there = empty("here"), empty("there")
    for _ in range(2):
        decisions.append(here, ruled("reject"))
    text = list(lines(here))
    assert text[0] != text[1]
    assert merge(there, text, "f").added == 2


GOOD = '{"id": "d1", "kind": "accept", "who": "ana", "when": "2024-01-02", "mentions": ["m1"]}'


@pytest.mark.parametrize(
    "bad",
    [
        "accept m1",
        "{}",
        "[1]",
        GOOD.replace("accept", "praise"),
        GOOD.replace("}", ', "colour": "red"}'),
        GOOD.replace('["m1"]', '"m1"'),
        GOOD.replace("accept", "undo"),
        GOOD.replace("accept", "edit"),
        GOOD.replace("accept", "edit").replace("}", ', "field": "date", "value": "in May"}'),
        GOOD[:-1],
        "[" * 100_000,
        '{"id": "' + "d" * 2**20 + '"}',
    ],
)
def test_a_bad_line_is_named_and_nothing_is_taken(empty, bad):
    db = empty()
    with pytest.raises(UsageError) as caught:
        merge(db, [GOOD, "", bad, GOOD], "rulings.jsonl")
    assert caught.value.code == "D131"
    assert caught.value.where == "rulings.jsonl:3"
    assert decisions.log(db) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text() | st.sampled_from([GOOD, "{", "null", GOOD.replace("d1", "d2")])))
def test_any_text_is_taken_whole_or_refused_by_a_line(tmp_path_factory, text):
    db = connect(tmp_path_factory.mktemp("any") / "r.dateline", create=True)
    added, code = 0, "D131"
    try:
        added = merge(db, text, "f").added
    except UsageError as error:
        code = error.code
    assert (len(decisions.log(db)), code) == (added, "D131")
    db.close()


def test_decisions_on_mentions_that_are_not_there_are_kept_and_counted(empty):
    db = empty()
    assert merge(db, [GOOD], "f") == (1, 0, 1)
    assert [d.mentions for d in decisions.log(db)] == [("m1",)]
