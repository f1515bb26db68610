"""JSON lines: one object a line, one report an object."""

import json
from collections.abc import Iterator

import msgspec

from dateline.errors import InputError, LimitError
from dateline.model import LeftOut, Report
from dateline.read.base import Source
from dateline.read.encoding import as_utf8
from dateline.read.limits import lines
from dateline.read.rows import left_out, row_report


class JsonlReader:
    """Fields `id, title, text, published, publisher, url, language, byline`, or mapped ones."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")
    rows = True
    unzips = False

    def read(self, source: Source) -> Iterator[Report | LeftOut]:
        """Yield a report, or a problem, for each line that is not blank; rows count from 1."""
        most = source.settings.limits.line_bytes
        found = False
        for number, line in enumerate(lines(as_utf8(source.chunks), most), 1):
            if line is None:
                found = True
                error = LimitError("D305", detail=f"more than {most:,} bytes")
                yield left_out(error, number, source)
            elif line.strip():
                found = True
                row = parse(line)
                if row is None:
                    yield left_out(InputError("D206"), number, source)
                else:
                    yield row_report(row, number, source)
        if not found:
            raise InputError("D202")


def parse(line: bytes) -> dict[str, object] | None:
    """Return the object of a line, or None."""
    row = load(line)
    return row if isinstance(row, dict) else None


def load(data: bytes) -> object:
    """Return the value of some JSON, or None where it is none."""
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError):
        # The standard library's parser takes lone surrogates, NaN and broken UTF-8 (mended here).
        try:
            return json.loads(data.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            return None


READER = JsonlReader()
