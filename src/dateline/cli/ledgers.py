"""`dateline agreements`, `red-lines`, `incidents`, `statements`: views over the record."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import typer

from dateline.cli import options as opt
from dateline.cli.output import Row, counted, form, note, show

if TYPE_CHECKING:
    from dateline.query import Query, Record


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for name, item, text in (
        ("agreements", "agreement", "List the agreements, with later steps: kept, open or broken."),
        ("red-lines", "red line", "List the red lines: protected, threatened, incidents since."),
        ("incidents", "incident", "List the cyber incidents: victim, sector, accused, denied."),
    ):
        app.command(name, help=text)(ledger(item))
    app.command()(statements)


def ledger(item: str) -> Callable[..., None]:
    """Return the command that lists a ledger of events, called by the name of its items."""

    def command(
        record: opt.RecordPath,
        *,
        between: opt.Between = None,
        actor: opt.ActorOption = "",
        start: opt.From = "",
        end: opt.To = "",
        about: opt.About = None,
        limit: opt.Limit = None,
        as_json: opt.AsJson = False,
        as_jsonl: opt.AsJsonl = False,
        as_csv: opt.AsCsv = False,
    ) -> None:
        asked = opt.query(
            between=between, actor=actor, start=start, end=end, about=about, limit=limit
        )
        listed(record, item, asked, form(json=as_json, jsonl=as_jsonl, csv=as_csv))

    return command


def statements(
    record: opt.RecordPath,
    *,
    by: opt.By = "",
    start: opt.From = "",
    end: opt.To = "",
    about: opt.About = None,
    text: opt.Text = "",
    limit: opt.Limit = None,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    as_csv: opt.AsCsv = False,
) -> None:
    """List who said what, by the date of the report.

    Example: dateline statements r.dateline --by RUS --about cyber
    """
    asked = opt.query(actor=by, start=start, end=end, about=about, text=text, limit=limit)
    listed(record, "statement", asked, form(json=as_json, jsonl=as_jsonl, csv=as_csv))


def listed(record: opt.RecordPath, item: str, asked: "Query", as_: str) -> None:
    """Write the items of a ledger, and for people their number."""
    from dateline.cli.rows import LEDGERS, cells
    from dateline.query import Record

    view = LEDGERS[item]
    with Record(record) as opened:
        rows: Iterable[Row] = (view.row(opened, one) for one in items(opened, item, asked))
        rows = (cells(row) for row in rows) if as_ == "csv" else rows
        count = show(rows, as_, view.line, view.columns)
    if not as_:
        note(counted(count, item))


def items(opened: "Record", item: str, asked: "Query") -> Iterable[Any]:
    """Return what a ledger holds."""
    ask: dict[str, Callable[[Query], Iterable[Any]]] = {
        "agreement": opened.agreements,
        "red line": opened.red_lines,
        "incident": opened.incidents,
        "statement": opened.statements,
    }
    return ask[item](asked)
