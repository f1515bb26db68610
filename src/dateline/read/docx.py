"""Word documents (.docx), by python-docx: paragraphs and tables in their order."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from dateline.errors import InputError
from dateline.model import LeftOut, Report
from dateline.read import head
from dateline.read.base import Source
from dateline.read.clean import clean
from dateline.read.draft import finish
from dateline.read.limits import check_zip, read_whole


class DocxReader:
    """Laid out as plain text is: title, head lines, body."""

    suffixes: tuple[str, ...] = (".docx",)
    rows = False
    unzips = False

    def read(self, source: Source) -> Iterator[Report | LeftOut]:
        """Yield the one report of a document. Its own dates and author are the file's, not used."""
        data = read_whole(source.chunks, source.most_bytes)
        if not data:
            raise InputError("D202")
        check_zip(data, source.settings.limits.decompressed_bytes)
        text = "\n\n".join(part for part in paragraphs(data) if part.strip())
        draft = head.parse(clean(text))
        yield finish(draft, source.key, source.settings, file_name=source.key.rpartition("/")[2])


def paragraphs(data: bytes) -> list[str]:
    """Return the paragraphs of a document; a row of a table is one.

    Raises:
        InputError: D204 where it is damaged.
    """
    from docx import Document

    try:
        blocks: list[Any] = list(Document(BytesIO(data)).iter_inner_content())
        return [line for block in blocks for line in lines_of(block)]
    except Exception as error:  # a damaged file fails in any of three libraries
        raise InputError("D204", detail=type(error).__name__) from error


def lines_of(block: Any) -> list[str]:
    """Return the lines of a paragraph or a table."""
    if hasattr(block, "rows"):
        return [" ".join(dict.fromkeys(cell.text for cell in row.cells)) for row in block.rows]
    return [block.text]


READER = DocxReader()
