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
    form: Annotated[
        str,
        typer.Option(
            "--format", help="csv, jsonl, plover, timelinejs, stix, ics, atom, bibtex or csl."
        ),
    ],
    *,
    view: Annotated[
        str,
        typer.Option(help="timeline, agreements, red-lines, incidents or statements."),
    ] = "timeline",
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
    """Write a view in a form that other tools read.

    It holds exactly what `timeline`, or the command of the ledger, with the same conditions shows.
    Example: dateline export r.dateline --format ics --between USA RUS --out usa-rus.ics
    """
    from dateline.publish import View, format_of
    from dateline.publish.file import whole
    from dateline.query import Record

    chosen = format_of(form, view)
    asked = opt.query(
        between=between, actor=actor, start=start, end=end, about=about, types=types,
        status=status, min_voices=min_voices, limit=limit, text=text, dated=dated,
    )  # fmt: skip
    with Record(record) as opened:
        pieces = chosen.pieces(View(opened, asked, view))
        if out is None:
            sys.stdout.writelines(pieces)
            return
        whole(out, pieces)
