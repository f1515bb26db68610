"""A STIX 2.1 bundle (OASIS): events as incidents and reports, parties as identities.

A cyber attack is an `incident`, any other event a `report`; who did it is an `attributed-to` of the
confidence that the standard's appendix A gives to the grade. All that STIX has no field for stands
in one extension.
"""

from collections.abc import Iterator
from typing import Any

from dateline.link.block import party_of
from dateline.publish import dates
from dateline.publish.base import Row, View
from dateline.publish.escape import json_text, line
from dateline.publish.ids import uuid_of
from dateline.publish.words import code_of, told
from dateline.web.words import actor

# Admiralty credibility as confidence; 6, cannot be judged, has none.
CONFIDENCE = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10}
ATTACKS = frozenset({"COERCE", "ASSAULT"})
# What is said to be done, by him who is said to have done it.
DONE = frozenset({"happened", "ongoing", "denied"})
EXTENSION = f"extension-definition--{uuid_of('stix', 'extension')}"
TOOL = f"identity--{uuid_of('stix', 'dateline')}"
START = "1970-01-01T00:00:00.000Z"
# STIX's word for each role of an actor without a state; a state and its bodies are organizations.
CLASSES = {"IGO": "organization", "BUS": "organization", "CRM": "group", "REB": "group"}
EMPTY: tuple[Any, ...] = (None, "", [], {})
# What the row says under names of its own already.
ELSEWHERE = frozenset({"id", "headline"})


def export(view: View) -> Iterator[str]:
    """Yield the bundle, an object a line."""
    bundle = uuid_of("stix", "bundle", view.query.to_url())
    yield f'{{"type": "bundle", "id": "bundle--{bundle}", "objects": [\n'
    yield ",\n".join(json_text(one) for one in (tool(), extension()))
    seen: set[str] = set()
    for item in view.rows():
        for one in objects(item):
            if one["id"] not in seen:
                yield ",\n" + json_text(one)
                # Only parties come again.
                if one["type"] == "identity":
                    seen.add(one["id"])
    yield "\n]}\n"


def tool() -> Row:
    """Return what made the bundle."""
    return {**made("identity", TOOL, START), "name": "dateline", "identity_class": "system"}


def extension() -> Row:
    """Return the definition of the extension that holds an event's own fields."""
    return {
        **made("extension-definition", EXTENSION, START),
        "name": "dateline event",
        "description": "An event as dateline records it: PLOVER code, dates and how sure, status, "
        "Admiralty grade with reasons, voices, and the sentences of reports that tell of it.",
        "schema": "The fields of a row of dateline's JSON Lines export, docs/how-to/take-away.md",
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }


def objects(item: Row) -> Iterator[Row]:
    """Yield an event's parties, its relationships to them, and the event."""
    when = dates.updated(item).replace("Z", ".000Z")
    event = f"{kind(item)}--{uuid_of('stix', 'event', item['id'])}"
    links = []
    for name, side in relations(item):
        for code in filter(None, side):
            party = identity(code)
            yield party
            links.append(relationship(item, event, name, party["id"], when))
    yield from links
    yield happening(item, event, when, links)


def kind(item: Row) -> str:
    """Return the STIX type of an event."""
    cyber = item["type"] in ATTACKS and (item["mode"] == "cyber" or "cyber" in item["contexts"])
    return "incident" if cyber and item["status"] in DONE else "report"


def relations(item: Row) -> list[tuple[str, list[str]]]:
    """Return how an event relates to its parties; nothing not done is attributed to anyone."""
    by = "attributed-to" if item["status"] in DONE else "related-to"
    if item["reciprocal"]:
        return [(by, sorted({*item["source"], *item["target"]}))]
    return [
        (by, item["source"]),
        ("targets" if kind(item) == "incident" else "related-to", item["target"]),
    ]


def identity(code: str) -> Row:
    """Return a party."""
    return {
        **made("identity", f"identity--{uuid_of('stix', 'party', code)}", START),
        "name": actor(code),
        "identity_class": CLASSES.get(party_of(code).split(" ")[0], "organization"),
        "external_references": [{"source_name": "dateline code", "external_id": code}],
    }


def relationship(item: Row, event: str, name: str, party: str, when: str) -> Row:
    """Return the relationship of an event to a party."""
    made_id = f"relationship--{uuid_of('stix', event, name, party)}"
    return {
        **made("relationship", made_id, when),
        **confidence(item),
        "relationship_type": name,
        "source_ref": event,
        "target_ref": party,
    }


def happening(item: Row, event: str, when: str, links: list[Row]) -> Row:
    """Return the event itself, with its sources and the extension."""
    refs = dict.fromkeys([link["target_ref"] for link in links] + [link["id"] for link in links])
    report = {"published": when, "object_refs": list(refs) or [TOOL]}
    return {
        **made(kind(item), event, when),
        **confidence(item),
        "name": line(item["headline"]) or item["id"],
        "description": "\n".join((f"{dates.words(item)}. {code_of(item)}", *told(item))),
        **(report if kind(item) == "report" else {}),
        "external_references": [reference(one) for one in item["evidence"]]
        + [{"source_name": "dateline event", "external_id": item["id"]}],
        "extensions": {
            EXTENSION: {
                "extension_type": "property-extension",
                **filled({k: v for k, v in item.items() if k not in ELSEWHERE}),
            }
        },
    }


def filled(value: Any) -> Any:
    """Return a value without what is empty within it: STIX has no empty lists, and no null."""
    if isinstance(value, dict):
        return {k: made for k, v in value.items() if (made := filled(v)) not in EMPTY}
    return [filled(one) for one in value] if isinstance(value, list) else value


def reference(one: Row) -> Row:
    """Return a report that tells of an event, with its sentence."""
    return {
        "source_name": line(one["publisher"]) or "report",
        "external_id": line(one["report"]),
        "description": line(one["text"]),
        **({"url": one["url"]} if one["url"] else {}),
    }


def confidence(item: Row) -> Row:
    """Return the confidence that a grade stands for, where it stands for one."""
    found = CONFIDENCE.get(item["grade"]["credibility"])
    return {} if found is None else {"confidence": found}


def made(kind_: str, id_: str, when: str) -> Row:
    """Return what every object has."""
    by = {} if id_ == TOOL else {"created_by_ref": TOOL}
    return {
        "type": kind_, "spec_version": "2.1", "id": id_, **by, "created": when, "modified": when,
    }  # fmt: skip
