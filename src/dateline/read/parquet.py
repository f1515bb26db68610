"""Parquet files, by pyarrow: one report a row, read a few rows at a time."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from dateline.errors import InputError, LimitError, UsageError
from dateline.model import LeftOut, Report
from dateline.read.base import SCALE, Source
from dateline.read.fields import FIELDS, field_of
from dateline.read.limits import MOST_RATIO, RATIO_FROM
from dateline.read.rows import left_out, row_report

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

# Rows in memory together.
BATCH = 64
# Bytes read ahead of each column.
BUFFER = 2**20
WORDS = frozenset({"string", "large_string", "binary", "large_binary"})


class ParquetReader:
    """Columns by name, as in CSV. Its end says where all is, so it must be a file, not a stream."""

    suffixes: tuple[str, ...] = (".parquet", ".pq")
    rows = True
    unzips = True

    def read(self, source: Source) -> Iterator[Report | LeftOut]:
        """Yield a report, or a problem, for each row; rows count from 1."""
        try:
            import pyarrow.parquet as pq
        except ImportError as error:
            raise UsageError("D133", "pyarrow", SCALE) from error
        if source.file is None or not source.file.seekable():
            raise InputError("D201", detail="Parquet from a stream; give the file")
        number = given = 0
        try:
            schema = pq.read_schema(source.file)
            names = wanted(schema.names, source)
            file = pq.ParquetFile(
                source.file,
                # A long text that comes again and again stands in memory once.
                read_dictionary=[name for name in names if str(schema.field(name).type) in WORDS],
                buffer_size=BUFFER,
                pre_buffer=False,
            )
            check_sizes(file)
            most = max(RATIO_FROM, MOST_RATIO * source.file.seek(0, os.SEEK_END))
            for cells in rows(file, names):
                given += sum(map(size_of, cells.values()))
                if given > most:
                    raise LimitError("D302", detail=f"more than {MOST_RATIO} times its size")
                number += 1
                yield of_row(cells, number, source)
        except (OSError, ValueError) as error:  # pyarrow's own errors are of these
            detail = f"after {number:,} rows: {type(error).__name__}"
            raise InputError("D204", detail=detail) from error
        if not number:
            raise InputError("D202")


def wanted(names: Iterable[str], source: Source) -> list[str]:
    """Return the columns that are read: those that mean one of our fields.

    Raises:
        InputError: D207 where none of them is the text.
    """
    mapped = {theirs: ours for ours, theirs in source.settings.read.columns.items()}
    meant = {
        name: field
        for name in names
        if (field := mapped.get(name) or field_of(name) or name.strip().lower()) in FIELDS
    }
    if "text" not in meant.values():
        raise InputError("D207")
    return list(meant)


def check_sizes(file: "ParquetFile") -> None:
    """Check what a file says that its columns hold.

    Raises:
        LimitError: D302 where that is more than `MOST_RATIO` times their size.
    """
    for group in range(file.metadata.num_row_groups):
        for at in range(file.metadata.num_columns):
            column = file.metadata.row_group(group).column(at)
            given, taken = column.total_uncompressed_size, column.total_compressed_size
            if given > RATIO_FROM and given > MOST_RATIO * taken:
                raise LimitError("D302", detail=f"more than {MOST_RATIO} times its size")


def rows(file: "ParquetFile", names: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file, cells as pyarrow keeps them."""
    for batch in file.iter_batches(batch_size=BATCH, columns=names, use_threads=False):
        for at in range(batch.num_rows):
            yield {name: batch.column(name)[at] for name in batch.schema.names}


def of_row(cells: dict[str, Any], number: int, source: Source) -> Report | LeftOut:
    """Make the report of a row, or say why there is none."""
    most = source.settings.limits.line_bytes
    if max(map(size_of, cells.values())) > most:
        return left_out(LimitError("D305", detail=f"more than {most:,} bytes"), number, source)
    return row_report({name: plain(cell.as_py()) for name, cell in cells.items()}, number, source)


def size_of(cell: Any) -> int:
    """Return the bytes of a text, 0 for what is none."""
    inner = cell.value if hasattr(cell, "dictionary") else cell
    return inner.as_buffer().size if hasattr(inner, "as_buffer") and inner.is_valid else 0


def plain(value: object) -> object:
    """Return a value, bytes as text."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


READER = ParquetReader()
