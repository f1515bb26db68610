"""All that is known of a report when its events are read."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.base import PlaceRef
from dateline.extract.events.discourse import Talk
from dateline.extract.events.resolve import Resolver
from dateline.extract.statements import StatementIndex
from dateline.model import Report, Time
from dateline.parse.words import Parsed


@dataclass(slots=True)
class Page:
    """A parsed report, what the other extractors found in it, and its talk so far.

    `proposes`: whether the trained classifier adds acts that no rule tells.
    """

    doc: Parsed
    report: Report
    resolver: Resolver
    places: Sequence[PlaceRef]
    times: list[Time]
    statements: StatementIndex
    talk: Talk
    proposes: bool = True
