"""What a record asks of the database that holds it: SQLite in a file, PostgreSQL on a server."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Values = Sequence[Any] | Mapping[str, Any]
"""What a statement binds: in the order of its `?` marks, or by the names of its `:name` marks."""


class Row(Protocol):
    """One row of an answer: by name, by place, or all of it in order."""

    def __getitem__(self, key: Any, /) -> Any: ...
    def __iter__(self) -> Iterator[Any]: ...
    def __len__(self) -> int: ...


class Rows(Protocol):
    """The rows of an answer, each a `Row`."""

    @property
    def rowcount(self) -> int:
        """How many rows a write changed."""

    def fetchone(self) -> Any:
        """Return the next row, or None."""

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""

    def __iter__(self) -> Iterator[Any]: ...


class Database(Protocol):
    """An open record's database. Statements are written in the SQL that both kinds speak."""

    def execute(self, sql: str, values: Values = ..., /) -> Rows:
        """Run a statement and return its rows."""

    def executemany(self, sql: str, values: Iterable[Any], /) -> object:
        """Run a statement for each of some rows of values."""

    def stream(self, sql: str, values: Values = ...) -> Iterable[Any]:
        """Run a question and yield its rows as they come, never all of them in memory."""

    def tuples(self, sql: str, values: Values = ...) -> Iterable[tuple[Any, ...]]:
        """Run a question and return its rows as plain tuples, which are read five times as fast."""

    def writing(self) -> AbstractContextManager[None]:
        """Run a block as one write transaction: all of it, or none.

        Raises:
            RecordError: D405 where another writer holds the record for too long.
        """

    def patience(self, seconds: float) -> None:
        """Let no question take longer than so long from now on; it fails then, with D127."""

    def state(self) -> tuple[object, ...]:
        """Return what tells the state of the record that is read here from any other."""

    def close(self) -> None:
        """Close it."""


def writing(db: Database) -> AbstractContextManager[None]:
    """Run a block as one write transaction of a record; see `Database.writing`."""
    return db.writing()
