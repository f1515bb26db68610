"""After a worker died: find what it died of, report by report, and do all the rest.

Each step runs in a process of its own. Most workers die of something outside (the system was
short of memory, somebody killed it), so what was under way is first done again as it was.
"""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from dateline.engine import mark, waiting
from dateline.engine.on_pool import FRESH
from dateline.engine.parts import Part
from dateline.engine.work import Extract, Found, Read, batches, bounded, failed
from dateline.model import Report

Made = TypeVar("Made")
DIED = "the worker process died, or went over its time"


def extract(work: Extract, shard: str) -> str:
    """Extract a shard that a worker died of; a report that kills its worker is left out (D209)."""
    known: dict[int, list[Found]] = {}
    while True:
        at = mark_of(work.folder, shard)
        if at is not None:
            batch = batches(waiting.take(work.folder, shard).reports)[at]
            known[at] = isolated(work, batch)
        try:
            return alone(work, partial(replace(work, known=known), shard))
        except BrokenProcessPool:
            if mark_of(work.folder, shard) in {None, *known}:
                raise  # it is no report that it dies of


def isolated(work: Extract, batch: list[Report]) -> list[Found]:
    """Do a batch in a process of its own; where that dies, its halves, down to one report."""
    try:
        return alone(work, partial(bounded, work.job, batch))
    except BrokenProcessPool:
        if len(batch) == 1:
            return [failed(batch[0], DIED)]
        middle = len(batch) // 2
        return isolated(work, batch[:middle]) + isolated(work, batch[middle:])


def read(work: Read, part: Part) -> str:
    """Read a part that a worker died of, without the files that kill the process reading them."""
    try:
        return alone(work, partial(work, as_name(part)))
    except BrokenProcessPool:
        bad = tuple(
            number
            for number, entry in enumerate(part.entries)
            if not lives(work, Part(part.number, (entry,)))
        )
        return alone(work, partial(work, as_name(msgspec.structs.replace(part, bad=bad))))


def lives(work: Read, part: Part) -> bool:
    """Tell whether a process lives to read a part."""
    try:
        alone(work, partial(count, work, part))
    except BrokenProcessPool:
        return False
    return True


def count(work: Read, part: Part) -> int:
    """Read a part and return how many items it has."""
    return sum(1 for _ in work.items(part))


def alone(work: Extract | Read, do: Callable[[], Made]) -> Made:
    """Do something in a process of its own."""
    with ProcessPoolExecutor(1, FRESH, initializer=work.begin) as pool:
        return pool.submit(do).result()


def mark_of(folder: Path, name: str) -> int | None:
    """Return the batch that a piece of work was at when its process died."""
    found = [one for one in mark.all_of(folder) if one.name == name]
    return found[0].batch if found else None


def as_name(part: Part) -> str:
    """Return a part as the name of the work on it."""
    return msgspec.json.encode(part).decode()
