"""What the page's script draws of a query: a strip of the whole span, and bins or marks."""

import datetime as dt
from typing import Any

from dateline.query import Query
from dateline.store.database import Database
from dateline.web.drawing.calendar import bins
from dateline.web.drawing.density import KINDS, Density, density, iso
from dateline.web.drawing.lanes import Lanes, lanes
from dateline.web.drawing.marks import mark
from dateline.web.drawing.rows import rows_of

# Single marks drawn at once: with 400 the drawing stays legible at 1,200 pixels and below 30 ms.
FEW = 400
# Counts of the strip: one for every two to four pixels of its width.
STRIP = 240
BINS, FEWEST, MOST = 120, 10, 400
NOTHING: dict[str, Any] = {
    "unit": "", "span": None, "window": None, "total": 0, "within": 0, "strip": [], "bins": [],
    "events": None,
}  # fmt: skip


def drawing(
    db: Database,
    query: Query,
    first: dt.date | None = None,
    last: dt.date | None = None,
    count: int = BINS,
) -> dict[str, Any]:
    """Return the drawing of a query's events that may be of days `first` to `last`.

    The window is that of the query where none is given, and the whole span where that has none.
    At most `count` bins (10 to 400). Dates are ISO 8601 and inclusive; counts may be fractions,
    as an event that is dated to a month counts on each of its days by an equal share.
    """
    shown = lanes(query)
    first, last = first or query.start, last or query.end
    rows = rows_of(db, query, shown)
    if not len(rows.table):
        return NOTHING | {"lanes": shown.names, "undated": rows.undated}
    days = density(rows.table, len(shown.names))
    whole = days.span
    begin = first.toordinal() if first else whole[0]
    end = max(begin, last.toordinal() if last else whole[1])
    within = rows.within(begin, end, still_open=query.open)
    unit, found = binned(days, shown, begin, end, min(max(count, FEWEST), MOST))
    few = len(within) <= FEW
    return {
        "unit": unit,
        "lanes": shown.names,
        "span": [iso(day) for day in whole],
        "window": [iso(begin), iso(end)],
        "total": len(rows.table),
        "undated": rows.undated,
        "within": len(within),
        "strip": strip(days),
        "bins": found,
        "events": [mark(db, one, shown) for one in rows.load(db, within)] if few else None,
    }


def binned(
    days: Density, rows: Lanes, begin: int, end: int, count: int
) -> tuple[str, list[dict[str, Any]]]:
    """Return the unit of the bins of a window, and those bins that hold anything."""
    made = bins(begin, end, count)
    counts = days.counts(list(made.edges)).round(2)
    found = []
    for n, edge in enumerate(made.edges[:-1]):
        for lane in range(len(rows.names)):
            values = counts[lane, :, n]
            if values.any():
                found.append(
                    {"start": iso(edge), "end": iso(made.edges[n + 1] - 1), "lane": lane}
                    | {name: float(v) for name, v in zip(KINDS, values, strict=True) if v}
                )
    return made.unit, found


def strip(days: Density) -> list[float]:
    """Return the counts of even parts of the whole span."""
    first, last = days.span
    parts = min(STRIP, last - first + 1)
    edges = [first + (last - first + 1) * n // parts for n in range(parts + 1)]
    counts: list[float] = days.counts(edges).sum(axis=(0, 1)).round(2).tolist()
    return counts
