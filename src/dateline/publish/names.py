"""Names of parties, and titles of views, for people."""

from functools import cache

from dateline.data import table
from dateline.link.block import party_of
from dateline.publish.base import TIMELINE, Row, View

TABLES = ("groups", "organisations", "states")


@cache
def names() -> dict[str, str]:
    """Return the name of each code that a table has."""
    return {row["code"]: row["name"] for name in TABLES for row in table(name)}


def name_of(code: str) -> str:
    """Return the name of an actor's code: `Russia`, `Russia (GOV)`; the code where it has none."""
    party = party_of(code)
    name, role = names().get(party, party), code[len(party) :].strip()
    return f"{name} ({role})" if role else name


def sides(item: Row) -> str:
    """Return who acts on whom, by code: `RUS → USA`, `RUS GOV with USA GOV`."""
    if item["reciprocal"]:
        return " with ".join(item["source"])
    return " → ".join(", ".join(side) for side in (item["source"], item["target"]) if any(side))


def title(view: View) -> str:
    """Return a view's title: `United States and Russia, cyber, 2013-01-01 to 2022-12-31`."""
    asked = view.query
    parts = [" and ".join(map(name_of, asked.between))] if asked.between else []
    parts += [name_of(asked.actor)] if asked.actor else []
    parts += [
        ", ".join(words).lower() for words in (asked.about, asked.type, asked.status) if words
    ]
    if asked.text:
        parts.append(f"“{asked.text}”")
    if asked.start or asked.end:
        parts.append(f"{asked.start or ''} to {asked.end or ''}".strip())
    kind = "" if view.kind == TIMELINE else f"{view.kind.replace('-', ' ')}: "
    return kind + (", ".join(parts) or "all relations")
