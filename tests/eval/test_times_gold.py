"""Own gold for times: well formed, and what is promised of it holds."""

import datetime as dt

import pytest

import times_gold


def test_gold_is_well_formed():
    rows = times_gold.rows("relative", "dev") + times_gold.rows("relative", "held")
    assert len(rows) == 200
    assert len({row["text"] for row in rows}) == 200
    for row in rows:
        assert row["phrase"] in row["text"]
        days = [dt.date.fromisoformat(row[k]) for k in ("earliest", "latest") if row[k]]
        assert days == sorted(days)
        assert days
    negatives = times_gold.rows("negatives", "dev") + times_gold.rows("negatives", "held")
    assert len({row["text"] for row in negatives}) == 300


@pytest.mark.slow
@pytest.mark.parametrize("half", ["dev", "held"])
def test_relative_phrases_are_resolved_and_false_times_rare(half):
    figures = times_gold.measure()
    assert figures[f"times.relative.{half}"] >= 85
    assert figures[f"times.negatives.{half}"] <= 2
