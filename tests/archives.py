"""Web archives for the tests, records as crawlers write them."""

import gzip
import io

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

DAY = "2021-06-16T10:00:00Z"
FIRST = (
    "The two presidents met in Geneva on Wednesday and agreed to return their ambassadors to "
    "Washington and Moscow after months of rising tension."
)
SECOND = (
    "They talked for three hours about arms control, rights and attacks on computer networks, "
    "which both governments deny."
)


def page(first: str = FIRST, second: str = SECOND, head: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Leaders meet</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>Leaders meet</h1><p>{first}</p>"
        f"<p>{second}</p></article><footer>Imprint</footer></body></html>"
    ).encode()


def record(
    url: str = "https://wire.example/a",
    body: bytes | None = None,
    *,
    kind: str = "response",
    status: str = "200 OK",
    mime: str = "text/html; charset=utf-8",
    extra: str = "",
    length: int | None = None,
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {mime}\r\n{extra}\r\n".encode()
    http += page() if body is None else body
    size = len(http) if length is None else length
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {DAY}\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {size}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


def packed(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def by_fastwarc(urls: list[str]) -> bytes:
    """Return an archive as fastwarc itself writes it."""
    out = io.BytesIO()
    for url in urls:
        one = WarcRecord()
        one.init_headers(WarcRecordType.response)
        one.headers["WARC-Target-URI"] = url
        one.headers["WARC-Date"] = DAY
        one.headers["Content-Type"] = "application/http; msgtype=response"
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(f"{FIRST} {url}")
        one.set_bytes_content(http)
        with GzipWriter(out) as member:
            one.write(member)
    return out.getvalue()
