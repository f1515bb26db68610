"""The records of a web archive (WARC, ISO 28500), as bytes; what is no record is told and passed.

A record's end is where its Content-Length says, and only if a blank line, another record or the end
follows; else the record is damaged, and reading goes on at the next line that begins one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import InputError
from dateline.read.members import Cut

START = b"WARC/"
LINE = b"\nWARC/1."
BLANK = b"\r\n\r\n"
LENGTH = re.compile(
    rb"^content-length[ \t]*:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)
# Bytes of a head; those of crawls have about 600.
MOST_HEAD = 32 * 2**10
# Bytes kept of a record that is too large, to see what it is.
GLANCE = 64 * 2**10
# Bytes after a record that show whether another one begins.
AHEAD = 16


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its number in the file, from 1, and its bytes, or why there are none.

    `size` is its body's, in bytes; `data` holds less of one that is over the limit.
    """

    number: int
    data: bytes = b""
    size: int = 0
    over: bool = False
    problem: InputError | None = None


class Records:
    """Splits a stream into records. Holds no more than one of `most` bytes, and two chunks."""

    def __init__(self, parts: Iterator[bytes | Cut], most: int) -> None:
        self.parts, self.most = parts, most
        self.data = bytearray()
        self.ahead: bytes | Cut | None = None
        self.cut: Cut | None = None  # why the bytes at hand are the last ones before a new start
        self.told = False  # whether the error of the cut was given to a record
        self.done = False
        self.number = 0

    def __iter__(self) -> Iterator[Record]:
        while not self.done:
            self.cut, self.told = None, False
            while self.begins():
                self.number += 1
                yield self.record()
            error = self.cut.error if self.cut is not None else None
            if error is not None and not self.told:
                self.number += 1
                yield Record(self.number, problem=error)

    def begins(self) -> bool:
        """Go to the next byte that is no line end; tell whether there is one."""
        while True:
            if at := len(self.data) - len(self.data.lstrip(b"\r\n")):
                del self.data[:at]
            if self.data or not self.fill():
                return bool(self.data)

    def fill(self, size: int = 0, *, on: bool = True) -> bool:
        """Add bytes, until there are `size` of them or at least one; tell whether there are.

        `on`: a record may go on in the next member, as where a whole file was zipped.
        """
        before = len(self.data)
        while self.cut is None and len(self.data) < max(size, before + 1):
            part, self.ahead = self.ahead or next(self.parts, None), None
            if part is None:
                self.cut, self.done = Cut(), True
            elif isinstance(part, bytes):
                self.data += part
            elif part.error is not None or not (self.goes_on() and on):
                self.cut = part
        return len(self.data) >= max(size, before + 1)

    def goes_on(self) -> bool:
        """Look at the next member; tell whether it begins no record."""
        self.ahead = next(self.parts, None)
        if not isinstance(self.ahead, bytes):
            return False
        return self.ahead[: len(START)] != START[: len(self.ahead)]

    def record(self) -> Record:
        """Take the record that begins here."""
        if len(self.data) < len(START):
            self.fill(len(START))
        if not self.data.startswith(START):
            return self.broken("no record begins here")
        end = self.data.find(BLANK)
        while end < 0 and len(self.data) <= MOST_HEAD and self.fill():
            end = self.data.find(BLANK)
        if not 0 <= end <= MOST_HEAD:
            return self.broken("its head does not end")
        match = LENGTH.search(self.data, 0, end)
        if match is None:
            return self.broken("its head gives no length")
        return self.framed(end + len(BLANK), int(match[1]))

    def framed(self, start: int, size: int) -> Record:
        """Take a record whose body begins at `start` and has `size` bytes."""
        if size > self.most:
            return self.large(start, size)
        if len(self.data) < start + size and not self.fill(start + size):
            return self.broken("it ends early")
        if len(self.data) < start + size + AHEAD:
            self.fill(start + size + AHEAD, on=False)
        if not self.followed(start + size):
            return self.broken("its length is wrong")
        return Record(self.number, self.taken(start + size), size)

    def large(self, start: int, size: int) -> Record:
        """Pass over a record that is too large, but for its beginning."""
        self.fill(start + GLANCE)
        glance = bytes(self.data[: start + GLANCE])
        left = start + size
        while True:
            left -= len(self.taken(min(left, len(self.data))))
            if not left or not self.fill():
                break
        if left:
            return self.broken("it ends early")
        self.fill(AHEAD, on=False)
        if not self.followed(0):
            return self.broken("its length is wrong")
        return Record(self.number, glance, size, over=True)

    def taken(self, size: int) -> bytes:
        """Take so many bytes."""
        data = bytes(self.data[:size])
        del self.data[:size]
        return data

    def followed(self, at: int) -> bool:
        """Tell whether a record ends at a place: with its blank line, or another one's start."""
        rest = bytes(self.data[at : at + AHEAD])
        start = rest.lstrip(b"\r\n")[: len(START)]
        return rest.startswith(BLANK) or start == START[: len(start)]

    def broken(self, why: str) -> Record:
        """Pass over what is damaged, to the next line that begins a record."""
        error = InputError("D204", detail=why)
        at = self.data.find(LINE, 1)
        while at < 0:
            del self.data[: 1 - len(LINE)]
            if not self.fill():
                self.data.clear()
                if self.cut is not None and self.cut.error is not None:
                    error, self.told = self.cut.error, True
                break
            at = self.data.find(LINE)
        else:
            del self.data[: at + 1]
        return Record(self.number, problem=error)
