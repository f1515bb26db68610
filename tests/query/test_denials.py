"""Each accusation shows the denials that answer it."""

import datetime as dt

import pytest

import dateline
from dateline.cli.rows import said_line
from dateline.publish.ledgers import incident_row, said_row
from dateline.query import Query

ACCUSED = (
    "The United States accused Russia of hacking American pipelines in May. "
    "Moscow denied that it had hacked the pipelines."
)
LATER = "The Russian foreign minister denied hacking any American pipelines."
OTHER = "Peru denied that it had closed the border with Chile."
THREAT = "Russia will expel American diplomats if Washington imposes sanctions."


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("denials")
    texts = {"a": ACCUSED, "b": LATER, "c": OTHER, "d": THREAT}
    for day, (name, text) in enumerate(texts.items(), 1):
        page = f"<html><head><meta property='article:published_time' content='2021-06-0{day}'>"
        page += f"</head><body><article><p>{text}</p></article></body></html>"
        (folder / f"{name}.html").write_text(page)
    dateline.build([folder], folder / "r.dateline")
    with dateline.open(folder / "r.dateline") as opened:
        yield opened


def test_a_statement_that_accuses_shows_its_denials(record):
    (said,) = [one for one in record.statements(Query()) if one.statement.cue == "accuse"]
    assert [denial.content for denial in said.denials] == [
        "that it had hacked the pipelines",
        "hacking any American pipelines",
    ]
    assert said.denials[1].published == dt.date(2021, 6, 2)
    row = said_row(record, said)
    assert [denial["code"] for denial in row["denials"]] == ["RUS", "RUS GOV"]
    assert "denied by Moscow: that it had hacked the pipelines" in said_line(row)


def test_an_incident_pairs_accusation_and_denial_and_lists_no_denied_attack(record):
    found = record.incidents(Query())
    rows = [incident_row(record, one) for one in found]
    pairs = [one["denied_by"] for row in rows for one in row["accusations"]]
    denials = {denial["id"] for row in rows for denial in row["denials"]}
    assert pairs
    assert all(pair and set(pair) <= denials for pair in pairs)
    assert all(event.status != "denied" for one in found for event in one.attacks)


def test_a_threat_shows_its_condition_and_its_consequence(record):
    (line,) = record.red_lines(Query())
    assert line.conditions == ("if Washington imposes sanctions",)
    assert line.consequences == ("Russia will expel American diplomats",)
    assert line.event.status == "conditional"
