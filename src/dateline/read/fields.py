"""Which of our fields an input's own field name means."""

from collections.abc import Mapping
from functools import cache

from dateline.data import table

FIELDS = ("id", "title", "text", "published", "publisher", "url", "byline", "language")


@cache
def names() -> dict[str, str]:
    """Return field by name in lower case (`author` -> `byline`); `-`: known and not used."""
    return {row["name"]: row["field"] for row in table("read/fields")}


def field_of(name: str) -> str:
    """Return our field for an input's name of it, `-` for one not used, or nothing."""
    plain = " ".join(name.lower().replace("_", " ").replace("-", " ").split())
    return names().get(plain) or names().get(plain.replace(" ", ""), "")


def pick(row: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, object]:
    """Return the values of a row by our field names.

    A name in `columns` (our field to theirs) decides; else our own name; else, in the order of
    the table, another name that means the same.
    """
    found: dict[str, object] = {}
    by_name = {str(name).strip().lower(): value for name, value in row.items()}
    for field in FIELDS:
        if field in columns:
            found[field] = row.get(columns[field])
        elif field in by_name:
            found[field] = by_name[field]
    for name in sorted(by_name, key=rank):
        field = field_of(name)
        if field in FIELDS and field not in columns and empty(found.get(field)):
            found[field] = by_name[name]
    return {field: value for field, value in found.items() if not empty(value)}


def rank(name: str) -> tuple[int, str]:
    """Return a name's place in the table of names."""
    return order().get(name, len(order())), name


@cache
def order() -> dict[str, int]:
    """Return the place of each name in the table."""
    return {name: at for at, name in enumerate(names())}


def empty(value: object) -> bool:
    """Tell whether a field has no value."""
    return value is None or (isinstance(value, str) and not value.strip())
