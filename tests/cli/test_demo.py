"""The bundled example, as the command prints it."""

import re

import pytest

from dateline.cli import demo


@pytest.fixture
def few(monkeypatch, tmp_path):
    """Five of the bundled reports in place of all, which take a minute."""
    for path in sorted(demo.examples().glob("2021-06-1*.txt"))[:5]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(demo, "examples", lambda: tmp_path)
    return tmp_path


def test_the_bundled_reports_are_there():
    assert len(list(demo.examples().iterdir())) >= 60


@pytest.mark.usefixtures("few")
def test_the_demo_prints_the_timeline_of_two_states(call, tmp_path_factory):
    record = tmp_path_factory.mktemp("kept") / "demo.dateline"
    done = call("demo", "--workers", "1", "--record", record)
    assert done.code == 0
    counts, *lines = done.lines
    assert re.match(rf"{re.escape(str(record))}: 5 reports in \d voices, \d+ mentions", counts)
    assert any("USA" in line and "RUS" in line and "CONSULT" in line for line in lines)
    assert "events between USA and RUS" in done.err
    again = call("timeline", record, "--between", "USA", "RUS")
    assert lines == again.lines
