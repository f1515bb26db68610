import datetime as dt
import itertools

import pytest

from dateline.model import Report
from dateline.store import connect, reports

TEXT = "Chad and Niger signed a pact."


def report(day, publisher):
    date = dt.date(2021, 6, day)
    return Report.from_text(TEXT, key="a", published=date, publisher=publisher)


@pytest.fixture
def stored(tmp_path):
    """A function that adds reports in one build after another and returns what is known."""

    def run(*builds):
        path = tmp_path / "r.dateline"
        path.unlink(missing_ok=True)
        for given in builds:
            db = connect(path, create=True)
            reports.add(db, given)
            found = reports.of_text(db, given[0].id)
            db.close()
        return found

    return run


def test_two_reports_of_one_key_and_text_give_the_same_in_any_order(stored):
    given = [report(3, "B"), report(1, "C"), report(2, "A")]
    results = [stored(list(order)) for order in itertools.permutations(given)]
    assert all(result == results[0] for result in results)
    assert len(results[0]) == 1


def test_a_later_build_corrects_what_is_known_of_a_report(stored):
    (found,) = stored([report(1, "A")], [report(9, "Z")])
    assert (found.published, found.publisher) == (dt.date(2021, 6, 9), "Z")
