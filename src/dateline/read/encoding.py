"""Bytes to text: UTF-8, UTF-16, else the likelier of the one-byte encodings."""

import codecs
import string
from collections.abc import Iterator
from itertools import chain

from dateline.errors import InputError
from dateline.model import Reason

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROLS = bytes(n for n in range(32) if n not in b"\t\n\r\f\v") + b"\x7f"
# Text has few control characters: 0 in 840 news articles, one or two in a bad export; pictures,
# archives and programs have 5% and more.
MOST_CONTROLS = 0.01
# In any encoding of one byte: no ASCII; letters of Windows-1251, KOI8-R and Windows-1252; small
# letters of Windows-1251, which are capitals in KOI8-R.
HIGH = bytes(range(0x80, 0x100))
HIGH_LETTERS = bytes(range(0xC0, 0x100))
UPPER_HALF = bytes(range(0xE0, 0x100))
# Sample for judging an encoding, bytes.
SAMPLE = 64 * 2**10


def decode(data: bytes, declared: str = "") -> tuple[str, tuple[Reason, ...]]:
    """Return the text of `data`, and a warning where the encoding had to be guessed.

    `declared` is an encoding that the input itself names; it is used where UTF-8 fails.

    Raises:
        InputError: D203 where it is not text.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), ()
    if data and not data.strip(b"\0"):
        raise InputError("D203")
    name = wide(data)
    if name:
        return data.decode(name, "replace"), (guess(name),)
    data = data.rstrip(b"\0")  # a disk's padding
    if count(data, CONTROLS) > len(data) * MOST_CONTROLS:
        raise InputError("D203")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        text, bad = mostly_utf8(data)
    if text is not None:
        return text, (
            Reason(feature="encoding", detail=f"{bad} bytes are not UTF-8"),
        ) if bad else ()
    for name in filter(None, (known(declared), one_byte(data[:SAMPLE]))):
        try:
            return data.decode(name), () if name == known(declared) else (guess(name),)
        except UnicodeDecodeError:
            continue
    raise InputError("D203")


def guess(name: str) -> Reason:
    """Return the warning for an encoding that nothing in the input names."""
    return Reason(feature="encoding", detail=f"read as {name}, which is a guess")


def wide(data: bytes) -> str:
    """Return the UTF-16 that unmarked data is in, or nothing: every other byte of it is 0."""
    sample = data[: SAMPLE & ~1]
    if not sample or sample.count(0) < len(sample) * 0.3:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 20 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 20 * odd else ""


def mostly_utf8(data: bytes) -> tuple[str | None, int]:
    """Return text that is UTF-8 but for a few bytes, and the number of those; else None."""
    cut = data[:-3] + data[-3:].decode("utf-8", "ignore").encode()
    text = cut.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    good = sum(1 for char in text[:SAMPLE] if char > "\x7f" and char != "\ufffd")
    # In a one-byte encoding a valid UTF-8 sequence is an accident, so either side is clear.
    return (text, bad) if good >= 4 * bad else (None, bad)


def known(name: str) -> str:
    """Return the codec's name of a declared text encoding, or nothing where there is none."""
    try:
        codec = codecs.lookup(name.strip()).name if name.strip() else ""
    except (LookupError, ValueError):
        return ""
    # UTF-16 without a mark was judged by its bytes; codecs such as zlib are no encodings of text.
    return (
        codec
        if codec.startswith(("iso8859", "cp", "koi8", "gb", "shift", "euc", "big5", "mac"))
        else ""
    )


def one_byte(sample: bytes) -> str:
    """Return the likelier one-byte encoding: Western European, or Cyrillic by its case."""
    high, letters = count(sample, HIGH), count(sample, HIGH_LETTERS)
    low = count(sample, string.ascii_letters.encode())
    if letters * 2 < low or letters * 2 < high:
        return "cp1252"
    # Text is mostly small letters.
    return "cp1251" if count(sample, UPPER_HALF) * 2 > letters else "koi8-r"


def count(data: bytes, kinds: bytes) -> int:
    """Return how many bytes of `data` are among `kinds`."""
    return len(data) - len(data.translate(None, kinds))


def as_utf8(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Make a stream of rows UTF-8 where it is marked as UTF-16, and take its mark off."""
    head = b""
    for chunk in chunks:
        head += chunk
        if len(head) >= len(codecs.BOM_UTF8):
            break
    whole = chain((head,), chunks)
    for mark, name in BOMS:
        if head.startswith(mark):
            whole = chain((head[len(mark) :],), chunks)
            if name == "utf-8":
                break
            decoder = codecs.getincrementaldecoder(name)("replace")
            return (decoder.decode(part).encode("utf-8", "replace") for part in whole)
    return whole
