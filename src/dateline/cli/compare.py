"""`dateline compare`: a hand-made tracker against the record, and the other way round."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options as opt
from dateline.cli.output import Row, form, note, show

if TYPE_CHECKING:
    from dateline.query.compare import Compared

COLUMNS = ("found", "line", "date", "what", "event", "start", "end", "type", "headline", "score")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(compare)


def compare(
    record: opt.RecordPath,
    against: Annotated[Path, typer.Option(help="The tracker, a CSV file with a head line.")],
    *,
    date: Annotated[str, typer.Option(help="Its column of dates.")] = "date",
    a: Annotated[str, typer.Option("--a", help="Its column of one party.")] = "a",
    b: Annotated[str, typer.Option("--b", help="Its column of the other party.")] = "b",
    what: Annotated[str, typer.Option(help="Its column of what happened.")] = "what",
    about: opt.About = None,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    as_csv: opt.AsCsv = False,
) -> None:
    """Match the lines of a tracker with the events of a record: matched, missing, extra.

    Example: dateline compare r.dateline --against tracker.csv --date day --what summary
    """
    from dateline.query import Record
    from dateline.query.compare import points

    as_ = form(json=as_json, jsonl=as_jsonl, csv=as_csv)
    lines = list(points(against, {"date": date, "a": a, "b": b, "what": what}))
    with Record(record) as opened:
        found = opened.compare(lines, opt.query(about=about))
    show((row(one) for one in found), as_, line, COLUMNS)
    if not as_:
        counts = (
            f"{sum(one.found == kind for one in found)} {kind}"
            for kind in ("matched", "missing", "extra")
        )
        note(", ".join(counts))


def row(one: "Compared") -> Row:
    """Return a result as it is written."""
    event = one.event
    return {
        "found": one.found,
        "line": one.line,
        "date": one.date,
        "what": one.what,
        "event": event.id if event else None,
        "start": event.start.isoformat() if event and event.start else None,
        "end": event.end.isoformat() if event and event.end else None,
        "type": event.event_type if event else None,
        "headline": event.headline if event else None,
        "score": one.score,
    }


def line(item: Row) -> str:
    """Return a result for people."""
    told = f"line {item['line']} ({item['date']}): {item['what']}" if item["line"] else ""
    event = f"{item['event']} {item['start']} {item['type']}: {item['headline']}"
    if item["found"] == "matched":
        return f"matched  {told}\n         {event}"
    return f"{item['found']:<8} {told or event}"
