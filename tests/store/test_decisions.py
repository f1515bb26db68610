from dateline.link.decide import regroup
from dateline.model import Decision
from dateline.store import connect, decisions


def decision(kind, *mentions, value=""):
    return Decision(seq=0, kind=kind, mentions=mentions, who="ana", when="2021-06-17", value=value)


def test_decisions_are_numbered_and_kept_in_order(tmp_path):
    db = connect(tmp_path / "r.dateline", create=True)
    first = decisions.append(db, decision("accept", "m1"))
    second = decisions.append(db, decision("reject", "m2"))
    assert (first.seq, second.seq) == (1, 2)
    assert decisions.log(db) == [first, second]


def test_an_undo_takes_back_and_an_undone_undo_restores(tmp_path):
    db = connect(tmp_path / "r.dateline", create=True)
    rejected = decisions.append(db, decision("reject", "m1"))
    undo = decisions.append(db, decision("undo", value=str(rejected.seq)))
    assert decisions.standing(decisions.log(db)) == []
    decisions.append(db, decision("undo", value=str(undo.seq)))
    assert decisions.standing(decisions.log(db)) == [rejected]


def test_merge_then_split_regroups_mentions():
    groups = [["a", "b"], ["c"], ["d"]]
    assert regroup(groups, [decision("merge", "b", "d")]) == [["a", "b", "d"], ["c"]]
    both = [decision("merge", "b", "d"), decision("split", "d")]
    assert regroup(groups, both) == [["a", "b"], ["c"], ["d"]]


def test_a_decision_on_mentions_that_are_gone_changes_nothing():
    assert regroup([["a"]], [decision("merge", "x", "y"), decision("split", "z")]) == [["a"]]
