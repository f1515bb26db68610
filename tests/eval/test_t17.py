import datetime as dt

import pytest

import dateline
from t17 import Result, judge, pooled
from t17_rouge import align, aligned, grams, nearness


def day(number, month=3):
    return dt.date(2011, month, number)


def test_the_same_timeline_scores_all_and_another_nothing():
    gold = {day(1): ["The dam broke."], day(4): ["Two villages were flooded."]}
    assert aligned(gold, gold, 1).f1 == pytest.approx(100)
    assert aligned(gold, gold, 2).f1 == pytest.approx(100)
    assert aligned(gold, {day(1): ["Nobody spoke."]}, 1).f1 == 0
    assert aligned(gold, {}, 1) == (0, 0, 0)


def test_words_a_day_off_count_half():
    gold, found = {day(1): ["dam broke"]}, {day(2): ["dam broke"]}
    assert aligned(gold, found, 1) == pytest.approx((50, 50, 50))
    assert nearness(day(1), day(4)) == 0.25


def test_a_day_is_laid_on_the_same_day_whatever_it_says():
    days = {day(2): ["river dam broke"]}
    assert align(days, {day(2): ["nothing"], day(3): ["river dam broke"]}) == {day(2): day(2)}
    assert align(days, {day(1): ["nothing"], day(3): ["river dam broke"]}) == {day(2): day(3)}


def test_several_days_may_be_laid_on_one():
    gold = {day(2): ["dam broke"]}
    found = {day(2): ["dam"], day(3): ["broke"]}
    assert aligned(gold, found, 1).precision == pytest.approx(75)
    assert aligned(gold, found, 1).recall == pytest.approx(50)


def test_stems_and_stop_words():
    assert grams(["The dams were breaking, the river's"], 1) == {
        ("dam",): 1, ("break",): 1, ("river",): 1, ("s",): 1,
    }  # fmt: skip
    assert grams(["dams.", "Breaking"], 2) == {("dam", "break"): 1}


def test_a_summary_is_judged_by_its_days_and_its_words():
    text = "The dam broke on 3 March 2011."
    reports = [dateline.Report.from_text(text, published=day(9))]
    found = dateline.summarize(reports, day(1), day(9), 1, 1)
    days, one, two = judge({day(3): [text], day(5): ["It rained."]}, found)
    assert days == (100, 50, pytest.approx(66.67, abs=0.01))
    assert one.precision == 100
    row = Result("dam", "one", (days, one, two), (days, one, two))
    assert pooled([row], "t17")["t17.free.date_f1"] == 66.67
