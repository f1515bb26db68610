"""What the guides show is run, and what they list is all there is."""

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import get_args

import pytest

import archives
from dateline.errors import MESSAGES
from dateline.link.decide import EDITS
from dateline.model import DecisionKind
from dateline.publish import FORMATS

GUIDES = Path(__file__).parents[2] / "docs" / "how-to"


def guide(name):
    return (GUIDES / name).read_text("utf-8")


def commands(text):
    """The words of each command that a guide shows, without `dateline` and what a shell does."""
    for line in re.findall(r"^dateline (.*)$", text, re.MULTILINE):
        words = shlex.split(line)
        yield words[: words.index(">")] if ">" in words else words


def rows(text):
    """The first cell of each row of a guide's first table."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [line.split("|")[1].strip().strip("`") for line in lines[2:]]


@pytest.fixture
def here(record, tmp_path, monkeypatch):
    """A folder with a record under each name that the guides use."""
    for name in ("my.dateline", "other.dateline"):
        shutil.copy(record, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_exports_shown_are_written(here, call):
    shown = [words for words in commands(guide("take-away.md")) if words[0] == "export"]
    assert len(shown) == 4
    for words in shown:
        assert call(*words).code == 0
    assert {"cyber.csv", "incidents.csv", "site"} < {path.name for path in here.iterdir()}
    assert (here / "site" / "index.html").exists()


def test_every_format_and_decision_is_in_its_table():
    assert rows(guide("take-away.md")) == [*FORMATS, "html", "parquet"]
    assert set(rows(guide("corrections.md"))) == set(get_args(DecisionKind))
    (edit,) = [line for line in guide("corrections.md").splitlines() if line.startswith("| edit")]
    assert all(field in edit for field in EDITS)


@pytest.mark.parametrize("name", ["take-away.md", "corrections.md", "archives.md"])
def test_error_codes_that_are_named_exist(name):
    assert set(re.findall(r"\bD\d{3}\b", guide(name))) <= set(MESSAGES)


def test_the_decisions_shown_can_be_taken(here, call):
    events = call("timeline", "my.dateline", "--json", "--between", "JPN", "KOR").json
    several = max(events, key=lambda event: len(event["evidence"]))
    others = [event["id"] for event in events if event["id"] != several["id"]]
    real = {
        "e49547": others[0], "e5c1": several["id"], "e77a": others[1],
        "m0a1b2c3d4e5f607": several["evidence"][0]["mention"],
    }  # fmt: skip
    text = ""
    for words in commands(guide("corrections.md")):
        if words[0] == "decisions":
            done = call(*(real.get(word, word) for word in words))
            assert done.code == 0, done.err
            if words[1] == "export":
                text = done.out
                (here / "decisions.jsonl").write_text(text, "utf-8")
    kinds = [json.loads(line)["kind"] for line in text.splitlines()]
    assert kinds == ["reject", "edit", "edit", "merge", "split", "undo"]
    assert call("decisions", "export", "other.dateline").out == text


def test_the_line_shown_has_the_fields_of_a_line(here, call):
    (shown,) = re.findall(r"```json\n(.*?)\n```", guide("corrections.md"), re.DOTALL)
    (here / "shown.jsonl").write_text(shown + "\n", "utf-8")
    done = call("decisions", "import", "my.dateline", "shown.jsonl")
    assert done.code == 0
    (line,) = call("decisions", "export", "my.dateline").lines
    assert list(json.loads(line)) == list(json.loads(shown))


def test_the_archives_shown_are_read_and_what_is_left_out_has_the_codes_named(
    tmp_path, monkeypatch, call
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    apart = archives.page("Peel the potatoes.", "Fry the onions slowly until they are soft.")
    data = archives.packed(
        archives.record(),
        archives.record("https://wire.example/b", apart),
        archives.record(kind="request"),
        archives.record(body=b"<p>", length=7),
    )
    for name in ("CC-NEWS-20210616.warc.gz", "news/a.warc.gz"):
        (tmp_path / name).write_bytes(data)
    read, extract, load, remote = commands(guide("archives.md"))
    done = call(*read, "--json")
    assert done.json["reports"] == 1
    codes = [one["reason"][:4] for one in done.json["left_out"]]
    assert sorted(codes) == ["D204", "D221", "D222"]
    assert set(codes) <= set(re.findall(r"D\d{3}", guide("archives.md")))
    assert done.code == 3
    assert call(*extract).code == 3
    assert call(*load, "--json").json["reports"] == 1
    assert remote[1].startswith("s3://")
