"""What is drawn of an event, where a window has few enough of them to draw each."""

import re
from typing import Any

from dateline.model import Event
from dateline.store import reports
from dateline.store.database import Database
from dateline.web.drawing.lanes import Lanes
from dateline.web.words import word

HOURS = frozenset({"second", "minute", "hour", "daypart"})
CLOCK = re.compile(r"T(\d\d(?::\d\d)?|MO|MI|AF|EV|NI)")


def mark(db: Database, event: Event, lanes: Lanes) -> dict[str, Any]:
    """Return what the drawing shows of an event.

    `end` is None where it is open; `clock` is a time of day: "13:30", or MO, MI, AF, EV, NI
    (TIMEX3's parts of the day), or empty.
    """
    return {
        "id": event.id,
        "start": event.start.isoformat() if event.start else None,
        "end": event.end.isoformat() if event.end else None,
        "granularity": event.precision,
        "clock": clock(db, event) if event.precision in HOURS else "",
        "lane": lanes.of(event.source, event.target, event.quad),
        "quad": event.quad,
        "type": word("type", event.event_type),
        "status": event.status,
        "headline": event.headline,
        "grade": word("credibility", event.grade.credibility),
        "voices": event.voices,
    }


def clock(db: Database, event: Event) -> str:
    """Return the time of day that the event's mentions give first, or nothing."""
    for mention in reports.mentions(db, event.mentions):
        found = CLOCK.search(mention.time.timex_value) if mention.time else None
        if found:
            return found[1]
    return ""
