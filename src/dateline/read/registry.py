"""Which reader takes which file: every module here with a `READER` is asked for its suffixes."""

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import PurePath

from dateline.read.base import Reader

GZIP = (".gz", ".gzip")


@cache
def readers() -> dict[str, Reader]:
    """Return the readers by suffix."""
    found: dict[str, Reader] = {}
    package = import_module("dateline.read")
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        reader = getattr(import_module(f"dateline.read.{module.name}"), "READER", None)
        if reader is not None:
            found |= dict.fromkeys(reader.suffixes, reader)
    return found


def suffix_of(name: str) -> tuple[str, bool]:
    """Return a file name's suffix in lower case, without `.gz`, and whether that was there."""
    path = PurePath(name.lower())
    zipped = path.suffix in GZIP
    return (path.with_suffix("") if zipped else path).suffix, zipped


def sniff(head: bytes) -> str:
    """Return the suffix that suits a stream without a name, by its first bytes."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"PK\x03\x04"):
        return ".docx"
    if start.startswith(b"WARC/"):
        return ".warc"
    if start.startswith(b"PAR1"):
        return ".parquet"
    if start.startswith(b"{"):
        return ".jsonl"
    return ".html" if start.startswith(b"<") else ".txt"
