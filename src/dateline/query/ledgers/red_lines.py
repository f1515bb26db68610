"""Red lines: what is declared off limits, what is threatened, and incidents since."""

import datetime as dt
import re
import sqlite3

from dateline.link.words import stems
from dateline.model import Event, Noun
from dateline.query.ledgers.common import of_type, parties_of, sectors_of, topic, values_of
from dateline.query.query import Query
from dateline.query.timeline import timeline

# A demand and the threat that goes with it are uttered together: same day, or reported the next.
TOGETHER = dt.timedelta(days=2)
# A demand that covers critical infrastructure as such covers each of its sectors.
ALL = "CRITICAL_INFRASTRUCTURE"
# Words by which a condition points back to what was asked for.
BACK = re.compile(r"\b(?:this|that|these|those|such|so|them)\b", re.IGNORECASE)
TYPES = ("REQUEST", "THREATEN")
ALSO = ("happened", "ongoing", "threatened", "conditional", "planned")


class RedLine(Noun, frozen=True):
    """A demand or a conditional threat by one party toward another.

    `protected`: sectors by name; `threats`: the events that say what will follow; `conditions` and
    `consequences`: in the words of the reports; `incidents`: later cyber incidents in the
    protected sectors, or on the party's victims where no sector is named.
    """

    event: Event
    by: tuple[str, ...]
    toward: tuple[str, ...]
    protected: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()
    threats: tuple[Event, ...] = ()
    incidents: tuple[Event, ...] = ()


def red_lines(db: sqlite3.Connection, query: Query) -> list[RedLine]:
    """Return the red lines that a query asks for, by date."""
    found = [e for e in timeline(db, of_type(query, *TYPES, also=ALSO)) if is_red_line(e)]
    demands = [e for e in found if e.event_type == "REQUEST"]
    threats = [e for e in found if e.event_type == "THREATEN"]
    attacks = list(timeline(db, of_type(Query(about=("cyber",)), "COERCE", "ASSAULT")))
    taken: set[str] = set()
    made = []
    for demand in demands:
        with_it = [t for t in threats if together(demand, t)]
        taken.update(t.id for t in with_it)
        made.append(draw(demand, with_it, attacks))
    made += [draw(threat, [threat], attacks) for threat in threats if threat.id not in taken]
    made.sort(key=lambda line: (line.event.start or dt.date.max, line.event.id))
    return made if query.limit is None else made[: query.limit]


def is_red_line(event: Event) -> bool:
    """Tell a red line from other demands and threats: it protects something, or has a condition."""
    return bool(values_of(event, "sector") or values_of(event, "condition"))


def together(demand: Event, threat: Event) -> bool:
    """Tell whether a threat goes with a demand: same parties, same days, no condition of its own.

    A condition is its own unless it points back ("violated those norms") or shares a word with
    what is demanded.
    """
    if parties_of(demand.source) != parties_of(threat.source):
        return False
    if demand.target and threat.target and parties_of(demand.target) != parties_of(threat.target):
        return False
    if demand.start is None or threat.start is None:
        return False
    if abs(demand.start - threat.start) > TOGETHER:
        return False
    conditions = values_of(threat, "condition")
    asked = topic(demand)
    return not conditions or any(BACK.search(c) or stems(c) & asked for c in conditions)


def draw(event: Event, threats: list[Event], attacks: list[Event]) -> RedLine:
    """Return the red line that an event draws."""
    protected = values_of(event, "sector")
    by = parties_of(event.source)
    all_ = {e.id: e for e in (event, *threats)}.values()
    return RedLine(
        event=event,
        by=by,
        toward=parties_of(event.target),
        protected=protected,
        conditions=tuple(dict.fromkeys(c for e in all_ for c in values_of(e, "condition"))),
        consequences=tuple(dict.fromkeys(c for e in all_ for c in values_of(e, "consequence"))),
        threats=tuple(threats),
        incidents=tuple(a for a in attacks if crosses(a, event, by, protected)),
    )


def crosses(attack: Event, line: Event, by: tuple[str, ...], protected: tuple[str, ...]) -> bool:
    """Tell whether a later attack on a party's own falls under what its red line protects."""
    if attack.start is None or line.end is None or attack.start <= line.end:
        return False
    if not set(parties_of(attack.target)) & set(by):
        return False
    sectors = set(sectors_of(attack))
    return not protected or bool(sectors & set(protected)) or (bool(sectors) and ALL in protected)
