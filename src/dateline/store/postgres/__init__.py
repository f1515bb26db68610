"""A record in a database of a PostgreSQL server, for a team. Needs the extra `postgres`."""

from dateline.store.postgres.opening import connect, reading

__all__ = ["connect", "reading"]
