"""The pages of a long list."""

from typing import NamedTuple

from dateline.web.ask import ROWS

# Pages linked on either side of the one shown.
NEAR = 2


class Pages(NamedTuple):
    """The last page, the first and last row of this one (from 1), and pages to link (None: gap)."""

    last: int
    first_row: int
    last_row: int
    shown: tuple[int | None, ...]


def pages(page: int, total: int, rows: int = ROWS) -> Pages:
    """Return the pages of a list of `total` rows, seen from one of them."""
    last = max(1, -(-total // rows))
    near = sorted({1, last, *range(max(1, page - NEAR), min(last, page + NEAR) + 1)})
    shown: list[int | None] = []
    for number in near:
        if shown and shown[-1] is not None and number - shown[-1] > 1:
            shown.append(None)
        shown.append(number)
    first = min((page - 1) * rows + 1, total)
    return Pages(last, first, min(page * rows, total), tuple(shown))
