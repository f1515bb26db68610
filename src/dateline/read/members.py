"""Gzip of many members, as web archives are: a bad member is passed over, the rest is read."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import InputError, LimitError
from dateline.read.limits import CHUNK, MOST_RATIO, RATIO_FROM

MAGIC = b"\x1f\x8b\x08"
# Bytes given to the decompressor at a time; a page's member has about as many.
STEP = 16 * 2**10
# A bad member's bytes are looked through for the next one, as damage often shows only after it
# began. Of one member at most so many bytes are kept for that.
KEPT = 2**20
# Bytes that may be read again in this way beyond as many as were read at all: time stays linear.
SPARE = 4 * KEPT


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a stream does not go on: a member ended, or failed with `error`."""

    error: InputError | None = None


class Members:
    """Decompresses a stream: yields its bytes in chunks, and a `Cut` after each member.

    A member that is damaged, or that holds more than `MOST_RATIO` times its size, ends with the
    error in its cut; reading goes on where the next one begins.
    """

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self.chunks = chunks
        self.data = b""
        self.taken = 0
        self.again = 0

    def more(self) -> bool:
        """Add the next chunk to what waits to be read; tell whether there was one."""
        chunk = next(self.chunks, b"")
        self.taken += len(chunk)
        self.data += chunk
        return bool(chunk)

    def __iter__(self) -> Iterator[bytes | Cut]:
        while self.data or self.more():
            self.data = self.data.lstrip(b"\0")  # padding between members is allowed
            if self.data:
                yield from self.member()

    def member(self) -> Iterator[bytes | Cut]:
        """Yield what one member holds, and a cut."""
        unzip = zlib.decompressobj(wbits=31)
        behind = bytearray()
        given = read = 0
        error: InputError | None = None
        while not unzip.eof and error is None:
            ended = not self.data and not self.more()
            part = self.data[:STEP]
            try:
                out = unzip.decompress(part, CHUNK)
            except zlib.error as problem:
                error = InputError("D204", detail=str(problem))
                break
            if ended and not out:
                error = InputError("D204", detail="compressed data ends early")
                break
            left = len(unzip.unused_data if unzip.eof else unzip.unconsumed_tail)
            used = len(part) - left
            read, given = read + used, given + len(out)
            if read <= KEPT:
                behind += part[:used]
            self.data = self.data[used:]
            if given > RATIO_FROM and given > MOST_RATIO * read:
                error = LimitError("D302", detail=f"more than {MOST_RATIO} times its size")
            elif out:
                yield out
        if error is not None:
            self.skip(bytes(behind))
        yield Cut(error)

    def skip(self, behind: bytes) -> None:
        """Go to where the next member may begin; `behind` was read of the one that failed."""
        if self.again + len(behind) <= self.taken + SPARE:
            self.again += len(behind)
            self.data = behind + self.data
        # Not where the failed member itself began.
        self.data = self.data[1:]
        while (at := self.data.find(MAGIC)) < 0:
            self.data = self.data[1 - len(MAGIC) :]
            if not self.more():
                self.data = b""
                return
        self.data = self.data[at:]
