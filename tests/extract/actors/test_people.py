import datetime as dt

import pytest

from dateline.extract.actors.people import holder, near, people

STATE, GOVERNMENT = ("head_of_state",), ("head_of_government",)


@pytest.mark.parametrize(
    ("country", "offices", "day", "words", "name"),
    [
        ("USA", STATE, "1991-02-01", "president", "George H.W. Bush"),
        ("USA", STATE, "2005-02-01", "president", "George W. Bush"),
        ("DEU", GOVERNMENT, "2004-01-01", "chancellor", "Gerhard Schroeder"),
        ("DEU", GOVERNMENT, "2015-01-01", "chancellor", "Angela Merkel"),
        ("IRN", STATE, "2015-01-01", "president", "Hassan Rouhani"),
        ("IRN", STATE, "2015-01-01", "supreme leader", "Ali Khamenei"),
        ("GBR", GOVERNMENT, "2016-08-01", "prime minister", "Theresa May"),
    ],
)
def test_holder_is_bounded_by_time(country, offices, day, words, name):
    found = holder(country, offices, dt.date.fromisoformat(day), words)
    assert found is not None
    assert found.name == name


def test_no_holder_is_made_up():
    assert holder("JPN", ("no_such_office",), dt.date(2015, 1, 1)) is None
    assert holder("USA", STATE, dt.date(1801, 1, 1), "president") is None


def test_a_leader_is_near_shortly_before_and_after_a_term():
    (obama,) = people().named["Barack Obama"]
    assert near(obama, dt.date(2009, 1, 5))
    assert near(obama, dt.date(2017, 6, 1))
    assert not near(obama, dt.date(2021, 6, 1))
    assert not near(obama, dt.date(2004, 6, 1))


def test_terms_do_not_run_backwards():
    for persons in people().named.values():
        for person in persons:
            assert all(term.since <= term.until for term in person.terms), person.name
