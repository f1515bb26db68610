"""`dateline voices`: which reports are copies of one another."""

import sys
from typing import TYPE_CHECKING

import typer

from dateline.cli import options as opt
from dateline.cli.output import counted, form, note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import CopyLink


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(voices)


def voices(
    record: opt.RecordPath,
    *,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    as_csv: opt.AsCsv = False,
) -> None:
    """List the voices: the report that speaks for each, and its copies."""
    import msgspec

    from dateline.publish.csv import table
    from dateline.query import Record

    as_ = form(json=as_json, jsonl=as_jsonl, csv=as_csv)
    with Record(record) as opened:
        found = list(opened.voices())
    write = sys.stdout.write
    if as_ == "json":
        write(msgspec.json.encode([voice.reports for voice in found]).decode() + "\n")
    elif as_ == "jsonl":
        for voice in found:
            write(msgspec.json.encode(voice).decode() + "\n")
    elif as_ == "csv":
        rows = (
            {"voice": v.id, "report": key, "source": v.source} for v in found for key in v.reports
        )
        for line in table(("voice", "report", "source"), rows):
            write(line)
    else:
        for voice in found:
            write(f"{voice.source}\n")
            for link in voice.links:
                write("".join(lineage(link)))
        reports = sum(len(v.reports) for v in found)
        note(f"{counted(len(found), 'voice')} in {counted(reports, 'report')}")


def lineage(link: "CopyLink") -> "Iterator[str]":
    """Yield the lines of a copy: of what it is one, and what it altered."""
    yield f"  {link.kind:<8} {link.share:>4.0%}  {link.report}  of {link.source}\n"
    for one in link.altered:
        yield f"      altered {one.kind}: {one.swap()}\n"
