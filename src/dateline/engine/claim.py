"""A folder taken by one run: nobody else's, and of these inputs, settings and version alone."""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from dateline.engine.layout import DONE, HEAD, TABLES, WAITING, Head, head, whole
from dateline.engine.write import put
from dateline.errors import UsageError
from dateline.settings import Settings


@contextmanager
def claimed(folder: Path, wanted: Head) -> Iterator[None]:
    """Hold a folder, made where it is not there, for the run that `wanted` tells of.

    The system lets go of it when the process ends, however it ends.

    Raises:
        UsageError: D135 where it holds anything else, D136 where another run has it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    held = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise UsageError("D136", folder) from error
        found = head(folder)
        if found is None and any(folder.iterdir()):
            raise UsageError("D135", folder)
        if found not in {None, wanted}:
            raise UsageError("D135", folder, other(found, wanted))
        put(folder / HEAD, msgspec.json.format(msgspec.json.encode(wanted), indent=1))
        tidy(folder)
        yield
    finally:
        os.close(held)


def other(found: Head | None, wanted: Head) -> str:
    """Return in what a folder's head is another one."""
    was = msgspec.structs.asdict(found) if found else {}
    now = msgspec.structs.asdict(wanted)
    return "other " + ", ".join(name for name in now if was.get(name) != now[name])


def tidy(folder: Path) -> None:
    """Remove what a killed run left half written, and all that waits where nothing does."""
    for name in (*TABLES, DONE, WAITING):
        for left in (folder / name).glob(".*"):
            left.unlink(missing_ok=True)
    for mark in (folder / WAITING).glob("*.mark"):
        mark.unlink(missing_ok=True)
    if whole(folder):
        shutil.rmtree(folder / WAITING, ignore_errors=True)


def digest_of(settings: Settings) -> str:
    """Return a digest of what inputs are read with."""
    told = msgspec.json.encode((settings.limits, settings.read), order="sorted")
    return hashlib.sha256(told).hexdigest()[:16]
