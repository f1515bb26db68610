"""Files at an address, such as `s3://bucket/folder`, `https://...` or `memory://...`, by fsspec.

Each scheme is served by its own package, which fsspec names where it is missing. Nothing is
fetched but what such an address, given by the user, names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dateline.errors import InputError, LimitError, UsageError
from dateline.model import LeftOut, Report
from dateline.read.base import SCALE, Source
from dateline.read.folder import PASSING, RECORDS
from dateline.read.opened import chunks_of, peek, placed, run, sniffed
from dateline.read.registry import readers, suffix_of
from dateline.settings import Settings

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")
GLOB = re.compile(r"[*?\[]")
# May hold a name and a password, or a signature.
SECRET = re.compile(r"(?<=://)[^/@]*@|[?#].*")


@dataclass(frozen=True, slots=True)
class Remote:
    """One file: `url` opens it, `name` is its key, `size` its bytes, 0 where not known."""

    url: str
    name: str
    size: int = 0
    regular: bool = True


def is_url(path: str | Path) -> bool:
    """Tell whether a path is an address."""
    return isinstance(path, str) and SCHEME.match(path) is not None


def shown(url: str) -> str:
    """Return an address as keys and problems show it: without what may be secret."""
    return SECRET.sub("", url)


def files(url: str) -> Iterator[Remote]:
    """Yield the file at an address, those of a folder, or those that a pattern names, sorted.

    Hidden files and records are passed over, as in a folder here.

    Raises:
        UsageError: D101 where there is none, D133 where a package is missing.
    """
    system, path = opened(url)
    pattern = GLOB.search(path) is not None and not is_web(url)
    try:
        if pattern:
            found = system.glob(path, detail=True)
        elif system.isdir(path) and not is_web(url):
            found = system.find(path, detail=True)
        else:
            name = url if is_web(url) else system.unstrip_protocol(path)
            yield Remote(url, shown(name), size_of(system, path))
            return
    except FileNotFoundError as error:
        raise UsageError("D101", shown(url)) from error
    except Exception as error:  # each driver has errors of its own
        raise UsageError("D101", shown(url), type(error).__name__) from error
    if pattern and not found:
        raise UsageError("D101", shown(url))
    for name, about in sorted(found.items(), key=lambda pair: pair[0].split("/")):
        below = name.removeprefix(path.rstrip("/"))
        kind = about.get("type")
        if kind != "directory" and not hidden(below):
            one = system.unstrip_protocol(name)
            yield Remote(one, shown(one), about.get("size") or 0, kind == "file")


def is_web(url: str) -> bool:
    """Tell whether an address is one of the web, where no folder is and `?` no pattern."""
    return url.lower().startswith(("http://", "https://"))


def hidden(path: str) -> bool:
    """Tell whether a file is one that no folder's reading takes."""
    parts = [part for part in path.split("/") if part]
    return any(part.startswith(PASSING) for part in parts) or path.endswith(RECORDS)


def size_of(system: "AbstractFileSystem", path: str) -> int:
    """Return a file's size, 0 where it is not told.

    Raises:
        FileNotFoundError: where there is no such file.
    """
    return system.info(path).get("size") or 0


def opened(url: str) -> tuple["AbstractFileSystem", str]:
    """Return what serves an address, and its path there.

    Raises:
        UsageError: D101 where nothing does, D133 where a package is missing.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise UsageError("D133", "fsspec", SCALE) from error
    try:
        system, path = url_to_fs(url)
    except ImportError as error:
        raise UsageError("D133", shown(url), str(error)) from error
    except Exception as error:  # an unknown scheme, or an address that its driver cannot take
        raise UsageError("D101", shown(url), type(error).__name__) from error
    return system, str(path)


def read(url: str, settings: Settings) -> Iterator[Report | LeftOut]:
    """Yield the reports and problems of all files at an address.

    A file's key is its address, without what may be secret.

    Raises:
        UsageError: as `files`.
    """
    for file in files(url):
        try:
            yield from reports_of(file, settings)
        except InputError as error:
            yield LeftOut(item=file.name, reason=error.line())


def reports_of(file: Remote, settings: Settings) -> Iterator[Report | LeftOut]:
    """Yield the reports of one file; what fails as a whole is raised.

    Raises:
        InputError: D201 to D209.
        LimitError: D301 to D305.
    """
    key = file.name
    suffix, zipped = suffix_of(PurePosixPath(urlsplit(key).path).name)
    reader = readers().get(suffix)
    if not file.regular:
        raise InputError("D205", key, "not a regular file")
    if reader and not reader.rows and file.size > settings.limits.file_bytes:
        raise LimitError("D301", key, f"{file.size:,} bytes")
    try:
        with stream_of(file) as stream:
            chunks = chunks_of(stream)
            if reader is None and is_web(file.url):  # pages of the web have any name
                chunks, head = peek(chunks)
                suffix, zipped = sniffed(head)
            source = Source(key, key, suffix, chunks, 0, settings, stream)
            yield from run(source, zipped=zipped)
    except OSError as error:
        raise InputError("D205", key, error.strerror or type(error).__name__) from error
    except InputError as error:
        raise placed(error, key) from error


def stream_of(file: Remote) -> Any:
    """Open a file.

    Raises:
        InputError: D205.
    """
    system, path = opened(file.url)
    try:
        return system.open(path, "rb")
    except Exception as error:  # each driver has errors of its own
        raise InputError("D205", detail=type(error).__name__) from error
