"""A record of a web archive, by fastwarc: what it is, and the page that a response holds."""

import datetime as dt
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from dateline.errors import InputError, LimitError
from dateline.read.dates import parse_date
from dateline.read.limits import CHUNK, read_whole
from dateline.read.records import Record

HTML = frozenset({"text/html", "application/xhtml+xml"})
FOUND = 200
GZIP = frozenset({"gzip", "x-gzip"})


@dataclass(frozen=True, slots=True)
class Response:
    """A record: `beside` says what it is where it holds no page, else nothing.

    `day` is that of the visit.
    """

    beside: str
    url: str = ""
    day: dt.date | None = None
    charset: str = ""
    coding: str = ""
    body: bytes = b""


def response(record: Record) -> Response:
    """Read a record's head and that of the response in it.

    Raises:
        InputError: D204 where they are damaged, D302 where the record was not decompressed.
    """
    if record.problem is not None:
        raise record.problem
    from fastwarc.warc import WarcRecord, WarcRecordType

    try:
        raw = WarcRecord.from_bytes(record.data)
        kind = int(raw.record_type)
        if kind != int(WarcRecordType.response):
            return Response(f"{name_of(kind)} records")
        raw.parse_http(auto_decode="none")
        head = raw.http_headers if raw.is_http else None
        if head is None or head.status_code is None:
            return Response("responses that are not HTTP")
        status, mime = int(head.status_code), (raw.http_content_type or "").strip().lower()
        if status != FOUND:
            return Response(f"responses with status {status // 100}xx")
        if mime not in HTML:
            return Response("responses that are not HTML")
        return Response(
            "",
            url=(raw.headers.get("WARC-Target-URI") or "").strip().strip("<>"),
            day=parse_date((raw.headers.get("WARC-Date") or "")[:10]),
            charset=raw.http_charset or "",
            coding=(head.get("Content-Encoding") or "").strip().lower(),
            body=b"" if record.over else body(record.data, head, raw),
        )
    except (OSError, ValueError) as error:
        raise InputError("D204", detail=str(error)[:80]) from error


def name_of(kind: int) -> str:
    """Return the name of a kind of record."""
    from fastwarc.warc import WarcRecordType

    names = ("warcinfo", "resource", "request", "metadata", "revisit", "conversion", "continuation")
    known = {int(getattr(WarcRecordType, name)): name for name in names}
    return known.get(kind, "unknown")


def body(data: bytes, head: Any, raw: Any) -> bytes:
    """Return a response's body, put together again where it was sent in pieces.

    Crawlers that put it together themselves often leave the word that it was.
    """
    from fastwarc.warc import WarcRecord

    if (head.get("Transfer-Encoding") or "").strip().lower() == "chunked":
        again = WarcRecord.from_bytes(data)
        try:
            again.parse_http(auto_decode="transfer")
            return bytes(again.reader.read())
        except OSError:
            pass
    return bytes(raw.reader.read())


def decoded(found: Response, most: int) -> bytes:
    """Return the page of a response, at most `most` bytes of it, decompressed.

    Raises:
        LimitError: D302 past `most`.
        InputError: D204 where it cannot be decompressed.
    """
    data = found.body
    plain = data.lstrip()[:1] == b"<"  # decompressed by the crawler, which left the word for it
    if found.coding in {"", "identity", "none"} or plain:
        return data
    try:
        return read_whole(pieces(data, found.coding), most)
    except LimitError as error:
        raise LimitError("D302", detail=error.detail) from error
    except (OSError, zlib.error) as error:
        raise InputError("D204", detail=f"{found.coding}: {error}"[:80]) from error


def pieces(data: bytes, coding: str) -> Iterator[bytes]:
    """Decompress, a piece at a time.

    Raises:
        InputError: D204 where the compression is not known or the data ends early.
    """
    if coding == "br":
        from fastwarc.stream_io import BrotliReader

        reader = BrotliReader(BytesIO(data))
        while piece := bytes(reader.read(CHUNK)):
            yield piece
        return
    if coding not in GZIP | {"deflate"}:
        raise InputError("D204", detail=f"unknown Content-Encoding {coding[:20]!r}")
    # What is called deflate comes with and without the head of zlib (RFC 1950).
    raw = coding == "deflate" and data[:1] != b"\x78"
    unzip = zlib.decompressobj(-zlib.MAX_WBITS if raw else zlib.MAX_WBITS | 32)
    while not unzip.eof:
        piece = unzip.decompress(data, CHUNK)
        data = unzip.unconsumed_tail
        if not piece and not data and not unzip.eof:
            raise InputError("D204", detail="compressed data ends early")
        yield piece
