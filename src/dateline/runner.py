"""Run the extraction of many reports: in this process, or on a pool of processes.

Results come in the order of the reports whatever the number of workers; only a few batches are
under way at a time, so memory does not grow with the number of reports.
"""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
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
Packed = bytes | LeftOut
# What a worker does with a batch: one result a report, in their order.
Job = Callable[[list[Report]], list[Packed]]
encoder = msgspec.msgpack.Encoder()
decoder = msgspec.msgpack.Decoder(Extraction)


def extract_all(reports: Iterable[Report], workers: int) -> Iterator[tuple[Report, Found]]:
    """Yield each report with what it yields."""
    items = iter(reports)
    if workers <= 1:
        while batch := list(islice(items, BATCH)):
            yield from zip(batch, extract_batch(batch), strict=True)
        return
    for report, found in pooled(items, workers, pack):
        yield report, found if isinstance(found, LeftOut) else decoder.decode(found)


def extract_lines(reports: Iterable[Report], workers: int) -> Iterator[Packed]:
    """Yield each report's extraction as a line of JSON, encoded where it is made."""
    items = iter(reports)
    if workers <= 1:
        while batch := list(islice(items, BATCH)):
            yield from lines(batch)
        return
    for _, line in pooled(items, workers, lines):
        yield line


def pooled(items: Iterator[Report], workers: int, job: Job) -> Iterator[tuple[Report, Packed]]:
    """Do a job on a pool of processes; a batch whose worker dies is done again one by one."""
    under_way: deque[tuple[list[Report], Future[list[Packed]]]] = deque()
    pool = ProcessPoolExecutor(workers, initializer=begin)
    try:
        while True:
            while len(under_way) < workers * AHEAD and (batch := list(islice(items, BATCH))):
                under_way.append((batch, pool.submit(job, batch)))
            if not under_way:
                return
            batch, future = under_way.popleft()
            try:
                found = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield from chain.from_iterable(alone(one, job) for one in (batch, *left(under_way)))
                under_way.clear()
                pool = ProcessPoolExecutor(workers, initializer=begin)
                continue
            yield from zip(batch, found, strict=True)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def left(under_way: Iterable[tuple[list[Report], object]]) -> list[list[Report]]:
    """Return the batches still under way."""
    return [batch for batch, _ in under_way]


def alone(batch: list[Report], job: Job) -> Iterator[tuple[Report, Packed]]:
    """Do each report of a batch in a process of its own, so that only the bad one is lost."""
    for report in batch:
        with ProcessPoolExecutor(1, initializer=begin) as pool:
            try:
                yield report, pool.submit(job, [report]).result()[0]
            except BrokenProcessPool:
                error = InputError("D209", report.key, "the worker process died")
                yield report, LeftOut(item=report.key, reason=error.line())


def begin() -> None:
    """Begin a worker: see that it ends with its parent, which cannot tell it when killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=outlive, args=(parent,), daemon=True).start()


def outlive(parent: BaseProcess) -> None:
    """Wait for a process to end, then end this one at once."""
    parent.join()
    os._exit(1)


def pack(batch: list[Report]) -> list[Packed]:
    """Extract a batch in a worker; results are packed, which costs less than pickling them."""
    found = extract_batch(batch)
    return [item if isinstance(item, LeftOut) else encoder.encode(item) for item in found]


def lines(batch: list[Report]) -> list[Packed]:
    """Extract a batch to lines of JSON."""
    found = zip(batch, extract_batch(batch), strict=True)
    return [item if isinstance(item, LeftOut) else line_of(r, item) for r, item in found]


def line_of(report: Report, found: Extraction) -> bytes:
    """Return a report (without its text) and what it yields as one line of JSON."""
    bare = msgspec.structs.replace(report, text="")
    return msgspec.json.encode({"report": bare, **msgspec.structs.asdict(found)}) + b"\n"
