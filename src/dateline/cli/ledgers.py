"""`dateline agreements`, `red-lines`, `incidents`, `accusations`, `statements`: ledgers."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import typer

from dateline.cli import options as opt
from dateline.cli.output import Row, counted, form, note, show

if TYPE_CHECKING:
    from dateline.query import Query


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for kind, text in (
        ("agreements", "List the agreements, with later steps: kept, open or broken."),
        ("red-lines", "List the red lines: protected, threatened, how they were crossed since."),
        ("incidents", "List the cyber incidents: victim, sector, accused, denied, answered."),
        ("accusations", "List who accused whom of what, and the denials that answer it."),
    ):
        app.command(kind, help=text)(ledger(kind))
    app.command()(statements)


def ledger(kind: str) -> Callable[..., None]:
    """Return the command that lists a ledger of events."""

    def command(
        record: opt.RecordPath,
        *,
        between: opt.Between = None,
        actor: opt.ActorOption = "",
        start: opt.From = "",
        end: opt.To = "",
        about: opt.About = None,
        as_of: opt.AsOf = "",
        limit: opt.Limit = None,
        as_json: opt.AsJson = False,
        as_jsonl: opt.AsJsonl = False,
        as_csv: opt.AsCsv = False,
    ) -> None:
        asked = opt.query(
            between=between, actor=actor, start=start, end=end, about=about, as_of=as_of,
            limit=limit,
        )  # fmt: skip
        listed(record, kind, asked, form(json=as_json, jsonl=as_jsonl, csv=as_csv))

    return command


def statements(
    record: opt.RecordPath,
    *,
    by: opt.By = "",
    start: opt.From = "",
    end: opt.To = "",
    about: opt.About = None,
    text: opt.Text = "",
    as_of: opt.AsOf = "",
    limit: opt.Limit = None,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    as_csv: opt.AsCsv = False,
) -> None:
    """List who said what, by the date of the report.

    Example: dateline statements r.dateline --by RUS --about cyber
    """
    asked = opt.query(
        actor=by, start=start, end=end, about=about, text=text, as_of=as_of, limit=limit
    )
    listed(record, "statements", asked, form(json=as_json, jsonl=as_jsonl, csv=as_csv))


def listed(record: opt.RecordPath, kind: str, asked: "Query", as_: str) -> None:
    """Write the items of a ledger, and for people their number."""
    from dateline.cli.rows import LINES
    from dateline.publish import View
    from dateline.publish.ledgers import LEDGER, cells
    from dateline.query import Record

    with Record(record) as opened:
        rows: Iterable[Row] = View(opened, asked, kind).rows()
        rows = (cells(row) for row in rows) if as_ == "csv" else rows
        count = show(rows, as_, LINES[kind], LEDGER[kind].columns)
    if not as_:
        note(counted(count, kind.removesuffix("s").replace("-", " ")))
