"""Which events deny a claim, and which accusation a denial answers."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable

from dateline.link.words import stems
from dateline.model import Event
from dateline.query.ledgers.common import day as day_of
from dateline.query.ledgers.common import parties_of, shifted, values_of
from dateline.query.ledgers.words import beginnings, stems_of

# Answers in another report came within a week in the example corpus; weeklies need a fortnight.
REACH = dt.timedelta(days=14)
# Of an election or a poison that was accused once it is denied for years.
NARROW, LATE = frozenset({"election", "cbrn"}), dt.timedelta(days=1100)
# In one report they are of one matter where they lie so close.
NEAR = dt.timedelta(days=60)
# Stems that an answer in another report must share with what it answers; one may be chance.
SHARED = 2
# A denial of no day within so many months is looked at for each accusation: such are few.
MONTHS, ALWAYS = 40, "always"
NAME = re.compile(r"\b[A-Z][\w.'’-]*")


def is_denial(event: Event) -> bool:
    """Tell whether an event denies what somebody claims, rather than refuses or blames."""
    if event.event_type not in {"ACCUSE", "REJECT"}:
        return False
    words = beginnings(" ".join((event.headline, *values_of(event, "about"))))
    if event.event_type == "ACCUSE":
        # "He called the reports baseless": the claim, not the verb of accusing, makes it one.
        claim = words & (stems_of("claim") - stems_of("accuse"))
        return event.mode != "allege" and bool(claim and words & stems_of("false"))
    if words & stems_of("habit"):
        return False  # "routinely denies" answers nothing in particular
    waved = words & stems_of("wave") and words & stems_of("claim")
    return bool(waved or words & stems_of("deny", "part", "false"))


def answers(denial: Event, accusation: Event) -> bool:
    """Tell whether a denial by the accused answers an accusation: to the accuser, of the matter."""
    if not is_after(denial, accusation):
        return False
    by, to = set(parties_of(denial.source)), set(parties_of(denial.target))
    accusers, accused = (set(parties_of(side)) for side in (accusation.source, accusation.target))
    if accusers & by or not accused & by or (to and not to & accusers):
        return False
    named, here = set(values_of(accusation, "incident")), set(values_of(denial, "incident"))
    if named and here:
        return bool(named & here)
    shared = len(common(denial) & common(accusation))
    alike = shared >= SHARED
    if set(denial.reports) & set(accusation.reports):
        return alike or (accusation.mode == "allege" and is_within(denial, accusation, NEAR))
    if shared and set(denial.contexts) & set(accusation.contexts) & NARROW:
        return is_within(denial, accusation, LATE)
    return alike and is_within(denial, accusation, REACH)


def common(event: Event) -> frozenset[str]:
    """Return the stems of what an event tells, names left out: both sides' stand in both."""
    said = " ".join((event.headline, *values_of(event, "about")))
    return stems(NAME.sub(" ", said))


def is_after(denial: Event, accusation: Event) -> bool:
    """Tell whether a denial is not before an accusation."""
    last = denial.end or denial.start
    return accusation.start is not None and last is not None and last >= accusation.start


def is_within(denial: Event, accusation: Event, time: dt.timedelta) -> bool:
    """Tell whether a denial came within some time of an accusation."""
    if denial.start is None or accusation.start is None:
        return False
    return denial.start - accusation.start <= time


class Denials:
    """Denials, to be asked for those that answer an accusation.

    They are found by who denies, and by the incident named, the report, or the months.
    """

    def __init__(self, events: Iterable[Event]) -> None:
        self.by: dict[tuple[str, str], list[Event]] = defaultdict(list)
        for event in events:
            keys = [("report", key) for key in event.reports]
            keys += [("incident", "") for _ in values_of(event, "incident")[:1]]
            months = months_of(event.start, event.end)
            keys += [("", month) for month in months]
            keys += [(context, m) for context in sorted(narrow(event)) for m in months]
            for party in parties_of(event.source):
                for kind, key in keys:
                    self.by[party, f"{kind} {key}"].append(event)

    def of(self, accusation: Event) -> dict[str, Event]:
        """Return the denials that answer an accusation, by id, in the order of their dates."""
        keys = [("report", key) for key in accusation.reports]
        keys += [("incident", "") for _ in values_of(accusation, "incident")[:1]]
        if day := accusation.start:
            keys += [("", month) for month in (ALWAYS, *months_of(day, shifted(day, REACH)))]
            late = months_of(day, shifted(day, LATE))
            keys += [(context, m) for context in sorted(narrow(accusation)) for m in late]
        near = {
            denial.id: denial
            for party in parties_of(accusation.target)
            for kind, key in keys
            for denial in self.by.get((party, f"{kind} {key}"), ())
        }
        found = [denial for denial in near.values() if answers(denial, accusation)]
        return {denial.id: denial for denial in sorted(found, key=day_of)}


def narrow(event: Event) -> frozenset[str]:
    """Return the contexts of an event in which a denial is looked for longer."""
    return NARROW.intersection(event.contexts)


def months_of(first: dt.date | None, last: dt.date | None) -> tuple[str, ...]:
    """Return the months from a day to another (none: the same); of decades, one word for all."""
    if first is None:
        return ()
    last = last or first
    begin, end = (day.year * 12 + day.month for day in (first, last))
    return tuple(map(str, range(begin, end + 1))) if end - begin < MONTHS else (ALWAYS,)
