"""JSON files: one report as an object, an array of them, or JSON lines under this suffix."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from dateline.errors import InputError
from dateline.model import LeftOut, Report
from dateline.read import jsonl
from dateline.read.base import Source
from dateline.read.encoding import as_utf8
from dateline.read.fields import pick
from dateline.read.limits import read_whole
from dateline.read.rows import row_report


class JsonReader:
    """Fields as in JSON lines. JSON that holds no reports is one problem, whatever its size."""

    suffixes: tuple[str, ...] = (".json",)
    rows = True
    unzips = False

    def read(self, source: Source) -> Iterator[Report | LeftOut]:
        """Yield a report, or a problem, for each object; one by itself has the file's own key."""
        chunks = as_utf8(source.chunks)
        start = start_of(chunks, source.settings.limits.line_bytes)
        chunks = chain((start,), chunks)
        line, end, _ = start.lstrip().partition(b"\n")
        if end and jsonl.parse(line) is not None:
            yield from jsonl.READER.read(replace(source, chunks=chunks))
            return
        whole = jsonl.load(read_whole(chunks, source.most_bytes))
        if isinstance(whole, dict) and has_text(whole, source):
            yield row_report(whole, None, source)
        elif isinstance(whole, list) and any(has_text(row, source) for row in whole):
            for number, row in enumerate(whole, 1):
                yield row_report(row if isinstance(row, dict) else {}, number, source)
        elif isinstance(whole, dict | list):
            raise InputError("D207" if whole else "D202")
        else:
            raise InputError("D206")


def start_of(chunks: Iterator[bytes], most: int) -> bytes:
    """Return an input's bytes up to the end of its first line that is not blank, at least."""
    start = bytearray()
    for chunk in chunks:
        start += chunk
        if b"\n" in start.lstrip() or len(start) > most:
            break
    return bytes(start)


def has_text(row: object, source: Source) -> bool:
    """Tell whether a value is an object with a text."""
    return isinstance(row, dict) and "text" in pick(row, source.settings.read.columns)


READER = JsonReader()
