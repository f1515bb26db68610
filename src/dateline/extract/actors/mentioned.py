"""A resolved reference, with what later references need to know of it."""

from dataclasses import dataclass, replace

from dateline.extract.actors.slots import Slot
from dateline.extract.base import Ref


@dataclass(slots=True, kw_only=True)
class Mentioned:
    """A reference; whether it is to a person or to several; f, m or empty; offices held."""

    ref: Ref
    slot: Slot | None = None
    person: bool = False
    plural: bool = False
    gender: str = ""
    offices: tuple[str, ...] = ()

    def again(self, ref: Ref, slot: Slot | None = None) -> "Mentioned":
        """Return a later reference to the same."""
        return replace(self, ref=ref, slot=slot)
