"""What each worker is at, as a small file: when one dies, it is known of what."""

import os
import socket
from pathlib import Path

import msgspec

from dateline.engine.layout import WAITING
from dateline.engine.write import put


class Mark(msgspec.Struct, frozen=True):
    """A process at a piece of work; `batch` is where in it."""

    name: str
    batch: int
    pid: int
    host: str


def begin(folder: Path, name: str, batch: int) -> None:
    """Say that this process is at a batch of a piece of work."""
    mark = Mark(name, batch, os.getpid(), socket.gethostname())
    put(path(folder, name), msgspec.json.encode(mark))


def end(folder: Path, name: str) -> None:
    """Say that a piece of work is done, or not begun."""
    path(folder, name).unlink(missing_ok=True)


def all_of(folder: Path) -> list[Mark]:
    """Return what was begun and not ended, by name."""
    found = sorted((folder / WAITING).glob("*.mark"))
    return [msgspec.json.decode(path.read_bytes(), type=Mark) for path in found]


def is_alive(mark: Mark) -> bool:
    """Tell whether the process is still at work; one of another machine is taken to be dead."""
    if mark.host != socket.gethostname():
        return False
    try:
        os.kill(mark.pid, 0)
        state = Path(f"/proc/{mark.pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except ProcessLookupError:
        return False
    except OSError:  # another system than Linux
        return True
    return state not in "ZX"


def path(folder: Path, name: str) -> Path:
    """Return a mark's file."""
    return folder / WAITING / f"{name}.mark"
