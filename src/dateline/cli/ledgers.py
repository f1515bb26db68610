"""`dateline agreements`, `red-lines`, `incidents`, `statements`: views over the record."""

from collections.abc import Callable, Iterable

import typer

from dateline.cli import options as opt
from dateline.cli.output import Row, counted, form, note, show


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(agreements)
    app.command("red-lines")(red_lines)
    app.command()(incidents)
    app.command()(statements)


def agreements(
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
    """List the agreements, with later steps: kept, open or broken."""
    from dateline.cli.rows import AGREEMENTS, agreement_line, agreement_row
    from dateline.query import Record

    asked = opt.query(between=between, actor=actor, start=start, end=end, about=about, limit=limit)
    as_ = form(json=as_json, jsonl=as_jsonl, csv=as_csv)
    with Record(record) as opened:
        rows = [agreement_row(opened, item) for item in opened.agreements(asked)]
    finish(rows, as_, agreement_line, AGREEMENTS, "agreement")


def red_lines(
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
    """List the red lines: what is protected, what is threatened, incidents since."""
    from dateline.cli.rows import RED_LINES, red_line_line, red_line_row
    from dateline.query import Record

    asked = opt.query(between=between, actor=actor, start=start, end=end, about=about, limit=limit)
    as_ = form(json=as_json, jsonl=as_jsonl, csv=as_csv)
    with Record(record) as opened:
        rows = [red_line_row(opened, item) for item in opened.red_lines(asked)]
    finish(rows, as_, red_line_line, RED_LINES, "red line")


def incidents(
    record: opt.RecordPath,
    *,
    actor: opt.ActorOption = "",
    start: opt.From = "",
    end: opt.To = "",
    limit: opt.Limit = None,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    as_csv: opt.AsCsv = False,
) -> None:
    """List the cyber incidents: victim, sector, accused, denied, responses."""
    from dateline.cli.rows import INCIDENTS, incident_line, incident_row
    from dateline.query import Record

    asked = opt.query(actor=actor, start=start, end=end, limit=limit)
    as_ = form(json=as_json, jsonl=as_jsonl, csv=as_csv)
    with Record(record) as opened:
        rows = [incident_row(opened, item) for item in opened.incidents(asked)]
    finish(rows, as_, incident_line, INCIDENTS, "incident")


def statements(
    record: opt.RecordPath,
    *,
    by: opt.ActorOption = "",
    start: opt.From = "",
    end: opt.To = "",
    text: opt.Text = "",
    limit: opt.Limit = None,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    as_csv: opt.AsCsv = False,
) -> None:
    """List who said what, by the date of the report."""
    from dateline.cli.rows import STATEMENTS, said_line, said_row
    from dateline.query import Record

    asked = opt.query(actor=by, start=start, end=end, text=text, limit=limit)
    as_ = form(json=as_json, jsonl=as_jsonl, csv=as_csv)
    with Record(record) as opened:
        rows = (said_row(item) for item in opened.statements(asked))
        finish(rows, as_, said_line, STATEMENTS, "statement")


def finish(
    rows: Iterable[Row],
    as_: str,
    people: Callable[[Row], str],
    columns: tuple[str, ...],
    name: str,
) -> None:
    """Write rows, and for people their number."""
    from dateline.cli.rows import cells

    count = show((cells(row) for row in rows) if as_ == "csv" else rows, as_, people, columns)
    if not as_:
        note(counted(count, name))
