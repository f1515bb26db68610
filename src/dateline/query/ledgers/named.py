"""Which known incident a report is about, by the names in its whole text."""

import datetime as dt
from collections import Counter
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from dateline.data import table, values
from dateline.query.ledgers.common import parties_of
from dateline.query.query import parse_date

# The lead of a report, in characters: what is named later only is background there.
LEAD = 600


def subject(text: str) -> str:
    """Return the incident that the lead of a text names and the text names most; "" for none."""
    lead = names_in(text[:LEAD].lower())
    counts = Counter(name for name in names_in(text.lower()) if name in lead)
    return min(counts, key=lambda name: (-counts[name], name), default="")


def names_in(text: str) -> list[str]:
    """Return the incidents that a text in lower case names, as often as it does."""
    matcher, meanings = automaton()
    return [
        meanings[index]
        for index, start, end in matcher.find_matches_as_indexes(text)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
    ]


class Known(NamedTuple):
    """What the table has of an incident: its days, parties that it hit, sectors."""

    first: dt.date | None
    last: dt.date | None
    victims: tuple[str, ...]
    sectors: tuple[str, ...]


@cache
def known(name: str) -> Known:
    """Return what the table has of an incident; nothing of one that it does not have."""
    for row in table("cyber_incidents"):
        if row["name"] == name:
            since, until = row["since"], row["until"] or row["since"]
            return Known(
                parse_date(since, last=False) if since else None,
                parse_date(until, last=True) if until else None,
                parties_of(values(row["victims"])),
                values(row["sector"]),
            )
    return Known(None, None, (), ())


@cache
def automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    """Return an automaton of the names, with the incident of each."""
    patterns: dict[str, str] = {}
    for row in table("cyber_incidents"):
        for word in (row["name"], *values(row["aliases"])):
            patterns.setdefault(word.lower(), row["name"])
    matcher = ahocorasick_rs.AhoCorasick(
        list(patterns), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
    return matcher, tuple(patterns.values())
