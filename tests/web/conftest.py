import datetime as dt
import json
import sys
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

from dateline.web.app import application

sys.path.insert(0, str(Path(__file__).parents[1]))
from written import Told, write

ARTICLES = Path(__file__).parents[1] / "hostile" / "articles"
SITE = "http://localhost"


class Browser:
    """A client of a record's server, and what it gets as parsed pages."""

    def __init__(self, path, **options):
        self.path = path
        self.client = TestClient(application(path, **options), SITE, follow_redirects=False)

    def get(self, address, **options):
        return self.client.get(address, **options)

    def page(self, address):
        answer = self.get(address)
        assert answer.status_code == 200, answer.text
        return lxml.html.fromstring(answer.text)

    def all(self, address, path):
        """The words of each element of a page that an XPath finds, each on one line."""
        return [" ".join(one.text_content().split()) for one in self.page(address).xpath(path)]


@pytest.fixture(scope="session")
def site(record):
    """The server of the short reports."""
    return Browser(record)


@pytest.fixture(scope="session")
def many(tmp_path_factory):
    """The server of a record of 250 events that are easy to tell apart, and two undated ones."""
    told = {}
    for n in range(252):
        day = dt.date(2001, 1, 1) + dt.timedelta(days=23 * n)
        days = None if n >= 250 else (day.isoformat(), day.isoformat())
        conflict = n % 3 == 0
        told[f"r{n:03}"] = (
            {"publisher": f"Post {n % 4}", "published": dt.date(2020, 1, 1)},
            [
                Told(
                    f"Number {n} of the talks on fish, said desk {n * 7919 % 1000}.",
                    type="ACCUSE" if conflict else "CONSULT",
                    source=("PER", "CHL", "ARG")[n % 3] if days else ("ECU", "URY")[n % 2],
                    target="BRA",
                    days=days,
                    fields={
                        "quad": 3 if conflict else 1,
                        "intensity": -3.0 if conflict else 2.5,
                        "contexts": ("cyber",) if n % 5 == 0 else ("economic", "military"),
                        "status": "hypothetical" if n % 50 == 7 else "happened",
                    },
                )
            ],
        )
    return Browser(write(tmp_path_factory.mktemp("many") / "many.dateline", told))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """The server of a record into which the hostile articles came as they are."""
    told, day = {}, dt.date(2019, 1, 1)
    for path in sorted(ARTICLES.glob("*.json")):
        fields = json.loads(path.read_text("utf-8"))
        said = []
        for line in fields.pop("sentences"):
            day += dt.timedelta(days=30)
            dated = (day.isoformat(), day.isoformat())
            said.append(
                Told(line.replace("\n", " "), "SANCTION", "KEN", "SOM", dated, fields={"quad": 4})
            )
        told[f"<b>{path.stem}"] = (fields, said)
    return Browser(write(tmp_path_factory.mktemp("hostile") / "h.dateline", told))
