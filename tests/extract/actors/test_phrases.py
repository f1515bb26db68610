"""The resolution set: what a phrase means in a sentence of a given date."""

import datetime as dt
from pathlib import Path

import pytest

from dateline.extract import actors
from dateline.model import Report

FLOOR = 0.95
PHRASES = Path(__file__).with_name("phrases.tsv")


def rows() -> list[dict[str, str]]:
    lines = [line for line in PHRASES.read_text("utf-8").splitlines() if not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


def wrong(english, row: dict[str, str]) -> str:
    """Return what is wrong with the answer to one row, empty where it is right."""
    text = row["text"]
    phrase, _, nth = row["phrase"].partition("#")
    start = -1
    for _ in range(int(nth or 1)):
        start = text.index(phrase, start + 1)
    end = start + len(phrase)
    report = Report.from_text(text, published=dt.date.fromisoformat(row["published"]))
    found = [
        actor
        for ref in actors.find(english.parse(text), report)
        for actor in ref.actors
        if actor.spans[0].start < end and start < actor.spans[0].end
    ]
    if row["codes"] == "-":
        return f"{row['phrase']}: {[a.code for a in found]}" if found else ""
    codes = sorted(actor.code for actor in found)
    if codes != sorted(row["codes"].split("|")):
        return f"{row['text']} [{row['phrase']}]: {codes}, not {row['codes']}"
    spans = {(actor.spans[0].start, actor.spans[0].end) for actor in found}
    if "-" not in phrase and spans != {(start, end)}:
        return f"{row['text']} [{row['phrase']}]: {spans}, not {(start, end)}"
    if row["name"] and [actor.name for actor in found] != [row["name"]]:
        return f"{row['text']} [{row['phrase']}]: {found[0].name}, not {row['name']}"
    return ""


@pytest.mark.parametrize("half", [0, 1])
def test_at_least_95_percent_are_right_in_each_half(english, half):
    asked = rows()[half::2]
    errors = [error for error in (wrong(english, row) for row in asked) if error]
    assert 1 - len(errors) / len(asked) >= FLOOR, "\n".join(errors)


def test_set_is_large_enough():
    assert len(rows()) >= 150
