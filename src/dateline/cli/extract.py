"""`dateline extract`: reports to JSON Lines, or to a folder of Parquet, no record."""

import os
import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from dateline.cli import options as opt
from dateline.cli.output import counted, note
from dateline.errors import UsageError, failed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.engine.layout import Whole
    from dateline.model import Report
    from dateline.settings import Settings

# Failures that are named; all that was left out is in the folder's table.
NAMED = 20
Out = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option(help="A folder to write Parquet into, shard by shard; see docs/how-to."),
]
Address = Annotated[
    str,
    typer.Option(metavar="ADDRESS", help="With --out: a Ray cluster's, such as ray://host:10001."),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(extract)


def extract(
    paths: opt.Paths,
    *,
    out: Out = None,
    workers: opt.Workers = 1,
    engine: Address = "",
    sift: opt.Sift = False,
    settings: opt.SettingsPath = None,
    jsonl: opt.AsJsonl = False,
) -> None:
    """Extract reports: to JSON Lines, one object a report, or with --out to a folder of Parquet.

    A line holds `report` (without its text), `mentions`, `statements`, `times`, `actors`; lines
    come in the order of the inputs. A folder holds tables of reports, mentions, statements, times
    and what was left out; a run that was killed is resumed by the same command, and `dateline
    build` loads the folder into a record.
    """
    from dateline.settings import load, sifting

    given = sifting(load(settings)) if sift else load(settings)
    if out is None:
        if engine:
            raise UsageError("D106", "--engine", "it is for --out")
        to_lines(paths, workers, given)
        return
    if jsonl:
        raise UsageError("D106", "--jsonl --out")
    if "-" in paths:
        raise UsageError("D106", "- --out", "standard input cannot be read again to resume")
    to_folder(paths, out, workers, given, engine)


def to_lines(paths: list[str], workers: int, settings: "Settings") -> None:
    """Write a line a report to standard output."""
    from dateline.model import LeftOut
    from dateline.read import read_all
    from dateline.runner import extract_lines

    left: list[LeftOut] = []

    def readable() -> "Iterator[Report]":
        for item in read_all(paths, settings):
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
    end(item.reason for item in left)


def to_folder(
    paths: list[str], out: Path, workers: int, settings: "Settings", address: str
) -> None:
    """Write Parquet, and say on standard output how much."""
    from functools import partial

    from dateline.cli.progress import bar
    from dateline.engine import on_daft
    from dateline.engine.extract import extract as run

    on_daft.configured(address)
    with aside(), bar() as tell:
        done = run(
            paths, out, workers=workers, settings=settings, progress=tell,
            engine=partial(on_daft.run, address=address),
        )  # fmt: skip
    tell_of(out, done)


@contextmanager
def aside() -> "Iterator[None]":
    """Send what the engine itself says on standard output to standard error."""
    out = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(out, 1)
        os.close(out)


def tell_of(out: Path, done: "Whole") -> None:
    """Write what a folder holds."""
    from dateline.engine.layout import left_out

    rows = done.rows
    names = ("report", "mention", "statement", "time")
    told = ", ".join(counted(rows[f"{name}s"], name) for name in names)
    sys.stdout.write(f"{out}: {told} in {counted(done.shards, 'shard')}\n")
    if not rows["left_out"]:
        return
    codes: Counter[str] = Counter()
    named = 0
    for item in left_out(out):
        codes[item.reason.split(" ", 1)[0]] += 1
        if failed(item.reason) and named < NAMED:
            named += 1
            note(f"dateline: {item.reason}")
    by_code = ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))
    sys.stdout.write(f"left out: {rows['left_out']} ({by_code})\n")
    end(codes)


def end(reasons: "Iterable[str]") -> None:
    """End with 3 where something could not be read or extracted that should have been."""
    if any(map(failed, reasons)):
        raise typer.Exit(3)
