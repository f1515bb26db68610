"""What the engine reduces an extraction to is what one machine makes of its reports."""

import random
import sys
from contextlib import closing
from pathlib import Path

import pytest

import dateline.reduce
from dateline.pipeline import build
from dateline.store import connect

# What other folders of tests share.
sys.path.insert(0, str(Path(__file__).parents[1]))
import articles
from extractions import dump, write


@pytest.fixture
def told(make_mention):
    """Some reports with what they yield."""
    chance, earlier, found = random.Random(5), [], []
    for number in range(60):
        report, lines, what = articles.article(make_mention, chance, number, earlier)
        earlier.append(lines)
        found.append((report, what))
    return found


def shown(path):
    with closing(connect(path, create=False)) as db:
        return dump(db)


def test_the_engine_makes_the_same_record(told, tmp_path, monkeypatch):
    build([write(tmp_path / "one", told, 7)], tmp_path / "one.dateline")
    expected = shown(tmp_path / "one.dateline")
    random.Random(1).shuffle(told)
    folder = write(tmp_path / "two", told, 9)
    monkeypatch.setattr(dateline.reduce, "reduce", None)  # it is not made on one machine
    build([folder], tmp_path / "two.dateline", workers=2)
    found = shown(tmp_path / "two.dateline")
    assert found.keys() == expected.keys()
    for name, rows in expected.items():
        assert found[name] == rows, name
