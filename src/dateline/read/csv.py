"""CSV and TSV: a line of column names, then one report a row."""

import csv
from collections.abc import Iterator

from dateline.errors import InputError, LimitError
from dateline.model import LeftOut, Report
from dateline.read.base import Source
from dateline.read.encoding import as_utf8, one_byte
from dateline.read.limits import lines
from dateline.read.rows import left_out, row_report

DELIMITERS = ",;\t|"


class TooLongError(Exception):
    """A row went over the limit of a line."""


class CsvReader:
    """Columns by name, in any order; the delimiter is the commonest one of the first line."""

    suffixes: tuple[str, ...] = (".csv", ".tsv", ".tab")
    rows = True

    def read(self, source: Source) -> Iterator[Report | LeftOut]:
        """Yield a report, or a problem, for each row; the line of names is row 1.

        A row over the limit is passed over, and the next line begins a new one.
        """
        most = source.settings.limits.line_bytes
        feed = Feed(lines(as_utf8(source.chunks), most), most)
        first = feed.peek()
        delimiter = max(DELIMITERS, key=first.count)
        names: list[str] | None = None
        number = 0
        for row in rows(feed, delimiter, most):
            number += 1
            if row is None:
                error = LimitError("D305", detail=f"more than {most:,} bytes")
                yield left_out(error, number, source)
            elif not any(cell.strip() for cell in row):
                continue
            elif names is None:
                names = [name.strip() for name in row]
            else:
                yield row_report(dict(zip(names, row, strict=False)), number, source)
        if names is None:
            raise InputError("D202")


class Feed:
    """Lines as text for the parser; counts what the present row has taken."""

    def __init__(self, raw: Iterator[bytes | None], most: int) -> None:
        self.raw, self.most, self.taken = raw, most, 0
        self.ahead: list[str] = []

    def peek(self) -> str:
        """Return the first line, still to be read; empty where there is none or it is too long."""
        try:
            self.ahead = [next(self)]
        except (StopIteration, TooLongError):
            return ""
        return self.ahead[0]

    def __iter__(self) -> "Feed":
        return self

    def __next__(self) -> str:
        if self.ahead:
            return self.ahead.pop()
        line = next(self.raw)
        self.taken += len(line) + 1 if line is not None else self.most + 1
        if line is None or self.taken > self.most:
            raise TooLongError
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            text = line.decode(one_byte(line), "replace")
        return text.replace("\r", "").replace("\0", "") + "\n"


def rows(feed: Feed, delimiter: str, most: int) -> Iterator[list[str] | None]:
    """Yield the cells of each row, or None for one over the limit."""
    reader = csv.reader(feed, delimiter=delimiter)
    while True:
        feed.taken = 0
        # The limit of a field is global to the process: set for this one step, then put back.
        before = csv.field_size_limit(most)
        try:
            row: list[str] | None = next(reader)
        except StopIteration:
            return
        except (TooLongError, csv.Error):
            row, reader = None, csv.reader(feed, delimiter=delimiter)
        finally:
            csv.field_size_limit(before)
        yield row


READER = CsvReader()
