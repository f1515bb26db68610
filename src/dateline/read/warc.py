"""Web archives (WARC), as of CC-NEWS: each page that was found is a report.

Records are split and bounded in `records` and `members`, read by fastwarc in `response`, and
their pages by the reader of saved pages.
"""

import importlib.util
from collections import Counter
from collections.abc import Iterator

from dateline.errors import InputError, LimitError, UsageError
from dateline.model import LeftOut, Report
from dateline.read.base import SCALE, Source
from dateline.read.clean import clean_line
from dateline.read.dates import Dated
from dateline.read.draft import MOST_LINE, finish
from dateline.read.html import page_draft
from dateline.read.members import MAGIC, Members
from dateline.read.opened import peek
from dateline.read.records import Record, Records
from dateline.read.response import Response, decoded, response
from dateline.read.rows import numbered

# Code points of an address in a problem's line.
MOST_ADDRESS = 200


class WarcReader:
    """A report for each HTML response with status 200.

    It is called by the address of its page, one without an address by the record's number. Other
    records are only counted, by kind. A page that gives no day is dated by that of the visit.
    """

    suffixes: tuple[str, ...] = (".warc",)
    rows = True
    unzips = True

    def read(self, source: Source) -> Iterator[Report | LeftOut]:
        """Yield a report, or a problem, for each record with a page; then what was counted."""
        if importlib.util.find_spec("fastwarc") is None:
            raise UsageError("D133", "fastwarc", SCALE)
        chunks, head = peek(source.chunks)
        parts = Members(chunks) if head.startswith(MAGIC) else chunks
        beside: Counter[str] = Counter()
        number = 0
        for record in Records(iter(parts), source.settings.limits.file_bytes):
            number = record.number
            try:
                found = response(record)
            except InputError as error:
                yield left_out(error, number, "", source)
                continue
            if found.beside:
                beside[found.beside] += 1
                continue
            try:
                yield report(record, found, source)
            except InputError as error:
                yield left_out(error, number, found.url, source)
        if not number:
            raise InputError("D202")
        for kind, count in sorted(beside.items()):
            passed = InputError("D222", source.item, f"{count:,} {kind}")
            yield LeftOut(item=f"{source.item}:{kind}", reason=passed.line())


def report(record: Record, found: Response, source: Source) -> Report:
    """Make the report of a page.

    Raises:
        InputError: D202 to D204, D208; LimitError: D301 to D304.
    """
    try:
        return read_page(record, found, source)
    except InputError:
        raise
    except Exception as error:  # whatever a page does to a library, the next one is read
        raise InputError("D204", detail=type(error).__name__) from error


def read_page(record: Record, found: Response, source: Source) -> Report:
    """Make the report of a page; what a library makes of it is not yet coded."""
    settings = source.settings
    if record.over:
        raise LimitError("D301", detail=f"{record.size:,} bytes")
    data = decoded(found, settings.limits.decompressed_bytes)
    draft = page_draft(data, settings, address=found.url, charset=found.charset)
    draft.url = found.url or draft.url
    draft.visited = Dated("visit", found.day, str(found.day)) if found.day else None
    address = clean_line(found.url)
    key = address if 0 < len(address) <= MOST_LINE else numbered(source.key, record.number)
    return finish(draft, key, settings)


def left_out(error: InputError, number: int, url: str, source: Source) -> LeftOut:
    """Return the problem of one record, with the address of its page where that is known."""
    where = numbered(source.item, number)
    detail = "; ".join(filter(None, (error.detail, clean_line(url)[:MOST_ADDRESS])))
    return LeftOut(item=where, reason=type(error)(error.code, where, detail).line())


READER = WarcReader()
