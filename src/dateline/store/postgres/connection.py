"""An open database of a PostgreSQL server. A `Database`."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.adapt import Dumper
from psycopg.rows import tuple_row

from dateline.errors import DatelineError, RecordError, UsageError
from dateline.store.database import Values
from dateline.store.postgres.sql import translated
from dateline.store.schema import APPLICATION_ID
from dateline.store.words import Search, Words

# Seconds to wait for another writer, as in `store.sqlite`.
PATIENCE = 120
# Rows fetched at once of an answer that is read as it comes.
FETCHED = 2000
# One writer at a time, whoever reads; the second number tells records of several schemas apart.
LOCK = f"SELECT pg_advisory_xact_lock({APPLICATION_ID}, hashtext(current_schema()))"


class Row(tuple[Any, ...]):
    """A row: by name, by place, or all of it in order. Each answer has a class with its names."""

    __slots__ = ()
    places: dict[str, int] = {}  # noqa: RUF012 - set once by `rows`, for a class of its own

    def __getitem__(self, key: Any) -> Any:
        return tuple.__getitem__(self, self.places[key] if isinstance(key, str) else key)


def rows(cursor: psycopg.Cursor[Any]) -> Any:
    """Return what makes rows of a cursor's values."""
    names = [column.name for column in cursor.description or ()]
    return type("Row", (Row,), {"__slots__": (), "places": {n: i for i, n in enumerate(names)}})


class VectorDumper(Dumper):
    """Gives a text to be found by its words as a tsvector."""

    oid = 3614

    def dump(self, obj: Words) -> bytes:
        """Return the literal."""
        return obj.vector().encode()


class QueryDumper(Dumper):
    """Gives a search as a tsquery."""

    oid = 3615

    def dump(self, obj: Search) -> bytes:
        """Return the literal."""
        return obj.query().encode()


class Postgres:
    """An open database. `at`: its address without what is secret."""

    def __init__(self, raw: psycopg.Connection[Any], at: str) -> None:
        self.raw = raw
        self.at = at
        self.asked = 0  # cursors of the server's so far, each of which has its name
        raw.row_factory = rows
        raw.adapters.register_dumper(Words, VectorDumper)
        raw.adapters.register_dumper(Search, QueryDumper)

    def execute(self, sql: str, values: Values = (), /) -> psycopg.Cursor[Any]:
        """Run a statement and return its rows."""
        try:
            return self.raw.execute(translated(sql), values)
        except psycopg.Error as error:
            raise self.coded(error) from error

    def executemany(self, sql: str, values: Iterable[Any], /) -> None:
        """Run a statement for each of some rows of values."""
        given = list(values)
        try:
            if given:
                self.raw.cursor().executemany(translated(sql), given)
        except psycopg.Error as error:
            raise self.coded(error) from error

    def stream(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """Yield the rows of a question as they come, never all of them in memory."""
        yield from self.fetched(sql, values, rows)

    def tuples(self, sql: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a question as plain tuples."""
        yield from self.fetched(sql, values, tuple_row)

    def fetched(self, sql: str, values: Values, factory: Any) -> Iterator[Any]:
        """Yield rows from a cursor of the server's; outside a transaction it outlives its own."""
        self.asked += 1
        name = f"dateline_{self.asked}"
        idle = self.raw.info.transaction_status == psycopg.pq.TransactionStatus.IDLE
        try:
            with self.raw.cursor(name, row_factory=factory, withhold=idle) as cursor:
                cursor.itersize = FETCHED
                cursor.execute(translated(sql), values)
                yield from cursor
        except psycopg.Error as error:
            raise self.coded(error) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Run a block as one write transaction: all of it, or none.

        Raises:
            RecordError: D405 where another writer holds the record for too long.
        """
        self.execute("BEGIN")
        try:
            self.execute(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
            self.execute(LOCK)
            self.execute("SET LOCAL lock_timeout = 0")
            yield
            self.execute("UPDATE record SET changes = changes + 1")
        except BaseException:
            if not self.raw.closed:
                self.execute("ROLLBACK")
            raise
        self.execute("COMMIT")

    def patience(self, seconds: float) -> None:
        """Let no question take longer: D127 then."""
        self.execute(f"SET statement_timeout = {max(1, int(seconds * 1000))}")

    def state(self) -> tuple[object, ...]:
        """Return what tells the state that is read from any other."""
        return (self.at, *self.execute("SELECT changes FROM record"))

    def close(self) -> None:
        """Close it."""
        self.raw.close()

    def coded(self, error: psycopg.Error) -> DatelineError:
        """Return a failure of the server as an error of ours."""
        detail = first_line(error)
        if isinstance(error, psycopg.errors.QueryCanceled):
            return UsageError("D127")
        if isinstance(error, psycopg.errors.LockNotAvailable):
            return RecordError("D405", self.at, detail)
        if isinstance(error, psycopg.errors.DataCorrupted | psycopg.errors.IndexCorrupted):
            return RecordError("D403", self.at, detail)
        return RecordError("D406", self.at, detail)


def first_line(error: psycopg.Error) -> str:
    """Return what the server said, in short; it never says what it was sent as a password."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
