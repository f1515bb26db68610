"""Workers that die while they start: Daft waits for each to come to its socket, without end.

So this process looks at the workers that it began. For one that is gone somebody comes to its
socket and leaves: Daft finds the line cut, and the query fails as for any other worker that dies.
Only where there is `/proc`.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from pathlib import Path

# A worker takes half a second to start, and is not known before it was looked at once; that takes
# 0.1 ms.
POLL_SECONDS = 0.02
WORKER = "daft.execution.udf_worker"

Started = dict[int, tuple[str, str]]
"""Process id to the socket and the secret of its line."""


@contextmanager
def watched() -> Iterator[None]:
    """Look at the workers that are begun in this block."""
    ended = threading.Event()
    thread = threading.Thread(target=watch, args=(ended,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def watch(ended: threading.Event) -> None:
    """Cut the lines of workers that are gone, until all has ended."""
    seen: Started = {}
    while not ended.wait(POLL_SECONDS):
        now = started()
        for pid in seen.keys() - now.keys():
            cut(*seen.pop(pid))
        seen |= now


def started() -> Started:
    """Return the workers of this process that are alive."""
    found: Started = {}
    for listed in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
        with suppress(OSError, ValueError):
            for pid in listed.read_text("ascii").split():
                given = Path(f"/proc/{pid}/cmdline").read_text("utf-8").split("\0")
                if WORKER in given:
                    found[int(pid)] = (given[-3], given[-2])
    return found


def cut(socket: str, secret: str) -> None:
    """Come to a socket and leave; where nobody waits there any more, nothing is to be done."""
    if Path(socket).exists():
        with suppress(OSError, EOFError, AuthenticationError):
            Client(socket, authkey=bytes.fromhex(secret)).close()
