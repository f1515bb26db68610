"""The incidents of a record made of all its events at once: what the indexed way must equal."""

from dateline.query.ledgers.cases import add_answers, found
from dateline.query.ledgers.common import values_of


def gather(events, sources):
    """Return the incidents that all events tell of, with what answers them."""
    events = list(events)
    cases = found(events, sources)
    placed = {event.id for case in cases for event in case.main()}
    rest = [e for e in events if e.id not in placed and not values_of(e, "incident")]
    add_answers(cases, rest, events, sources)
    return cases
