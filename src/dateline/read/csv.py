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
# A quotation mark that is never closed takes all that follows into its row. So often the lines
# after the first are read anew, as rows of their own; each time costs at most one row's limit.
MOST_MENDS = 8


class TooLongError(Exception):
    """A row went over the limit of a line."""


class CsvReader:
    """Columns by name, in any order; the delimiter is the commonest one of the first line."""

    suffixes: tuple[str, ...] = (".csv", ".tsv", ".tab")
    rows = True
    unzips = False

    def read(self, source: Source) -> Iterator[Report | LeftOut]:
        """Yield a report, or a problem, for each row; the line of names is row 1."""
        most = source.settings.limits.line_bytes
        feed = Feed(lines(as_utf8(source.chunks), most), most)
        names: list[str] | None = None
        for number, row in enumerate(rows(feed, most), 1):
            if isinstance(row, InputError):
                yield left_out(row, number, source)
            elif not any(cell.strip() for cell in row):
                continue
            elif names is None:
                names = [name.strip() for name in row]
            else:
                yield row_report(dict(zip(names, row, strict=False)), number, source)
        if names is None:
            raise InputError("D202")


class Feed:
    """Lines as text for the parser; `taken` are those of the present row."""

    def __init__(self, raw: Iterator[bytes | None], most: int) -> None:
        self.raw, self.most, self.mends = raw, most, 0
        self.taken: list[str] = []
        self.ahead: list[str] = []
        self.size = 0
        self.ended = False

    def begin(self) -> None:
        """Begin a row."""
        self.taken, self.size = [], 0

    def mend(self) -> None:
        """Give the lines of the present row after its first one back, to be read anew."""
        if self.mends < MOST_MENDS:
            self.mends += 1
            self.ahead.extend(reversed(self.taken[1:]))
            self.ended = False

    def __iter__(self) -> "Feed":
        return self

    def __next__(self) -> str:
        if self.ahead:
            line = self.ahead.pop()
        else:
            try:
                raw = next(self.raw)
            except StopIteration:
                self.ended = True
                raise
            if raw is None:
                raise TooLongError
            line = text_of(raw)
        self.taken.append(line)
        self.size += len(line)
        if self.size > self.most:
            raise TooLongError
        return line


def text_of(line: bytes) -> str:
    """Decode a line, each by itself: exports mix encodings."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode(one_byte(line), "replace")
    return text.replace("\r", "").replace("\0", "") + "\n"


def rows(feed: Feed, most: int) -> Iterator[list[str] | InputError]:
    """Yield the cells of each row, or what is wrong with it."""
    delimiter = ""
    reader = csv.reader(feed)
    while True:
        feed.begin()
        # The limit of a field is global to the process: set for this one step, then put back.
        before = csv.field_size_limit(most)
        try:
            if not delimiter:
                first = next(feed)
                delimiter = max(DELIMITERS, key=first.count)
                feed.ahead.append(first)
                feed.begin()
                reader = csv.reader(feed, delimiter=delimiter)
            row: list[str] | InputError = next(reader)
        except StopIteration:
            return
        except (TooLongError, csv.Error):
            row = LimitError("D305", detail=f"more than {most:,} bytes")
        else:
            if feed.ended and feed.taken:  # the file ended inside the row
                row = InputError("D204", detail="a quotation mark is not closed")
        finally:
            csv.field_size_limit(before)
        yield row
        if isinstance(row, InputError):
            feed.mend()
            reader = csv.reader(feed, delimiter=delimiter or ",")


READER = CsvReader()
