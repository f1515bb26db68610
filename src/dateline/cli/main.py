"""The command `dateline`: every verb, and how errors end it."""

import sys
from typing import Annotated

import typer

from dateline import __version__
from dateline.cli import build, demo, export, extract, ledgers, timeline, voices
from dateline.errors import DatelineError

EPILOG = (
    "Example: dateline build reports/ --record r.dateline, then "
    "dateline timeline r.dateline --between USA RUS --about cyber. "
    "Exit codes: 0 done, 1 a check found something, 2 usage, 3 some inputs unreadable, "
    "4 a limit hit, 130 interrupted."
)

app = typer.Typer(
    name="dateline",
    help="Reads news reports and writes the record of relations between states.",
    epilog=EPILOG,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (build, timeline, ledgers, voices, export, extract, demo):
    module.register(app)


def version(value: bool) -> None:  # noqa: FBT001 - typer calls it so
    """Print the version and end."""
    if value:
        sys.stdout.write(f"dateline {__version__}\n")
        raise typer.Exit


@app.callback()
def root(
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Read news reports and write the record of relations between states."""


def run() -> None:
    """Run the command and exit with its code; an error is one line on standard error."""
    try:
        app(standalone_mode=True)
    except DatelineError as error:
        sys.stderr.write(f"dateline: {error.line()}\n")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.stderr.write("dateline: interrupted; run the same command again to resume\n")
        sys.exit(130)
    except BrokenPipeError:
        # The reader (head, less) has what it wanted; closing quietly is what tools do.
        sys.stderr.close()
        sys.exit(0)
