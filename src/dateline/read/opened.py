"""From one file, or standard input, to its reports; every failure comes as a coded error."""

import stat
import sys
import zlib
from collections.abc import Iterator
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
    limits = settings.limits
    try:
        reader = reader_of(suffix)
        check_file(path, reader, settings)
        with path.open("rb") as stream:
            chunks = chunks_of(stream)
            if zipped and not reader.unzips:
                chunks = gunzip(chunks, limits.decompressed_bytes, rows=reader.rows)
            most = limits.decompressed_bytes if zipped else limits.file_bytes
            yield from run(reader, Source(key, item, suffix, chunks, most, settings, stream))
    except OSError as error:
        raise InputError("D205", item, error.strerror or type(error).__name__) from error
    except InputError as error:
        raise placed(error, item) from error


def reports_of_stream(stream: BinaryIO | None, settings: Settings) -> Iterator[Report | LeftOut]:
    """Yield the reports of standard input (or `stream`); its format is told by its first bytes."""
    chunks = chunks_of(stream or sys.stdin.buffer)
    try:
        chunks, head = peek(chunks)
        suffix = sniff(unzipped(head))
        reader = reader_of(suffix)
        if head.startswith(GZIP_MAGIC) and not reader.unzips:
            chunks = gunzip(chunks, settings.limits.decompressed_bytes, rows=True)
        source = Source(STDIN, STDIN, suffix, chunks, settings.limits.file_bytes, settings)
        yield from run(reader, source)
    except InputError as error:
        raise placed(error, STDIN) from error


def unzipped(head: bytes) -> bytes:
    """Return the beginning of what a stream that begins so holds, decompressed."""
    if not head.startswith(GZIP_MAGIC):
        return head
    try:
        return zlib.decompressobj(wbits=31).decompress(head, GLANCE)
    except zlib.error:
        return b""


def run(reader: Reader, source: Source) -> Iterator[Report | LeftOut]:
    """Run a format's reader; a library's own failure becomes D204."""
    try:
        yield from reader.read(source)
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
