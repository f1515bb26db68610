import json
import random

import pytest

from dateline.model import Report
from dateline.read import read

GENERATED = 150
PEOPLE = ("Kenya", "Somalia"), ("Peru", "Chile"), ("Oman", "Yemen"), ("Laos", "Nepal")
ACTS = (
    "{a} expelled {n} diplomats of {b} on March {d}, 2019.",
    "{a} and {b} agreed on March {d}, 2019 to reopen {n} border crossings.",
    "The foreign ministers of {a} and {b} met in Geneva on March {d}, 2019.",
    "{a} accused {b} of holding {n} fishermen.",
)


@pytest.fixture
def views(call):
    """Return all that a record shows, as bytes that can be compared."""

    def views(record):
        shown = [
            call("timeline", record, "--json", "--status", "all"),
            call("voices", record, "--json"),
            call("statements", record, "--json"),
            call("incidents", record, "--json"),
        ]
        assert {done.code for done in shown} == {0}
        return [done.out for done in shown]

    return views


@pytest.fixture
def counts(call):
    """Build in this process and return the counts."""

    def counts(record, *paths, code=0):
        done = call("build", *paths, "--record", record, "--json")
        assert done.code == code, done.err
        return done.json

    return counts


@pytest.fixture
def rows(reports):
    """Return the short reports as rows of JSON Lines."""

    def row(report: Report):
        return {
            "id": report.key,
            "title": report.title,
            "text": report.text,
            "publisher": report.publisher,
            "published": report.published.isoformat(),
            "language": report.language,
        }

    return [row(report) for report in read(reports)]


@pytest.fixture
def as_file(tmp_path):
    """Write rows as JSON Lines, in their order."""

    def as_file(rows, name="rows.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return path

    return as_file


@pytest.fixture(scope="session")
def many(tmp_path_factory):
    """A file of many short reports, enough for several transactions of a build."""
    chance = random.Random(7)
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    with path.open("w") as file:
        for number in range(GENERATED):
            a, b = chance.choice(PEOPLE)
            text = " ".join(
                act.format(a=a, b=b, n=chance.randint(2, 99), d=chance.randint(1, 28))
                for act in chance.sample(ACTS, 3)
            )
            day = f"2019-04-{chance.randint(1, 28):02}"
            row = {"id": f"r{number}", "text": text, "published": day, "language": "en"}
            file.write(json.dumps(row) + "\n")
    return path
