"""A record built of an extraction is the one built of its reports, row by row."""

import datetime as dt
import random
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.model import LeftOut
from dateline.pipeline import EXTRACTORS, build
from dateline.reduce import reduce
from dateline.settings import Settings
from dateline.store import connect, reports, writing

# What other folders of tests share.
sys.path.insert(0, str(Path(__file__).parents[1]))
import articles
from extractions import dump, write

# What was found out of two texts, which stays when it is not needed any more.
KEPT = {"altered": 0, "alike": 0}


@pytest.fixture
def batch(make_mention):
    """A factory of reports with what they yield, by seed; some of them printed again."""

    def make(seed, *, failing=False):
        chance, earlier, told = random.Random(seed), [], []
        for number in range(chance.randint(2, 14)):
            report, lines, found = articles.article(make_mention, chance, number, earlier)
            earlier.append(lines)
            told.append((report, found))
            if chance.random() < 0.3:
                again, what = chance.choice(told)
                later = again.published + dt.timedelta(chance.choice((0, 1)))
                print_ = {"key": f"p{number}", "publisher": "Print Co", "published": later}
                told.append((msgspec.structs.replace(again, **print_), what))
        if failing and chance.random() < 0.5:
            n = chance.randrange(len(told))
            told[n] = (told[n][0], LeftOut(item=told[n][0].key, reason="D209 extraction failed"))
            bad = told[n][0].id
            told = [one for m, one in enumerate(told) if m == n or one[0].id != bad]
        return told

    return make


def plain(path, told):
    """Build a record as one machine does, of reports whose extraction is known."""
    with closing(connect(path, create=True)) as db:
        with writing(db):
            reports.add(db, (report for report, _ in told))
        for report, found in sorted(told, key=lambda one: one[0].published):
            if reports.is_wanted(db, report, EXTRACTORS):
                with writing(db):
                    reports.put(db, report, found, EXTRACTORS)
                    reports.leave_out(db, [found] if isinstance(found, LeftOut) else [])
        reduce(db, Settings())
        return dump(db)


def shown(path):
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        return dump(db)


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10_000), size=st.integers(1, 6))
def test_an_extraction_loads_as_if_read(batch, tmp_path_factory, seed, size):
    here, told = tmp_path_factory.mktemp("r"), batch(seed, failing=True)
    expected = plain(here / "plain.dateline", told)
    assert expected["event"] or not any(expected["block"])
    random.Random(seed).shuffle(told)
    folder = write(here / "found", told, size)
    build([folder], here / "r.dateline")
    assert shown(here / "r.dateline") == expected
    build([folder], here / "r.dateline")
    assert shown(here / "r.dateline") == expected


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10_000))
def test_one_extraction_after_another_is_as_both_at_once(batch, tmp_path_factory, seed):
    here, told = tmp_path_factory.mktemp("r"), batch(seed)
    expected = plain(here / "plain.dateline", told)
    random.Random(seed).shuffle(told)
    cut = seed % len(told)
    folders = [write(here / name, some, 3) for name, some in
               (("one", told[:cut]), ("two", told[cut:]))]  # fmt: skip
    for folder in folders:
        build([folder], here / "r.dateline")

    assert {**shown(here / "r.dateline"), **KEPT} == {**expected, **KEPT}
    build(folders, here / "both.dateline")
    assert shown(here / "both.dateline") == expected


def test_an_extraction_of_another_version_is_refused(batch, tmp_path):
    folder = write(tmp_path / "found", batch(1), 3, extractors="0")
    with pytest.raises(UsageError, match="D134"):
        build([folder], tmp_path / "r.dateline")
    assert not (tmp_path / "r.dateline").exists()


@pytest.mark.parametrize("lost", ["whole.json", "done/shard-000002.json"])
def test_an_unfinished_extraction_is_refused(batch, tmp_path, lost):
    folder = write(tmp_path / "found", batch(3), 1)
    (folder / lost).unlink()
    with pytest.raises(UsageError, match="Run the same dateline extract again") as refused:
        build([folder], tmp_path / "r.dateline")
    assert refused.value.code == "D138"
    assert not (tmp_path / "r.dateline").exists()
