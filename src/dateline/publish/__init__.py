"""Exports, one file per format."""

from importlib import import_module

from dateline.errors import UsageError
from dateline.publish.base import Exporter, row

FORMATS = ("csv", "jsonl", "plover")

__all__ = ["FORMATS", "exporter", "row"]


def exporter(name: str) -> Exporter:
    """Return the exporter of a format.

    Raises:
        UsageError: D109 where there is none of that name.
    """
    if name not in FORMATS:
        raise UsageError("D109", name, f"one of {', '.join(FORMATS)}")
    export: Exporter = import_module(f"dateline.publish.{name}").export
    return export
