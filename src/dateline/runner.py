"""Run the extraction of many reports: in this process, or on a pool of processes.

Results come in the order of the reports whatever the number of workers; only a few batches are
under way at a time, so memory does not grow with the number of reports.
"""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.process import BaseProcess

import msgspec

from dateline.errors import InputError
from dateline.model import Extraction, LeftOut, Report
from dateline.pipeline import extract_batch

# Reports per batch: the parser's own best batch size is 8 to 16 texts.
BATCH = 12
# Batches under way per worker: one at work, one waiting, so that no worker idles.
AHEAD = 3

Found = Extraction | LeftOut
encoder = msgspec.msgpack.Encoder()
decoder = msgspec.msgpack.Decoder(list[Extraction | None])


def extract_all(reports: Iterable[Report], workers: int) -> Iterator[tuple[Report, Found]]:
    """Yield each report with what it yields."""
    items = iter(reports)
    if workers <= 1:
        while batch := list(islice(items, BATCH)):
            yield from zip(batch, extract_batch(batch), strict=True)
        return
    yield from pooled(items, workers)


def pooled(items: Iterator[Report], workers: int) -> Iterator[tuple[Report, Found]]:
    """Extract on a pool of processes; a batch whose worker dies is done again one by one."""
    under_way: deque[tuple[list[Report], Future[tuple[bytes, list[LeftOut]]]]] = deque()
    pool = ProcessPoolExecutor(workers, initializer=follow)
    try:
        while True:
            while len(under_way) < workers * AHEAD and (batch := list(islice(items, BATCH))):
                under_way.append((batch, pool.submit(work, batch)))
            if not under_way:
                return
            batch, future = under_way.popleft()
            try:
                found = unpack(*future.result())
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield from chain.from_iterable(alone(one) for one in (batch, *left(under_way)))
                under_way.clear()
                pool = ProcessPoolExecutor(workers, initializer=follow)
                continue
            yield from zip(batch, found, strict=True)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def left(under_way: Iterable[tuple[list[Report], object]]) -> list[list[Report]]:
    """Return the batches still under way."""
    return [batch for batch, _ in under_way]


def alone(batch: list[Report]) -> Iterator[tuple[Report, Found]]:
    """Extract each report of a batch in a process of its own, so that only the bad one is lost."""
    for report in batch:
        with ProcessPoolExecutor(1, initializer=follow) as pool:
            try:
                yield report, unpack(*pool.submit(work, [report]).result())[0]
            except BrokenProcessPool:
                error = InputError("D209", report.key, "the worker process died")
                yield report, LeftOut(item=report.key, reason=error.line())


def follow() -> None:
    """End this worker when its parent is gone: a parent that was killed could not tell it to."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=outlive, args=(parent,), daemon=True).start()


def outlive(parent: BaseProcess) -> None:
    """Wait for a process to end, then end this one at once."""
    parent.join()
    os._exit(1)


def work(batch: list[Report]) -> tuple[bytes, list[LeftOut]]:
    """Extract a batch in a worker; the result is packed, which costs less than pickling it."""
    found = extract_batch(batch)
    good = [item if isinstance(item, Extraction) else None for item in found]
    return encoder.encode(good), [item for item in found if isinstance(item, LeftOut)]


def unpack(packed: bytes, bad: list[LeftOut]) -> list[Found]:
    """Undo the packing of `work`."""
    failures = iter(bad)
    return [item if item is not None else next(failures) for item in decoder.decode(packed)]


def extract_lines(reports: Iterable[Report], workers: int) -> Iterator[bytes | LeftOut]:
    """Yield each report's extraction as a line of JSON, encoded where it is made."""
    for report, found in extract_all(reports, workers):
        yield found if isinstance(found, LeftOut) else line_of(report, found)


def line_of(report: Report, found: Extraction) -> bytes:
    """Return a report (without its text) and what it yields as one line of JSON."""
    bare = msgspec.structs.replace(report, text="")
    return msgspec.json.encode({"report": bare, **msgspec.structs.asdict(found)}) + b"\n"
