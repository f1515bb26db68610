"""`dateline check`: a report against the record: is it a copy, what did it alter, what is new."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options as opt
from dateline.cli.output import Row, counted, note, sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import LeftOut, Mention, Report
    from dateline.query import Record
    from dateline.query.check import Check

FOUND = 1
UNREADABLE = 3


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(check)


def check(
    report: Annotated[str, typer.Argument(help="The file of the report, or - for standard input.")],
    record: opt.ToRecord,
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
        found = [(one, opened.check(one)) for one in readable(report, settings, left)]
        rows = [row(opened, one, of_it) for one, of_it in found]
    if as_json:
        document = rows[0] if len(rows) == 1 else rows
        sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
    else:
        cards = (card(item, of_it) for item, (_, of_it) in zip(rows, found, strict=True))
        sys.stdout.write("\n\n".join(cards) + "\n" * bool(rows))
    for item in left:
        note(f"dateline: {item.reason}")
    if left:
        raise typer.Exit(UNREADABLE)
    if any(of_it.altered or of_it.contradicts or of_it.garbled for _, of_it in found):
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
    from msgspec import to_builtins

    return {
        "report": report.key,
        "copy_of": list(to_builtins(found.copy_of)),
        "altered": list(to_builtins(found.altered)),
        "garbled": (
            {"level": found.garbled.feature, "words": found.garbled.detail}
            if found.garbled
            else None
        ),
        "contradicts": list(to_builtins(found.contradicts)),
        "new": [mention(report, one) for one in found.new],
        "known": [
            {"event": event_id, "headline": record.event(event_id).headline}
            for event_id in found.known
        ],
    }


def mention(report: "Report", one: "Mention") -> Row:
    """Return a mention that is new to the record, as it is written."""
    span = one.evidence
    return {
        "type": one.event_type,
        "status": one.status,
        "source": [actor.code for actor in one.source],
        "target": [actor.code for actor in one.target],
        "reciprocal": one.reciprocal,
        "edtf": one.time.edtf if one.time else "",
        "start": span.start,
        "end": span.end,
        "text": report.text[span.start : span.end],
    }


def card(item: Row, found: "Check") -> str:
    """Return what a check found, for people."""
    lines = [item["report"], ""]
    lines += [f"  copy of {copy.report} ({copy.kind}, {copy.share:.0%})" for copy in found.copy_of]
    if not found.copy_of:
        lines.append("  no copy of a report in the record")
    if found.garbled:
        lines.append(f"  {found.garbled.feature}: {found.garbled.detail}")
    if found.altered:
        lines += ["", f"Altered ({len(found.altered)})"]
        lines += [f"  {one.kind}: {one.swap()}" for one in found.altered]
    if found.contradicts:
        lines += ["", f"Contradicts the record ({len(found.contradicts)})"]
        lines += [
            f"  {c.event} {c.field}: {c.here} here, {c.record} in the record"
            for c in found.contradicts
        ]
    lines += ["", f"Known: {counted(len(item['known']), 'event')}"]
    lines += [f"  {known['event']} {known['headline']}" for known in item["known"]]
    lines.append(f"New: {counted(len(item['new']), 'mention')}")
    lines += [
        f"  {new['type']} {sides(new)}: {' '.join(new['text'].split())}" for new in item["new"]
    ]
    return "\n".join(lines)
