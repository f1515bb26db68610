"""Which events belong to one cyber incident.

An incident is known by its name, by what was attacked, or by nothing but an accusation. Events that
name it are its own. An attack, an accusation or an answer without a name goes with the incident
that its sentence tells of, or that its report is news of: with the attacker or the victim in
common, and in words that speak of an attack.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from heapq import heapify, heappop, heappush

from dateline.model import Event
from dateline.query.ledgers import matters
from dateline.query.ledgers.case import RESPONSES, Case, is_accusation, is_attack, put
from dateline.query.ledgers.common import MANY, day, parties_of, sectors_of, shifted, values_of
from dateline.query.ledgers.denials import is_denial
from dateline.query.ledgers.sources import Sources
from dateline.query.ledgers.words import beginnings, stems_of

# Attacks by one on one within so many days, and accusations of them, are one incident; within
# weeks where they share words.
SAME, NEAR = dt.timedelta(days=3), dt.timedelta(days=45)
# Governments name an author within three years; no incident is looked for over more months.
BLAME, MONTHS = dt.timedelta(days=1100), 40
# Answers to an incident are looked for so long after it or after the last accusation.
ANSWER = dt.timedelta(days=90)
SHARED = 2
# Words that an answer in a report of its own must share, names not counted; two are often chance.
ALIKE = 3
# What is an answer to an incident only where it speaks of one.
TALK = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID", "RETREAT", "REQUEST"})


class Cases:
    """The incidents found so far by name, report, and author and month: few are ever compared."""

    def __init__(self, cases: Iterable[Case] = ()) -> None:
        self.all: list[Case] = []
        self.by: dict[tuple[str, str], dict[int, Case]] = defaultdict(dict)
        for case in cases:
            self.add(case)

    def add(self, case: Case) -> None:
        """Add an incident."""
        self.all.append(case)
        keys = {("name", case.name)} - {("name", "")}
        keys |= {("report", key) for event in case.sure() for key in event.reports}
        for key in sorted(keys):
            self.by[key][id(case)] = case
        for event in case.main():
            self.note(case, event)

    def note(self, case: Case, event: Event) -> None:
        """Note what an attack or an accusation lets its incident be found by."""
        for key in event.reports:
            self.by["report", key][id(case)] = case
        for party in authored(author_of(event), event.start, event.end):
            self.by[party][id(case)] = case

    def near(self, *keys: tuple[str, str]) -> list[Case]:
        """Return the incidents that any of some keys finds, each once, in the order of the keys."""
        return list({n: case for key in keys for n, case in self.by.get(key, {}).items()}.values())


def found(events: Iterable[Event], sources: Sources) -> list[Case]:
    """Return the incidents that events tell of, without what answers them in other words."""
    events = sorted(events, key=day)
    cases = Cases(named(events))
    rest = [event for event in events if not values_of(event, "incident")]
    for role in (is_attack, is_accusation):
        for event in rest:
            if role(event) and tells_of_intrusion(event, sources):
                case = case_of(event, cases, sources)
                put(case, event)
                cases.note(case, event)
    return settled(cases.all)


def add_answers(
    found: list[Case],
    events: Iterable[Event],
    naming: Iterable[Event],
    sources: Sources,
    beside: Callable[[Event], Iterable[Event]] = lambda _: (),
) -> None:
    """Add to incidents the events that answer them, and the denials of several that name them.

    `beside`: the other events that the reports of an accusation tell of; when it is found to be of
    an incident, those after it may be too.
    """
    cases = Cases(found)
    called = any(case.name for case in found)

    def near(event: Event) -> list[Case]:
        return cases.near(*keys_of(event, sources, called=called))

    among = [(day(event), event, near(event)) for event in events]
    # What will be asked of them is read at once.
    sources.read(event for case in found for event in case.sure())
    sources.read(event for _, event, near_it in among if any(fits(event, c) for c in near_it))
    heapify(among)
    while among:
        at, event, near_it = heappop(among)
        taken = [case for case in near_it if goes_with(event, case, sources)]
        for case in taken:
            put(case, event)
        if taken and is_accusation(event):
            for other in beside(event):
                if day(other) > at:
                    heappush(among, (day(other), other, near(other)))
    add_summaries(found, [event for event in sorted(naming, key=day) if is_summary(event)])


def keys_of(event: Event, sources: Sources, *, called: bool) -> list[tuple[str, str]]:
    """Return the keys of the incidents that an event may answer; `called`: some have a name."""
    keys = [("report", key) for key in event.reports]
    if called:
        keys += sorted(("name", name) for name in sources.subjects(event))
    if event.start:
        keys += authored(event.target, shifted(event.start, -ANSWER), event.start)
    return keys


def named(events: Iterable[Event]) -> list[Case]:
    """Return the incidents that events name, with these events."""
    cases: dict[str, Case] = {}
    for event in events:
        if not is_summary(event):
            for name in values_of(event, "incident"):
                put(cases.setdefault(name, Case(name)), event)
    return list(cases.values())


def is_summary(event: Event) -> bool:
    """Tell whether an event denies several incidents at once."""
    return len(values_of(event, "incident")) > 1 and is_denial(event)


def add_summaries(cases: list[Case], denials: list[Event]) -> None:
    """Add denials of several incidents: they say nothing new where the party's own is known."""
    for case in cases:
        known = {party for denial in case.denials for party in parties_of(denial.source)}
        for event in denials:
            new = not known & set(parties_of(event.source))
            if new and case.name in values_of(event, "incident"):
                put(case, event)


