"""Work on a plain pool of processes: what every engine must be equal to."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed

from dateline.engine.work import Work

# Fresh processes: threads of an engine in this one would not live on in a copy of it.
FRESH = multiprocessing.get_context("spawn")
worker: list[Work] = []


def run(work: Work, names: list[str], workers: int) -> Iterator[str]:
    """Do pieces of work on so many processes; yield each one's answer as it comes.

    Raises:
        BrokenProcessPool: where a process dies; what was done till then is done.
    """
    pool = ProcessPoolExecutor(workers, FRESH, initializer=begin, initargs=(work,))
    try:
        for future in as_completed([pool.submit(do, name) for name in names]):
            yield future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def begin(work: Work) -> None:
    """Begin a worker."""
    worker[:] = [work]
    work.begin()


def do(name: str) -> str:
    """Do a piece of work in a worker."""
    return worker[0](name)
