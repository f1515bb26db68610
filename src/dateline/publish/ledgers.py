"""Ledger items as rows, and as the cells of a CSV."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from dateline.model import Event
from dateline.publish.base import Row, row
from dateline.publish.csv import COLUMNS, flat
from dateline.query import Query, Record
from dateline.query.ledgers import Accusation, Agreement, Attribution, Incident, RedLine, Said
from dateline.query.ledgers.incidents import denied_by

AGREEMENTS = (*COLUMNS, "kind", "state", "also", "steps", "breaches")
RED_LINES = (
    *COLUMNS, "by", "toward", "protected", "conditions", "consequences", "threats", "also",
    "incidents", "crossings",
)  # fmt: skip
INCIDENTS = (
    "name",
    "start",
    "end",
    "victims",
    "sectors",
    "accused",
    "attacks",
    "accusations",
    "denials",
    "responses",
    "attributions",
)
ACCUSATIONS = (*COLUMNS, "by", "accused", "incidents", "denials")  # fmt: skip
STATEMENTS = (
    "report", "published", "publisher", "speaker", "code", "joint", "official", "kind", "cue",
    "content", "spans", "denials",
)  # fmt: skip


def cells(item: Row) -> Row:
    """Return an item with all that a CSV cell cannot hold as plain text."""
    whole = flat(item) if "grade" in item else item
    return {
        name: [cell(v) for v in value] if isinstance(value, list) else value
        for name, value in whole.items()
    }


def cell(value: object) -> str:
    """Return one of several values of a cell: an event in brief, a span, or a word."""
    if isinstance(value, dict) and "basis" in value:
        return f"{', '.join(value['by']) or 'report'}: {value['basis']}"
    if isinstance(value, dict) and "name" in value:
        return f"{value['start'] or 'undated'} {value['name']}"
    if isinstance(value, dict) and "content" in value:
        return f"{value['speaker']}: {value['content']}"
    if isinstance(value, dict):
        return f"{value['start'] or 'undated'} {value['id']}: {value['headline']}"
    return "-".join(str(v) for v in value) if isinstance(value, list) else str(value)


def brief(event: Event) -> Row:
    """Return an event as another item refers to it."""
    return {
        "id": event.id,
        "start": event.start.isoformat() if event.start else None,
        "type": event.event_type,
        "source": list(event.source),
        "target": list(event.target),
        "headline": event.headline,
    }


def briefs(events: tuple[Event, ...]) -> list[Row]:
    """Return events as others refer to them."""
    return [brief(event) for event in events]


def agreement_row(record: Record, item: Agreement) -> Row:
    """Return an agreement as a row."""
    return {
        **row(record, item.event),
        "kind": item.kind,
        "state": item.state,
        "also": briefs(item.also),
        "steps": briefs(item.steps),
        "breaches": briefs(item.breaches),
    }


def red_line_row(record: Record, item: RedLine) -> Row:
    """Return a red line as a row."""
    return {
        **row(record, item.event),
        "by": list(item.by),
        "toward": list(item.toward),
        "protected": list(item.protected),
        "conditions": list(item.conditions),
        "consequences": list(item.consequences),
        "threats": briefs(item.threats),
        "also": briefs(item.also),
        "incidents": briefs(item.incidents),
        "crossings": [crossing(one) for one in item.crossings],
    }


def crossing(item: Incident) -> Row:
    """Return a cyber incident as the red line that it crosses shows it."""
    return {
        "name": item.name,
        "start": item.start.isoformat() if item.start else None,
        "accused": list(item.accused),
        "denials": briefs(item.denials),
        "responses": briefs(item.responses),
    }


def incident_row(_record: Record, item: Incident) -> Row:
    """Return an incident as a row; each accusation with the denials that answer it."""
    return {
        "name": item.name,
        "start": item.start.isoformat() if item.start else None,
        "end": item.end.isoformat() if item.end else None,
        "victims": list(item.victims),
        "sectors": list(item.sectors),
        "accused": list(item.accused),
        "attacks": briefs(item.attacks),
        "accusations": [
            {**brief(one), "denied_by": [denial.id for denial in denied_by(one, item.denials)]}
            for one in item.accusations
        ],
        "denials": briefs(item.denials),
        "responses": briefs(item.responses),
        "attributions": [attribution(one) for one in item.attributions],
    }


def attribution(item: Attribution) -> Row:
    """Return who names whom, and on what basis."""
    return {
        "basis": item.basis,
        "by": list(item.by),
        "author": list(item.author),
        "event": item.event,
        "contested": item.contested,
    }


def accusation_row(record: Record, item: Accusation) -> Row:
    """Return an accusation as a row, with the denials that answer it."""
    return {
        **row(record, item.event),
        "by": list(item.by),
        "accused": list(item.accused),
        "incidents": list(item.incidents),
        "denials": briefs(item.denials),
    }


def said_row(_record: Record, item: Said) -> Row:
    """Return a statement as a row."""
    said = item.statement
    return {
        "report": item.report,
        "published": item.published.isoformat() if item.published else None,
        "publisher": item.publisher,
        "speaker": item.speaker,
        "code": said.speaker.code if said.speaker else None,
        "joint": [actor.code for actor in said.joint],
        "official": said.official,
        "kind": said.kind,
        "cue": said.cue,
        "content": item.content,
        "spans": [[span.start, span.end] for span in said.content_spans],
        "denials": [answer_row(denial) for denial in item.denials],
    }


def answer_row(item: Said) -> Row:
    """Return a denial as the accusation that it answers shows it."""
    said = item.statement
    return {
        "report": item.report,
        "published": item.published.isoformat() if item.published else None,
        "speaker": item.speaker,
        "code": said.speaker.code if said.speaker else None,
        "content": item.content,
    }


class Ledger(NamedTuple):
    """What a ledger holds, as rows, and as columns of a CSV."""

    items: Callable[[Record, Query], Iterable[Any]]
    row: Callable[[Record, Any], Row]
    columns: tuple[str, ...]


LEDGER = {
    "agreements": Ledger(Record.agreements, agreement_row, AGREEMENTS),
    "red-lines": Ledger(Record.red_lines, red_line_row, RED_LINES),
    "incidents": Ledger(Record.incidents, incident_row, INCIDENTS),
    "accusations": Ledger(Record.accusations, accusation_row, ACCUSATIONS),
    "statements": Ledger(Record.statements, said_row, STATEMENTS),
}


def rows(record: Record, query: Query, kind: str) -> Iterator[Row]:
    """Yield the items of a ledger as rows."""
    ledger = LEDGER[kind]
    for item in ledger.items(record, query):
        yield ledger.row(record, item)
