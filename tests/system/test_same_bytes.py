"""The same reports give the same record, whatever their order, the hash seed, the workers."""

import os
import random

import pytest


@pytest.mark.parametrize(("seed", "workers"), [(1, 1), (2, 2)])
def test_order_hash_seed_and_workers_change_nothing(
    spawn, views, record, rows, as_file, tmp_path, seed, workers
):
    random.Random(seed).shuffle(rows)
    built = tmp_path / "r.dateline"
    done = spawn(
        "build", as_file(rows), "--record", built, "--workers", workers,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
    )  # fmt: skip
    assert done.code == 0, done.err
    assert views(built) == views(record)


def test_building_in_two_halves_or_twice_changes_nothing(
    counts, views, record, rows, as_file, tmp_path
):
    built = tmp_path / "r.dateline"
    random.Random(3).shuffle(rows)
    counts(built, as_file(rows[5:], "late.jsonl"))
    whole = counts(built, as_file(rows[:5], "early.jsonl"))
    assert views(built) == views(record)
    assert counts(built, as_file(rows)) == whole
    assert views(built) == views(record)
    assert whole == {
        "reports": 8, "voices": 6, "left_out": [], "warnings": [],
        **{name: whole[name] for name in ("mentions", "statements", "events", "aside")},
    }  # fmt: skip


def test_the_same_report_twice_in_one_build_is_one(counts, views, record, rows, as_file, tmp_path):
    built = tmp_path / "r.dateline"
    assert counts(built, as_file(rows + rows))["reports"] == 8
    assert views(built) == views(record)
