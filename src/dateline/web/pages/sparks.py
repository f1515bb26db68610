"""Small drawings of counts, as the geometry of SVG: no script draws them."""

from collections.abc import Mapping
from typing import NamedTuple

from dateline.query.pairs import Count

# Bars of a drawing of years at most; of longer spans a bar is of several years.
BARS = 30
WIDTH, HEIGHT = 150, 24


class Spark(NamedTuple):
    """Bars above the line (cooperation) and below it (conflict) as two paths, and in words."""

    above: str
    below: str
    words: str


def spark(years: Mapping[int, Count], first: int, last: int) -> Spark:
    """Return the drawing of a pair's events by year, on a span that all pairs share."""
    step = -(-(last - first + 1) // BARS)
    slots = -(-(last - first + 1) // step)
    above, below = [0] * slots, [0] * slots
    for year, count in years.items():
        above[(year - first) // step] += count.cooperation
        below[(year - first) // step] += count.conflict
    most = max(*above, *below, 1)
    width = WIDTH / slots
    return Spark(bars(above, most, width, -1), bars(below, most, width, 1), told(years))


def bars(counts: list[int], most: int, width: float, sign: int) -> str:
    """Return bars on the middle line as one path; any count is seen, however small."""
    middle, wide = HEIGHT / 2, max(1.0, width - 1)
    made = []
    for n, count in enumerate(counts):
        if count:
            high = max(1.0, count / most * (middle - 1))
            at = f"M{n * width:.4g} {middle + sign * 0.5:g}"
            made.append(f"{at}v{sign * high:.3g}h{wide:.3g}v{-sign * high:.3g}z")
    return "".join(made)


def told(years: Mapping[int, Count]) -> str:
    """Return in words when most was told, and whether it was friendly."""
    if not years:
        return "no dated event"
    most = max(years, key=lambda year: (years[year].events, year))
    count = years[most]
    return (
        f"{min(years)} to {max(years)}, most in {most}: "
        f"{count.cooperation} of cooperation, {count.conflict} of conflict"
    )


class Split(NamedTuple):
    """Where a bar of `SPLIT` is cut: width of cooperation, start and width of conflict."""

    cooperation: float
    start: float
    conflict: float


SPLIT = 40


def split(count: Count) -> Split:
    """Return how a bar is shared out between cooperation and conflict."""
    both = count.cooperation + count.conflict
    if not both:
        return Split(0, SPLIT, 0)
    width = round(SPLIT * count.cooperation / both, 1)
    return Split(width, width, round(SPLIT - width, 1))
