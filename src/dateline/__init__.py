"""Reports in, record out: the public API.

The names are loaded when they are first used, so that importing dateline costs nothing.
"""

import datetime as dt
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.errors import DatelineError, InputError, LimitError, RecordError, UsageError
    from dateline.extract.events import code
    from dateline.extract.statements import find_statements
    from dateline.model import (
        Actor,
        Coding,
        Decision,
        Event,
        Extraction,
        Grade,
        LeftOut,
        Mention,
        Place,
        Reason,
        Report,
        Span,
        Statement,
        Summary,
        Time,
        Value,
        Voice,
    )  # fmt: skip
    from dateline.pipeline import build, extract
    from dateline.query import Query, Record
    from dateline.read import read
    from dateline.settings import Settings
    from dateline.store import Address
    from dateline.summary import Day, Line, summarize

__version__ = "0.1.0"

HOMES = {
    "dateline.errors": ("DatelineError", "InputError", "LimitError", "RecordError", "UsageError"),
    "dateline.extract.events": ("code",),
    "dateline.extract.statements": ("find_statements",),
    "dateline.model": (
        "Actor", "Coding", "Decision", "Event", "Extraction", "Grade", "LeftOut", "Mention",
        "Place", "Reason", "Report", "Span", "Statement", "Summary", "Time", "Value", "Voice",
    ),
    "dateline.pipeline": ("build", "extract"),
    "dateline.query": ("Query", "Record"),
    "dateline.read": ("read",),
    "dateline.settings": ("Settings",),
    "dateline.summary": ("Day", "Line", "summarize"),
}  # fmt: skip
HOME_OF = {name: home for home, names in HOMES.items() for name in names}

__all__ = [
    "Actor",
    "Coding",
    "DatelineError",
    "Day",
    "Decision",
    "Event",
    "Extraction",
    "Grade",
    "InputError",
    "LeftOut",
    "LimitError",
    "Line",
    "Mention",
    "Place",
    "Query",
    "Reason",
    "Record",
    "RecordError",
    "Report",
    "Settings",
    "Span",
    "Statement",
    "Summary",
    "Time",
    "UsageError",
    "Value",
    "Voice",
    "__version__",
    "build",
    "code",
    "extract",
    "find_statements",
    "find_times",
    "open",
    "read",
    "summarize",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its home."""
    if name not in HOME_OF:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(import_module(HOME_OF[name]), name)


def open(record: "str | Path | Address") -> "Record":  # noqa: A001 - dateline.open(record) reads as it should
    """Open a record to be asked. Close it, or use it as a context manager.

    Args:
        record: a file, or a database of a server: postgresql://user@host/name.

    Raises:
        RecordError: D401-D404 where it is none, is damaged, or of a newer version; D409, D410
            where a server or its database is not there.
        UsageError: D133 where a server needs the extra `postgres`.
    """
    from dateline.query import Record

    return Record(record)


def find_times(text: str, published: dt.date | None = None) -> "list[Time]":
    """Return the time expressions of a text, read as of the day it was published.

    Spans are code points into `text`, their `report_id` the text's own id.
    """
    from dateline.extract.times import find_times as find

    return find(text, published)
