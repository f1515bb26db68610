"""`dateline demo`: build the bundled sample and print its timeline."""

import tempfile
from pathlib import Path
from typing import Annotated, Optional

import typer

from dateline.cli.output import note
from dateline.store.address import Address


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(demo)


def demo(
    *,
    record: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it at run time
        typer.Option(help="Keep the record here; a temporary one else."),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that extract.")] = 2,
) -> None:
    """Build the record of the bundled example and print its timeline of two states."""
    from dateline import pipeline
    from dateline.cli.build import report
    from dateline.cli.output import show
    from dateline.cli.progress import bar
    from dateline.cli.timeline import line
    from dateline.publish import row
    from dateline.query import Query, Record

    with tempfile.TemporaryDirectory() as folder:
        where = record or Path(folder) / "demo.dateline"
        with bar() as tell:
            done = pipeline.build([examples()], where, workers=workers, progress=tell)
        report(done, Address.of(where), as_json=False)
        with Record(where) as opened:
            # The pair that the bundled example is about.
            asked = Query(between=("USA", "RUS"))
            count = show((row(opened, e) for e in opened.timeline(asked)), "", line, ())
    note(f"{count} events between USA and RUS, out of {done.events}.")
    if record is None:
        note("Keep the record with: dateline demo --record demo.dateline")


def examples() -> Path:
    """Return the folder of the bundled reports: in the package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "data" / "examples" / "us-russia-cyber" / "reports"
    return inside if inside.is_dir() else package.parents[1] / "examples/us-russia-cyber/reports"
