"""What a whole text is on where that is no politics, as far as that shows without a parse.

The full pass finds no events in a report on sport, markets, weather or film but in sentences that
name an official; so a report on these that names none has none.
"""

import datetime as dt
import re
from functools import cache

import ahocorasick_rs

from dateline.data import table, values
from dateline.extract.domains import automaton, main_domain
from dateline.sift.parties import ROLES, named

TOKEN = re.compile(r"\w+|[^\w\s]")
SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")


def beside(text: str, day: dt.date | None) -> str:
    """Return the domain that a text is on where no official is named in it, else nothing."""
    plain = [f" {' '.join(TOKEN.findall(part.lower()))} " for part in SENTENCE.split(text) if part]
    domain = main_domain([domain_of(sentence) for sentence in plain])
    if not domain or any(titles().find_matches_as_indexes(sentence) for sentence in plain):
        return ""
    return "" if any(one.official for one in named(text, day)) else domain


def domain_of(sentence: str) -> str:
    """Return the domain of a sentence, given as `automaton` takes it."""
    matcher, meanings = automaton()
    found = matcher.find_matches_as_indexes(sentence, overlapping=True)
    scopes = (meanings[which] for which, _, _ in found)
    return next((domain for domain, scope, _ in scopes if scope == "sentence"), "")


@cache
def titles() -> ahocorasick_rs.AhoCorasick:
    """Return an automaton of titles of officials, for what `domain_of` takes."""
    rows = (row for row in (*table("titles"), *table("offices")) if row["role"] in ROLES)
    teams = (row for row in table("plover/classes") if row["name"] == "teams")
    words = {word.lower() for row in rows for word in values(row["words"])}
    words -= {word for row in teams for word in values(row["words"])}
    return ahocorasick_rs.AhoCorasick(
        [f" {' '.join(TOKEN.findall(word))} " for word in sorted(words)]
    )
