import io
import json
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

import dateline
from dateline.cli.main import run

REPORTS = Path(__file__).parents[1] / "system" / "reports"


@dataclass
class Done:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return self.out.splitlines()


@pytest.fixture(scope="session")
def reports():
    """The folder of short reports on Japan and South Korea, India and Pakistan."""
    return REPORTS


@pytest.fixture(scope="session")
def record(tmp_path_factory):
    """A record of the short reports; tests that change a record take a copy."""
    path = tmp_path_factory.mktemp("record") / "r.dateline"
    dateline.build([REPORTS], path)
    return path


@pytest.fixture
def own_record(record, tmp_path):
    """A copy of the record for a test to change."""
    return Path(shutil.copy(record, tmp_path / "own.dateline"))


@pytest.fixture
def call(monkeypatch):
    """Run the command's own entry point in this process, and return what it left."""

    def call(*args):
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
        monkeypatch.setattr(sys, "argv", ["dateline", *map(str, args)])
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
            run()
        out.flush()
        return Done(ended.value.code or 0, out.buffer.getvalue().decode(), err.getvalue())

    return call


@pytest.fixture(scope="session")
def command():
    """The installed command."""
    return str(Path(sys.executable).with_name("dateline"))


@pytest.fixture
def spawn(command):
    """Run the installed command in a process of its own."""

    def spawn(*args, **options):
        words = [command, *map(str, args)]
        done = subprocess.run(words, capture_output=True, check=False, timeout=120, **options)
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return spawn
