"""Blocking: only mentions that share a pair of parties are ever compared."""

from collections.abc import Iterable
from functools import cache

from dateline.data import table
from dateline.model import Actor, Mention


def party(actor: Actor) -> str:
    """Return the party an actor stands for: its state, or its own code where it has none."""
    return actor.country or actor.code


@cache
def states() -> frozenset[str]:
    """Return the codes of all states, present and former."""
    return frozenset(row["code"] for row in table("states"))


def party_of(code: str) -> str:
    """Return the party of an actor's code: its state, or the code where it has none."""
    state = code.split(" ", 1)[0]
    return state if state in states() else code


def parties(actors: Iterable[Actor]) -> list[str]:
    """Return the parties of actors, each once, sorted."""
    return sorted({party(actor) for actor in actors} - {""})


def pairs(mention: Mention) -> list[str]:
    """Return a mention's block keys: each pair of parties across its sides, in code order.

    A mention with one side only is in the block of that side alone; one that is not between states
    is in none, and so of no event.
    """
    if mention.scope != "between":
        return []
    sources, targets = parties(mention.source), parties(mention.target)
    both = {tuple(sorted((a, b))) for a in sources for b in targets if a != b}
    if both:
        return sorted("|".join(pair) for pair in both)
    return sorted(f"{one}|" for one in {*sources, *targets})
