import datetime as dt

import pytest

from dateline.extract import actors
from dateline.extract.actors.states import first_day, kin, last_day, states, successors


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Russia", "RUS"),
        ("RUS", "RUS"),
        ("rus", "RUS"),
        ("Russian Federation", "RUS"),
        ("the United States", "USA"),
        ("U.S.", "USA"),
        ("South Korea", "KOR"),
        ("Kosovo", "XKX"),
        ("Soviet Union", "SUN"),
        ("  united   kingdom ", "GBR"),
    ],
)
def test_state_knows_names_and_codes(words, code):
    assert actors.state(words) == code


def test_state_is_none_for_what_is_no_state():
    assert actors.state("Atlantis") is None
    assert actors.state("") is None


def test_every_code_and_name_of_the_table_is_known():
    for code, entry in states().items():
        assert actors.state(code) == code
        assert actors.state(entry.name) == code


def test_lineage_holds_predecessors():
    assert actors.lineage("RUS") == {"RUS", "SUN"}
    assert actors.lineage("SUN") == {"SUN"}
    assert actors.lineage("JPN") == {"JPN"}
    assert {"SRB", "YUG", "SCG"} <= actors.lineage("SRB")


def test_kin_and_successors():
    assert kin("SUN", "RUS")
    assert kin("RUS", "SUN")
    assert not kin("RUS", "UKR")
    assert "RUS" in successors("SUN")


def test_partial_dates_span_their_days():
    assert first_day("1991") == dt.date(1991, 1, 1)
    assert last_day("1991") == dt.date(1991, 12, 31)
    assert last_day("2000-02") == dt.date(2000, 2, 29)
    assert last_day("2000-12") == dt.date(2000, 12, 31)
    assert first_day("2000-12-05") == last_day("2000-12-05") == dt.date(2000, 12, 5)
    assert first_day("") is None


def test_a_state_exists_between_its_dates():
    soviet = states()["SUN"]
    assert soviet.existed(dt.date(1985, 11, 20))
    assert not soviet.existed(dt.date(2021, 6, 16))
    assert not soviet.existed(None)
    assert states()["RUS"].existed(None)
