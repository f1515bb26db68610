"""A mention with what linking and grading need to know of it."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from dateline.link.block import parties
from dateline.link.words import about
from dateline.model import Mention


@dataclass(frozen=True)
class Candidate:
    """A mention, its sentence, and where it stands.

    `voice` is the id of the report's voice, `speaks` tells whether the report is the one that
    speaks for it; `keys` are those of all prints of the text, `publishers` those of the first
    day's: who prints it later only copies. `garbled`: the words that tell that the text is damaged.
    """

    mention: Mention
    sentence: str
    voice: str = ""
    speaks: bool = True
    keys: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    published: dt.date | None = None
    garbled: str = ""

    @cached_property
    def about(self) -> frozenset[str]:
        """Stems of what it is about."""
        return about(self.mention, self.sentence)

    @cached_property
    def window(self) -> tuple[dt.date, dt.date] | None:
        """First and last possible day; the first alone where it is open after that."""
        time = self.mention.time
        if time is None or time.earliest is None:
            return None
        return time.earliest, time.latest or time.earliest

    @cached_property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Parties of source and target."""
        return tuple(parties(self.mention.source)), tuple(parties(self.mention.target))

    def detail(self, field: str) -> frozenset[str]:
        """Values of a detail."""
        return frozenset(d.value for d in self.mention.details if d.field == field)
