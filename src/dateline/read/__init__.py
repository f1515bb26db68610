"""Inputs to reports: files of several formats, folders of them, standard input."""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.errors import InputError, UsageError
from dateline.model import LeftOut, Report
from dateline.read import remote
from dateline.read.folder import shown, walk
from dateline.read.opened import STDIN, reports_of_file, reports_of_stream
from dateline.read.remote import is_url
from dateline.settings import Settings
from dateline.stage import stage

__all__ = ["read", "read_all"]

LOG = logging.getLogger(__name__)
stage(__name__, "dateline.read:read")


def read(
    path: str | Path, settings: Settings | None = None, left_out: list[LeftOut] | None = None
) -> Iterator[Report]:
    """Yield the reports of a file, a folder (all that is in it, sorted), or `-` (standard input).

    An address such as `s3://bucket/folder` or `memory://a/*.jsonl` is a file, a folder or a
    pattern of files that fsspec opens.

    A report's `key` is its own id where it gives one (in a web archive: the page's address), else
    its path: as given for a file, from the folder for one in a folder, the whole address for one
    at an address; for a row without an id, the path, a colon and the row's number.
    What cannot be read is added to `left_out`; without that list, the problem of a file given by
    itself is raised, and all others are logged as warnings.

    Raises:
        UsageError: D101 where there is no such file or folder, D133 where a package is missing.
        InputError: D2xx, LimitError: D3xx, for a file given by itself, without `left_out`.
    """
    check([path])
    return reports(path, settings or Settings(), left_out)


def reports(
    path: str | Path, settings: Settings, left_out: list[LeftOut] | None
) -> Iterator[Report]:
    """Yield the reports of `path`, and put the problems where `read` says."""
    alone = left_out is None and not is_folder(path) and not is_url(path)
    for one in one_file(path, settings) if alone else read_all([path], settings):
        if isinstance(one, Report):
            yield one
        elif left_out is None:
            LOG.warning("%s", one.reason)
        else:
            left_out.append(one)


def read_all(
    paths: Iterable[str | Path], settings: Settings | None = None
) -> Iterator[Report | LeftOut]:
    """Yield the reports of all `paths`, in order, and a LeftOut for whatever cannot be read.

    A LeftOut's `item` is the path, with `:row` where it is one row, and its `reason` the coded
    error's line. Nothing but a path that does not exist ever raises.

    Raises:
        UsageError: D101, before anything is read.
    """
    given = list(paths)
    check(given)
    return all_of(given, settings or Settings())


def all_of(paths: list[str | Path], settings: Settings) -> Iterator[Report | LeftOut]:
    """Yield reports and problems of each path."""
    for path in paths:
        if is_folder(path):
            yield from of_folder(Path(path), settings)
            continue
        if is_url(path):
            yield from remote.read(str(path), settings)
            continue
        try:
            yield from one_file(path, settings)
        except InputError as error:
            yield LeftOut(item=name_of(path), reason=error.line())


def of_folder(folder: Path, settings: Settings) -> Iterator[Report | LeftOut]:
    """Yield reports and problems of the files in a folder."""
    for key, path in walk(folder):
        yield from in_folder(folder, key, path, settings)


def in_folder(
    folder: Path, key: str, path: Path | OSError, settings: Settings
) -> Iterator[Report | LeftOut]:
    """Yield reports and problems of a file in a folder, as `walk` gives it."""
    item = name_of(folder / key)
    try:
        if isinstance(path, OSError):
            yield LeftOut(item=item, reason=InputError("D205", item, path.strerror or "").line())
        else:
            yield from reports_of_file(path, key, item, settings)
    except InputError as problem:
        yield LeftOut(item=item, reason=problem.line())


def one_file(path: str | Path, settings: Settings) -> Iterator[Report | LeftOut]:
    """Yield reports and problems of one file or of standard input."""
    if str(path) == STDIN:
        return reports_of_stream(None, settings)
    return reports_of_file(Path(path), name_of(path), name_of(path), settings)


def check(paths: Iterable[str | Path]) -> None:
    """Raise UsageError D101 where a path does not exist, D133 where nothing can open it."""
    for path in paths:
        if is_url(path):
            next(remote.files(str(path)), None)
            continue
        try:
            there = str(path) == STDIN or Path(path).exists() or Path(path).is_symlink()
        except (OSError, ValueError) as error:
            raise UsageError("D101", path) from error
        if not there:
            raise UsageError("D101", path)


def is_folder(path: str | Path) -> bool:
    """Tell whether a path is a folder."""
    return str(path) != STDIN and not is_url(path) and Path(path).is_dir()


def name_of(path: str | Path) -> str:
    """Return a path as keys and problems show it."""
    if is_url(path):
        return remote.shown(str(path))
    return shown(Path(path).as_posix())
