from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scores import (
    Score,
    assignment,
    b_cubed,
    best_matching,
    ceaf_e,
    clusters,
    conll,
    mean_error,
    mean_score,
    muc,
    pearson,
    set_score,
)

# One gold cluster of three and one of two, found as two and three: c went to the wrong one.
GOLD = [set("abc"), set("de")]
FOUND = [set("ab"), set("cde")]


def near(precision, recall):
    return pytest.approx((precision, recall, 2 * precision * recall / (precision + recall)))


def test_muc_by_hand():
    # Gold: abc falls into 2 parts and keeps 1 link of 2, de keeps 1 of 1: 2/3. Found likewise:
    # ab keeps 1 of 1, cde keeps 1 of 2.
    assert muc(GOLD, FOUND) == near(200 / 3, 200 / 3)


def test_b_cubed_by_hand():
    # Recall: a 2/3, b 2/3, c 1/3, d 1, e 1 = 11/3 of 5. Precision: a 1, b 1, c 1/3, d 2/3, e 2/3.
    assert b_cubed(GOLD, FOUND) == near(100 * 11 / 15, 100 * 11 / 15)


def test_ceaf_e_by_hand():
    # abc with ab: 2*2/5; de with cde: 2*2/5; 1.6 over two clusters on either side.
    assert ceaf_e(GOLD, FOUND) == near(80, 80)


def test_conll_is_the_mean_of_three():
    assert conll(GOLD, FOUND) == pytest.approx((200 / 3 + 220 / 3 + 80) / 3)


def test_everything_in_one_cluster():
    gold, found = [set("ab"), set("cd")], [set("abcd")]
    # MUC: all 2 gold links kept; found has 3 links and its 2 parts keep 2.
    assert muc(gold, found) == near(200 / 3, 100)
    # B-cubed: each mention has 2 of its 4 rightly.
    assert b_cubed(gold, found) == near(50, 100)
    # CEAF-e: one pair of 2*2/6, over one found cluster and two gold ones.
    assert ceaf_e(gold, found) == near(200 / 3, 100 / 3)


def test_everything_apart():
    gold, found = [set("ab"), set("c")], [{"a"}, {"b"}, {"c"}]
    assert muc(gold, found) == Score(0, 0, 0)
    # B-cubed recall: a and b 1/2 each, c 1.
    assert b_cubed(gold, found) == near(100, 200 / 3)
    # CEAF-e: ab with a (or b) 2/3, c with c 1: 5/3 over three found and two gold.
    assert ceaf_e(gold, found) == near(500 / 9, 500 / 6)


def test_single_mentions_have_no_links():
    assert muc([{"a"}, set("bc")], [{"a"}, set("bc")]) == near(100, 100)
    assert muc([{"a"}], [{"a"}]) == Score(0, 0, 0)


labels = st.lists(st.integers(0, 5), min_size=2, max_size=12)


@given(labels)
def test_the_same_clusters_score_full(values):
    groups = clusters({str(n): value for n, value in enumerate(values)})
    assert b_cubed(groups, groups[::-1]) == near(100, 100)
    assert ceaf_e(groups, groups[::-1]) == near(100, 100)


@given(labels, labels)
def test_gold_and_found_swap_precision_and_recall(one, two):
    size = min(len(one), len(two))
    a = clusters({str(n): one[n] for n in range(size)})
    b = clusters({str(n): two[n] for n in range(size)})
    for scorer in (muc, b_cubed, ceaf_e):
        there, back = scorer(a, b), scorer(b, a)
        assert there[:2] == pytest.approx((back.recall, back.precision))


def test_best_matching_leaves_the_greedy_choice():
    # Greedy takes 9 and then 1; the best is 8 and 7.
    assert best_matching({(0, 0): 9, (0, 1): 8, (1, 0): 7, (1, 1): 1}) == pytest.approx(15)


def test_best_matching_of_separate_parts():
    assert best_matching({(0, 5): 2, (3, 1): 4, (3, 2): 1, (7, 2): 3}) == pytest.approx(9)


@given(st.integers(1, 5), st.integers(1, 5), st.data())
def test_assignment_equals_trying_all(rows, columns, data):
    cells = st.lists(st.integers(0, 9), min_size=columns, max_size=columns)
    table = data.draw(st.lists(cells, min_size=rows, max_size=rows))
    wide = table if rows <= columns else [list(column) for column in zip(*table, strict=True)]
    best = max(
        sum(row[column] for row, column in zip(wide, order, strict=True))
        for order in permutations(range(len(wide[0])), len(wide))
    )
    assert assignment(np.array(table, dtype=float)) == pytest.approx(best)


def test_clusters_of_labels():
    assert clusters({"a": 1, "b": 2, "c": 1}) == [frozenset("ac"), frozenset("b")]


def test_set_score():
    # Two of four found days are among the three of the gold.
    assert set_score([1, 2, 3], [2, 3, 4, 5]) == near(50, 200 / 3)
    assert set_score([1], []) == Score(0, 0, 0)
    assert set_score([1], [2]) == Score(0, 0, 0)


def test_mean_score_averages_f1_itself():
    assert mean_score([Score(100, 50, 200 / 3), Score(0, 0, 0)]) == pytest.approx((50, 25, 100 / 3))


def test_pearson():
    assert pearson([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert pearson([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    # Deviations (-1, 0, 1) and (-1, 1, 0): 1 / sqrt(2 * 2).
    assert pearson([1, 2, 3], [1, 3, 2]) == pytest.approx(0.5)
    assert pearson([1, 2, 3], [2, 2, 2]) == 0


def test_mean_error():
    assert mean_error([3.0, -1.0], [1.0, 0.0]) == pytest.approx(1.5)
