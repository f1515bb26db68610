"""What the reduce writes beside an extraction: results, and what one stage hands to the next.

    FOLDER/reduced/basis.json          what it was made of and by; others begin anew
    FOLDER/reduced/TABLE/NAME.parquet  the results, in parts
    FOLDER/reduced/work/...            what stages hand on; gone when all is done
    FOLDER/reduced/done                written last

A file stands in its place whole or not at all, so that a run that was killed goes on where it was.
"""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.engine.layout import pyarrow
from dateline.engine.reduced import tables
from dateline.engine.write import put

if TYPE_CHECKING:
    import pyarrow as pa

RESULTS = ("voices", "heard", "altered", "alike", "prints", "times", "blocks", "events")
WORK = "work"


@dataclass(frozen=True, slots=True)
class Scratch:
    """The folder of one reduce."""

    path: Path

    def begin(self, basis: str) -> None:
        """Keep what was made on this basis; drop what was made on another."""
        told = self.path / "basis.json"
        if not told.is_file() or told.read_text("utf-8") != basis:
            shutil.rmtree(self.path, ignore_errors=True)
            put(told, basis.encode())

    def end(self, digest: str) -> None:
        """Say that all is made, of reports of this digest, and drop what stages handed on."""
        put(self.path / "done", digest.encode())
        shutil.rmtree(self.path / WORK, ignore_errors=True)

    def digest(self) -> str:
        """Return that of the reports that all is made of; empty where it is not yet."""
        done = self.path / "done"
        return done.read_text("utf-8") if done.is_file() else ""

    def digest_on(self, basis: str) -> str:
        """Return that of the reports, where all is made on this basis; else empty."""
        told = self.path / "basis.json"
        same = told.is_file() and told.read_text("utf-8") == basis
        return self.digest() if same else ""

    def of(self, table: str) -> Path:
        """Return the folder of a table."""
        return self.path / table if table in RESULTS else self.path / WORK / table

    def has(self, table: str, name: str) -> bool:
        """Tell whether a part of a table is there."""
        return (self.of(table) / f"{name}.parquet").is_file()

    def save(self, table: str, name: str, rows: "Iterable[tuple[Any, ...]] | pa.Table") -> None:
        """Write a part of a table."""
        arrow = pyarrow()
        import pyarrow.parquet as pq

        sink = arrow.BufferOutputStream()
        made = rows if isinstance(rows, arrow.Table) else tables.table(table, rows)
        pq.write_table(made, sink, compression="zstd")
        put(self.of(table) / f"{name}.parquet", sink.getvalue().to_pybytes())

    def parts(self, table: str) -> list[Path]:
        """Return the parts of a table, in order."""
        return sorted(self.of(table).glob("*.parquet"))

    def read(self, table: str, name: str, *columns: str) -> "pa.Table":
        """Read a part of a table: some columns, or all."""
        import pyarrow.parquet as pq

        file = pq.ParquetFile(self.of(table) / f"{name}.parquet")
        return file.read(columns=list(columns) or None)

    def rows(self, table: str, *columns: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table, part by part."""
        for path in self.parts(table):
            yield from self.read(table, path.stem, *columns).to_pylist()

    # Tables that the engine writes by the value of a column, each value in a folder of its own.

    def split(self, table: str, frame: Any, by: str) -> None:
        """Write a frame of the engine by the value of a column, unless it is there."""
        target = self.of(table)
        if target.is_dir():
            return
        beside = target.with_name(f".{table}")
        shutil.rmtree(beside, ignore_errors=True)
        frame.write_parquet(str(beside), partition_cols=[by])
        beside.mkdir(parents=True, exist_ok=True)  # where there was no row
        beside.replace(target)

    def names(self, table: str, by: str) -> list[str]:
        """Return the values that a table was split by, in order."""
        return sorted(path.name.partition("=")[2] for path in self.of(table).glob(f"{by}=*"))

    def of_split(self, table: str, by: str, name: str) -> "pa.Table":
        """Read the rows of one value, in no order."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        found = sorted((self.of(table) / f"{by}={name}").glob("*.parquet"))
        return pa.concat_tables([pq.ParquetFile(path).read() for path in found])
