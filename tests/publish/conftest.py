import datetime as dt
import sys
from pathlib import Path

import pytest

from dateline.publish import View, format_of
from dateline.query import Query, Record

# What other folders of tests share.
sys.path.insert(0, str(Path(__file__).parents[1]))
from written import Told, write


@pytest.fixture
def taken():
    """Take a view of a record away in a format; return the whole text."""

    def taken(path, form, query=None, kind="timeline"):
        with Record(path) as opened:
            view = View(opened, query or Query(status=("all",)), kind)
            return "".join(format_of(form, kind).pieces(view))

    return taken


DATES = {
    "wire-a": (
        {"title": "On the day", "publisher": "Harbour Wire", "published": dt.date(2019, 7, 2),
         "url": "https://wire.example/a"},
        [
            Told("Japan and South Korea met on 1 July 2019.", source="JPN+KOR", target="JPN+KOR",
                 fields={"reciprocal": True, "quad": 1}),
            Told("Japan sanctioned South Korea in May 2018.", "SANCTION", grain="month",
                 days=("2018-05-01", "2018-05-31"), edtf="2018-05", fields={"quad": 4}),
            Told("India aided Nepal in 2015.", "AID", "IND", "NPL", grain="year",
                 days=("2015-01-01", "2015-12-31"), edtf="2015", fields={"quad": 2}),
        ],
    ),
    "wire-b": (
        {"title": "Later", "publisher": "Inland Post", "published": dt.date(2020, 1, 9)},
        [
            Told("India accused Nepal at some time.", "ACCUSE", "IND", "NPL", days=None,
                 fields={"quad": 3}),
            Told("India will aid Nepal from 10 January 2020.", "AID", "IND", "NPL", grain="range",
                 days=("2020-01-10", None), edtf="2020-01-10/..",
                 fields={"quad": 2, "status": "planned"}),
            Told("Hackers of India attacked Nepal in the week of 6 January 2020.", "ASSAULT",
                 "IND", "NPL", days=("2020-01-06", "2020-01-12"), grain="week",
                 fields={"quad": 4, "mode": "cyber", "contexts": ("cyber",)}),
            Told("Nepal denied on 8 January 2020 that it attacked India.", "ASSAULT", "NPL", "IND",
                 days=("2020-01-08", "2020-01-08"),
                 fields={"quad": 4, "status": "negated", "mode": "cyber", "contexts": ("cyber",)}),
        ],
    ),
    "wire-c": (
        {"title": "Again", "publisher": "Lake Times", "url": "javascript:alert(1)"},
        [Told("Tokyo and Seoul held talks on 1 July 2019.", source="JPN+KOR", target="JPN+KOR",
              fields={"reciprocal": True, "quad": 1})],
    ),
}  # fmt: skip


@pytest.fixture(scope="session")
def dated(tmp_path_factory):
    """A record with every way in which an event can be dated."""
    return write(tmp_path_factory.mktemp("dated") / "r.dateline", DATES)
