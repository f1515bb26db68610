"""Records that are written and not read from articles: a test says what each sentence claims."""

import datetime as dt
from dataclasses import dataclass, field

from dateline.model import Actor, Extraction, Mention, Report, Span, Time, mention_id
from dateline.reduce import reduce
from dateline.settings import Settings
from dateline.store import connect, reports
from dateline.store.database import writing


@dataclass
class Told:
    """What one sentence of a report claims."""

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


def write(path, told_by):
    """Write a record of reports by key: the fields of each, and what its sentences claim."""
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
