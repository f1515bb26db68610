"""The record: schema, reports, events, decisions; in a file, or on a server."""

from dateline.store.address import Address
from dateline.store.database import Database, Row, writing
from dateline.store.opened import connect, reading

__all__ = ["Address", "Database", "Row", "connect", "reading", "writing"]
