"""Who acts on whom, by code, on one line."""

from collections.abc import Iterable

from dateline.link.block import party_of
from dateline.publish.base import Row


def sides(item: Row) -> str:
    """Return who acts on whom: `RUS SPY → USA`, `RUS GOV with USA GOV`."""
    return joined(item, item["source"], item["target"])


def lane(item: Row) -> str:
    """Return which party acts on which: `RUS → USA`, whatever body of a state it is."""
    source, target = (sorted({party_of(code) for code in item[side]}) for side in SIDES)
    return joined(item, source, target)


SIDES = ("source", "target")


def joined(item: Row, source: Iterable[str], target: Iterable[str]) -> str:
    """Return the sides of an event, joined by what is between them."""
    if item["reciprocal"]:
        return " with ".join(source)
    return " → ".join(", ".join(side) for side in (source, target) if any(side))
