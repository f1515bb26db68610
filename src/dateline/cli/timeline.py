"""`dateline timeline` and `dateline show`: the events, and one of them with its evidence."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options as opt
from dateline.cli.output import Row, counted, form, note, show, sides

if TYPE_CHECKING:
    from collections.abc import Iterable


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(timeline)
    app.command("show")(show_event)


def timeline(
    record: opt.RecordPath,
    *,
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
    top: opt.Top = None,
    by_day: Annotated[
        bool,
        typer.Option("--by-day", help="The days that matter, each with its best evidence."),
    ] = False,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    as_csv: opt.AsCsv = False,
) -> None:
    """List the events, by date; with --top those that matter most, and why.

    With --by-day the days that matter, each with the best sentence of its best events; --top says
    how many days.

    Example: dateline timeline r.dateline --between USA RUS --about cyber --from 2013 --to 2022
    """
    asked = opt.query(
        between=between, actor=actor, start=start, end=end, about=about, types=types,
        status=status, grades=grade, quads=quad, min_voices=min_voices, limit=limit, text=text,
        dated=dated, still_open=still_open, as_of=as_of,
    )  # fmt: skip
    as_ = form(json=as_json, jsonl=as_jsonl, csv=as_csv)
    from dateline.publish import row
    from dateline.publish.csv import COLUMNS, flat
    from dateline.query import Record

    with Record(record) as opened:
        if by_day:
            from dateline.cli.days import show_days

            show_days(opened.by_day(asked, top), as_)
            return
        rows: Iterable[Row] = (row(opened, event) for event in opened.timeline(asked))
        if top is not None:
            rows = (
                {**row(opened, point.event), "why": [r.detail for r in point.reasons]}
                for point in opened.top(top, asked)
            )
        if as_ == "csv":
            rows = (flat(item) for item in rows)
        count = show(rows, as_, line, COLUMNS)
    if not as_:
        how = f" Open one with: dateline show {record} ID" if count else ""
        note(f"{counted(count, 'event')}.{how}")


def line(item: Row) -> str:
    """Return an event as one line for people, and its headline on the next."""
    what = item["type"] + (f"/{item['mode']}" if item["mode"] else "")
    about = f" ({', '.join(item['contexts'])})" if item["contexts"] else ""
    status = "" if item["status"] == "happened" else f" {item['status']}"
    grade = f"{item['grade']['reliability']}{item['grade']['credibility']}"
    support = f"{item['voices']} {'voice' if item['voices'] == 1 else 'voices'}"
    return (
        f"{date(item):<12} {item['id']}  {what}{about}{status}  {sides(item)}  "
        f"[{grade}, {support}]\n"
        f"             {item['headline']}"
        + (f"\n             why: {'; '.join(item['why'])}" if "why" in item else "")
    )


def date(item: Row) -> str:
    """Return an event's date as it is known."""
    if item["start"] is None:
        return "undated"
    if item["start"] == item["end"]:
        return str(item["start"])
    return item["edtf"] or f"{item['start']}/{item['end']}"


def show_event(
    record: opt.RecordPath,
    event: Annotated[str, typer.Argument(help="An event's id, or its first digits.")],
    *,
    as_json: opt.AsJson = False,
) -> None:
    """Show one event: both sides' words, its evidence, its grade and why."""
    import msgspec

    from dateline.cli.event import card, details
    from dateline.publish import row
    from dateline.query import Record

    with Record(record) as opened:
        found = opened.event(event)
        whole = {**row(opened, found), **details(opened, found)}
        if as_json:
            sys.stdout.write(msgspec.json.encode(whole).decode() + "\n")
        else:
            sys.stdout.write(card(whole) + "\n")
