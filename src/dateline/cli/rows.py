"""Ledger items as rows, as cells of a CSV, and as lines for people."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.cli.output import Row
from dateline.publish.csv import COLUMNS, flat

if TYPE_CHECKING:
    from dateline.model import Event
    from dateline.query import Record
    from dateline.query.ledgers import Agreement, Incident, RedLine, Said


AGREEMENTS = (*COLUMNS, "state", "steps", "breaches")
RED_LINES = (
    *COLUMNS, "by", "toward", "protected", "conditions", "consequences", "threats", "incidents",
)  # fmt: skip
INCIDENTS = (
    "name", "start", "end", "victims", "sectors", "accused", "attacks", "accusations", "denials",
    "responses",
)  # fmt: skip
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
    if isinstance(value, dict) and "content" in value:
        return f"{value['speaker']}: {value['content']}"
    if isinstance(value, dict):
        return f"{value['start'] or 'undated'} {value['id']}: {value['headline']}"
    return "-".join(str(v) for v in value) if isinstance(value, list) else str(value)


def brief(event: "Event") -> Row:
    """Return an event as another item refers to it."""
    return {
        "id": event.id,
        "start": event.start.isoformat() if event.start else None,
        "type": event.event_type,
        "source": list(event.source),
        "target": list(event.target),
        "headline": event.headline,
    }


def briefs(events: "tuple[Event, ...]") -> list[Row]:
    """Return events as others refer to them."""
    return [brief(event) for event in events]


def agreement_row(record: "Record", item: "Agreement") -> Row:
    """Return an agreement as a row."""
    from dateline.publish import row

    return {
        **row(record, item.event),
        "state": item.state,
        "steps": briefs(item.steps),
        "breaches": briefs(item.breaches),
    }


def red_line_row(record: "Record", item: "RedLine") -> Row:
    """Return a red line as a row."""
    from dateline.publish import row

    return {
        **row(record, item.event),
        "by": list(item.by),
        "toward": list(item.toward),
        "protected": list(item.protected),
        "conditions": list(item.conditions),
        "consequences": list(item.consequences),
        "threats": briefs(item.threats),
        "incidents": briefs(item.incidents),
    }


def incident_row(_record: "Record", item: "Incident") -> Row:
    """Return an incident as a row; each accusation with the denials that answer it."""
    from dateline.query.ledgers.incidents import denied_by

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
    }


def said_row(_record: "Record", item: "Said") -> Row:
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


def answer_row(item: "Said") -> Row:
    """Return a denial as the accusation that it answers shows it."""
    said = item.statement
    return {
        "report": item.report,
        "published": item.published.isoformat() if item.published else None,
        "speaker": item.speaker,
        "code": said.speaker.code if said.speaker else None,
        "content": item.content,
    }


def under(label: str, events: list[Row]) -> list[str]:
    """Return the lines of events that belong to an item."""
    return [f"    {label}: {e['start'] or 'undated'} {e['id']} {e['headline']}" for e in events]


def listed(item: Row, *names: str) -> list[str]:
    """Return the lines of those lists that are not empty."""
    return [f"    {name}: {'; '.join(item[name])}" for name in names if item[name]]


def agreement_line(item: Row) -> str:
    """Return an agreement for people."""
    who = " with ".join(item["source"])
    head = f"{item['start'] or 'undated':<11} {item['id']}  {item['state']}  {who}"
    steps = under("then", item["steps"]) + under("breach", item["breaches"])
    return "\n".join([head, f"    {item['headline']}", *steps])


def red_line_line(item: Row) -> str:
    """Return a red line for people."""
    sides = f"{', '.join(item['by'])} -> {', '.join(item['toward']) or '?'}"
    lines = [f"{item['start'] or 'undated':<11} {item['id']}  {sides}", f"    {item['headline']}"]
    lines += listed(item, "protected", "conditions", "consequences")
    threats = [threat for threat in item["threats"] if threat["id"] != item["id"]]
    return "\n".join([*lines, *under("threat", threats), *under("since", item["incidents"])])


def incident_line(item: Row) -> str:
    """Return an incident for people."""
    lines = [f"{item['start'] or 'undated':<11} {item['name']}"]
    lines += listed(item, "victims", "sectors", "accused")
    for label in ("attacks", "accusations", "denials", "responses"):
        lines += under(label.removesuffix("s"), item[label])
    return "\n".join(lines)


def said_line(item: Row) -> str:
    """Return a statement for people."""
    code = f" [{item['code']}]" if item["code"] else ""
    content = " ".join(item["content"].split())
    answers = "".join(
        f"\n            denied by {one['speaker']}: {' '.join(one['content'].split())}"
        for one in item["denials"]
    )
    return (
        f"{item['published'] or 'undated':<11} {item['speaker'] or 'unnamed'}{code} "
        f"{item['cue']} ({item['kind']}): {content}\n            {item['report']}{answers}"
    )


class View(NamedTuple):
    """How a ledger's items are shown: as rows, as lines for people, as columns of a CSV."""

    row: Callable[[Any, Any], Row]
    line: Callable[[Row], str]
    columns: tuple[str, ...]


LEDGERS = {
    "agreement": View(agreement_row, agreement_line, AGREEMENTS),
    "red line": View(red_line_row, red_line_line, RED_LINES),
    "incident": View(incident_row, incident_line, INCIDENTS),
    "statement": View(said_row, said_line, STATEMENTS),
}
