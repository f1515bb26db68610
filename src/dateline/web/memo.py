"""What was counted once of a whole record is kept until the record changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from dateline.query import Record

Answer = TypeVar("Answer")
# Answers kept; one of 100,000 events takes a few megabytes.
KEPT = 32

_lock = Lock()
_kept: "OrderedDict[Hashable, Any]" = OrderedDict()


def remembered(ask: Callable[..., Answer], record: Record, *given: Hashable) -> Answer:
    """Return `ask(record, *given)`, from memory where the record is as it was when it was asked."""
    key = (str(record.path), state(record.path), ask.__module__, ask.__qualname__, given)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            found: Answer = _kept[key]
            return found
    found = ask(record, *given)
    with _lock:
        _kept[key] = found
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return found


def state(path: Path) -> tuple[tuple[int, int], ...]:
    """Return what any change of a record changes: sizes and times of its file and its log."""
    found = []
    for file in (path, Path(f"{path}-wal")):
        try:
            seen = file.stat()
        except FileNotFoundError:
            continue
        found.append((seen.st_mtime_ns, seen.st_size))
    return tuple(found)


def forget() -> None:
    """Forget all answers, so that each is asked for anew: for measuring."""
    with _lock:
        _kept.clear()
