"""Extract many reports into a folder of shards, on an engine; a run that was killed is resumed."""

import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from dateline.engine import layout, mark, on_daft, rescue, waiting
from dateline.engine.claim import claimed, digest_of, tidy
from dateline.engine.layout import TABLES, Head, Whole
from dateline.engine.parts import Part, parts
from dateline.engine.work import JOB, Extract, Read, Work, answered
from dateline.engine.write import put
from dateline.errors import DatelineError, UsageError
from dateline.pipeline import EXTRACTORS, Progress
from dateline.read import is_folder, name_of
from dateline.settings import Settings

# Items of a shard: what a killed worker loses, half a minute of its work, and what it holds in
# memory. Writing takes 0.2% of a shard's time at 500 and 0.7% at 20, and the frames of its files
# 15 kB.
SHARD = 500
POLL_SECONDS = 0.2


class Engine(Protocol):
    """Does pieces of work on so many processes, and yields their answers as they come.

    It raises what it likes where a process dies; a piece is then done or not, never half.
    """

    def __call__(self, work: Work, names: list[str], workers: int) -> Iterator[str]:
        """Do pieces of work."""
        ...


def extract(
    paths: Iterable[str | Path],
    out: str | Path,
    *,
    workers: int = 1,
    settings: Settings | None = None,
    engine: Engine = on_daft.run,
    shard: int = SHARD,
    job: str = JOB,
    progress: Progress | None = None,
) -> Whole:
    """Extract reports into the folder `out`, and return what it holds.

    The same inputs, settings and version give the same bytes, whatever the engine, the number of
    workers, and how often the run was killed and begun again.

    Raises:
        UsageError: D101 where a path does not exist, D106 where `out` lies in one of them, D112
            where a file cannot be written, D133 where a package is missing, D135 and D136 where
            the folder is of something else, or in use, D137 where workers fail, and it is no
            report that they fail of.
    """
    layout.pyarrow()
    paths, folder, settings = list(paths), Path(out), settings or Settings()
    tell = progress or (lambda *_: None)
    refuse_inside(folder, paths)
    cut, digest, files, held = parts(paths, shard)
    head = Head(
        extractors=EXTRACTORS, shard=shard, inputs=tuple(map(name_of, paths)), files=files,
        bytes=held, digest=digest, settings=digest_of(settings), sift=settings.read.sift,
    )  # fmt: skip
    with claimed(folder, head):
        found = layout.whole(folder)
        if found is None:
            read_all(Read(folder, shard, settings), cut, workers, engine, tell)
            shards = extract_all(Extract(folder, job), cut, workers, engine, tell)
            found = counted(folder, shards)
            put(folder / layout.WHOLE, msgspec.json.encode(found))
            tidy(folder)
    return found


def refuse_inside(folder: Path, paths: list[str | Path]) -> None:
    """Refuse a folder in one that is read: it would be read too when the run is resumed.

    Raises:
        UsageError: D106.
    """
    for path in paths:
        if is_folder(path) and folder.resolve().is_relative_to(Path(path).resolve()):
            raise UsageError("D106", folder, f"it lies in {path}, which is read")


def read_all(work: Read, cut: list[Part], workers: int, engine: Engine, tell: Progress) -> None:
    """Read the parts that have not been read: here, where that is done by one process."""
    left = {rescue.as_name(part): part for part in cut}

    def is_done(name: str) -> bool:
        return waiting.shards_of(work.folder, left[name].number) is not None

    names = [name for name in left if not is_done(name)]
    if min(workers, len(names)) > 1:
        again = {f"part-{part.number:06}": name for name, part in left.items()}
        saved = lambda own: rescue.read(work, left[again[own]])  # noqa: E731
        done = rounds(work, names, partial(engine, workers=workers), is_done, saved)
    else:
        done = map(work, names)
    count = 0
    for answer in done:
        count += answered(answer)
        tell("read", count, 0)


def extract_all(
    work: Extract, cut: list[Part], workers: int, engine: Engine, tell: Progress
) -> list[str]:
    """Extract the shards that have not been extracted; return all shards."""
    sizes: dict[str, int] = {}
    for part in cut:
        sizes |= waiting.shards_of(work.folder, part.number) or {}
    total = sum(sizes.values())

    def is_done(name: str) -> bool:
        return (work.folder / layout.DONE / f"{name}.json").exists()

    names = [name for name in sizes if not is_done(name)]
    count = total - sum(sizes[name] for name in names)
    tell("extract", count, total)
    saved = partial(rescue.extract, work)
    for answer in rounds(work, names, partial(engine, workers=workers), is_done, saved):
        count += answered(answer)
        tell("extract", count, total)
    return list(sizes)


def rounds(
    work: Extract | Read,
    names: list[str],
    engine: Callable[[Work, list[str]], Iterator[str]],
    is_done: Callable[[str], bool],
    save: Callable[[str], str],
) -> Iterator[str]:
    """Do pieces of work; where a worker dies, what it was at by itself, then the others.

    Raises:
        UsageError: D137 where a round comes to nothing.
    """
    while names:
        try:
            yield from engine(work, names)
        except DatelineError:
            raise
        except Exception as error:
            try:
                yield from map(save, died(work.folder))
            except Exception as again:
                raise failing(again) from again
            left = [name for name in names if not is_done(name)]
            if len(left) == len(names):
                raise failing(error) from error
            names = left
        else:
            return


def died(folder: Path) -> list[str]:
    """Return what was under way in processes that are dead; those that live come to their end."""
    while any(mark.is_alive(one) for one in mark.all_of(folder)):
        time.sleep(POLL_SECONDS)
    return [one.name for one in mark.all_of(folder)]


def failing(error: Exception) -> UsageError:
    """Return the error of an engine that does nothing."""
    return UsageError("D137", detail=f"{type(error).__name__}: {error}"[:200])


def counted(folder: Path, shards: list[str]) -> Whole:
    """Return what a folder with these shards holds."""
    rows = dict.fromkeys(TABLES, 0)
    for shard in shards:
        for table, more in layout.manifest(folder, shard).rows.items():
            rows[table] += more
    return Whole(shards=len(shards), rows=rows)
