"""Titles for people: of a view, of its query."""

from dateline.query import Query
from dateline.web.dates import day
from dateline.web.words import party, spoken, word


def heading(query: Query, all_: str = "All relations") -> str:
    """Return a query as a title: `United States and Russia: cyber, from 1 Jan 2013`."""
    who = " and ".join(party(code) for code in query.between)
    if query.actor:
        who = ", ".join(filter(None, (who, party(query.actor))))
    what = [
        *(spoken(code) for code in query.about),
        *(word("type", code) for code in query.type),
        *(word("status", code) for code in query.status if code != "all"),
        *(word("credibility", code) for code in query.grade),
        *(word("quad", code) for code in query.quad),
        *([f"“{query.text}”"] if query.text else []),
        *([f"{query.min_voices} voices or more"] if query.min_voices > 1 else []),
        *filter(None, [days(query), "with what was still to come before" if query.open else ""]),
        *([f"as of {day(query.as_of)}"] if query.as_of else []),
    ]
    return ": ".join(filter(None, (who or all_, ", ".join(what))))


def days(query: Query) -> str:
    """Return the days of a query in words; nothing where it has none."""
    if query.start and query.end:
        return f"{day(query.start)} – {day(query.end)}"
    if query.start:
        return f"from {day(query.start)}"
    return f"to {day(query.end)}" if query.end else ""
