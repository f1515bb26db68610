"""Bounds on what an input may cost, before any library sees it."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from dateline.errors import InputError, LimitError

CHUNK = 64 * 2**10
# Rows may be many, so a compressed file of rows is bounded by its ratio instead of its size, once
# it has given `RATIO_FROM` bytes. Measured: JSON lines of news 2.8-2.9, one article of 2-9 kB over
# and over 137-155; zeros 1,030.
MOST_RATIO = 200
RATIO_FROM = 2**20
# A .docx without pictures has 17 members; each picture adds one.
MOST_MEMBERS = 5_000
# Elements that HTML lets stand open, and that cannot nest in themselves, add no depth.
FLAT = frozenset(
    b"""
    area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr
    """.split()
)
TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})|<!--")
RAW = frozenset((b"script", b"style", b"textarea", b"title", b"noscript"))


def read_whole(chunks: Iterator[bytes], most: int) -> bytes:
    """Join an input's bytes.

    Raises:
        LimitError: D301 as soon as there are more than `most`.
    """
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > most:
            raise LimitError("D301", detail=f"more than {most:,} bytes")
    return bytes(data)


def gunzip(chunks: Iterator[bytes], most: int, *, rows: bool = False) -> Iterator[bytes]:
    """Decompress gzip, one or several members, into chunks of at most `CHUNK` bytes.

    Raises:
        LimitError: D302 past `most` bytes; with `rows`, past `MOST_RATIO` instead.
        InputError: D204 where the data is damaged or ends early, after all that could be read.
    """
    taken = given = 0
    unzip = zlib.decompressobj(wbits=31)
    begun = False
    for chunk in chunks:
        data = chunk
        taken += len(chunk)
        while data:
            if unzip.eof:
                data = data.lstrip(b"\0")  # padding between members is allowed
                if not data:
                    break
                unzip, begun = zlib.decompressobj(wbits=31), False
            begun = True
            try:
                out = unzip.decompress(data, CHUNK)
            except zlib.error as error:
                raise InputError("D204", detail=str(error)) from error
            data = unzip.unused_data if unzip.eof else unzip.unconsumed_tail
            given += len(out)
            if rows and given > RATIO_FROM and given > MOST_RATIO * (taken - len(data)):
                raise LimitError("D302", detail=f"more than {MOST_RATIO} times its size")
            if given > most and not rows:
                raise LimitError("D302", detail=f"more than {most:,} bytes")
            if out:
                yield out
    if begun and not unzip.eof:
        raise InputError("D204", detail="compressed data ends early")


def lines(chunks: Iterator[bytes], most: int) -> Iterator[bytes | None]:
    r"""Split at `\n`; a line of more than `most` bytes is passed over and comes as None.

    Never holds more than `most` bytes and two chunks.
    """
    parts: list[bytes] = []
    size = 0
    for chunk in chunks:
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            if parts or size:
                size += len(piece)
                yield b"".join((*parts, piece)) if size <= most else None
                parts, size = [], 0
            else:
                yield piece if len(piece) <= most else None
        size += len(rest)
        if size > most:
            parts = []
        elif rest:
            parts.append(rest)
    if size:
        yield b"".join(parts) if size <= most else None


def check_zip(data: bytes, most: int) -> None:
    """Check what a zip says it holds; reading never yields more than it says.

    Raises:
        LimitError: D302 where its members are more than `most` bytes, or too many.
        InputError: D204 where it is not a zip.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError("D204", detail=str(error)) from error
    if len(members) > MOST_MEMBERS:
        raise LimitError("D302", detail=f"{len(members):,} members")
    if sum(member.file_size for member in members) > most:
        raise LimitError("D302", detail=f"more than {most:,} bytes")


def check_markup(data: bytes, depth: int, most_tags: int) -> None:
    """Check the nesting and the number of tags of an HTML page, in one pass.

    Raises:
        LimitError: D303 where tags nest deeper than `depth`; D301 at more than `most_tags`.
    """
    # A close tag closes all that stands open inside its element, as in a parser.
    stack: list[bytes] = []
    standing: dict[bytes, int] = {}
    at = count = 0
    while match := TAG.search(data, at):
        at = match.end()
        if not match[2]:
            at = data.find(b"-->", at) + 3
            if at < len(b"-->"):
                return
            continue
        count += 1
        if count > most_tags:
            raise LimitError("D301", detail=f"more than {most_tags:,} tags")
        name = match[2].lower()
        if match[1]:
            while standing.get(name):
                top = stack.pop()
                standing[top] -= 1
                if top == name:
                    break
        elif name in RAW:
            # Its content is no markup; an element that never ends holds the rest of the page.
            end = re.compile(rb"</" + name, re.IGNORECASE).search(data, at)
            at = end.end() if end else len(data)
        elif name not in FLAT:
            stack.append(name)
            standing[name] = standing.get(name, 0) + 1
            if len(stack) > depth:
                raise LimitError("D303", detail=f"more than {depth} levels")
