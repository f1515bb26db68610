"""A drawing that stands still: the geometry of an SVG without a script, for a page on a disk."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from dateline.model import Event
from dateline.query import Query
from dateline.web.dates import MONTHS
from dateline.web.drawing.calendar import bins
from dateline.web.drawing.density import KINDS, density
from dateline.web.drawing.lanes import Lanes, lanes
from dateline.web.drawing.rows import kind

# Pixels: the drawing, what is above its lanes and below them, a mark with its room, a label.
WIDTH, TOP, AXIS, CELL, LABEL = 960, 20, 24, 14, 80
# Pixels of all lanes where bars are drawn, and the least of one; bars of the whole width.
ROOM, LEAST, BARS = 300, 24, 120
# Marks that one lane stacks before bars say more, and pixels of an event whose end is open.
ROWS, OPEN = 14, 60
BELOW = 2  # the lane below the line


class Mark(NamedTuple):
    """An event: its middle, and the band of the days that it may be of (no width: of one day)."""

    event: Event
    x: float
    y: float
    left: float
    width: float
    kind: str


class Bar(NamedTuple):
    """Some events of one kind in a bin, and what they are in words."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    words: str


class Still(NamedTuple):
    """The drawing: marks, or bars where there are too many events; `lines`: the axes' heights."""

    height: float
    bottom: float
    names: tuple[str, str, str]
    lines: tuple[float, float]
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]


class Scale(NamedTuple):
    """Where days are: from the ordinal `first` to `last`, both of them seen."""

    first: int
    last: int

    def x(self, day: int) -> float:
        """Return the pixel at which a day begins."""
        return round((day - self.first) / (self.last + 1 - self.first) * WIDTH, 1)


def still(events: Sequence[Event], query: Query) -> Still | None:
    """Return the drawing of a view's events; None where none of them has a date."""
    dated = [event for event in events if event.start]
    if not dated:
        return None
    shown = lanes(query)
    first = min(begin(event) for event in dated)
    scale = Scale(first, max(max(begin(event), until(event)) for event in dated))
    packed = stacked(dated, shown, scale)
    return barred(dated, shown, scale) if packed is None else marked(packed, shown, scale)


def begin(event: Event) -> int:
    """Return the first day of an event that has one."""
    return event.start.toordinal() if event.start else 0


def until(event: Event) -> int:
    """Return the last day of an event, 0 where it is open."""
    return event.end.toordinal() if event.end else 0


Stack = list[tuple[Event, float, float]]
"""The events of one row with the pixels that each takes."""


def stacked(events: list[Event], shown: Lanes, scale: Scale) -> list[list[Stack]] | None:
    """Return the rows of each lane, in which no two events meet; None where they are too many."""
    found: list[list[Stack]] = [[], [], []]
    spans = [(*extent(event, scale), event) for event in events]
    for left, right, event in sorted(spans, key=lambda span: (span[1] - span[0], span[0])):
        rows = found[shown.of(event.source, event.target, event.quad)]
        wide = max(right - left, CELL)
        a, b = (left + right - wide) / 2, (left + right + wide) / 2
        free = (row for row in rows if all(y <= a or x >= b for _, x, y in row))
        row = next(free, None)
        if row is None:
            if len(rows) == ROWS:
                return None
            rows.append(row := [])
        row.append((event, a, b))
    return found


def extent(event: Event, scale: Scale) -> tuple[float, float]:
    """Return the first and the last pixel that an event may be of."""
    left = scale.x(begin(event))
    if event.end is None:
        return left, min(left + OPEN, WIDTH)
    return left, scale.x(until(event) + 1)


