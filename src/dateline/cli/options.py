"""Options that several commands share, and the query they make."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.query import Query

RecordPath = Annotated[Path, typer.Argument(help="The record, a .dateline file.")]
Paths = Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")]
# typer.Option needs Optional at run time, since it reads the annotations.
Between = Annotated[
    Optional[tuple[str, str]],  # noqa: UP045
    typer.Option(help="Two parties, in either direction: --between USA RUS."),
]
ActorOption = Annotated[str, typer.Option("--actor", help="A party on either side.")]
By = Annotated[str, typer.Option("--by", help="The party of the speaker.")]
From = Annotated[str, typer.Option("--from", help="First day: 2013, 2013-06 or 2013-06-17.")]
To = Annotated[str, typer.Option("--to", help="Last day, as --from; a year means its end.")]
AsOf = Annotated[
    str,
    typer.Option("--as-of", help="The record as it stood at the end of that day."),
]
About = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(help="A context: cyber, diplomatic, military, nuclear ... Repeatable."),
]
TypeOption = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option("--type", help="A PLOVER type: CONSULT, AGREE ... Repeatable."),
]
StatusOption = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option("--status", help="happened, planned, threatened, denied ... or all."),
]
MinVoices = Annotated[int, typer.Option(min=1, help="Least number of independent voices.")]
Limit = Annotated[Optional[int], typer.Option(min=0, help="At most so many.")]  # noqa: UP045
Top = Annotated[
    Optional[int],  # noqa: UP045
    typer.Option(min=1, help="Only so many, those that matter most, each with the reasons."),
]
Text = Annotated[str, typer.Option("--text", help="Words that the evidence must have.")]
Dated = Annotated[bool, typer.Option("--dated", help="Only events with a date.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document.")]
AsJsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Comma-separated values.")]
SettingsPath = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--settings", help="A TOML file; see docs/reference/settings.md."),
]
Workers = Annotated[int, typer.Option(min=1, help="Processes that extract.")]


def query(
    *,
    between: tuple[str, str] | None = None,
    actor: str = "",
    start: str = "",
    end: str = "",
    about: list[str] | None = None,
    types: list[str] | None = None,
    status: list[str] | None = None,
    min_voices: int = 1,
    limit: int | None = None,
    text: str = "",
    dated: bool = False,
    as_of: str = "",
) -> "Query":
    """Return the query that the options make.

    Raises:
        UsageError: D102-D106, D110, where a value is not one of those allowed.
    """
    from dateline.query.query import Query, parse_date

    first = parse_date(start, last=False) if start else None
    last = parse_date(end, last=True) if end else None
    if first and last and first > last:
        raise UsageError("D106", f"--from {start} --to {end}", "the first day is after the last")
    return Query(
        between=tuple(party(name) for name in between) if between else (),
        actor=party(actor) if actor else "",
        start=first,
        end=last,
        about=tuple(one_of("D110", "plover/contexts", "code", a.lower()) for a in about or ()),
        type=tuple(one_of("D104", "plover/types", "root", t.upper()) for t in types or ()),
        status=tuple(a_status(s) for s in status or ()),
        min_voices=min_voices,
        limit=limit,
        text=text,
        dated=dated,
        as_of=parse_date(as_of, last=True) if as_of else None,
    )


def party(name: str) -> str:
    """Return the code of a party given by code or by name.

    Raises:
        UsageError: D103 where no state, organisation or group has the name.
    """
    from dateline.query.party import lookup

    code = lookup(name)
    if code is None:
        raise UsageError("D103", name)
    return code


def one_of(code: str, name: str, column: str, value: str) -> str:
    """Return a value that the column of a table has.

    Raises:
        UsageError: with `code`, naming those that are allowed.
    """
    from dateline.data import table

    allowed = [row[column] for row in table(name)]
    if value not in allowed:
        raise UsageError(code, value, f"one of {', '.join(allowed)}")
    return value


def a_status(value: str) -> str:
    """Return a status, or "all".

    Raises:
        UsageError: D105 where it is none.
    """
    from typing import get_args

    from dateline.model import Status

    allowed = (*get_args(Status), "all")
    if value.lower() not in allowed:
        raise UsageError("D105", value, f"one of {', '.join(allowed)}")
    return value.lower()
