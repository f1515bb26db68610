import datetime as dt
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

import dateline
from dateline.cli.main import run
from dateline.model import Actor, Detail, Mention, Place, Span, Time, mention_id
from dateline.reduce import reduce
from dateline.store import connect

sys.path.insert(0, str(Path(__file__).parent))
import postgres

FIRST = dt.date(2019, 7, 1)


def actor(code):
    return Actor(code=code, country=code[:3] if code[3:4] in {"", " "} else None, name=code)


@pytest.fixture
def make_mention():
    """A factory of mentions between invented sentences; every field can be set."""

    def make(source="JPN", target="KOR", *, report="r1", start=0, type="CONSULT", **fields):  # noqa: A002
        evidence = Span(report_id=report, start=start, end=start + 40)
        sides = {
            "source": tuple(actor(c) for c in source.split("+") if c),
            "target": tuple(actor(c) for c in target.split("+") if c),
        }
        day, until = fields.pop("day", FIRST), fields.pop("until", None)
        time = day and Time(
            span=evidence,
            timex_type="DATE",
            timex_value=day.isoformat(),
            earliest=day,
            latest=until or day,
            granularity="range" if until else "day",
            edtf=f"{day}/{until}" if until else day.isoformat(),
            basis=fields.pop("basis", "explicit"),
        )
        place = fields.pop("place", None)
        details = tuple(
            Detail(field=name, value=value, span=evidence)
            for name, value in fields.pop("details", {}).items()
        )
        return Mention(
            id=mention_id(evidence, start, type, (source, target)),
            event_type=type,
            evidence=evidence,
            time=time,
            place=place and Place(name=place, country=None, span=evidence),
            details=details,
            **{**sides, **fields},
        )

    return make


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
    return Path(__file__).parent / "system" / "reports"


@pytest.fixture(scope="session")
def record(tmp_path_factory, reports):
    """A record of the short reports; tests that change a record take a copy."""
    path = tmp_path_factory.mktemp("record") / "r.dateline"
    dateline.build([reports], path)
    return path


@pytest.fixture(scope="session")
def postgres_server():
    """The address of a PostgreSQL server; in CI there has to be one."""
    if reason := postgres.missing():
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with postgres.server() as address:
        yield address


@pytest.fixture
def database(postgres_server):
    """The address of a new, empty database."""
    with postgres.database(postgres_server) as address:
        yield address


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


@pytest.fixture(scope="session")
def part_of():
    """Make a record, at `path`, of some reports of another one, from what that has stored."""

    def make(record, path, keys, settings):
        target = sqlite3.connect(path)
        with sqlite3.connect(record) as source:
            source.backup(target)
        target.close()
        db = connect(path, create=False)
        marks = ", ".join("?" * len(keys))
        db.execute(f"DELETE FROM report WHERE key NOT IN ({marks})", keys)
        gone = "(SELECT id FROM text WHERE id NOT IN (SELECT text_id FROM report))"
        mentions = f"SELECT id FROM mention WHERE text_id IN {gone}"
        db.execute(f"DELETE FROM block WHERE mention_id IN ({mentions})")
        for name in ("mention", "statement", "print"):
            db.execute(f"DELETE FROM {name} WHERE text_id IN {gone}")
        db.execute("DELETE FROM text WHERE id NOT IN (SELECT text_id FROM report)")
        reduce(db, settings, anew=True)
        db.close()
        return path

    return make
