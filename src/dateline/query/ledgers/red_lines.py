"""Red lines: what is declared off limits, what is threatened, and how it was crossed since.

A red line is a demand that protects something, or a threat that says on what condition or whom it
is to defend, and what it protects or what exactly will follow: "we will respond" alone is none.
"""

import datetime as dt
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

import msgspec

from dateline.data import table, values
from dateline.link.words import stems
from dateline.model import Event, Noun
from dateline.query.ledgers import protected as guarded
from dateline.query.ledgers.common import (
    names_of,
    of_type,
    parties_of,
    sectors_of,
    shifted,
    topic,
    values_of,
)
from dateline.query.ledgers.gathered import by_side, chosen
from dateline.query.ledgers.incidents import Incident, incidents_of
from dateline.query.ledgers.speaking import may_be_lines
from dateline.query.ledgers.words import beginnings, stems_of
from dateline.query.query import Query
from dateline.query.timeline import timeline
from dateline.store.database import Database

# A demand and the threat that goes with it are uttered together: same day, or reported the next.
TOGETHER = dt.timedelta(days=2)
# A demand that covers critical infrastructure as such covers each of its sectors.
ALL = "CRITICAL_INFRASTRUCTURE"
# Words by which a condition points back to what was asked for.
BACK = re.compile(r"\b(?:this|that|these|those|such|so|them)\b", re.IGNORECASE)
TYPES, FORCE = ("REQUEST", "THREATEN"), ("COERCE", "ASSAULT")
# A list of what is off limits may be told as a thing that is handed over.
HANDED = "COOPERATE"
ALSO = ("happened", "ongoing", "threatened", "conditional", "planned")


class RedLine(Noun, frozen=True):
    """A demand or a conditional threat by one party toward another.

    `protected`: codes of sectors, things of `data/ledgers/protected.tsv`, parties; `threats`: the
    events that say what will follow; `also`: other events that draw the same line; `conditions`
    and `consequences`: in the words of the reports; `incidents`: later attacks on what is
    protected, `crossings`: the cyber incidents among them, each with what was done about it.
    """

    event: Event
    by: tuple[str, ...]
    toward: tuple[str, ...]
    protected: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()
    threats: tuple[Event, ...] = ()
    also: tuple[Event, ...] = ()
    incidents: tuple[Event, ...] = ()
    crossings: tuple[Incident, ...] = ()


def red_lines(db: Database, query: Query) -> list[RedLine]:
    """Return the red lines that a query asks for, by date."""
    asked = of_type(query, *TYPES, HANDED, also=ALSO)
    may_be = may_be_lines(db, chosen(db, asked))
    found = [e for e in timeline(db, asked, among=may_be) if is_red_line(e)]
    if not found:
        return []
    threats = Days(e for e in found if e.event_type == "THREATEN")
    attacks = Attacks(db, query.as_of, found)
    taken: set[str] = set()
    made = []
    for group in drawn_again(e for e in found if e.event_type != "THREATEN"):
        near_it = sorted({n for demand in group for n in threats.places(demand)})
        with_it = [threats.all[n] for n in near_it]
        with_it = [t for t in with_it if any(together(demand, t) for demand in group)]
        taken.update(t.id for t in with_it)
        made.append(draw(group, with_it, attacks))
    left = (threat for threat in threats.all if threat.id not in taken)
    made += [draw(group, group, attacks) for group in drawn_again(left)]
    made.sort(key=lambda line: (line.event.start or dt.date.max, line.event.id))
    return crossed(db, query.as_of, made if query.limit is None else made[: query.limit])


def crossed(db: Database, as_of: dt.date | None, lines: list[RedLine]) -> list[RedLine]:
    """Return red lines with the cyber incidents among the attacks that cross them."""
    attacks = {attack.id: attack for line in lines for attack in line.incidents}
    known = incidents_of(db, attacks.values(), as_of) if attacks else []
    made = []
    for line in lines:
        ids = {attack.id for attack in line.incidents}
        over = tuple(i for i in known if ids & {attack.id for attack in i.attacks})
        made.append(msgspec.structs.replace(line, crossings=over))
    return made


class Attacks:
    """The attacks that may cross some lines, by date: on who drew one, or by whom it threatens."""

    def __init__(self, db: Database, as_of: dt.date | None, lines: Iterable[Event]) -> None:
        on, by = set[str](), set[str]()
        for line in lines:
            on.update(parties_of(line.source))
            by.update(parties_of(line.target))
        ids: set[str] = set()
        for parties, side in ((on, "target"), (by, "source")):
            ids |= by_side(db, parties, side)
        asked = of_type(Query(as_of=as_of), *FORCE, also=("happened", "ongoing"))
        self.all = list(timeline(db, asked, among=sorted(ids)))
        self.of: dict[tuple[str, str], list[int]] = defaultdict(list)
        for n, attack in enumerate(self.all):
            for side, codes in (("target", attack.target), ("source", attack.source)):
                for party in parties_of(codes):
                    self.of[side, party].append(n)

    def after(self, line: Event) -> list[Event]:
        """Return those that may cross a line, by date: such as began after it was drawn."""
        if line.end is None:
            return []
        keys = [("target", party) for party in parties_of(line.source)]
        keys += [("source", party) for party in parties_of(line.target)]
        first = bisect_right(self.all, line.end, key=lambda one: one.start or dt.date.max)
        among = (self.of.get(key, ()) for key in keys)
        return [self.all[n] for n in sorted({n for one in among for n in one if n >= first})]