def settled(cases: list[Case]) -> list[Case]:
    """Return the cases, where answers that name one go to the unnamed one that they fit."""
    made = [case for case in cases if case.main()]
    for case in cases:
        if not case.main():
            answers = [*case.responses, *case.denials]
            fitting = (
                other
                for other in made
                if not other.name and any(fits(event, other) for event in answers)
            )
            home = next(fitting, None)
            if home is None:
                made.append(case)
            else:
                home.name = case.name
                for event in answers:
                    put(home, event)
    return made


def tells_of_intrusion(event: Event, sources: Sources) -> bool:
    """Tell whether any sentence of an event speaks of an attack on computers."""
    if event.mode == "cyber":
        return True
    said = sources.said(event)
    one = not matters.found("rate", said)  # "tens of thousands of attacks a day" are no incident
    return one and bool(event.target and matters.found("intrusion", said))


def case_of(event: Event, cases: Cases, sources: Sources) -> Case:
    """Return the incident that an attack or an accusation without a name tells of, or a new one."""
    about = sources.subjects(event) if is_accusation(event) else set()
    before = BLAME if is_accusation(event) else NEAR
    first = event.start and shifted(event.start, -before)
    last = event.start and shifted(event.end or event.start, NEAR)
    near = cases.near(
        *(("report", key) for key in event.reports),
        *(("name", name) for name in sorted(about)),
        *authored(author_of(event), first, last),
    )
    likes = [likeness(event, case, about, sources) for case in near]
    if max(likes, default=0):
        return near[likes.index(max(likes))]
    free = {name for name in about if not cases.near(("name", name))}
    case = Case(min(free, default=""))
    cases.add(case)
    return case


def concerns(event: Event, case: Case) -> bool:
    """Tell whether an event's sides have to do with an incident: who did it, or who was hit."""
    by, to = set(parties_of(event.source)), set(parties_of(event.target))
    return bool(to & case.authors() or by & case.concerned()) or not case.main()


@lru_cache(MANY)
def authored(
    codes: tuple[str, ...], first: dt.date | None, last: dt.date | None
) -> tuple[tuple[str, str], ...]:
    """Return the keys of incidents by some actors in the months from a day to another."""
    if first is None:
        return ()
    count = min(MONTHS, (last.year - first.year) * 12 + last.month - first.month) if last else 0
    months = [divmod(first.year * 12 + first.month - 1 + n, 12) for n in range(count + 1)]
    return tuple(
        (party, f"{year:04}-{month + 1:02}")
        for party in parties_of(codes)
        for year, month in months
    )


def author_of(event: Event) -> tuple[str, ...]:
    """Return who an attack is by, or whom an accusation names."""
    return event.target if is_accusation(event) else event.source


