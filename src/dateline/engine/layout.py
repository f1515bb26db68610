"""The folder that `dateline extract --out` writes: its tables, their columns, its manifests.

    FOLDER/dateline.json               what it is, and of which inputs
    FOLDER/TABLE/SHARD.parquet         one file a shard of each of `TABLES`
    FOLDER/done/SHARD.json             rows and sha256 of the shard's files; written after them
    FOLDER/whole.json                  how many shards and rows there are; written last of all

A shard holds a run of the inputs, in their order; the shards' names sort in that order. A shard
without its manifest is not there, and a folder without `whole.json` is not whole. The same inputs
and version give the same bytes.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import UsageError
from dateline.model import LeftOut

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = "dateline extraction"
# Raise it when a table or a column changes.
SCHEMA = 1
TABLES = ("reports", "mentions", "statements", "times", "left_out")
HEAD = "dateline.json"
DONE = "done"
WHOLE = "whole.json"
# Beside the tables while a run is under way: what was read and waits for its extraction.
WAITING = "waiting"


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder holds.

    `files`, `bytes` and `digest` are of the inputs (their names and sizes), `settings` is a digest
    of what they were read with.
    """

    format: str = FORMAT
    schema: int = SCHEMA
    extractors: str
    shard: int
    inputs: tuple[str, ...]
    files: int
    bytes: int
    digest: str
    settings: str
    sift: bool


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """A finished shard: the rows and the sha256 of its file of each table."""

    shard: str
    rows: dict[str, int]
    sha256: dict[str, str]


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder holds when it is whole: how many shards, and rows of each table."""

    shards: int
    rows: dict[str, int]


@cache
def schemas() -> "dict[str, pa.Schema]":
    """Return the tables' columns.

    `row` is the report's number in its shard, `n` that of the noun in its report. `dated` is the
    day that the report was read with: its `published`; two prints of a text with other days each
    have their own rows. `data` is the noun as JSON, the other columns are there to be searched.
    Sides and speakers are parties: alpha-3, or the whole code of an actor without a state.
    """
    arrow = pyarrow()
    text, number, day, codes = arrow.string(), arrow.int32(), arrow.date32(), strings(arrow)
    report = [("text_id", text), ("dated", day), ("row", number), ("n", number)]
    columns = {
        "reports": [
            ("key", text), ("text_id", text), ("row", number), ("published", day),
            ("publisher", text), ("language", text), ("failure", text), ("text", text),
            ("data", text),
        ],
        "mentions": [
            *report, ("id", text), ("type", text), ("mode", text), ("contexts", codes),
            ("status", text), ("scope", text), ("quad", number), ("intensity", arrow.float64()),
            ("sources", codes), ("targets", codes), ("reciprocal", arrow.bool_()),
            ("historical", arrow.bool_()), ("start", day), ("end", day), ("sentence", text),
            ("data", text),
        ],
        "statements": [
            *report, ("speakers", codes), ("official", arrow.bool_()), ("kind", text),
            ("cue", text), ("data", text),
        ],
        "times": [
            *report, ("type", text), ("value", text), ("start", day), ("end", day),
            ("granularity", text), ("basis", text), ("data", text),
        ],
        "left_out": [("item", text), ("reason", text)],
    }  # fmt: skip
    about = {"dateline.schema": str(SCHEMA)}
    return {name: arrow.schema(columns[name], metadata=about) for name in TABLES}


def pyarrow() -> "pa":
    """Return the package that reads and writes Parquet.

    Raises:
        UsageError: D133 where it is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise UsageError("D133", "pyarrow", 'pip install "dateline[scale]"') from error
    return pa


def strings(arrow: "pa") -> "pa.DataType":
    """Return the type of a column of several words each."""
    return arrow.list_(arrow.string())


def head(folder: Path) -> Head | None:
    """Return what a folder holds; None where it is no extraction, or a damaged one."""
    try:
        return msgspec.json.decode((folder / HEAD).read_bytes(), type=Head)
    except (OSError, msgspec.DecodeError):
        return None


def file(folder: Path, table: str, shard: str) -> Path:
    """Return the path of a shard's file of a table."""
    return folder / table / f"{shard}.parquet"


def done(folder: Path) -> list[str]:
    """Return the finished shards, in the order of the inputs."""
    return sorted(path.stem for path in (folder / DONE).glob("*.json"))


def manifest(folder: Path, shard: str) -> Manifest:
    """Return a finished shard's manifest."""
    return msgspec.json.decode((folder / DONE / f"{shard}.json").read_bytes(), type=Manifest)


def whole(folder: Path) -> Whole | None:
    """Return what a folder holds; None where it is not whole yet, or has lost a shard."""
    try:
        found = msgspec.json.decode((folder / WHOLE).read_bytes(), type=Whole)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    return found if found.shards == len(done(folder)) else None


def left_out(folder: Path) -> Iterator[LeftOut]:
    """Yield what was left out of a folder's inputs, in their order."""
    pyarrow()
    import pyarrow.parquet as pq

    for shard in done(folder):
        if manifest(folder, shard).rows["left_out"]:
            for row in pq.read_table(file(folder, "left_out", shard)).to_pylist():
                yield LeftOut(**row)
