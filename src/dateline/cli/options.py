"""Options that several commands share, and the query they make."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from dateline.errors import UsageError
from dateline.store.address import Address

if TYPE_CHECKING:
    from dateline.query import Query

RECORD = "a .dateline file, or postgresql://user@host/name."
RecordPath = Annotated[
    Address, typer.Argument(parser=Address, metavar="RECORD", help=f"The record: {RECORD}")
]
INPUTS = "Files, folders, addresses such as s3://..., or - for standard input."
Paths = Annotated[list[str], typer.Argument(help=INPUTS)]
MorePaths = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Argument(
        help="Files, folders, addresses such as s3://..., or - for standard input.",
        show_default=False,
    ),
]
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
Grades = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(
        "--grade", help="A credibility, 1 (confirmed) to 6 (cannot be judged). Repeatable."
    ),
]
Quads = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(
        "--quad",
        help="Tone: 1 cooperation in words, 2 in deed, 3 conflict in words, 4 in deed. Repeatable.",
    ),
]
MinVoices = Annotated[int, typer.Option(min=1, help="Least number of independent voices.")]
Limit = Annotated[Optional[int], typer.Option(min=0, help="At most so many.")]  # noqa: UP045
Top = Annotated[
    Optional[int],  # noqa: UP045
    typer.Option(min=1, help="Only so many, those that matter most, each with the reasons."),
]
Text = Annotated[str, typer.Option("--text", help="Words that the evidence must have.")]
Dated = Annotated[bool, typer.Option("--dated", help="Only events with a date.")]
Open = Annotated[
    bool,
    typer.Option("--open", help="With --from: also what was still to come before."),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document.")]
AsJsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Comma-separated values.")]
ToRecord = Annotated[
    Address,
    typer.Option("--record", parser=Address, metavar="RECORD", help=f"The record: {RECORD}"),
]
SettingsPath = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--settings", help="A TOML file; see docs/reference/settings.md."),
]
Sift = Annotated[bool, typer.Option("--sift", help="Skip reports in which no two parties meet.")]
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
    grades: list[str] | None = None,
    quads: list[str] | None = None,
    min_voices: int = 1,
    limit: int | None = None,
    text: str = "",
    dated: bool = False,
    still_open: bool = False,
    as_of: str = "",
) -> "Query":
    """Return the query that the options make.

    Raises:
        UsageError: D102-D106, D110, where a value is not one of those allowed.
    """
    from dateline.query import asked
    from dateline.query.query import Query, parse_date

    first = parse_date(start, last=False) if start else None
    last = parse_date(end, last=True) if end else None
    if first and last and first > last:
        raise UsageError("D106", f"--from {start} --to {end}", "the first day is after the last")
    return Query(
        between=asked.between(between or ()),
        actor=asked.party(actor) if actor else "",
        start=first,
        end=last,
        about=asked.contexts(tuple(about or ())),
        type=asked.types(tuple(types or ())),
        status=asked.statuses(tuple(status or ())),
        grade=asked.grades(tuple(grades or ())),
        quad=asked.quads(tuple(quads or ())),
        min_voices=min_voices,
        limit=limit,
        text=text,
        dated=dated,
        open=still_open,
        as_of=parse_date(as_of, last=True) if as_of else None,
    )
