"""What was counted once of a whole record is kept until the record changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
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
    key = (record.db.state(), ask.__module__, ask.__qualname__, given)
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


def forget() -> None:
    """Forget all answers, so that each is asked for anew: for measuring."""
    with _lock:
        _kept.clear()
