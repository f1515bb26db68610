import datetime as dt
from dataclasses import dataclass, field

import pytest

from dateline.model import Actor, Extraction, Mention, Report, Span, Time, mention_id
from dateline.publish import View
from dateline.query import Query, Record
from dateline.reduce import reduce
from dateline.settings import Settings
from dateline.store import connect, reports
from dateline.store.sqlite import writing


@dataclass
class Told:
    """What one sentence of a report claims, for a record that is written and not read."""

    text: str
    type: str = "CONSULT"
    source: str = "JPN"
    target: str = "KOR"
    days: tuple[str, str] | None = ("2019-07-01", "2019-07-01")
    grain: str = "day"
    edtf: str = ""
    fields: dict = field(default_factory=dict)


def actor(code):
    return Actor(code=code, country=code[:3], name=code)


def mention(report, start, told):
    span = Span(report_id=report.id, start=start, end=start + len(told.text))
    first, last = told.days or (None, None)
    time = first and Time(
        span=span, timex_type="DATE", timex_value=first, granularity=told.grain,
        earliest=dt.date.fromisoformat(first), latest=last and dt.date.fromisoformat(last),
        edtf=told.edtf, basis="explicit",
    )  # fmt: skip
    return Mention(
        id=mention_id(span, start, told.type, (told.source, told.target)),
        event_type=told.type, evidence=span, time=time or None,
        source=tuple(map(actor, filter(None, told.source.split("+")))),
        target=tuple(map(actor, filter(None, told.target.split("+")))),
        **told.fields,
    )  # fmt: skip


@pytest.fixture(scope="session")
def write_record():
    """Write a record of reports, each given by its fields and what its sentences claim."""

    def write(path, told_by):
        db = connect(path, create=True)
        with writing(db):
            for key, (fields, sentences) in told_by.items():
                text = "\n".join(told.text for told in sentences)
                report = Report.from_text(text, key=key, language="en", **fields)
                reports.add(db, [report])
                found, start = [], 0
                for told in sentences:
                    found.append(mention(report, start, told))
                    start += len(told.text) + 1
                reports.put(db, report, Extraction(mentions=tuple(found)), "test")
        reduce(db, Settings())
        db.close()
        return path

    return write


@pytest.fixture
def taken():
    """Take a view of a record away in a format; return the whole text."""

    def taken(path, form, query=None, kind="timeline"):
        from dateline.publish import format_of

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
def dated(tmp_path_factory, write_record):
    """A record with every way in which an event can be dated."""
    return write_record(tmp_path_factory.mktemp("dated") / "r.dateline", DATES)