def likeness(event: Event, case: Case, about: set[str], sources: Sources) -> int:
    """Return how much tells that an event is of an incident; 0 for nothing.

    Its sentence most, then what its report is about, then that both are news of one report, then
    the parties, days, sector and words.
    """
    told = sources.sentences(event)
    if any(told & sources.sentences(other) for other in case.main()):
        return 1000
    if case.name in about and concerns(event, case):
        return 500
    accuses = is_accusation(event)
    if not set(parties_of(author_of(event))) & case.authors():
        return 0
    found = 0
    for other in case.main():
        shared = len(sources.words(event) & sources.words(other))
        together = [key for key in event.reports if key in other.reports]
        if any(sources.is_news(k, event) and sources.is_news(k, other) for k in together):
            found = max(found, 200 + shared)
        elif accuses == is_accusation(other):
            found = max(found, is_again(event, other, shared) * (100 + shared))
        elif accuses:
            found = max(found, is_blamed(event, other, shared) * shared)
    return found


def is_again(one: Event, two: Event, shared: int) -> bool:
    """Tell whether two attacks, or two accusations, are one: same parties, same days or words."""
    if one.start is None or two.start is None:
        return False
    ours, theirs = ((e.source if is_accusation(e) else e.target) for e in (one, two))
    if not set(parties_of(ours)) & set(parties_of(theirs)):
        return False
    apart = max(one.start, two.start) - min(one.end or one.start, two.end or two.start)
    return apart <= SAME or (apart <= NEAR and shared >= SHARED)


def is_blamed(accusation: Event, attack: Event, shared: int) -> bool:
    """Tell whether an accusation is of an earlier attack: by the sector hit, and shared words."""
    if accusation.start is None or attack.start is None:
        return False
    if not dt.timedelta(0) <= accusation.start - attack.start <= BLAME:
        return False
    sector = set(sectors_of(accusation)) & set(sectors_of(attack))
    return shared >= (SHARED if sector else 2 * SHARED)


def goes_with(event: Event, case: Case, sources: Sources) -> bool:
    """Tell whether an accusation, a denial or a response without a name goes with an incident."""
    if not fits(event, case):
        return False
    if event.event_type in TALK and not speaks_of_it(event, sources):
        return False
    if case.name and case.name in sources.subjects(event):
        return True
    told = sources.sentences(event)
    if any(told & sources.sentences(other) for other in case.sure()):
        return True
    if speaks_of_it(event, sources):
        words = sources.words(event, names=False)
        if any(len(words & sources.words(e, names=False)) >= ALIKE for e in case.main()):
            return True
    return any(
        sources.is_news(key, event) and sources.is_news(key, other)
        for other in case.sure()
        for key in event.reports
        if key in other.reports
    )


def speaks_of_it(event: Event, sources: Sources) -> bool:
    """Tell whether any sentence of an event speaks of an attack, or of "the matter"."""
    return speaks(sources.sentences(event))


@lru_cache(MANY)
def speaks(told: frozenset[tuple[str, int, str]]) -> bool:
    """Tell whether any of some sentences speaks of an attack, or of "the matter"."""
    said = " ".join(sentence for *_, sentence in sorted(told))
    return bool(matters.found("intrusion", said) or beginnings(said) & stems_of("attack"))


def fits(event: Event, case: Case) -> bool:
    """Tell whether an event's parties and days are those of an answer to an incident."""
    first, last = case.sides().first, case.sides().last
    if event.start is None or first is None or last is None or (event.end or event.start) < first:
        return False
    by, to = set(parties_of(event.source)), set(parties_of(event.target))
    if event.start - last > ANSWER:
        return False
    if is_denial(event):
        states = {party for party in case.authors() if " " not in party}
        return bool(by & states) if states else not by & case.concerned()
    if is_accusation(event):
        claim = beginnings(event.headline) & stems_of("claim", "attack")
        return bool(to & case.authors()) and bool(claim or event.mode == "allege")
    return event.start >= first and bool(by & case.concerned()) and event.event_type in RESPONSES
