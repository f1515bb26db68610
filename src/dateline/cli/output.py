"""Results on standard output: a list for people, or JSON, JSON Lines, CSV."""

import sys
from collections.abc import Callable, Iterable
from typing import Any

from dateline.errors import UsageError

Row = dict[str, Any]


def form(*, json: bool, jsonl: bool, csv: bool) -> str:
    """Return the name of the form asked for; "" is for people.

    Raises:
        UsageError: D106 where more than one is asked for.
    """
    asked = [name for name, on in (("json", json), ("jsonl", jsonl), ("csv", csv)) if on]
    if len(asked) > 1:
        raise UsageError("D106", " ".join(f"--{name}" for name in asked))
    return asked[0] if asked else ""


def show(
    rows: Iterable[Row], form_: str, people: Callable[[Row], str], columns: tuple[str, ...]
) -> int:
    """Write rows in a form and return how many there were.

    `people` makes a row's lines for people; `columns` are those of the CSV.
    """
    count = 0

    def each() -> Iterable[Row]:
        nonlocal count
        for count, item in enumerate(rows, 1):  # noqa: B007 - the count is kept
            yield item

    for piece in pieces(each(), form_, people, columns):
        sys.stdout.write(piece)
    return count


def pieces(
    rows: Iterable[Row], form_: str, people: Callable[[Row], str], columns: tuple[str, ...]
) -> Iterable[str]:
    """Yield the text of rows in a form."""
    import msgspec

    if form_ == "json":
        yield msgspec.json.format(msgspec.json.encode(list(rows)), indent=1).decode() + "\n"
    elif form_ == "jsonl":
        for item in rows:
            yield msgspec.json.encode(item).decode() + "\n"
    elif form_ == "csv":
        from dateline.publish.csv import table

        yield from table(columns, rows)
    else:
        for item in rows:
            yield people(item) + "\n"


def counted(count: int, name: str) -> str:
    """Return `1 event`, `2 events`."""
    return f"{count} {name}" if count == 1 else f"{count} {name}s"


def sides(item: Row) -> str:
    """Return who did it to whom: `DEU GOV -> FRA`; who did it together: `DEU with FRA`."""
    if item["reciprocal"]:
        return " with ".join(item["source"])
    return " -> ".join(", ".join(side) for side in (item["source"], item["target"]) if side)


def note(line: str) -> None:
    """Write a line to standard error, where everything goes that is not a result."""
    sys.stderr.write(line + "\n")
