"""One side of an act: its actors, and the references that name them."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.extract.base import Ref
from dateline.model import Actor


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an act: its actors and the references that name them."""

    actors: tuple[Actor, ...] = ()
    refs: tuple[Ref, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.actors)

    def states(self) -> set[str]:
        """Return the states of the side; an actor without a state stands for itself."""
        return {belongs(actor) for actor in self.actors}


def belongs(actor: Actor) -> str:
    """Return the state an actor belongs to, or its own code."""
    return actor.country or actor.code


def side(refs: Iterable[Ref]) -> Side:
    """Make a side of references, each actor once, in text order."""
    actors: dict[str, Actor] = {}
    kept: list[Ref] = []
    for ref in refs:
        if ref not in kept:
            kept.append(ref)
            for actor in ref.actors:
                if actor.code:
                    actors.setdefault(actor.code, actor)
    return Side(tuple(actors.values()), tuple(kept))
