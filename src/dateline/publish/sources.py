"""The reports that a view rests on, each with the events of the view that it tells of."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from dateline.model import Report
from dateline.publish.base import View
from dateline.publish.escape import line

OF_TEXT = "SELECT event_id, sentence FROM mention WHERE text_id = ? AND event_id IS NOT NULL"


class Told(NamedTuple):
    """What a source tells of an event of the view."""

    event: str
    grade: str
    text: str


class Source(NamedTuple):
    """A report, the name it is cited by, and what it tells."""

    report: Report
    cite: str
    told: list[Told]


def sources(view: View) -> Iterator[Source]:
    """Yield the reports of a view's events by key, copies too."""
    db = view.record.db
    grades, texts = {}, set[str]()
    for event in view.record.timeline(view.query):
        grades[event.id] = f"{event.grade.reliability}{event.grade.credibility}"
        found = db.execute("SELECT text_id FROM mention WHERE event_id = ?", (event.id,))
        texts.update(row["text_id"] for row in found)
    for row in db.execute("SELECT text_id, data FROM report ORDER BY key, text_id"):
        if row["text_id"] in texts:
            report = msgspec.json.decode(row["data"], type=Report)
            told = [
                Told(m["event_id"], grades[m["event_id"]], line(m["sentence"]))
                for m in db.execute(f"{OF_TEXT} ORDER BY id", (row["text_id"],))
                if m["event_id"] in grades
            ]
            yield Source(report, cite(report), told)


def cite(report: Report) -> str:
    """Return a name to cite a report by: letters, digits and hyphens; no two share one."""
    plain = unicodedata.normalize("NFKD", report.publisher or "report").lower()
    word = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:24]
    digest = hashlib.sha256(f"{report.key}\x1f{report.id}".encode("utf-8", "replace")).hexdigest()
    year = f"{report.published.year:04}" if report.published else "undated"
    return f"{word or 'report'}-{year}-{digest[:8]}"
