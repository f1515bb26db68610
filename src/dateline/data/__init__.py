"""Reference tables: one TSV file each, with source, licence and date in its head.

A table begins with `# key: value` lines (`source`, `licence`, `date`, and what its `columns` mean),
then a line of column names, then rows. A cell with several values separates them by `|`.
"""

from functools import cache
from importlib import resources


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `data/NAME.tsv` (`name` may hold a folder: `plover/types`)."""
    rows = [line for line in lines(name) if line and not line.startswith("#")]
    columns = rows[0].split("\t")
    return tuple(dict(zip(columns, row.split("\t"), strict=True)) for row in rows[1:])


@cache
def head(name: str) -> dict[str, str]:
    """Return the `# key: value` head of a table."""
    pairs = (line[1:].partition(":") for line in lines(name) if line.startswith("#"))
    return {key.strip(): value.strip() for key, _, value in pairs}


def lines(name: str) -> list[str]:
    """Return the lines of a table's file."""
    path = resources.files(__name__).joinpath(*f"{name}.tsv".split("/"))
    return path.read_text("utf-8").splitlines()


def values(cell: str) -> tuple[str, ...]:
    """Split a cell of several values."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
