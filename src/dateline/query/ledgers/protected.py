"""What a red line protects: sectors, things of a table, and parties that its words name."""

import re
from functools import cache

from dateline.data import table, values
from dateline.link.block import party_of
from dateline.model import Event
from dateline.query.ledgers.common import parties_of, values_of
from dateline.query.ledgers.matters import word
from dateline.query.party import names

# A name in a condition: one or several capitalised words.
NAME = re.compile(r"\b[A-Z][\w.'’-]*(?:\s+(?:of\s+)?[A-Z][\w.'’-]*)*")
POSSESSIVE = re.compile(r"(?:'s|’s|'|’)$")


def sectors(*events: Event) -> tuple[str, ...]:
    """Return the codes of the sectors that events protect."""
    return tuple(dict.fromkeys(s for event in events for s in values_of(event, "sector")))


def things(*events: Event) -> tuple[str, ...]:
    """Return the things of the table that the conditions of events name, in their order."""
    said = "; ".join(conditions(*events)).lower()
    return tuple(dict.fromkeys(match.lastgroup or "" for match in pattern().finditer(said)))


def parties(*events: Event) -> tuple[str, ...]:
    """Return the parties that the conditions of events name, other than those they threaten."""
    threatened = {party for event in events for party in parties_of(event.target)}
    found = [
        code
        for said in conditions(*events)
        for match in NAME.finditer(said)
        for code in named(match.group())
    ]
    return tuple(dict.fromkeys(code for code in found if code not in threatened))


def conditions(*events: Event) -> list[str]:
    """Return the conditions of events; of one without, the words of what it is about."""
    return [c for e in events for c in (values_of(e, "condition") or values_of(e, "about"))]


def named(words: str) -> list[str]:
    """Return the party that a name means, or the parties of its words."""
    plain = POSSESSIVE.sub("", words)
    whole = names().get(plain.casefold())
    parts = [whole] if whole else [names().get(w.casefold()) for w in plain.split()]
    return [party_of(code) for code in parts if code]


@cache
def pattern() -> re.Pattern[str]:
    """Return a pattern with a group for each thing."""
    groups = (
        f"(?P<{row['thing'].replace(' ', '_')}>{'|'.join(map(word, values(row['words'])))})"
        for row in table("ledgers/protected")
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})")
