"""`dateline export`: any view, as a file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional, cast

import typer

from dateline.cli import options as opt
from dateline.cli.output import counted, note
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.publish import View

# Forms that are folders.
SITE, TABLES = "html", "parquet"
FOLDERS = (SITE, TABLES)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)


def export(
    record: opt.RecordPath,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            help="csv, jsonl, plover, timelinejs, stix, ics, atom, bibtex, csl; as a folder: html, "
            "parquet.",
        ),
    ],
    folder: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it at run time
        typer.Argument(
            help="Of html and parquet: the folder to write; one that export wrote is made anew."
        ),
    ] = None,
    *,
    view: Annotated[
        str,
        typer.Option(help="timeline, agreements, red-lines, incidents, accusations or statements."),
    ] = "timeline",
    out: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--out", help="Write here rather than to standard output."),
    ] = None,
    between: opt.Between = None,
    actor: opt.ActorOption = "",
    start: opt.From = "",
    end: opt.To = "",
    about: opt.About = None,
    types: opt.TypeOption = None,
    status: opt.StatusOption = None,
    grade: opt.Grades = None,
    quad: opt.Quads = None,
    min_voices: opt.MinVoices = 1,
    limit: opt.Limit = None,
    text: opt.Text = "",
    dated: opt.Dated = False,
    still_open: opt.Open = False,
    as_of: opt.AsOf = "",
) -> None:
    """Write a view in a form that other tools read.

    It holds exactly what `timeline`, or the command of the ledger, with the same conditions shows.
    Example: dateline export r.dateline --format ics --between USA RUS --out usa-rus.ics
    """
    from dateline.publish import View, format_of
    from dateline.publish.file import whole
    from dateline.query import Record

    chosen = None if form in FOLDERS else format_of(form, view)
    if wrong := misplaced(form, folder, out, view):
        raise UsageError("D106", f"--format {form}", wrong)
    asked = opt.query(
        between=between, actor=actor, start=start, end=end, about=about, types=types,
        status=status, grades=grade, quads=quad, min_voices=min_voices, limit=limit, text=text,
        dated=dated, still_open=still_open, as_of=as_of,
    )  # fmt: skip
    with Record(record) as opened:
        shown = View(opened, asked, view)
        if chosen is None:
            fill = site if form == SITE else tables
            fill(shown, cast("Path", folder))
            return
        pieces = chosen.pieces(shown)
        if out is None:
            sys.stdout.writelines(pieces)
            return
        whole(out, pieces)


def misplaced(form: str, folder: Path | None, out: Path | None, view: str) -> str:
    """Return why a form cannot be written where it is asked for; "" where it can."""
    if form not in FOLDERS:
        alone = "a folder is for html and parquet alone; name a file with --out FILE"
        return alone if folder else ""
    if folder is None or out is not None:
        return f"{form} is a folder; name it without --out: --format {form} FOLDER"
    return "" if view == "timeline" else f"--view {view}: the folder holds the ledgers too"


def site(view: "View", folder: Path) -> None:
    """Write a view as a folder of pages."""
    from dateline.publish.folder import write
    from dateline.publish.html import files

    count = write(folder, files(view), view.query.to_url())
    note(f"{counted(count, 'file')} in {folder}; open {folder / 'index.html'}")


def tables(view: "View", folder: Path) -> None:
    """Write a view as a folder of Parquet tables."""
    from dateline.publish.folder import drafted
    from dateline.publish.parquet import write

    with drafted(folder, view.query.to_url()) as draft:
        written = write(view, draft)
    note(", ".join(f"{count:,} {name}" for name, count in written.items()) + f" in {folder}")
