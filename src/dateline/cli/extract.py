"""`dateline extract`: reports to JSON Lines on standard output, no record."""

import sys
from typing import TYPE_CHECKING

import typer

from dateline.cli import options as opt
from dateline.cli.output import note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import Report


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(extract)


def extract(
    paths: opt.Paths,
    *,
    workers: opt.Workers = 1,
    settings: opt.SettingsPath = None,
    jsonl: opt.AsJsonl = True,
) -> None:
    """Extract reports to JSON Lines, one object a report, in the order of the inputs.

    Each holds `report` (without its text), `mentions`, `statements`, `times`, `actors`. Needs no
    record; for pipes and clusters.
    """
    from dateline.model import LeftOut
    from dateline.read import read_all
    from dateline.runner import extract_lines
    from dateline.settings import load

    if not jsonl:
        raise typer.BadParameter("only JSON Lines are written here")
    left: list[LeftOut] = []

    def readable() -> "Iterator[Report]":
        for item in read_all(paths, load(settings)):
            if isinstance(item, LeftOut):
                left.append(item)
            else:
                yield item

    for found in extract_lines(readable(), workers):
        if isinstance(found, LeftOut):
            left.append(found)
        else:
            sys.stdout.buffer.write(found)
    for item in left:
        note(f"dateline: {item.reason}")
    if any(not item.reason.startswith("D208") for item in left):
        raise typer.Exit(3)
