"""Where a text may refer to an actor, not yet resolved."""

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from dateline.data import table
from dateline.extract.actors.hits import Hit
from dateline.extract.actors.lexicon import Entry
from dateline.extract.actors.names import Name
from dateline.extract.actors.titles import Title

Sort = Literal["body", "role", "person"]
# Role of someone no longer in office (PLOVER).
FORMER = "ELI"
# How a modifier hangs on its noun.
INSIDE = frozenset({"amod", "compound", "nmod", "poss", "npadvmod", "nummod", "dep"})


@dataclass(slots=True)
class Slot:
    """Tokens `start` to `end` that may refer to an actor; `head` carries them in the parse.

    body: a state, organisation or group by name; role: a role noun, of `bases` if any; person: a
    name, with a title and `bases` if any. Each of `bases` is what one name may mean.
    """

    start: int
    end: int
    head: int
    sort: Sort
    bases: list[tuple[Entry, ...]] = field(default_factory=list)
    title: Title | None = None
    name: Name | None = None
    turn: str = ""
    owner: "Slot | None" = None
    linked: "Slot | None" = None
    hit: Hit | None = None
    base_at: tuple[int, int] | None = None
    titled: tuple[int, int] | None = None
    plural: bool = False


@cache
def turns() -> dict[str, str]:
    """Return sense (former, then, next) by word before a title."""
    return {row["word"]: row["sense"] for row in table("actors/turns")}
