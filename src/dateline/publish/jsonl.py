"""JSON Lines: one row a line."""

from collections.abc import Iterator

from dateline.publish.base import View
from dateline.publish.escape import json_text


def export(view: View) -> Iterator[str]:
    """Yield one line of JSON per row."""
    for item in view.rows():
        yield json_text(item) + "\n"
