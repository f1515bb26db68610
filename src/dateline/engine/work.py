"""What a worker does: read a part of the inputs, or extract a shard; each is done once and kept.

A piece of work is named by a word, does no harm when it is done twice, and says in a file what it
is at. It answers with how many items it did, or, after a `!`, why the run cannot go on.
"""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Protocol

import msgspec

from dateline.engine import mark, waiting
from dateline.engine.columns import Rows, left_out_row, rows_of
from dateline.engine.layout import DONE, TABLES
from dateline.engine.limit import limit
from dateline.engine.parts import Part, items
from dateline.engine.write import write_shard
from dateline.errors import InputError, UsageError
from dateline.model import Extraction, LeftOut, Report
from dateline.pipeline import extract_batch
from dateline.runner import BATCH
from dateline.settings import Settings

Found = Extraction | LeftOut
# Gives one result a report, in their order.
Job = Callable[[list[Report]], list[Found]]
JOB = "dateline.engine.work:forgetting"
FAILED = "!"
PARENT_SECONDS = 1.0

log = logging.getLogger(__name__)


class Work(Protocol):
    """What a worker can do; it is copied to each of them."""

    def begin(self) -> None:
        """Begin in a process."""
        ...

    def __call__(self, name: str) -> str:
        """Do a piece of work."""
        ...


@dataclass(frozen=True)
class Read:
    """Reads a part of the inputs, given as JSON, into shards of at most `shard` items."""

    folder: Path
    shard: int
    settings: Settings

    def begin(self) -> None:
        """See that the worker ends with its parent."""
        end_with_parent()

    def __call__(self, name: str) -> str:
        """Read a part."""
        part = msgspec.json.decode(name, type=Part)
        return kept(lambda: self.read(part))

    def read(self, part: Part) -> int:
        """Read a part; return how many items it has."""
        own = f"part-{part.number:06}"
        mark.begin(self.folder, own, part.number)
        found = self.items(part)
        count = sum(waiting.read_part(self.folder, part.number, found, self.shard))
        mark.end(self.folder, own)
        return count

    def items(self, part: Part) -> Iterator[Report | LeftOut]:
        """Yield the reports of a part, and what of it cannot be read."""
        return items(part, self.settings)


@dataclass(frozen=True)
class Extract:
    """Extracts a shard by its name. `known` holds what single batches are known to yield."""

    folder: Path
    job: str = JOB
    known: dict[int, list[Found]] = field(default_factory=dict)

    def begin(self) -> None:
        """See that the worker ends with its parent; the first batch loads the parser."""
        end_with_parent()

    def __call__(self, name: str) -> str:
        """Extract a shard."""
        return kept(lambda: self.extract(name))

    def extract(self, shard: str) -> int:
        """Extract a shard, unless that was done; return how many items it has."""
        if (self.folder / DONE / f"{shard}.json").exists():
            return 0
        given = waiting.take(self.folder, shard)
        rows: Rows = {table: [] for table in TABLES}
        rows["left_out"] += map(left_out_row, given.left_out)
        for number, batch in enumerate(batches(given.reports)):
            mark.begin(self.folder, shard, number)
            found = self.known.get(number) or bounded(self.job, batch)
            for row, (report, one) in enumerate(zip(batch, found, strict=True), number * BATCH):
                for table, more in rows_of(report, row, one).items():
                    rows[table] += more
        write_shard(self.folder, shard, rows)
        mark.end(self.folder, shard)
        waiting.drop(self.folder, shard)
        return len(given.reports) + len(given.left_out)


def forgetting(batch: list[Report]) -> list[Found]:
    """Extract a batch; what the parser keeps of its words is forgotten after.

    Else a worker grows with every new word: by 36 MiB in 3,000 reports of 30 new words each, by 4
    with this, which takes 3% longer then. No other thread may parse meanwhile.
    """
    from dateline.parse.en import model

    with model().memory_zone():
        return extract_batch(batch)


def batches(reports: Iterable[Report]) -> list[list[Report]]:
    """Cut a shard's reports into the batches that are extracted together."""
    each = list(reports)
    return [each[at : at + BATCH] for at in range(0, len(each), BATCH)]


def bounded(job: str, batch: list[Report]) -> list[Found]:
    """Do a batch within its time, else this process ends."""
    module, _, name = job.partition(":")
    do = getattr(import_module(module), name)
    with limit(sum(len(report.text) for report in batch)):
        return halved(do, batch)


def halved(job: Job, batch: list[Report]) -> list[Found]:
    """Do a batch; where that fails, its halves, down to the report that it fails for."""
    try:
        return job(batch)
    except Exception as error:
        log.debug("a batch failed; its halves are done each by itself", exc_info=True)
        if len(batch) == 1:
            return [failed(batch[0], f"{type(error).__name__}: {error}"[:200])]
        middle = len(batch) // 2
        return halved(job, batch[:middle]) + halved(job, batch[middle:])


def failed(report: Report, why: str) -> LeftOut:
    """Return a report whose extraction failed."""
    return LeftOut(item=report.key, reason=InputError("D209", report.key, why).line())


def kept(do: Callable[[], int]) -> str:
    """Do a piece of work; say why no other can be done, such as that a disk is full."""
    try:
        return str(do())
    except OSError as error:
        told = ("D112", str(error.filename or ""), error.strerror or str(error))
    except UsageError as error:
        told = (error.code, error.where, error.detail)
    return FAILED + msgspec.json.encode(told).decode()


def answered(answer: str) -> int:
    """Return how many items a piece of work did.

    Raises:
        UsageError: D112 where a file could not be written, D133 where a package is missing.
    """
    if answer.startswith(FAILED):
        code, where, detail = msgspec.json.decode(answer.removeprefix(FAILED))
        raise UsageError(code, where, detail)
    return int(answer)


def end_with_parent() -> None:
    """End this process when its parent has, which cannot tell it when it was killed."""
    threading.Thread(target=watch, args=(os.getppid(),), daemon=True).start()


def watch(parent: int) -> None:
    """Wait until this process has another parent, then end it at once."""
    while os.getppid() == parent:
        time.sleep(PARENT_SECONDS)
    os._exit(1)
