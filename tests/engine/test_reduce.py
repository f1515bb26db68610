"""What the engine reduces an extraction to is what one machine makes of its reports."""

import json
import random
import sys
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline.reduce
from dateline.engine.reduced import comparing, take
from dateline.engine.reduced.folder import Folder
from dateline.engine.reduced.run import reduce_folder, scratch_of
from dateline.model import Extraction, Report
from dateline.pipeline import build
from dateline.read import read
from dateline.settings import Settings
from dateline.store import connect

# What other folders of tests share.
sys.path.insert(0, str(Path(__file__).parents[1]))
import articles
from extractions import dump, write


@pytest.fixture
def batch(make_mention):
    """A factory of reports with what they yield, by seed; some of them printed again."""

    def make(seed, count):
        chance, earlier, told = random.Random(seed), [], []
        for number in range(count):
            report, lines, found = articles.article(make_mention, chance, number, earlier)
            earlier.append(lines)
            told.append((report, found))
            if chance.random() < 0.2:
                again, what = chance.choice(told)
                print_ = {"key": f"p{number}", "publisher": "Print Co"}
                told.append((msgspec.structs.replace(again, **print_), what))
        return told

    return make


def shown(path):
    with closing(connect(path, create=False)) as db:
        return dump(db)


def same(found, expected):
    assert found.keys() == expected.keys()
    for name, rows in expected.items():
        assert found[name] == rows, name


@settings(
    deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10_000), size=st.integers(1, 9))
def test_joins_and_grouped_maps_make_the_same_record(batch, tmp_path_factory, seed, size):
    here, told = tmp_path_factory.mktemp("r"), batch(seed, random.Random(seed).randint(1, 24))
    build([write(here / "one", told, 7)], here / "one.dateline")
    random.Random(seed).shuffle(told)
    folder = write(here / "two", told, size)
    reduce_folder(Folder(folder), Settings(), 1, quiet)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(dateline.reduce, "reduce", None)  # it is not made on one machine
        build([folder], here / "two.dateline")
    same(shown(here / "two.dateline"), shown(here / "one.dateline"))
    more = write(here / "more", batch(seed + 1, 5), size)
    for name in ("one", "two"):
        build([more], here / f"{name}.dateline")
    same(shown(here / "two.dateline"), shown(here / "one.dateline"))


def test_two_workers_make_the_same_record_and_go_on_after_a_kill(batch, tmp_path, monkeypatch):
    told = batch(5, 60)
    build([write(tmp_path / "one", told, 7)], tmp_path / "one.dateline")
    random.Random(1).shuffle(told)
    folder = write(tmp_path / "two", told, 9)

    def stop(stage, *_):
        if stage == "link":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reduce_folder(Folder(folder), Settings(), 2, stop)
    results = scratch_of(Folder(folder)).path
    heard = {path: path.stat().st_mtime_ns for path in (results / "heard").iterdir()}
    monkeypatch.setattr(dateline.reduce, "reduce", None)  # it is not made on one machine
    build([folder], tmp_path / "two.dateline", workers=2)
    same(shown(tmp_path / "two.dateline"), shown(tmp_path / "one.dateline"))
    assert {path: path.stat().st_mtime_ns for path in (results / "heard").iterdir()} == heard
    assert not (results / "work").exists()


def test_a_record_with_other_reports_is_reduced_by_itself(batch, tmp_path):
    told = batch(8, 20)
    both = write(tmp_path / "both", told, 9)
    build([both], tmp_path / "both.dateline")
    folders = [write(tmp_path / "one", told[:9], 9), write(tmp_path / "two", told[9:], 9)]
    for folder in folders:
        reduce_folder(Folder(folder), Settings(), 1, quiet)
        build([folder], tmp_path / "r.dateline")
    cached = {"altered": 0, "alike": 0}  # kept beside what of it still stands
    same(
        {**shown(tmp_path / "r.dateline"), **cached},
        {**shown(tmp_path / "both.dateline"), **cached},
    )


@pytest.mark.parametrize(("error", "tries"), [(RuntimeError, 3), (PermissionError, 1)])
def test_what_the_engine_cannot_do_one_machine_does(batch, tmp_path, monkeypatch, error, tries):
    told, tried = batch(8, 9), []

    def fail(*_):
        tried.append(1)
        raise error

    build([write(tmp_path / "one", told, 9)], tmp_path / "one.dateline")
    monkeypatch.setattr(take, "reduce_folder", fail)
    build([write(tmp_path / "two", told, 9)], tmp_path / "two.dateline", workers=2)
    assert len(tried) == tries
    same(shown(tmp_path / "two.dateline"), shown(tmp_path / "one.dateline"))


def spun(text, number):
    """Another wording of a text, by a dictionary of its own."""
    words = enumerate(text.split(" "))
    return " ".join(f"{word}{number}" if n % 7 == number % 7 else word for n, word in words)


@pytest.mark.parametrize("crowd", [2, 1000])
def test_copies_in_other_words_and_stitched_ones_are_found_as_on_one_machine(
    reports, tmp_path, monkeypatch, crowd
):
    monkeypatch.setattr(comparing, "CROWD", crowd)
    told = list(read(reports))
    for number, one in enumerate(told[:]):
        stitched = f"{one.text}\n\n{told[number - 1].text}"
        cut, near = one.text[: len(one.text) * 2 // 3], f"From our desk.\n{one.text}"
        for text in (spun(one.text, number), stitched, cut, near):
            told.append(Report.from_text(text, key=f"c{len(told)}", published=one.published))
    batch = [(one, Extraction()) for one in told]
    build([write(tmp_path / "one", batch, 9)], tmp_path / "one.dateline")
    folder = write(tmp_path / "two", batch[::-1], 5)
    reduce_folder(Folder(folder), Settings(), 1, quiet)
    monkeypatch.setattr(dateline.reduce, "reduce", None)  # it is not made on one machine
    build([folder], tmp_path / "two.dateline")
    found, expected = (shown(tmp_path / f"{name}.dateline") for name in ("two", "one"))
    kinds = {link["kind"] for _, voice in expected["voice"] for link in json.loads(voice)["links"]}
    assert {"spun", "near", "cut"} <= kinds
    # Pairs that are compared ahead are more than those that need be.
    assert set(expected["alike"]) <= set(found["alike"])
    same({**found, "alike": 0}, {**expected, "alike": 0})


def quiet(*_):
    """Tell nobody."""
