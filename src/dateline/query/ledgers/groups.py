"""Groups of tellings of one agreement, found by the months in which they were made."""

import datetime as dt
from collections import defaultdict

from dateline.query.ledgers.common import shifted
from dateline.query.ledgers.tellings import Telling

# Reports of one agreement differ by a day: the day it was made and the day it was told.
NEAR = dt.timedelta(days=1)
# A telling made at some time in more months than these is compared with all: such are few.
MONTHS = 36


class Groups:
    """The groups of one pair of parties: a telling is compared with those of its days only."""

    def __init__(self) -> None:
        self.all: list[list[Telling]] = []
        self.of_month: dict[int, set[int]] = defaultdict(set)
        self.wide: set[int] = set()

    def add(self, one: Telling, number: int | None = None) -> None:
        """Add a telling to a group, or to a new one."""
        if number is None:
            number = len(self.all)
            self.all.append([])
        self.all[number].append(one)
        span = months(one)
        if len(span) > MONTHS:
            self.wide.add(number)
        else:
            for month in span:
                self.of_month[month].add(number)

    def near(self, one: Telling) -> list[int]:
        """Return, in their order, the groups with a telling that may be of the same day."""
        span = months(one)
        if len(span) > MONTHS:
            return list(range(len(self.all)))
        found = set(self.wide) if span else set()
        return sorted(found.union(*(self.of_month[month] for month in span)))


def months(one: Telling) -> range:
    """Return the months in which a telling may have been made, with those of the days beside."""
    if one.made is None:
        return range(0)
    first, last = shifted(one.made[0], -NEAR), shifted(one.made[1], NEAR)
    return range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
