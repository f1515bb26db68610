"""A ledger of a part of a record is that part of the ledger made of all its events."""

import shutil
from itertools import combinations
from pathlib import Path

import pytest

import dateline
from dateline.query import Query
from dateline.query.ledgers.agreements import ALSO, MADE, follow, grouped, is_made
from dateline.query.ledgers.case import TYPES
from dateline.query.ledgers.common import day, of_type
from dateline.query.ledgers.denials import answers, is_denial
from dateline.query.ledgers.incidents import ALSO as OF_INCIDENTS
from dateline.query.ledgers.incidents import incident
from dateline.query.ledgers.later import ALSO as LATER
from dateline.query.ledgers.red_lines import FORCE, crosses
from dateline.query.ledgers.sources import Sources
from dateline.query.ledgers.steps import BREACHES, STEPS
from dateline.query.ledgers.tellings import tellings
from gathered import gather

REPORTS = Path(__file__).parent / "ledger_reports"
HACKS = """---
published: 2023-05-23
publisher: The Courier
---
On 4 May 2023 Indian hackers attacked Chinese power plants with malware.
China accused India on 9 May 2023 of the cyberattack on its power plants.
India denied on 10 May 2023 that it had attacked Chinese power plants.
Pakistan accused India on 11 May 2023 of a cyberattack on its banks.
India rejected on 12 May 2023 the claim of a cyberattack on Pakistani banks as baseless.
China imposed sanctions on India on 20 May 2023 over the cyberattack on its power plants.
Japan accused Russia on 21 May 2023 of the NotPetya cyberattack.
Russia denied on 22 May 2023 any part in the NotPetya cyberattack.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("part")
    shutil.copytree(REPORTS, folder / "reports")
    (folder / "reports" / "90-hacks.md").write_text(HACKS, encoding="utf-8")
    dateline.build([folder / "reports"], folder / "r.dateline")
    with dateline.open(folder / "r.dateline") as opened:
        yield opened


def queries():
    parties = ("CHN", "IND", "PAK", "JPN", "RUS")
    yield from (Query(between=pair) for pair in combinations(parties, 2))
    yield from (Query(actor=party) for party in parties)
    yield Query.from_url("start=2023-03&end=2023-05")
    yield Query()


@pytest.fixture(params=queries(), ids=lambda query: query.to_url() or "all")
def query(request):
    return request.param


def test_the_steps_of_agreements_are_those_that_comparing_all_finds(record, query):
    asked = of_type(query, *MADE, also=ALSO)
    made = [event for event in record.timeline(asked) if is_made(event)]
    later = record.timeline(of_type(Query(), *STEPS, *BREACHES, also=LATER))
    told = sorted(tellings(record.db, later), key=lambda one: day(one.event))
    plain = [follow(promise, told) for promise in grouped(tellings(record.db, made))]
    assert record.agreements(query) == sorted(plain, key=lambda one: day(one.event))


def test_the_incidents_are_those_that_gathering_all_finds(record, query):
    everything = list(record.timeline(of_type(Query(), *TYPES, also=OF_INCIDENTS)))
    ids = {event.id for event in record.timeline(of_type(query, *TYPES, also=OF_INCIDENTS))}
    plain = [
        incident(record.db, case)
        for case in gather(everything, Sources(record.db))
        if query == Query() or ids & {event.id for event in case.sure()}
    ]
    assert sorted(record.incidents(query), key=str) == sorted(plain, key=str)


def test_the_denials_are_those_that_trying_all_finds(record, query):
    everything = list(record.timeline(of_type(Query(), *TYPES, also=("happened", "ongoing"))))
    cases = gather(everything, Sources(record.db))
    given = [event for event in everything if is_denial(event)]
    for one in record.accusations(query):
        mine = [case for case in cases if one.event in case.accusations]
        ids = {denial.id for denial in given if answers(denial, one.event)}
        ids |= {d.id for case in mine for d in case.denials if d.end >= one.event.start}
        assert {denial.id for denial in one.denials} == ids


def test_the_crossings_of_red_lines_are_those_that_trying_all_finds(record, query):
    attacks = list(record.timeline(of_type(Query(), *FORCE, also=("happened", "ongoing"))))
    for line in record.red_lines(query):
        crossed = [a for a in attacks if crosses(a, line.event, line.by, line.protected)]
        assert list(line.incidents) == crossed
        ids = {attack.id for attack in crossed}
        over = [i for i in record.incidents() if ids & {attack.id for attack in i.attacks}]
        assert list(line.crossings) == over


def test_the_record_holds_what_these_tests_are_about(record):
    assert len(record.agreements()) > 1
    assert len(record.incidents()) > 1
    assert any(one.denials for one in record.accusations())
    assert record.red_lines()
