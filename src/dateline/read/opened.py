"""From one file, or standard input, to its reports; every failure comes as a coded error."""

import stat
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from dateline.errors import DatelineError, InputError, LimitError
from dateline.model import LeftOut, Report
from dateline.read.base import Reader, Source
from dateline.read.limits import CHUNK, gunzip
from dateline.read.registry import readers, sniff, suffix_of
from dateline.settings import Settings

STDIN = "-"
GZIP_MAGIC = b"\x1f\x8b"
# Bytes that tell a format.
GLANCE = 64


def reports_of_file(
    path: Path, key: str, item: str, settings: Settings
) -> Iterator[Report | LeftOut]:
    """Yield the reports of a file; what fails as a whole is raised, named `item`.

    Raises:
        InputError: D201 to D209.
        LimitError: D301 to D305.
    """
    suffix, zipped = suffix_of(path.name)
    try:
        check_file(path, reader_of(suffix), settings)
        with path.open("rb") as stream:
            source = Source(key, item, suffix, chunks_of(stream), 0, settings, stream)
            yield from run(source, zipped=zipped)
    except OSError as error:
        raise InputError("D205", item, error.strerror or type(error).__name__) from error
    except InputError as error:
        raise placed(error, item) from error


def reports_of_stream(stream: BinaryIO | None, settings: Settings) -> Iterator[Report | LeftOut]:
    """Yield the reports of standard input (or `stream`); its format is told by its first bytes."""
    chunks = chunks_of(stream or sys.stdin.buffer)
    try:
        chunks, head = peek(chunks)
        suffix, zipped = sniffed(head)
        yield from run(Source(STDIN, STDIN, suffix, chunks, 0, settings), zipped=zipped)
    except InputError as error:
        raise placed(error, STDIN) from error


def sniffed(head: bytes) -> tuple[str, bool]:
    """Return the suffix that suits a stream that begins so, and whether it is compressed."""
    if not head.startswith(GZIP_MAGIC):
        return sniff(head), False
    try:
        return sniff(zlib.decompressobj(wbits=31).decompress(head, GLANCE)), True
    except zlib.error:
        return sniff(b""), True


def run(source: Source, *, zipped: bool) -> Iterator[Report | LeftOut]:
    """Run the reader of a source's format; a library's own failure becomes D204."""
    reader, limits = reader_of(source.suffix), source.settings.limits
    most = limits.decompressed_bytes if zipped else limits.file_bytes
    chunks = source.chunks
    if zipped and not reader.unzips:
        chunks = gunzip(chunks, limits.decompressed_bytes, rows=reader.rows)
    try:
        yield from reader.read(replace(source, chunks=chunks, most_bytes=most))
    except (DatelineError, OSError):
        raise
    except Exception as error:  # whatever fails, one bad input must not end a run
        raise InputError("D204", source.item, type(error).__name__) from error


def reader_of(suffix: str) -> Reader:
    """Return the reader for a suffix.

    Raises:
        InputError: D201.
    """
    reader = readers().get(suffix)
    if reader is None:
        raise InputError("D201", detail=suffix or "no suffix")
    return reader


def check_file(path: Path, reader: Reader, settings: Settings) -> None:
    """Refuse what is no file, or too large, before it is opened.

    Raises:
        InputError: D205 for a device, a pipe or a socket in a folder.
        LimitError: D301.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise InputError("D205", detail="not a regular file")
    if not reader.rows and status.st_size > settings.limits.file_bytes:
        raise LimitError("D301", detail=f"{status.st_size:,} bytes")


def placed(error: InputError, item: str) -> InputError:
    """Return the same error, saying where it was."""
    return error if error.where else type(error)(error.code, item, error.detail)


def chunks_of(stream: BinaryIO) -> Iterator[bytes]:
    """Yield a stream's bytes, at most `CHUNK` at a time."""
    while chunk := stream.read(CHUNK):
        yield chunk


def peek(chunks: Iterator[bytes]) -> tuple[Iterator[bytes], bytes]:
    """Return the chunks again, and the first of them."""
    head = next(chunks, b"")
    return chain((head,), chunks), head
