"""JSON Lines: one row a line."""

from collections.abc import Iterable, Iterator

import msgspec

from dateline.publish.base import Row


def export(rows: Iterable[Row]) -> Iterator[str]:
    """Yield one line of JSON per row."""
    for item in rows:
        yield msgspec.json.encode(item).decode() + "\n"
