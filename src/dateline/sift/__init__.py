"""The cheap first pass, between reading and parsing: skip reports in which no two parties meet.

It knows names only, by the automaton over the tables that the full pass uses too, and never
loads a parser. What it skips is listed like all that is left out, but is no failure.
"""

import datetime as dt
from itertools import combinations

from dateline.errors import InputError
from dateline.extract.actors.states import kin
from dateline.model import LeftOut, Report
from dateline.sift.parties import parties

__all__ = ["check", "keep"]


def check(text: str, day: dt.date | None) -> None:
    """Check that two parties may meet in a text; `day` is that of publication.

    Raises:
        InputError: D221 where they do not.
    """
    found = parties(text, day)
    # A state and the one that followed it are one party.
    if not any(not kin(one, other) for one, other in combinations(found, 2)):
        raise InputError("D221", detail=f"only {', '.join(found)}" if found else "none is named")


def keep(report: Report) -> LeftOut | None:
    """Return None where a report may tell of two parties, or why it is left out."""
    try:
        check(report.text, report.published)
    except InputError as error:
        placed = InputError(error.code, report.key, error.detail)
        return LeftOut(item=report.key, reason=placed.line())
    return None
