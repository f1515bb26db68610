"""Write the reference pages that come from the code: commands, errors, linking, grading, data.

`python docs/generate.py` writes them; a test compares them with what the code says now.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

REFERENCE = Path(__file__).parent / "reference"
DATA = Path(__file__).parents[1] / "src" / "dateline" / "data"


def commands() -> Iterator[str]:
    """Yield the page of the command line: each command's help."""
    from typer.main import get_command
    from typer.testing import CliRunner

    from dateline.cli.main import app

    yield "# Commands\n\nEvery command and option, as `--help` prints them.\n"
    runner = CliRunner(env={"COLUMNS": "90", "NO_COLOR": "1"})
    names: list[str] = sorted(get_command(app).commands)  # type: ignore[attr-defined]
    for arguments in ([], *([name] for name in names)):
        shown = runner.invoke(app, [*arguments, "--help"], prog_name="dateline").output
        yield f"\n## {' '.join(['dateline', *arguments])}\n\n```\n{trimmed(shown)}\n```\n"


def trimmed(text: str) -> str:
    """Return a text without space at the ends of its lines."""
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def errors() -> Iterator[str]:
    """Yield the page of error codes."""
    from dateline.errors import MESSAGES

    yield "# Errors\n\nEach error is one line: its code, what was wrong, where, the next step.\n"
    yield "\n| code | what was wrong | what to do |\n|---|---|---|\n"
    for code, (what, hint) in MESSAGES.items():
        yield f"| {code} | {what} | {hint} |\n"


def features(module: str, title: str, text: str) -> Iterator[str]:
    """Yield a page of scoring features, each from its own docstring."""
    yield f"# {title}\n\n{text}\n\n| feature | what it asks |\n|---|---|\n"
    found: dict[str, Callable[..., Any]] = import_module(module).FEATURES
    for name, function in found.items():
        yield f"| {name.replace('_', ' ')} | {' '.join((function.__doc__ or '').split())} |\n"


def linking() -> Iterator[str]:
    """Yield the page of linking."""
    from dateline.link.score import SAME

    import_module("dateline.link.features")
    yield from features(
        "dateline.link.score",
        "Linking",
        "Two mentions are of one event when the weights below add up to at least "
        f"{SAME:g}. Only mentions of the same type that share a pair of parties, the same way "
        "round, are compared, and only within a window of days.",
    )


def grading() -> Iterator[str]:
    """Yield the page of grades."""
    from dateline.grade.grade import STEPS

    steps = ", ".join(f"{credibility} from {least:+g}" for least, credibility in STEPS)
    yield from features(
        "dateline.grade.features",
        "Grades",
        "Credibility follows the Admiralty scale: 1 confirmed by independent sources, 2 probably "
        "true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. It is the sum of the "
        f"weights that these features give: {steps}, else 5. Reliability A-F is what you set for "
        "a publisher in the settings; F, cannot be judged, where you set none.",
    )


def data() -> Iterator[str]:
    """Yield the page of reference tables."""
    from dateline.data import head, table

    yield "# Reference tables\n\n| table | rows | source | licence | date |\n"
    yield "|---|---|---|---|---|\n"
    for path in sorted(DATA.rglob("*.tsv")):
        name = path.relative_to(DATA).with_suffix("").as_posix()
        about = head(name)
        origin = " | ".join(about.get(key, "") for key in ("source", "licence", "date"))
        yield f"| {name} | {len(table(name))} | {origin} |\n"


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "commands.md": commands,
    "errors.md": errors,
    "linking.md": linking,
    "grading.md": grading,
    "data.md": data,
}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (REFERENCE / name).write_text("".join(page()), "utf-8")


if __name__ == "__main__":
    main()
