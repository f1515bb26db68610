"""The ledgers: agreements, red lines, incidents, and who said what."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Any, TypeVar

from dateline.data import table
from dateline.query import Query, Record
from dateline.query.ledgers import Accusation, Agreement, Incident
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
    items = remembered(followed, record, ask.query, ask.page)
    states = Counter(one.state for one in items)
    return listed(record, "agreements", "Agreements", ask, items, len(found), states=states)


def red_lines(record: Record, ask: Ask) -> Page:
    """Return the page of red lines: what is protected, what is threatened, incidents since."""
    found = remembered(Record.red_lines, record, ask.query)
    return ledger(record, "red-lines", "Red lines", ask, found)


def incidents(record: Record, ask: Ask) -> Page:
    """Return the page of incidents: victim, sector, accused, denied, response."""
    found = remembered(Record.cases, record, ask.query)
    items = remembered(cases, record, ask.query, ask.page)
    bases = {row["code"]: row["description"] for row in table("ledgers/attribution")}
    return listed(record, "incidents", "Incidents", ask, items, len(found.cases), bases=bases)


def accusations(record: Record, ask: Ask) -> Page:
    """Return the page of accusations, each with what denies it."""
    found = remembered(Record.accusing, record, ask.query)
    items = remembered(answered, record, ask.query, ask.page)
    return listed(record, "accusations", "Accusations", ask, items, len(found))


def followed(record: Record, query: Query, page: int) -> list[Agreement]:
    """Return the agreements of a page with what came of them."""
    return record.followed(part(remembered(Record.outlines, record, query), page), query)


def cases(record: Record, query: Query, page: int) -> list[Incident]:
    """Return the incidents of a page with what answers them."""
    found = remembered(Record.cases, record, query)
    return record.cases_answered(found._replace(cases=part(found.cases, page)), query)


def answered(record: Record, query: Query, page: int) -> list[Accusation]:
    """Return the accusations of a page with what denies them."""
    return record.answered(part(remembered(Record.accusing, record, query), page), query)


def part(found: Sequence[Item], page: int) -> list[Item]:
    """Return what is on a page."""
    first = (page - 1) * FEW
    return list(found[first : first + FEW])


def ledger(
    record: Record, name: str, label: str, ask: Ask, found: Sequence[Item], **more: Any
) -> Page:
    """Return a page of a ledger that is all there."""
    return listed(record, name, label, ask, part(found, ask.page), len(found), **more)


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
