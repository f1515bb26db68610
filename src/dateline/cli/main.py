"""The command `dateline`: every verb, and how errors end it."""

import io
import os
import sqlite3
import sys
from typing import Annotated, TextIO

import typer

from dateline import __version__
from dateline.cli import (
    build,
    check,
    compare,
    decisions,
    demo,
    export,
    extract,
    ledgers,
    serve,
    summarize,
    timeline,
    voices,
)
from dateline.errors import DatelineError, RecordError, UsageError

INTERRUPTED = 130
# The class of all errors in a call's words; Typer gives no public name to it.
MISUSE: type[Exception] = typer.BadParameter.__mro__[1]
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
for module in (
    build,
    timeline,
    ledgers,
    voices,
    check,
    compare,
    decisions,
    export,
    serve,
    extract,
    summarize,
    demo,
):
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
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        # Results are the same bytes whatever the locale.
        out.reconfigure(encoding="utf-8")
    try:
        code = app(prog_name="dateline", standalone_mode=False)
        sys.stdout.flush()
    except MISUSE as error:
        sys.exit(usage(error))
    except SystemExit:
        # Typer's answer to a pipe whose reader has gone is to put a silent stream in place of ours.
        if sys.stdout is out:
            raise
        sys.exit(hang_up(out))
    except BrokenPipeError:
        sys.exit(hang_up(out))
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except (DatelineError, OSError, sqlite3.DatabaseError) as error:
        coded = as_coded(error)
        sys.stderr.write(f"dateline: {coded.line()}\n")
        sys.exit(coded.exit_code)
    if code == INTERRUPTED:
        sys.stderr.write("dateline: interrupted; run the same command again to resume\n")
    sys.exit(code or 0)


def usage(error: Exception) -> int:
    """Say on one line what was wrong with the words of a call; the whole help where none came."""
    text: str = error.format_message()  # type: ignore[attr-defined]
    called = getattr(getattr(error, "ctx", None), "command_path", "dateline")
    if "\n" not in text.strip():
        text = f"dateline: {UsageError('D111', called, text.rstrip('.')).line()}"
    sys.stderr.write(text.rstrip() + "\n")
    return UsageError.exit_code


def hang_up(out: TextIO) -> int:
    """End quietly, as tools do, when the reader (head, less) has what it wanted."""
    # What is still buffered goes nowhere, so that the interpreter's last flush finds no fault.
    os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
    return 0


def as_coded(error: Exception) -> DatelineError:
    """Return a failure of the file system or the database as a coded error."""
    if isinstance(error, DatelineError):
        return error
    if isinstance(error, OSError):
        return UsageError("D112", error.filename or "", error.strerror or type(error).__name__)
    if isinstance(error, sqlite3.OperationalError):
        return RecordError("D406", "", str(error))
    return RecordError("D403", "", str(error))
