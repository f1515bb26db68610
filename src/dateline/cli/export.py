"""`dateline export`: any view, as a file."""

import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

from dateline.cli import options as opt


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)


def export(
    record: opt.RecordPath,
    form: Annotated[str, typer.Option("--format", help="csv, jsonl or plover.")],
    *,
    out: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it at run time
        typer.Option("--out", help="Write here rather than to standard output."),
    ] = None,
    between: opt.Between = None,
    actor: opt.ActorOption = "",
    start: opt.From = "",
    end: opt.To = "",
    about: opt.About = None,
    types: opt.TypeOption = None,
    status: opt.StatusOption = None,
    min_voices: opt.MinVoices = 1,
    limit: opt.Limit = None,
    text: opt.Text = "",
    dated: opt.Dated = False,
) -> None:
    """Write the events of a view as csv, jsonl or plover.

    It holds exactly what `timeline` with the same conditions shows.
    """
    from dateline.publish import exporter, row
    from dateline.query import Record

    write_rows = exporter(form)
    asked = opt.query(
        between=between, actor=actor, start=start, end=end, about=about, types=types,
        status=status, min_voices=min_voices, limit=limit, text=text, dated=dated,
    )  # fmt: skip
    with Record(record) as opened:
        pieces = write_rows(row(opened, event) for event in opened.timeline(asked))
        if out is None:
            for piece in pieces:
                sys.stdout.write(piece)
            return
        # Whole or not at all: a full disk leaves no half file under the name asked for.
        draft = out.with_name(out.name + ".part")
        with draft.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        draft.replace(out)
