"""The record on disk: schema, reports, events, decisions."""

from dateline.store.database import Database, Row, writing
from dateline.store.sqlite import connect, reading

__all__ = ["Database", "Row", "connect", "reading", "writing"]
