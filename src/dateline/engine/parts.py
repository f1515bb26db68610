"""The inputs, cut into parts that workers read each by itself: runs of files, in their order."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from dateline.errors import InputError
from dateline.model import LeftOut, Report
from dateline.read import check, in_folder, is_folder, name_of, read_all, remote
from dateline.read.folder import walk
from dateline.read.remote import Remote, is_url
from dateline.settings import Settings

# A part ends with the file that makes it so large: some 10,000 reports, a minute of extraction on
# each of 8 workers, so that the last parts of a run keep all of them at work.
PART_BYTES = 32 * 2**20


class Entry(msgspec.Struct, frozen=True):
    """A file: one given by itself, one of a `folder`, or one at an `address`.

    `path` holds the bytes of a file's name as Latin-1. `key` is what it is called from its folder,
    or what is shown of its address. `error` says why what is called `key` cannot be opened.
    """

    path: str
    folder: str = ""
    key: str = ""
    error: str = ""
    address: Remote | None = None


class Part(msgspec.Struct, frozen=True):
    """A run of files. Its shards are named by its number."""

    number: int
    entries: tuple[Entry, ...]
    bad: tuple[int, ...] = ()
    """Entries that no process lived to read."""


def parts(paths: Iterable[str | Path], shard: int) -> tuple[list[Part], str, int, int]:
    """Cut inputs into parts of at most `shard` files.

    Returns them, a digest of the names and sizes of the files, and how many files and bytes.

    Raises:
        UsageError: D101 where a path does not exist.
    """
    given = list(paths)
    check(given)
    digest, cut = hashlib.sha256(), list[tuple[Entry, ...]]()
    run, held, files, total = list[Entry](), 0, 0, 0
    for entry, size in entries(given):
        digest.update(msgspec.json.encode((shown(entry), size)))
        run.append(entry)
        held, files, total = held + size, files + 1, total + size
        if len(run) == shard or held >= PART_BYTES:
            cut.append(tuple(run))
            run, held = [], 0
    if run:
        cut.append(tuple(run))
    return [Part(n, run) for n, run in enumerate(cut)], digest.hexdigest(), files, total


def entries(paths: Iterable[str | Path]) -> Iterator[tuple[Entry, int]]:
    """Yield each file with its size; 0 where that is not known."""
    for given in paths:
        if is_url(given):
            for one in remote.files(str(given)):
                # One whose size is not told may be any: it is a part of its own.
                yield Entry("", key=one.name, address=one), one.size or PART_BYTES
            continue
        if not is_folder(given):
            yield Entry(name_as_text(given)), size(given)
            continue
        folder = name_as_text(given)
        for key, path in walk(Path(given)):
            if isinstance(path, OSError):
                yield Entry("", folder, key, path.strerror or "not to be opened"), 0
            else:
                yield Entry(name_as_text(path), folder, key), size(path)


def name_as_text(path: str | Path) -> str:
    """Return a path so that any can be written as JSON."""
    return os.fsencode(path).decode("latin-1")


def name_of_text(name: str) -> str:
    """Return the path that was written so."""
    return os.fsdecode(name.encode("latin-1"))


def size(path: str | Path) -> int:
    """Return a file's size in bytes."""
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def items(part: Part, settings: Settings) -> Iterator[Report | LeftOut]:
    """Yield the reports of a part, and what of it cannot be read."""
    for number, entry in enumerate(part.entries):
        if number in part.bad:
            yield lost(entry)
        else:
            yield from of_entry(entry, settings)


def of_entry(entry: Entry, settings: Settings) -> Iterator[Report | LeftOut]:
    """Yield the reports of a file, and what of it cannot be read."""
    path = name_of_text(entry.path)
    if entry.address is not None:
        return at_address(entry.address, settings)
    if not entry.folder:
        return read_all([path], settings)
    folder = Path(name_of_text(entry.folder))
    found = OSError(0, entry.error) if entry.error else Path(path)
    return in_folder(folder, entry.key, found, settings)


def at_address(file: Remote, settings: Settings) -> Iterator[Report | LeftOut]:
    """Yield the reports of a file at an address, and what of it cannot be read."""
    try:
        yield from remote.reports_of(file, settings)
    except InputError as error:
        yield LeftOut(item=file.name, reason=error.line())


def lost(entry: Entry) -> LeftOut:
    """Return what is said of a file that no process lives to read."""
    item = shown(entry)
    error = InputError("D209", item, "the process that read it died")
    return LeftOut(item=item, reason=error.line())


def shown(entry: Entry) -> str:
    """Return what a file is called, without what may be secret."""
    if entry.address is not None:
        return entry.key
    folder = name_of_text(entry.folder)
    return name_of(Path(folder) / entry.key if folder else name_of_text(entry.path))
