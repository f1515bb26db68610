from hypothesis import given
from hypothesis import strategies as st

from dateline.forest import Forest


def test_groups_come_by_their_least_node_and_a_lone_node_is_a_group():
    forest = Forest()
    forest.root("d")
    forest.join("c", "b")
    forest.join("a", "c")
    assert list(forest.groups()) == [("a", ["a", "b", "c"]), ("d", ["d"])]
    assert "b" in forest
    assert "e" not in forest


@given(st.permutations([("a", "b"), ("b", "c"), ("e", "d")]))
def test_groups_do_not_depend_on_the_order_of_joins(pairs):
    forest = Forest(key=lambda node: -ord(node))
    for one, two in pairs:
        forest.join(one, two)
    assert list(forest.groups()) == [("e", ["e", "d"]), ("c", ["c", "b", "a"])]
