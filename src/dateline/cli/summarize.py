"""`dateline summarize`: reports of any topic to a timeline in their own sentences, no record."""

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from dateline.cli import options as opt
from dateline.cli.output import form, note
from dateline.errors import failed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import Report


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(summarize)


def summarize(
    paths: opt.Paths,
    *,
    start: opt.From = "",
    end: opt.To = "",
    days: Annotated[
        Optional[int],  # noqa: UP045 - typer reads it at run time
        typer.Option(min=1, help="How many days; by default as many as the reports spread over."),
    ] = None,
    sentences: Annotated[
        Optional[float],  # noqa: UP045 - typer reads it at run time
        typer.Option(min=1, help="Sentences a day, or their average; by default two."),
    ] = None,
    settings: opt.SettingsPath = None,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    as_csv: opt.AsCsv = False,
) -> None:
    """Make a timeline of what reports tell, of any topic: the days that matter, in their words.

    Needs no record and no language model. Every sentence is one of a report, named behind it.

    Example: dateline summarize reports/ --from 2019 --days 20
    """
    as_ = form(json=as_json, jsonl=as_jsonl, csv=as_csv)
    asked = opt.query(start=start, end=end)
    from dateline.cli.days import show_days
    from dateline.model import LeftOut
    from dateline.read import read_all
    from dateline.settings import load
    from dateline.summary import summarize as timeline

    left: list[LeftOut] = []
    keys: dict[str, str] = {}

    def readable() -> "Iterator[Report]":
        for item in read_all(paths, load(settings)):
            if isinstance(item, LeftOut):
                left.append(item)
            else:
                keys[item.id] = min(item.key, keys.get(item.id, item.key))
                yield item

    found = timeline(readable(), asked.start, asked.end, days, sentences)
    show_days(found, as_, keys)
    for item in left:
        note(f"dateline: {item.reason}")
    if any(failed(item.reason) for item in left):
        raise typer.Exit(3)
