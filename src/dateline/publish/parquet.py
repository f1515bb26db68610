"""A view as a folder of Parquet, to be asked in place by DuckDB, Daft, pandas and others.

`events` and `mentions` are those of the view, `statements` those of its conditions, `reports` all
of the record. Rows are written as they are read, so that a large record takes no more memory.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.link.block import parties, party_of
from dateline.model import Event, Report
from dateline.publish.base import View
from dateline.store.reports import mention_of

if TYPE_CHECKING:
    import pyarrow as pa

TABLES = ("events", "mentions", "statements", "reports")
# Rows written at once: 10,000 mentions take 30 MB.
GROUP = 10_000
# Events whose mentions are read at once.
MANY = 500
MENTIONS = """
SELECT id, event_id, text_id, sentence, data, time FROM mention
WHERE event_id IN (SELECT value FROM json_each(?))
"""
REPORTS = """
SELECT r.key, r.text_id, r.data, t.text FROM report r JOIN text t ON t.id = r.text_id
ORDER BY r.key, r.text_id
"""
Row = dict[str, Any]


@cache
def schemas() -> "dict[str, pa.Schema]":
    """Return the tables' columns. `data` is the noun as JSON; the others are there to be asked.

    Raises:
        UsageError: D133 where pyarrow is not installed.
    """
    from dateline.engine.layout import pyarrow

    pa = pyarrow()
    text, day, count, truth = pa.string(), pa.date32(), pa.int32(), pa.bool_()
    codes = pa.list_(text)
    sides = [("sources", codes), ("targets", codes), ("reciprocal", truth)]
    act = [("type", text), ("mode", text), ("contexts", codes), ("status", text), ("quad", count),
           ("intensity", pa.float64()), *sides, ("start", day), ("end", day)]  # fmt: skip
    return {
        "events": pa.schema(
            [("id", text), *act, ("precision", text), ("edtf", text), ("place", text),
             ("headline", text), ("credibility", count), ("reliability", text), ("voices", count),
             ("reports", codes), ("decided", text), ("data", text)]
        ),
        "mentions": pa.schema(
            [("id", text), ("event_id", text), ("text_id", text), *act, ("sentence", text),
             ("evidence_start", count), ("evidence_end", count), ("data", text)]
        ),
        "statements": pa.schema(
            [("report", text), ("published", day), ("speaker", text), ("party", text),
             ("official", truth), ("kind", text), ("cue", text), ("content", text), ("data", text)]
        ),
        "reports": pa.schema(
            [("key", text), ("text_id", text), ("title", text), ("published", day),
             ("publisher", text), ("url", text), ("language", text), ("text", text)]
        ),
    }  # fmt: skip


def write(view: View, folder: Path) -> dict[str, int]:
    """Write a view's tables into a folder, a file each, and return their numbers of rows.

    Raises:
        UsageError: D133 where pyarrow is not installed.
    """
    given = schemas()
    import pyarrow as pa
    import pyarrow.parquet as pq

    written = {}
    for name in TABLES:
        rows, count = rows_of(view, name), 0
        path = folder / f"{name}.parquet"
        with pq.ParquetWriter(path, given[name], compression="zstd") as out:
            while some := list(islice(rows, GROUP)):
                out.write_table(pa.Table.from_pylist(some, given[name]))
                count += len(some)
        written[name] = count
    return written


def rows_of(view: View, name: str) -> Iterator[Row]:
    """Yield the rows of a table."""
    if name == "events":
        return map(of_event, view.record.timeline(view.query))
    if name == "mentions":
        return mentions(view)
    return statements(view) if name == "statements" else reports(view)


def of_event(event: Event) -> Row:
    """Return an event's row."""
    return {
        **act(event), "id": event.id, "precision": event.precision, "edtf": event.edtf,
        "sources": codes_of(event.source), "targets": codes_of(event.target),
        "start": event.start, "end": event.end, "place": event.place, "headline": event.headline,
        "credibility": event.grade.credibility, "reliability": event.grade.reliability,
        "voices": event.voices, "reports": list(event.reports), "decided": event.decided,
        "data": msgspec.json.encode(event).decode(),
    }  # fmt: skip


def mentions(view: View) -> Iterator[Row]:
    """Yield the mentions of a view's events, in the order of these."""
    events = view.record.timeline(view.query)
    while some := list(islice(events, MANY)):
        ids = msgspec.json.encode([event.id for event in some]).decode()
        found = {row["id"]: row for row in view.record.db.execute(MENTIONS, (ids,))}
        for event in some:
            for one in event.mentions:
                if one in found:
                    yield of_mention(event.id, found[one])


def of_mention(event_id: str, row: Any) -> Row:
    """Return a mention's row."""
    mention = mention_of(row)
    return {
        **act(mention), "id": mention.id, "event_id": event_id, "text_id": row["text_id"],
        "sources": parties(mention.source), "targets": parties(mention.target),
        "start": mention.time and mention.time.earliest,
        "end": mention.time and mention.time.latest,
        "sentence": row["sentence"], "evidence_start": mention.evidence.start,
        "evidence_end": mention.evidence.end, "data": msgspec.json.encode(mention).decode(),
    }  # fmt: skip


def act(of: Any) -> Row:
    """Return what an event and a mention say alike."""
    names = ("mode", "status", "quad", "intensity", "reciprocal")
    values = {name: getattr(of, name) for name in names}
    return {**values, "type": of.event_type, "contexts": list(of.contexts)}


def codes_of(codes: Iterable[str]) -> list[str]:
    """Return the parties of codes, each once, sorted."""
    return sorted({party_of(code) for code in codes})


def statements(view: View) -> Iterator[Row]:
    """Yield the statements that a view's conditions fit."""
    for said in view.record.statements(view.query):
        one = said.statement
        yield {
            "report": said.report, "published": said.published, "official": one.official,
            "speaker": one.speaker.name if one.speaker else None,
            "party": next(iter(parties([one.speaker] if one.speaker else [])), None),
            "kind": one.kind, "cue": one.cue, "content": said.content,
            "data": msgspec.json.encode(one).decode(),
        }  # fmt: skip


def reports(view: View) -> Iterator[Row]:
    """Yield every report of a view's record with its text, by key."""
    for row in view.record.db.stream(REPORTS):
        report = msgspec.json.decode(row["data"], type=Report)
        yield {
            "key": report.key, "text_id": row["text_id"], "title": report.title,
            "published": report.published, "publisher": report.publisher, "url": report.url,
            "language": report.language, "text": row["text"],
        }  # fmt: skip