def marked(packed: list[list[Stack]], shown: Lanes, scale: Scale) -> Still:
    """Return the drawing of single events."""
    sizes = [max(CELL * len(rows) + 4, LEAST if lane != 1 else 0) for lane, rows in
             enumerate(packed)]  # fmt: skip
    if not packed[1]:
        sizes[1] = LEAST if shown.names[1] else 0
    upper, lower = TOP + sizes[0], TOP + sizes[0] + sizes[1]
    marks = []
    for lane, rows in enumerate(packed):
        for n, row in enumerate(rows):
            off = CELL * n + CELL / 2 + 2
            y = (upper - off, upper + off, lower + off)[lane]
            for event, _, _ in row:
                left, right = extent(event, scale)
                wide = round(right - left, 1) if right - left > CELL else 0
                middle = min(max(round((left + right) / 2, 1), CELL / 2), WIDTH - CELL / 2)
                marks.append(Mark(event, middle, y, left, wide, KINDS[kind(event.quad)]))
    ordered = sorted(marks, key=lambda mark: (mark.x, mark.y, mark.event.id))
    return framed(sizes, shown, scale, marks=tuple(ordered))


def barred(events: list[Event], shown: Lanes, scale: Scale) -> Still:
    """Return the drawing of events by calendar bins."""
    table = np.array([
        (n, begin(event), until(event), shown.of(event.source, event.target, event.quad),
         kind(event.quad))
        for n, event in enumerate(events)
    ], dtype=np.int64)  # fmt: skip
    edges = bins(scale.first, scale.last, BARS).edges
    counts = density(table, len(shown.names)).counts(list(edges))
    most = counts.sum(axis=1).max(axis=1)
    per = (ROOM - len(most) * LEAST) / max(float(most.sum()), 1)
    sizes = [LEAST + float(one) * per for one in most]
    sizes[1] = sizes[1] if most[1] or shown.names[1] else 0.0
    upper, lower = TOP + sizes[0], TOP + sizes[0] + sizes[1]
    made = []
    for n, (edge, after) in enumerate(pairwise(edges)):
        left, right = max(scale.x(edge), 0), min(scale.x(after), WIDTH)
        for lane, name in enumerate(shown.names):
            done = 0.0
            for what, count in zip(KINDS, counts[lane, :, n], strict=True):
                if count < 1 / WIDTH:
                    continue
                high = max(float(count) * per, 1)
                y = (upper - done - high, upper + 2 + done, lower + done)[lane]
                words = f"{said(edge)}, {name or 'neither'}: {count:.3g} {what}"
                made.append(Bar(what, left, round(y, 1), round(max(right - left - 1, 1), 1),
                                round(high, 1), words))  # fmt: skip
                done += high
    return framed(sizes, shown, scale, bars=tuple(made))


def framed(
    sizes: Sequence[float],
    shown: Lanes,
    scale: Scale,
    marks: tuple[Mark, ...] = (),
    bars: tuple[Bar, ...] = (),
) -> Still:
    """Return a drawing with what is around its marks or bars."""
    upper, bottom = TOP + sizes[0], TOP + sum(sizes)
    lines = (round(upper, 1), round(upper + sizes[1], 1))
    return Still(
        round(bottom + AXIS, 1), round(bottom, 1), shown.names, lines, ticks(scale), marks, bars
    )


def ticks(scale: Scale) -> tuple[tuple[float, str], ...]:
    """Return where days, months or years begin, and how they are called."""
    most = WIDTH // LABEL
    made = bins(scale.first, scale.last, 3 * most)
    inside = [day for day in made.edges if scale.first <= day <= scale.last]
    long = made.unit in {"year", "decade", "century"}
    return tuple((scale.x(day), said(day, year=long)) for day in inside[:: -(-len(inside) // most)])


def said(day: int, *, year: bool = False) -> str:
    """Return an ordinal as a year, the first of a month as that, any other as a day."""
    date = dt.date.fromordinal(min(max(day, 1), dt.date.max.toordinal()))
    if year:
        return str(date.year)
    month = f"{MONTHS[date.month - 1]} {date.year}"
    return month if date.day == 1 else f"{date.day} {month}"
