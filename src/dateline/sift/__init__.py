"""The cheap first pass, between reading and parsing: skip reports in which no two parties meet.

It knows names only, by the automaton over the tables that the full pass uses too, and never
loads a parser. What it skips is listed like all that is left out, but is no failure.
"""

import datetime as dt

from dateline.errors import InputError
from dateline.extract.actors.states import kin
from dateline.model import LeftOut, Report
from dateline.sift.parties import Named, named
from dateline.sift.topic import beside

__all__ = ["check", "keep"]

# Two parties meet where they are named within so many code points. Events with both sides that the
# full pass finds in reports that are skipped, of 433 in the example corpus, 585 in 660 articles
# and 756 in 5,000 entries of a chronicle: with 200 or more none, with 150 four, with 100 nineteen.
# Without a bound, 4 of 100 articles more are kept.
REACH = 300
# Parties named in a reason.
MOST_CODES = 8


def check(text: str, day: dt.date | None) -> None:
    """Check that two parties may meet in a text; `day` is that of publication.

    Raises:
        InputError: D221 where they do not.
    """
    codes: set[str] = set()
    near: list[Named] = []
    for one in named(text, day):
        near = [other for other in near if one.at - other.at <= REACH]
        if any(two(one, other) for other in near):
            topic = beside(text, day)
            if topic:
                raise InputError("D221", detail=f"but in {topic}")
            return
        near.append(one)
        codes.add(one.code)
    raise InputError("D221", detail=", ".join(sorted(codes)[:MOST_CODES]) or "none is named")


def two(one: Named, other: Named) -> bool:
    """Tell whether two that are named may act on each other: no two places, not one state."""
    return not (one.place and other.place) and not kin(one.code, other.code)


def keep(report: Report) -> LeftOut | None:
    """Return None where a report may tell of two parties, or why it is left out."""
    try:
        check(report.text, report.published)
    except InputError as error:
        placed = InputError(error.code, report.key, error.detail)
        return LeftOut(item=report.key, reason=placed.line())
    return None
