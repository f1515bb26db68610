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
    for arguments in verbs(get_command(app)):
        shown = runner.invoke(app, [*arguments, "--help"], prog_name="dateline").output
        yield f"\n## {' '.join(['dateline', *arguments])}\n\n```\n{trimmed(shown)}\n```\n"


def verbs(command: Any) -> Iterator[list[str]]:
    """Yield the words that call a command, and each of those that it is a group of."""
    yield []
    for name, part in sorted(getattr(command, "commands", {}).items()):
        yield from ([name, *words] for words in verbs(part))


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


def reviewing() -> Iterator[str]:
    """Yield the page of the review's order."""
    from dateline.query.queue import WEIGHTS

    weights = ", ".join(f"{name.replace('_', ' ')} {weight:g}" for name, weight in WEIGHTS.items())
    yield from features(
        "dateline.query.queue",
        "Reviewing",
        "The review shows first what asks most for a ruling: the sum of what these features give, "
        f"each 0 to 1, by their weights: {weights}. An event that was accepted or rejected waits "
        "no more. How to rule by key: "
        "[the drawing and the review](../how-to/drawing-and-review.md).",
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


def coding() -> Iterator[str]:
    """Yield the page of event types, modes, contexts and statuses."""
    from dateline.data import table

    quads = {
        "1": "verbal cooperation", "2": "material cooperation", "3": "verbal conflict",
        "4": "material conflict",
    }  # fmt: skip
    yield "# Coding\n\nEvents follow PLOVER (Open Event Data Alliance; CC BY-SA 4.0). Intensity "
    yield "is on the Goldstein range, -10 to 10.\n\n"
    yield "| type | quad class | intensity | what the source does |\n|---|---|---|---|\n"
    for row in table("plover/types"):
        quad = quads[row["quad"]]
        yield f"| {row['root']} | {quad} | {row['intensity']} | {row['definition']} |\n"
    yield "\n## Modes\n\n| type | mode | intensity | what it is |\n|---|---|---|---|\n"
    for row in table("plover/modes"):
        yield f"| {row['root']} | {row['mode']} | {row['intensity']} | {row['definition']} |\n"
    names = ", ".join(row["code"] for row in table("plover/contexts"))
    yield f"\n## Contexts\n\n{names}.\n"
    yield STATUSES


STATUSES = """
## Statuses

| status | what the reports say of the act |
|---|---|
| happened | it was done |
| ongoing | it is being done |
| planned | it is to be done, by one who can do it |
| threatened | it is threatened |
| conditional | it will be done if something else is |
| hypothetical | it could be done, or is asked about |
| denied | the one said to have done it denies it |
| negated | it was not done |

## Actors

A state is its ISO 3166-1 alpha-3 code (`RUS`; former states: `SUN`, `YUG`, `CSK`, `DDR`; Kosovo
`XKX`). A body or a person of a state adds a role: `RUS GOV`, `USA MIL`, `GBR LEG`, `IRN SPY`.
Actors without a state begin with their role: `IGO NATO`, `CRM DARKSIDE`, `BUS SOLARWINDS`. A group
is never given its suspected sponsor's code: that is a claim, and claims are events with a source.
A role noun without a state has its role alone (`COP`, `REB`), or the state where the act is placed.

## Scope

| scope of a mention | who acts on whom | of an event |
|---|---|---|
| between | two states, organisations or named groups, or one with words to the world | yes |
| within | two actors of one state: `MAR COP` and `MAR JRN` | no |
| open | a side that the text describes and that is no known actor: "a rebel camp" | no |

`dateline.extract` gives all of them; a record keeps all and makes events of those between states.
Within a state only politics is told: at least one side holds or seeks power, and arrests and
verdicts count where they are of such people, of protesters or of the press.
"""

PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "commands.md": commands,
    "errors.md": errors,
    "linking.md": linking,
    "grading.md": grading,
    "reviewing.md": reviewing,
    "data.md": data,
    "coding.md": coding,
}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (REFERENCE / name).write_text("".join(page()), "utf-8")


if __name__ == "__main__":
    main()
