"""`dateline check`: a report against the record: is it a copy, what did it alter, what is new."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options as opt
from dateline.cli.output import Row, counted, note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import Altered, LeftOut, Mention, Report
    from dateline.query import Record
    from dateline.query.check import Check

FOUND = 1
UNREADABLE = 3


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(check)


def check(
    report: Annotated[str, typer.Argument(help="The file of the report, or - for standard input.")],
    record: Annotated[Path, typer.Option(help="The record to compare it with.")],
    *,
    settings: opt.SettingsPath = None,
    as_json: opt.AsJson = False,
) -> None:
    """Compare a report with a record: is it a copy, what did it alter, what is new.

    Ends with 1 where a copy altered something, a text is garbled, or an event is contradicted.
    Example: dateline check story.txt --record r.dateline
    """
    import msgspec

    from dateline.query import Record

    left: list[LeftOut] = []
    with Record(record) as opened:
        rows = [row(opened, one, opened.check(one)) for one in readable(report, settings, left)]
    if as_json:
        document = rows[0] if len(rows) == 1 else rows
        sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
    else:
        sys.stdout.write("\n\n".join(card(one) for one in rows) + "\n" * bool(rows))
    for item in left:
        note(f"dateline: {item.reason}")
    if left:
        raise typer.Exit(UNREADABLE)
    if any(one["altered"] or one["contradicts"] or one["garbled"] for one in rows):
        raise typer.Exit(FOUND)


def readable(path: str, settings: Path | None, left: "list[LeftOut]") -> "Iterator[Report]":
    """Yield the reports of a file; what could not be read goes to `left`."""
    from dateline.model import LeftOut
    from dateline.read import check as exists
    from dateline.read import read_all
    from dateline.settings import load

    exists([path])
    for item in read_all([path], load(settings)):
        if isinstance(item, LeftOut):
            left.append(item)
        else:
            yield item


def row(record: "Record", report: "Report", found: "Check") -> Row:
    """Return what a check found, as it is written."""
    return {
        "report": report.key,
        "copy_of": [{"report": c.report, "kind": c.kind, "share": c.share} for c in found.copy_of],
        "altered": [altered(one) for one in found.altered],
        "garbled": (
            {"level": found.garbled.feature, "words": found.garbled.detail}
            if found.garbled
            else None
        ),
        "contradicts": [
            {"event": c.event, "field": c.field, "here": c.here, "record": c.record}
            for c in found.contradicts
        ],
        "new": [mention(report, one) for one in found.new],
        "known": [
            {"event": event_id, "headline": record.event(event_id).headline}
            for event_id in found.known
        ],
    }


def altered(one: "Altered") -> Row:
    """Return an altered value as it is written."""
    source = one.original
    return {
        "kind": one.kind,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "original": {
            "report": source.report, "start": source.start, "end": source.end, "text": source.text,
        },
    }  # fmt: skip


def mention(report: "Report", one: "Mention") -> Row:
    """Return a mention that is new to the record, as it is written."""
    span = one.evidence
    return {
        "type": one.event_type,
        "status": one.status,
        "source": [actor.code for actor in one.source],
        "target": [actor.code for actor in one.target],
        "edtf": one.time.edtf if one.time else "",
        "start": span.start,
        "end": span.end,
        "text": report.text[span.start : span.end],
    }


def card(item: Row) -> str:
    """Return what a check found, for people."""
    lines = [item["report"], ""]
    lines += [
        f"  copy of {copy['report']} ({copy['kind']}, {copy['share']:.0%})"
        for copy in item["copy_of"]
    ]
    if not item["copy_of"]:
        lines.append("  no copy of a report in the record")
    if item["garbled"]:
        lines.append(f"  {item['garbled']['level']}: {item['garbled']['words']}")
    if item["altered"]:
        lines += ["", f"Altered ({len(item['altered'])})"]
        lines += [f"  {changed(one)}" for one in item["altered"]]
    if item["contradicts"]:
        lines += ["", f"Contradicts the record ({len(item['contradicts'])})"]
        lines += [
            f"  {c['event']} {c['field']}: {c['here']} here, {c['record']} in the record"
            for c in item["contradicts"]
        ]
    lines += ["", f"Known: {counted(len(item['known']), 'event')}"]
    lines += [f"  {known['event']} {known['headline']}" for known in item["known"]]
    lines.append(f"New: {counted(len(item['new']), 'mention')}")
    lines += [
        f"  {new['type']} {' '.join(new['source'])} -> {' '.join(new['target'])}: "
        f"{' '.join(new['text'].split())}"
        for new in item["new"]
    ]
    return "\n".join(lines)


def changed(one: Row) -> str:
    """Return an altered value on one line."""
    here, there = (" ".join(text.split()) for text in (one["text"], one["original"]["text"]))
    return f"{one['kind']}: “{here}” for “{there}”"
