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

OF_TEXT = "SELECT id, sentence FROM mention WHERE text_id = ? ORDER BY id"


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
    keys, events = set[str](), dict[str, tuple[str, str]]()
    for event in view.record.timeline(view.query):
        keys.update(event.reports)
        graded = event.id, f"{event.grade.reliability}{event.grade.credibility}"
        events.update(dict.fromkeys(event.mentions, graded))
    for row in db.execute("SELECT text_id, data FROM report ORDER BY key, text_id"):
        report = msgspec.json.decode(row["data"], type=Report)
        if report.key in keys:
            found = db.execute(OF_TEXT, (row["text_id"],))
            told = [Told(*events[m["id"]], line(m["sentence"])) for m in found if m["id"] in events]
            # Another text may have the same key.
            if told:
                yield Source(report, cite(report), told)


def cite(report: Report) -> str:
    """Return a name to cite a report by: letters, digits and hyphens; no two share one."""
    plain = unicodedata.normalize("NFKD", report.publisher or "report").lower()
    word = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:24]
    digest = hashlib.sha256(f"{report.key}\x1f{report.id}".encode("utf-8", "replace")).hexdigest()
    year = f"{report.published.year:04}" if report.published else "undated"
    return f"{word or 'report'}-{year}-{digest[:8]}"
