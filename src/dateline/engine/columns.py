"""What a report is and yields, as rows of the tables of `dateline.engine.layout`."""

from typing import Any

import msgspec

from dateline.link import parties
from dateline.model import Extraction, LeftOut, Mention, Report, Statement, Time

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def rows_of(report: Report, row: int, found: Extraction | LeftOut) -> Rows:
    """Return the rows of a report, the `row`-th of its shard, and of what it yields."""
    if isinstance(found, LeftOut):
        bad = report_row(report, row, found.reason)
        return {"reports": [bad], "left_out": [left_out_row(found)]}
    own = {"text_id": report.id, "dated": report.published, "row": row}
    return {
        "reports": [report_row(report, row, None)],
        "mentions": [{**own, "n": n, **mention_row(m, report.text)}
                     for n, m in enumerate(found.mentions)],
        "statements": [{**own, "n": n, **statement_row(s)} for n, s in enumerate(found.statements)],
        "times": [{**own, "n": n, **time_row(t)} for n, t in enumerate(found.times)],
    }  # fmt: skip


def report_row(report: Report, row: int, failure: str | None) -> Row:
    """Return a report's row; `failure` says why its extraction failed."""
    return {
        "key": report.key,
        "text_id": report.id,
        "row": row,
        "published": report.published,
        "publisher": report.publisher,
        "language": report.language,
        "failure": failure,
        "text": report.text,
        "data": as_json(msgspec.structs.replace(report, text="")),
    }


def left_out_row(left: LeftOut) -> Row:
    """Return the row of something left out."""
    return {"item": left.item, "reason": left.reason}


def mention_row(mention: Mention, text: str) -> Row:
    """Return what there is to search of a mention, and all of it."""
    return {
        "id": mention.id,
        "type": mention.event_type,
        "mode": mention.mode,
        "contexts": mention.contexts,
        "status": mention.status,
        "scope": mention.scope,
        "quad": mention.quad,
        "intensity": mention.intensity,
        "sources": parties(mention.source),
        "targets": parties(mention.target),
        "reciprocal": mention.reciprocal,
        "historical": mention.historical,
        "start": mention.time and mention.time.earliest,
        "end": mention.time and mention.time.latest,
        "sentence": text[mention.evidence.start : mention.evidence.end],
        "data": as_json(mention),
    }


def statement_row(said: Statement) -> Row:
    """Return what there is to search of a statement, and all of it."""
    return {
        "speakers": parties((*([said.speaker] if said.speaker else []), *said.joint)),
        "official": said.official,
        "kind": said.kind,
        "cue": said.cue,
        "data": as_json(said),
    }


def time_row(time: Time) -> Row:
    """Return what there is to search of a time expression, and all of it."""
    return {
        "type": time.timex_type,
        "value": time.timex_value,
        "start": time.earliest,
        "end": time.latest,
        "granularity": time.granularity,
        "basis": time.basis,
        "data": as_json(time),
    }


def as_json(noun: msgspec.Struct) -> str:
    """Return a noun as JSON, as a record keeps it."""
    return msgspec.json.encode(noun).decode()
