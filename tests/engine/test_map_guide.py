"""What the guide on many reports shows is run."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from dateline.engine import layout
from dateline.errors import MESSAGES

GUIDE = (Path(__file__).parents[2] / "docs" / "how-to" / "many-reports.md").read_text("utf-8")
COMMANDS = [shlex.split(words) for words in re.findall(r"^dateline (.*)$", GUIDE, re.MULTILINE)]


@pytest.fixture
def here(reports, tmp_path, monkeypatch):
    shutil.copytree(reports, tmp_path / "reports")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
def test_the_commands_shown_make_the_record_that_build_makes(call, capsys):
    for words in COMMANDS:
        assert call(*words).code == 0
    assert call("build", "reports", "--record", "own.dateline").code == 0
    made, own = (call("timeline", name, "--json").out for name in ("my.dateline", "own.dateline"))
    assert made == own
    (code,) = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    exec(code, {})  # noqa: S102 - it is the guide's own
    shown = capsys.readouterr().out
    assert "['IND', 'PAK']" in shown


def test_tables_columns_and_codes_that_are_named_exist():
    named = {}
    for line in GUIDE.splitlines():
        if line.startswith("| `"):
            table, _, columns = line.strip("|").split("|")
            named[table.strip(" `")] = set(re.findall(r"`(\w+)`", columns))
    assert set(named) == set(layout.TABLES)
    for table, columns in named.items():
        assert columns <= set(layout.schemas()[table].names)
    assert set(re.findall(r"\bD\d{3}\b", GUIDE)) <= set(MESSAGES)
