"""The reports that a view rests on, each with the events of the view that it tells of."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from dateline.model import Event, Noun, Report
from dateline.publish.base import TIMELINE, View
from dateline.publish.escape import line

OF_TEXT = "SELECT id, sentence FROM mention WHERE text_id = ? ORDER BY id"


class Told(NamedTuple):
    """What a source tells of an event of the view; of a statement, which is of none, who said it.

    Its `event` and `grade` are empty then.
    """

    event: str
    grade: str
    text: str


class Source(NamedTuple):
    """A report, the name it is cited by, and what it tells."""

    report: Report
    cite: str
    told: list[Told]


def sources(view: View) -> Iterator[Source]:
    """Yield the reports of a view's events, or statements, by key, copies too."""
    if view.kind == "statements":
        yield from of_statements(view)
        return
    db = view.record.db
    keys, events = set[str](), dict[str, tuple[str, str]]()
    for event in shown(view):
        keys.update(event.reports)
        graded = event.id, f"{event.grade.reliability}{event.grade.credibility}"
        events.update(dict.fromkeys(event.mentions, graded))
    for report, text_id in reports(view):
        if report.key in keys:
            found = db.execute(OF_TEXT, (text_id,))
            told = [Told(*events[m["id"]], line(m["sentence"])) for m in found if m["id"] in events]
            # Another text may have the same key.
            if told:
                yield Source(report, cite(report), told)


def of_statements(view: View) -> Iterator[Source]:
    """Yield the reports of a view's statements, with what is said, by key."""
    told = defaultdict[tuple[str, str], list[Told]](list)
    for said in view.record.statements(view.query):
        text_id = said.statement.content_spans[0].report_id if said.statement.content_spans else ""
        told[said.report, text_id].append(Told("", "", line(f"{said.speaker}: {said.content}")))
    for report, text_id in reports(view):
        if found := told.get((report.key, text_id)):
            yield Source(report, cite(report), found)


def reports(view: View) -> Iterator[tuple[Report, str]]:
    """Yield the reports of a record by key, each with the id of its text."""
    for row in view.record.db.execute("SELECT text_id, data FROM report ORDER BY key, text_id"):
        yield msgspec.json.decode(row["data"], type=Report), row["text_id"]


def shown(view: View) -> Iterator[Event]:
    """Yield the events that a view shows, in their order; in a ledger some more than once."""
    if view.kind == TIMELINE:
        yield from view.record.timeline(view.query)
        return
    from dateline.publish.ledgers import LEDGER  # late: it needs this package's rows

    for item in LEDGER[view.kind].items(view.record, view.query):
        yield from inside(item)


def inside(item: object) -> Iterator[Event]:
    """Yield the events that an item of a ledger is made of."""
    if isinstance(item, Event):
        yield item
    elif isinstance(item, tuple):
        for one in item:
            yield from inside(one)
    elif isinstance(item, Noun):
        for name in item.__struct_fields__:
            yield from inside(getattr(item, name))


def cite(report: Report) -> str:
    """Return a name to cite a report by: letters, digits and hyphens; no two share one."""
    plain = unicodedata.normalize("NFKD", report.publisher or "report").lower()
    word = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:24]
    digest = hashlib.sha256(f"{report.key}\x1f{report.id}".encode("utf-8", "replace")).hexdigest()
    year = f"{report.published.year:04}" if report.published else "undated"
    return f"{word or 'report'}-{year}-{digest[:8]}"
