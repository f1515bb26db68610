"""Questions to a record, and the record itself."""

from dateline.query.query import Query
from dateline.query.record import Record

__all__ = ["Query", "Record"]
