"""What to know of a record's reports: dates that disagree, garbled texts, copies that alter."""

from collections.abc import Iterator

import msgspec

from dateline.model import CopyLink, Reason, Report, Voice, Warned
from dateline.store import prints
from dateline.store.database import Database

# Altered values of one copy that are written out; `voices` lists all.
SHOWN = 3


def warned(db: Database) -> Iterator[Warned]:
    """Yield the warnings of a record, by report."""
    garbled = prints.garbled(db)
    rows = db.stream("SELECT text_id, data FROM report ORDER BY key, text_id")
    for row in rows:
        report = msgspec.json.decode(row["data"], type=Report)
        for reason in report.warnings:
            yield Warned(report=report.key, reason=reason)
        if row["text_id"] in garbled:
            yield Warned(report=report.key, reason=garbled[row["text_id"]])
    for row in db.stream("SELECT data FROM voice ORDER BY id"):
        for link in msgspec.json.decode(row["data"], type=Voice).links:
            if link.altered:
                yield Warned(report=link.report, reason=alters(link))


def alters(link: CopyLink) -> Reason:
    """Return in words that a copy altered its source."""
    shown = "; ".join(f"{one.kind} {one.swap()}" for one in link.altered[:SHOWN])
    more = len(link.altered) - SHOWN
    rest = f"; and {more} more" if more > 0 else ""
    return Reason(feature="altered copy", detail=f"of {link.source}: {shown}{rest}")
