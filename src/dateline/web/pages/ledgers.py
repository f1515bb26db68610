"""The ledgers: agreements, red lines, incidents, and who said what."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Any, TypeVar

from dateline.data import table
from dateline.query import Record
from dateline.web.ask import Ask
from dateline.web.memo import remembered
from dateline.web.pages.filters import known
from dateline.web.pages.paging import pages
from dateline.web.pages.titles import heading
from dateline.web.render import Page

Item = TypeVar("Item")
# Statements and agreements have many words each: so many weigh as much as a page of events.
FEW = 50


def agreements(record: Record, ask: Ask) -> Page:
    """Return the page of agreements: made, kept, open, broken; what came of those on it alone."""
    found = remembered(Record.outlines, record, ask.query)
    first = (ask.page - 1) * FEW
    items = record.followed(found[first : first + FEW], ask.query)
    states = Counter(one.state for one in items)
    return listed(record, "agreements", "Agreements", ask, items, len(found), states=states)


def red_lines(record: Record, ask: Ask) -> Page:
    """Return the page of red lines: what is protected, what is threatened, incidents since."""
    found = remembered(Record.red_lines, record, ask.query)
    return ledger(record, "red-lines", "Red lines", ask, found)


def incidents(record: Record, ask: Ask) -> Page:
    """Return the page of incidents: victim, sector, accused, denied, response."""
    found = remembered(Record.cases, record, ask.query)
    first = (ask.page - 1) * FEW
    items = record.cases_answered(found._replace(cases=found.cases[first : first + FEW]), ask.query)
    bases = {row["code"]: row["description"] for row in table("ledgers/attribution")}
    return listed(record, "incidents", "Incidents", ask, items, len(found.cases), bases=bases)


def accusations(record: Record, ask: Ask) -> Page:
    """Return the page of accusations, each with what denies it."""
    found = remembered(Record.accusing, record, ask.query)
    first = (ask.page - 1) * FEW
    items = record.answered(found[first : first + FEW], ask.query)
    return listed(record, "accusations", "Accusations", ask, items, len(found))


def ledger(
    record: Record, name: str, label: str, ask: Ask, found: Sequence[Item], **more: Any
) -> Page:
    """Return a page of a ledger that is all there."""
    first = (ask.page - 1) * FEW
    return listed(record, name, label, ask, found[first : first + FEW], len(found), **more)


def listed(
    record: Record, name: str, label: str, ask: Ask, items: Sequence[Item], total: int, **more: Any
) -> Page:
    """Return a page of a ledger with its items, of so many in all."""
    title = heading(ask.query, "")
    return Page(f"{name}.html", f"{label}: {title}" if title else label, {
        "heading": label,
        "asked": title,
        "total": total,
        "pages": pages(ask.page, total, FEW),
        "items": items,
        "facets": (),
        "known": known(record),
        **more,
    }, name)  # fmt: skip


def statements(record: Record, ask: Ask) -> Page:
    """Return the page of who said what; it is not known how many pages follow."""
    first = (ask.page - 1) * FEW
    found = list(islice(record.statements(ask.query), first, first + FEW + 1))
    rows = (ask.page if len(found) <= FEW else ask.page + 1) * FEW
    title = heading(ask.query, "")
    return Page("statements.html", f"Statements: {title}" if title else "Statements", {
        "heading": "Statements",
        "asked": title,
        "total": None,
        "pages": pages(ask.page, rows, FEW),
        "items": found[:FEW],
        "facets": (),
        "known": known(record),
    }, "statements")  # fmt: skip
