"""The files of a folder, in a fixed order, each with its path from there."""

import os
from collections.abc import Iterator
from pathlib import Path

# Left by editors and office programs beside the file itself.
PASSING = (".", "~$")
# A record, and what SQLite keeps beside it.
RECORDS = (".dateline", ".dateline-wal", ".dateline-shm")


def shown(name: str) -> str:
    r"""Return a name with `\xe9` for each byte that is no UTF-8, so that it can be stored."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def walk(folder: Path) -> Iterator[tuple[str, Path | OSError]]:
    """Yield `(path from the folder in posix form, path)` of each file, sorted name by name.

    Hidden files and folders, and records, are passed over. Links are followed, but no folder is
    entered inside itself. A folder or link that cannot be opened comes with its error.
    """
    yield from inside(folder, "", ())


def inside(
    folder: Path, prefix: str, above: tuple[tuple[int, int], ...]
) -> Iterator[tuple[str, Path | OSError]]:
    """Walk one folder; `above` are the device and inode numbers of those it is in."""
    try:
        status = folder.stat()
        names = sorted(os.listdir(folder))  # noqa: PTH208 (names alone are wanted, not paths)
    except OSError as error:
        yield shown(prefix.rstrip("/")), error
        return
    identity = (status.st_dev, status.st_ino)
    if identity in above:
        return
    for name in names:
        if name.startswith(PASSING) or name.endswith(RECORDS):
            continue
        path = folder / name
        if path.is_dir():
            yield from inside(path, f"{prefix}{name}/", (*above, identity))
        else:
            yield shown(f"{prefix}{name}"), path
