"""What full text finds for the ledgers has every event that they would take after reading all."""

from pathlib import Path

import pytest

import dateline
from dateline.query import Query, Record
from dateline.query.ledgers import speaking
from dateline.query.ledgers.cases import speaks_of_it, tells_of_intrusion
from dateline.query.ledgers.denials import is_denial
from dateline.query.ledgers.sources import Sources
from dateline.store import decisions

REPORTS = Path(__file__).parent / "ledger_reports"


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    path = tmp_path_factory.mktemp("speaking") / "r.dateline"
    dateline.build([REPORTS], path)
    with dateline.open(path) as opened:
        yield opened


def everything(record):
    return {event.id: event for event in record.timeline(Query(status=("all",), rejected=True))}


@pytest.mark.parametrize(
    ("sought", "taken"),
    [
        (speaking.of_attacks, speaks_of_it),
        (speaking.may_be_attacks, tells_of_intrusion),
        (speaking.denying, lambda event, _: is_denial(event)),
    ],
)
def test_none_is_missed_and_not_all_are_found(record, sought, taken):
    events, sources = everything(record), Sources(record.db)
    found = sought(record.db, events)
    assert found >= {event.id for event in events.values() if taken(event, sources)}
    assert 0 < len(found) < len(events)


def test_a_headline_that_somebody_wrote_is_sought_too(tmp_path):
    path = tmp_path / "r.dateline"
    dateline.build([REPORTS], path)
    with Record(path) as mine:
        (event,) = [e for e in everything(mine).values() if e.event_type == "REJECT"][:1]
        assert event.id in speaking.denying(mine.db, [event.id])
        other = next(e for e in everything(mine).values() if e.event_type == "CONSULT")
        assert other.id not in speaking.of_attacks(mine.db, [other.id])
        ruling = decisions.ruling(
            mine.db, "edit", [other.id], who="ana", when="2026-01-01T00:00:00Z",
            field="headline", value="Hackers attacked.",
        )  # fmt: skip
        decisions.append(mine.db, ruling)
        assert other.id in speaking.of_attacks(mine.db, [other.id])
