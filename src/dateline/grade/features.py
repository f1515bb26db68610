"""What speaks for and against a claim: who tells of it, and what they do not agree on."""

from collections.abc import Sequence

from dateline.grade.registry import FEATURES, feature
from dateline.link.block import parties
from dateline.link.candidate import Candidate
from dateline.link.consensus import is_guess

__all__ = ["FEATURES", "feature"]


@feature
def independent_voices(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """How many independent voices tell of it?

    Copies of one report are one voice, and so are the several reports of one publisher, and those
    of all publishers that a party to the event owns.
    """
    sides = sides_of(members)
    apart: list[set[str]] = []
    for voice, publishers, owner in sorted({(c.voice, c.publishers, c.owner) for c in members}):
        mine = {f"voice {voice}", *(publisher for publisher in publishers if publisher)}
        if owner in sides:
            mine.add(f"owned by {owner}")
        mine = mine.union(*(other for other in apart if other & mine))
        apart = [*(other for other in apart if not other & mine), mine]
    count = len(apart)
    weight = {1: 0.0, 2: 1.0}.get(count, 2.0)
    return (weight, f"{count} independent {'voice' if count == 1 else 'voices'}")


def sides_of(members: Sequence[Candidate]) -> set[str]:
    """Return the parties to an event."""
    return {p for c in members for side in c.sides for p in side}


@feature
def both_sides(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """Do both sides say so? What two parties at odds both confirm is likely so.

    A side speaks by its officials, and by the publishers that it owns.
    """
    speakers = {c.side for c in members} & sides_of(members)
    return (1.0, f"said by {' and '.join(sorted(speakers))}") if len(speakers) > 1 else None


@feature
def one_side_only(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """Does it rest on the word of one party alone? Then nobody has confirmed it yet.

    A publisher owned by a party to the event gives that party's word.
    """
    sides, speakers = sides_of(members), set()
    for c in members:
        by = c.mention.according_to
        speakers.add((by and (by.country or by.name)) or (c.owner if c.owner in sides else ""))
    if len(speakers) > 1 or "" in speakers:
        return None
    return (-0.5, f"only on the word of {speakers.pop()}")


@feature
def contradiction(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """Do reports give different days, or one an event and another its denial?"""
    days = {c.window for c in members if c.window and c.window[0] == c.window[1]}
    explicit = {c.window for c in members if c.window in days and not is_guess(c.mention.time)}
    if len(explicit) > 1:
        shown = ", ".join(sorted(w[0].isoformat() for w in explicit if w))
        return (-1.0, f"reports differ on the day: {shown}")
    statuses = {c.mention.status for c in members}
    if "happened" in statuses and statuses & {"denied", "negated"}:
        return (-1.0, "told by some, denied by others")
    return None


@feature
def unnamed_side(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """Is one of the two sides not named by any report?"""
    if any(parties(c.mention.source) and parties(c.mention.target) for c in members):
        return None
    return (-0.5, "one side is not named")


@feature
def hedged(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """Is it told only as possible, conditional or expected, never as a fact?"""
    soft = {"hypothetical", "conditional", "planned"}
    statuses = sorted({c.mention.status for c in members})
    return (-1.0, f"told as {', '.join(statuses)}") if set(statuses) <= soft else None


@feature
def rough_date(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """Does no report date it, so that the day rests on when it was published?"""
    if all(is_guess(c.mention.time) for c in members):
        return (-0.5, "dated by publication only")
    return None


# Weight of an act that only the classifier reads: of 40 such drawn from five years of daily news
# entries 16 were as told (above its present bar 25 of 38), of those that rules read 67 of 86.
READ_SO = -1.0


@feature
def classifier_alone(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """Does no rule tell the act, so that only the trained classifier reads it so?

    Fewer of such acts are as told than of those that a rule tells.
    """
    told = [
        next((p for p in r.detail.split("; ") if p.startswith("classifier ")), "")
        for c in members
        for r in c.mention.reasons
        if r.feature == "rules"
    ]
    alone = bool(told) and all(told)
    return (READ_SO, f"no rule tells it: {told[0]}") if alone else None


@feature
def damaged_copy(members: Sequence[Candidate]) -> tuple[float, str] | None:
    """Is it told by garbled texts alone, such as a machine makes of a report that is not there?

    Then it is given the lowest credibility, whatever else speaks for it.
    """
    if not all(c.garbled for c in members):
        return None
    return (-9.0, f"told by garbled texts alone: {members[0].garbled}")
