"""`dateline decisions`: what humans ruled on events; rule, take back, carry to another record."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from dateline.cli import options as opt
from dateline.cli.output import Row, counted, form, note, show

if TYPE_CHECKING:
    from dateline.model import Decision
    from dateline.query import Record

KINDS = "accept, reject, merge, split, edit or undo"
COLUMNS = ("seq", "kind", "mentions", "field", "value", "who", "when", "why", "stands")
Ids = Annotated[
    Optional[list[str]],  # noqa: UP045 - typer reads it at run time
    typer.Option("--event", help="An event's id, or its first digits; a merge has several."),
]
Mentions = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option("--mention", help="Of a split: an id that `show --json` lists. Repeatable."),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        help="List, add, export and import what readers ruled on events.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    group.command("list")(list_decisions)
    group.command()(add)
    group.command()(export)
    group.command("import")(import_)
    app.add_typer(group, name="decisions")


def list_decisions(
    record: opt.RecordPath,
    *,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    as_csv: opt.AsCsv = False,
) -> None:
    """List every decision, those taken back too."""
    from dateline.query import Record
    from dateline.store import decisions

    as_ = form(json=as_json, jsonl=as_jsonl, csv=as_csv)
    with Record(record) as opened:
        log = decisions.log(opened.db)
    gone = decisions.taken_back(log)
    rows = (row(decision, stands=decision.seq not in gone) for decision in log)
    count = show(rows, as_, line, COLUMNS)
    if not as_:
        note(counted(count, "decision"))


def row(decision: "Decision", *, stands: bool) -> Row:
    """Return a decision as a row."""
    fields = {name: getattr(decision, name) for name in COLUMNS if name != "stands"}
    return {**fields, "mentions": list(decision.mentions), "stands": stands}


def line(item: Row) -> str:
    """Return a decision for people."""
    from dateline.publish.escape import line as one_line

    what = {"edit": f" {item['field']}: {item['value']}", "undo": f" {item['value']}"}
    told = counted(len(item["mentions"]), "mention")
    gone = "" if item["stands"] else " (taken back)"
    why = f": {item['why']}" if item["why"] else ""
    about = "" if item["kind"] == "undo" else f", {told}"
    return one_line(
        f"{item['seq']:>5} {item['kind']}{what.get(item['kind'], '')}{about}, "
        f"{item['who']}, {item['when']}{why}{gone}"
    )


def add(
    record: opt.RecordPath,
    verb: Annotated[str, typer.Option(help=f"{KINDS[0].upper()}{KINDS[1:]}.")],
    *,
    event: Ids = None,
    mention: Mentions = None,
    field: Annotated[
        str, typer.Option(help="Of an edit: date, type, mode, place, headline, status, ...")
    ] = "",
    value: Annotated[str, typer.Option(help="Of an edit: what to set the field to.")] = "",
    decision: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(help="Of an undo: the number of the decision, as `list` gives it."),
    ] = None,
    why: Annotated[str, typer.Option(help="A reason, in your words.")] = "",
    who: Annotated[str, typer.Option(help="Who decides; your login where not given.")] = "",
    settings: opt.SettingsPath = None,
) -> None:
    """Rule on an event: accept, reject, merge, split, edit, or undo what was ruled.

    Example: dateline decisions add r.dateline --verb reject --event e12ab --why "a rumour"
    """
    from typing import cast, get_args

    from dateline.errors import UsageError
    from dateline.model import DecisionKind
    from dateline.query import Record
    from dateline.store import decisions

    if verb not in get_args(DecisionKind):
        raise UsageError("D130", verb, f"one of {KINDS}")
    if (decision is not None) != (verb == "undo"):
        raise UsageError("D130", verb, "--decision goes with undo")
    if bool(field or value) != (verb == "edit"):
        raise UsageError("D130", verb, "--field and --value go with edit")
    with Record(record) as opened:
        made = decisions.ruling(
            opened.db,
            cast("DecisionKind", verb),
            [opened.event(one).id for one in event or ()],
            mention or (),
            who=who or login(),
            when=decisions.now(),
            field=field,
            value=value if decision is None else str(decision),
            why=why,
        )
        made = decisions.append(opened.db, made)
        settle(opened, settings)
    note(f"decision {made.seq}: {made.kind}")


def export(
    record: opt.RecordPath,
    out: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--out", help="Write here rather than to standard output."),
    ] = None,
) -> None:
    """Write the decisions as text, a line each, in their order.

    Example: dateline decisions export r.dateline > decisions.jsonl
    """
    from dateline.publish.file import whole
    from dateline.query import Record
    from dateline.store.decision_lines import lines

    with Record(record) as opened:
        if out is None:
            sys.stdout.writelines(lines(opened.db))
        else:
            whole(out, lines(opened.db))


def import_(
    record: opt.RecordPath,
    file: Annotated[str, typer.Argument(help="A file that export wrote, or - for standard input.")],
    *,
    settings: opt.SettingsPath = None,
) -> None:
    """Append the decisions of a file that the record has not got: all of them, or none.

    Doing it again adds nothing. Example: dateline decisions import r.dateline decisions.jsonl
    """
    from dateline.query import Record
    from dateline.store.decision_lines import merge

    text = text_of(file)
    with Record(record) as opened:
        done = merge(opened.db, text.split("\n"), "standard input" if file == "-" else file)
        if done.added:
            settle(opened, settings)
    strange = f"; {done.strange} on mentions that this record has not got" if done.strange else ""
    note(f"{counted(done.added, 'decision')} added, {done.known} known already{strange}")


def text_of(file: str) -> str:
    """Return the text of a file, or of standard input.

    Raises:
        UsageError: D101 where there is no such file, D131 where it is no text.
    """
    from dateline.errors import UsageError

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8")
    except FileNotFoundError as error:
        raise UsageError("D101", file) from error
    except UnicodeDecodeError as error:
        raise UsageError("D131", file, "not UTF-8") from error


def settle(opened: "Record", settings: Path | None) -> None:
    """Show the effect of what was decided."""
    from dateline.reduce import reduce
    from dateline.settings import load

    reduce(opened.db, load(settings))


def login() -> str:
    """Return the name of who runs this."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
