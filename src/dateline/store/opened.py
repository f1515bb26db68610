"""Open a record, wherever it is."""

from pathlib import Path

from dateline.store import sqlite
from dateline.store.address import Address
from dateline.store.database import Database


def connect(record: str | Path | Address, *, create: bool) -> Database:
    """Open a record to be written to; make it where there is none and `create` says so.

    Raises:
        RecordError: D404 no such record, D401 not a record, D402 of a newer version, D403
            damaged; of a server also D409 no answer, D410 no such database.
        UsageError: D133 where PostgreSQL is asked for and its library is not there.
    """
    address = Address.of(record)
    if address.is_server:
        from dateline.store import postgres

        return postgres.connect(address, create=create)
    return sqlite.connect(address.path, create=create)


def reading(record: str | Path | Address) -> Database:
    """Open a record for reading only, as it is now; it must be of this version.

    What is written after shows nowhere in it, so that all of a page or an export is of one state.

    Raises:
        RecordError: as `connect`, and D407 of an older version.
        UsageError: as `connect`.
    """
    address = Address.of(record)
    if address.is_server:
        from dateline.store import postgres

        return postgres.reading(address)
    return sqlite.reading(address.path)
