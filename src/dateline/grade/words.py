"""What the words themselves say of a claim: quotations, numbers, hedges, who speaks."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from dateline.copies.quotes import altered, quotes
from dateline.data import table
from dateline.grade.registry import feature
from dateline.link.candidate import Candidate
from dateline.link.words import counted

# Actors that speak for a state.
OFFICIAL = frozenset({"", "GOV", "MIL", "SPY", "LEG"})
# Sentences whose quotations are compared; an event of hundreds says nothing more after these.
MOST = 12


@cache
def hedge() -> re.Pattern[str]:
    """Return what finds a hedge."""
    words = sorted((row["words"] for row in table("grade/hedges")), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@feature
def official_readout(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """Does an official of a party that acts tell of its own act? Nobody knows better that it did.

    It makes up for resting on the word of one party alone, and no more.
    """
    speakers = {
        c.mention.according_to.name
        for c in members
        if c.mention.according_to
        and c.mention.according_to.role in OFFICIAL
        and c.mention.according_to.country in c.sides[0]
        and c.mention.status in {"happened", "ongoing", "planned"}
    }
    return (0.5, f"in the words of {', '.join(sorted(speakers))}") if speakers else None


@feature
def quotation_integrity(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """Do independent voices quote the same words, or the same speech in other words?

    Words that two of them quote alike were said so; where they differ, one quotes wrongly.
    """
    quoting = [c for c in members if next(quotes(c.sentence), None)][:MOST]
    same = ""
    for one, two in combinations(quoting, 2):
        if one.voice == two.voice:
            continue
        for mine, its in altered(one.sentence, two.sentence):
            here, there = one.sentence[mine.start : mine.end], two.sentence[its.start : its.end]
            return (-0.5, f"quoted as “{here}” and as “{there}”")
        said = {quote.words for quote in quotes(two.sentence)}
        alike = (q for q in quotes(one.sentence) if q.words in said)
        if not same and (quote := next(alike, None)):
            same = one.sentence[quote.start : quote.end]
    return (0.5, f"quoted alike: “{same}”") if same else None


@feature
def other_numbers(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """Do independent voices give different numbers of one thing, or different lengths of time?"""
    for field in ("number", "duration"):
        given: dict[str, dict[str, set[str]]] = {}
        for c in members:
            for value in c.detail(field):
                of = counted(value) if field == "number" else ""
                given.setdefault(of, {}).setdefault(value, set()).add(c.voice)
        for found in given.values():
            if len(found) > 1 and len(set().union(*found.values())) > 1:
                return (-0.5, f"reports differ on the {field}: {'; '.join(sorted(found))}")
    return None


@feature
def hedged_wording(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """Does every report tell it with a hedge ("reportedly", "unconfirmed")?"""
    found = [hedge().search(c.sentence) for c in members]
    words = sorted({match[0].lower() for match in found if match})
    return (-0.5, f"told with {', '.join(words)}") if all(found) else None
