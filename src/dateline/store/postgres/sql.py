"""The record's SQL as PostgreSQL reads it.

The statements of this project are in the SQL that SQLite and PostgreSQL share. What they cannot
share is turned here, and in the functions of `layout`:

- the marks of values: `?` and `:name`;
- hints to SQLite's planner: `+column` and `INDEXED BY index` in conditions, `CROSS JOIN`;
- `event_words MATCH ?`, which is full-text search.
"""

import re
from functools import lru_cache

PIECES = re.compile(
    r"""
    (?P<kept>'[^']*'|"[^"]*"|--[^\n]*|::)
    |(?P<place>\?)
    |:(?P<name>[a-z_]+)
    |(?P<percent>%)
    |(?P<plus>(?<=[\s(])\+(?=\(?[a-z]+\.))
    |(?P<index>INDEXED\ BY\ \w+)
    |(?P<join>CROSS\ JOIN)
    |(?P<match>event_words\ MATCH)
    """,
    re.VERBOSE,
)

TURNED = {
    "place": "%s", "percent": "%%", "plus": "", "index": "", "join": "JOIN", "match": "words @@",
}  # fmt: skip


@lru_cache(maxsize=2000)
def translated(sql: str) -> str:
    """Return a statement as PostgreSQL and psycopg read it."""
    return PIECES.sub(turned, sql)


def turned(piece: re.Match[str]) -> str:
    """Return one piece of a statement."""
    if piece["kept"]:
        return piece[0].replace("%", "%%")
    if piece["name"]:
        return f"%({piece['name']})s"
    return TURNED[piece.lastgroup or ""]
