"""Work on Daft: its own runner in this machine's processes, or Ray's on a cluster.

A worker is a process that loads what it needs once and then does one piece of work after the
other; Daft hands a piece to whichever is free. What flows through Daft are names, the data lie in
the folder: so only what is at work is in memory.
"""

import importlib.util
import logging
import os
from collections.abc import Iterator
from functools import cache
from typing import Any

from dateline.engine import early
from dateline.engine.work import Work
from dateline.errors import UsageError

# Daft tells its makers of each import and query unless it is told not to, and draws bars of its
# own. A worker is one thread: two that each start two are slower than one after the other.
ENVIRONMENT = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DO_NOT_TRACK": "1",
    "DAFT_PROGRESS_BAR": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}


def run(work: Work, names: list[str], workers: int, address: str = "") -> Iterator[str]:
    """Do pieces of work on so many processes; yield each one's answer as it comes.

    Raises:
        UsageError: D133 where Daft, or Ray for an `address`, is not installed.
        Exception: what Daft raises when a process dies; what was done till then is done.
    """
    daft = configured(address)
    from dateline.engine.daft_worker import Worker

    pool = daft.cls(Worker, use_process=True, max_concurrency=workers)(work)
    frame = daft.from_pydict({"name": names})
    # In whatever order they are done: else the fastest worker waits for the slowest.
    with early.watched(), daft.execution_config_ctx(maintain_order=False):
        try:
            for row in frame.select(pool.do(frame["name"]).alias("answer")).iter_rows():
                yield row["answer"]
        except OSError as error:
            # Of the line to a worker: what its work raises comes as an answer.
            raise RuntimeError("a worker died") from error


@cache
def configured(address: str) -> Any:
    """Return Daft, with the runner that an address asks for: a process can have only one."""
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    needed("daft", 'pip install "dateline[scale]"')
    import daft

    # A process that dies is told of by what it raises.
    logging.getLogger("daft_local_execution").setLevel(logging.CRITICAL)
    if address:
        needed("ray", 'pip install "daft[ray]"')
        daft.set_runner_ray(address)
    else:
        daft.set_runner_native()
    return daft


def needed(package: str, how: str) -> None:
    """Raise UsageError D133 where a package is not installed."""
    if importlib.util.find_spec(package) is None:
        raise UsageError("D133", package, how)
