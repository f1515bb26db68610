from collections import Counter

import pytest

from copies import HALVES, Altered, Item, fits, gold_altered, grouping, items, place, set_aside


@pytest.fixture(scope="module")
def reports():
    return items()


def item(key, kind="source", of=()):
    return Item(key, kind, of, "tune", "", None, "", "")


def test_the_set_has_the_reports_and_copies_that_it_promises(reports):
    kinds = Counter("spun" if one.spun else one.kind for one in reports)
    assert kinds["source"] >= 40
    assert kinds["spun"] >= 60
    assert set(kinds) >= {"exact", "wire", "cut", "stitched", "translated"}
    events = Counter(one.key[:2] for one in reports if one.kind == "source")
    assert len(events) >= 12
    assert min(events.values()) >= 2
    assert {one.half for one in reports} == set(HALVES)


def test_each_copy_names_sources_of_its_own_half(reports):
    by_key = {one.key: one for one in reports}
    assert len(by_key) == len(reports)
    for one in reports:
        assert bool(one.of) == (one.kind != "source")
        for source in one.of:
            assert by_key[source].kind == "source"
            assert by_key[source].half == one.half


def test_each_altered_value_stands_in_its_copy(reports):
    texts = {one.key: one.text for one in reports}
    spun = {one.key for one in reports if one.spun}
    gold = gold_altered(texts)
    assert set(gold) <= spun
    for key, values in gold.items():
        for value in values:
            assert texts[key][value.start : value.end] == value.text


def test_the_nth_occurrence():
    assert place("a b a b", "b", 2) == 6
    with pytest.raises(ValueError, match="substring"):
        place("a b", "b", 2)


def test_an_alteration_found_is_right_where_it_overlaps_and_is_not_much_longer():
    gold = Altered("date", 100, 106, "Friday")
    assert fits(Altered("date", 98, 106, "on Friday"), gold, same=True)
    assert not fits(Altered("name", 98, 106, "on Friday"), gold, same=True)
    assert fits(Altered("name", 98, 106, "on Friday"), gold, same=False)
    assert not fits(Altered("date", 106, 110, "noon"), gold, same=False)
    assert not fits(Altered("date", 0, 200, "all of it"), gold, same=False)


def test_what_is_set_aside_counts_neither_way():
    values = [Altered("aside", 0, 9, "an aside"), Altered("date", 20, 26, "Friday")]
    assert set_aside(Altered("name", 3, 5, "as"), values)
    assert not set_aside(Altered("date", 20, 26, "Friday"), values)
    assert not set_aside(Altered("date", 40, 46, "Sunday"), values)


def test_b_cubed_of_a_wrong_join():
    # Two sources with one copy each, all four in one group: each item has half of it right.
    reports = [
        item("a"), item("b"), item("a1", "cut", ("a",)), item("b1", "spun-hand", ("b",)),
    ]  # fmt: skip
    joined = grouping("tune", reports, [["a", "b", "a1", "b1"]])
    assert joined["copies.tune.bcubed.precision"] == 50
    assert joined["copies.tune.bcubed.recall"] == 100
    assert joined["copies.tune.independent_pairs_joined"] == 1
    right = grouping("tune", reports, [["a", "a1"], ["b", "b1"]])
    assert right["copies.tune.bcubed.f1"] == 100
    lost = grouping("tune", reports, [["a", "a1"], ["b"]])
    assert lost["copies.tune.bcubed.recall"] == 75
    assert lost["copies.tune.bcubed.precision"] == 100
