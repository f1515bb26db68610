"""The cheap first pass, between reading and parsing: skip reports in which no two parties meet.

It knows names only, by the automaton over the tables that the full pass uses too, and never
loads a parser. What it skips is listed like all that is left out, but is no failure.
"""

from collections.abc import Iterable, Iterator

from dateline.errors import InputError
from dateline.model import LeftOut, Report
from dateline.sift.parties import parties

__all__ = ["keep", "sifted"]

PAIR = 2


def keep(report: Report) -> LeftOut | None:
    """Return None where a report may tell of two parties, or why it is left out (D221)."""
    found = parties(report.text, report.published)
    if len(found) >= PAIR:
        return None
    detail = f"only {', '.join(found)}" if found else "none"
    return LeftOut(item=report.key, reason=InputError("D221", report.key, detail).line())


def sifted(items: Iterable[Report | LeftOut]) -> Iterator[Report | LeftOut]:
    """Yield what was read, with a LeftOut for each report that the first pass skips."""
    for item in items:
        yield item if isinstance(item, LeftOut) else keep(item) or item
