"""PLOVER's JSON (codebook, draft 2.0, "PLOVER JSON"): one event a line, under its field names."""

from collections.abc import Iterator

from dateline.link.block import party_of
from dateline.publish.base import Row, View
from dateline.publish.escape import json_text
from dateline.publish.words import grade


def export(view: View) -> Iterator[str]:
    """Yield one line of PLOVER JSON per row.

    A reciprocal event has all its parties as `actor` and as `recipient`. An event without a date
    has an empty `date`, which the codebook requires to be there.
    """
    for item in view.rows():
        yield json_text(plover(item)) + "\n"


def plover(item: Row) -> Row:
    """Return a row under PLOVER's field names."""
    return {
        "id": item["id"],
        "has_event": True,
        "date": item["start"] or "",
        "enddate": item["end"] or "",
        "actor": [entity(code) for code in item["source"]],
        "recipient": [entity(code) for code in item["target"]],
        "event": [item["type"]],
        "event_text": [e["text"] for e in item["evidence"]],
        "event_loc": {"name": item["place"]} if item["place"] else None,
        "quad_code": item["quad"],
        "event_scale": item["intensity"],
        "mode": [item["mode"]] if item["mode"] else [],
        "context": item["contexts"],
        "text": item["evidence"][0]["text"] if item["evidence"] else "",
        "text_info": [{"start": e["start"], "end": e["end"]} for e in item["evidence"]],
        "cite_info": [{"identifier": e["report"]} for e in item["evidence"]],
        "coder": "dateline",
        "comment": f"status {item['status']}; grade {grade(item)}",
    }


def entity(code: str) -> Row:
    """Return an actor's code as PLOVER's entity object."""
    party = party_of(code)
    if party == code:
        return {"code": code}
    return {"code": party, "sector": code[len(party) :].strip()}
