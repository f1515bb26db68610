"""`dateline build`: read reports, extend the record, print a summary."""

import sys
from typing import TYPE_CHECKING

import typer

from dateline.cli import options as opt
from dateline.cli.output import counted, note
from dateline.errors import failed
from dateline.store.address import Address

if TYPE_CHECKING:
    from dateline.model import Summary

# Inputs named in the summary for people; all are in --json and in the record.
NAMED = 20


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(build)


def build(
    paths: opt.MorePaths = None,
    *,
    record: opt.ToRecord,
    workers: opt.Workers = 1,
    sift: opt.Sift = False,
    settings: opt.SettingsPath = None,
    as_json: opt.AsJson = False,
) -> None:
    """Read reports, extend the record, print a summary.

    Running it again with the same reports changes nothing; a run that was killed is resumed.
    Without a path, the reports that the record has are read anew where this version or other
    settings make more of them.
    """
    from dateline import pipeline
    from dateline.cli.progress import bar
    from dateline.query import Record
    from dateline.settings import load, sifting

    if not paths:
        Record(record).close()  # there has to be one
    given = sifting(load(settings)) if sift else load(settings)
    with bar() as tell:
        done = pipeline.build(paths or (), record, settings=given, workers=workers, progress=tell)
    report(done, record, as_json=as_json)
    if not done.reports and not done.left_out:
        note(f"no reports found in {', '.join(paths or [str(record)])}")
    raise typer.Exit(exit_code(done))


def report(done: "Summary", record: Address, *, as_json: bool) -> None:
    """Write what a build did."""
    import msgspec

    if as_json:
        sys.stdout.write(msgspec.json.encode(done).decode() + "\n")
        return
    aside = f" ({done.aside} not between states)" if done.aside else ""
    sys.stdout.write(
        f"{record}: {counted(done.reports, 'report')} in {counted(done.voices, 'voice')}, "
        f"{counted(done.mentions, 'mention')}{aside}, {counted(done.statements, 'statement')}, "
        f"{counted(done.events, 'event')}\n"
    )
    warn(done)
    if done.left_out:
        sys.stdout.write(f"left out: {len(done.left_out)}\n")
        by_code: dict[str, int] = {}
        for item in done.left_out:
            code = item.reason.split(" ", 1)[0]
            by_code[code] = by_code.get(code, 0) + 1
        counts = ", ".join(f"{code} {count}" for code, count in sorted(by_code.items()))
        sys.stdout.write(f"  by code: {counts}\n")
        for item in sorted(done.left_out, key=lambda item: not failed(item.reason))[:NAMED]:
            sys.stdout.write(f"  {item.reason}\n")
        if len(done.left_out) > NAMED:
            note(f"  and {len(done.left_out) - NAMED} more; --json lists all")


def warn(done: "Summary") -> None:
    """Write what to know of the reports."""
    if done.warnings:
        sys.stdout.write(f"warnings: {len(done.warnings)}\n")
    for one in done.warnings[:NAMED]:
        sys.stdout.write(f"  {one.report}: {one.reason.feature}: {one.reason.detail}\n")
    if len(done.warnings) > NAMED:
        note(f"  and {len(done.warnings) - NAMED} more; --json lists all")


def exit_code(done: "Summary") -> int:
    """Return 3 where an input could not be read; a report in another language is no failure."""
    return 3 if any(failed(item.reason) for item in done.left_out) else 0