def is_red_line(event: Event) -> bool:
    """Tell a red line from other demands and threats."""
    if befalls_itself(event):
        return False
    condition = bool(values_of(event, "condition"))
    if event.event_type == HANDED:
        said = event.headline.lower()
        return bool(values_of(event, "sector")) and any(word in said for word in off_limits())
    if event.event_type == "REQUEST":
        return condition or bool(values_of(event, "sector"))
    named = guarded.sectors(event) or guarded.things(event) or guarded.parties(event)
    if not condition:
        return bool(named) and bool(beginnings(event.headline) & stems_of("guard"))
    return bool(named) or says_what_follows(event)


def befalls_itself(event: Event) -> bool:
    """Tell whether what will follow befalls who speaks: "Lima would come under pressure"."""
    own = frozenset().union(*map(names_of, parties_of(event.source)))
    return any(
        beginnings(said) & stems_of("suffer") and stems(" ".join(said.split()[:2])) & own
        for said in values_of(event, "consequence")
    )


@cache
def off_limits() -> tuple[str, ...]:
    """Return the words by which something is put off limits."""
    rows = (row for row in table("plover/topics") if row["topic"] == "red line")
    return tuple(word for row in rows for word in values(row["words"]))


def says_what_follows(event: Event) -> bool:
    """Tell whether a threat says what will follow, more than that there will be an answer."""
    said = stems(" ".join(values_of(event, "consequence"))) - stems_of("mere")
    names = {stem for code in (*event.source, *event.target) for stem in stems(code)}
    return bool(said - names)


class Days:
    """Events by who is their source and by their day, to be asked for those of the days beside."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self.all: list[Event] = []
        self.of: dict[tuple[tuple[str, ...], dt.date], list[int]] = defaultdict(list)
        for event in events:
            self.add(event)

    def add(self, event: Event) -> None:
        """Add an event; one without a day is near no other."""
        if event.start:
            self.of[parties_of(event.source), event.start].append(len(self.all))
        self.all.append(event)

    def places(self, event: Event) -> list[int]:
        """Return the places of the events of the same source and of the same days, in order."""
        if event.start is None:
            return []
        by, reach = parties_of(event.source), TOGETHER.days
        days = {shifted(event.start, dt.timedelta(n)) for n in range(-reach, reach + 1)}
        return sorted(n for day in days for n in self.of.get((by, day), ()))


def drawn_again(events: Iterable[Event]) -> list[list[Event]]:
    """Group events that draw one line: same parties, same days, the same protected."""
    groups: list[list[Event]] = []
    first = Days()
    for event in sorted(events, key=lambda e: (-e.voices, e.id)):
        places = first.places(event)
        home = next((groups[n] for n in places if is_same(groups[n][0], event)), None)
        if home is None:
            groups.append([event])
            first.add(event)
        else:
            home.append(event)
    return groups


def is_same(one: Event, two: Event) -> bool:
    """Tell whether two demands, or two threats, draw one line."""
    ours, theirs = ({*guarded.sectors(e), *guarded.things(e)} for e in (one, two))
    asks = stems(" ".join(values_of(one, "condition"))) & stems(
        " ".join(values_of(two, "condition"))
    )
    return bool(ours & theirs or asks) and same_parties(one, two) and near(one, two)


def same_parties(one: Event, two: Event) -> bool:
    """Tell whether one party makes two demands or threats, and to the same, where told."""
    if parties_of(one.source) != parties_of(two.source):
        return False
    ours, theirs = set(parties_of(one.target)), set(parties_of(two.target))
    return not ours or not theirs or bool(ours & theirs)


def near(one: Event, two: Event) -> bool:
    """Tell whether two events are of the same days."""
    if one.start is None or two.start is None:
        return False
    return abs(one.start - two.start) <= TOGETHER


def together(demand: Event, threat: Event) -> bool:
    """Tell whether a threat goes with a demand: same parties, same days, no condition of its own.

    A condition is its own unless it points back ("violated those norms") or shares a word with
    what is demanded.
    """
    if not same_parties(demand, threat) or not near(demand, threat):
        return False
    conditions = values_of(threat, "condition")
    asked = topic(demand)
    return not conditions or any(BACK.search(c) or stems(c) & asked for c in conditions)


def draw(group: list[Event], threats: list[Event], attacks: Attacks) -> RedLine:
    """Return the red line that events draw, the first of which speaks for it."""
    event, *also = group
    all_ = list({e.id: e for e in (*group, *threats)}.values())
    by = parties_of(event.source)
    protected = (*guarded.sectors(*all_), *guarded.things(*all_), *guarded.parties(*all_))
    return RedLine(
        event=event,
        by=by,
        toward=parties_of(event.target),
        protected=protected,
        conditions=tuple(dict.fromkeys(c for e in all_ for c in values_of(e, "condition"))),
        consequences=tuple(dict.fromkeys(c for e in all_ for c in values_of(e, "consequence"))),
        threats=tuple(threats),
        also=tuple(also),
        incidents=tuple(a for a in attacks.after(event) if crosses(a, event, by, protected))
        if protected
        else (),
    )


def crosses(attack: Event, line: Event, by: tuple[str, ...], protected: tuple[str, ...]) -> bool:
    """Tell whether a later attack falls under what a red line protects.

    It hits a protected sector of who drew the line, whoever the attacker; or it is by the
    threatened party on a party that the line names.
    """
    if attack.start is None or line.end is None or attack.start <= line.end:
        return False
    hit = set(parties_of(attack.target))
    if hit & set(by) and (sectors := set(sectors_of(attack))):
        return bool(sectors & set(protected)) or ALL in protected
    by_threatened = set(parties_of(attack.source)) & set(parties_of(line.target))
    return bool(by_threatened and hit & set(protected))
