"""A mention with what linking and grading need to know of it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload

from dateline.link.block import parties, party
from dateline.link.words import about
from dateline.model import Mention

T = TypeVar("T")
NONE: frozenset[str] = frozenset()


class lazy(Generic[T]):  # noqa: N801 - used as a decorator, like property
    """A value worked out once, when first asked for.

    `functools.cached_property` of Python 3.11 takes a lock each time, as long as the work itself.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self.work = work
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> "lazy[T]": ...
    @overload
    def __get__(self, owner: object, kind: type) -> T: ...
    def __get__(self, owner: object | None, kind: type) -> "lazy[T] | T":
        if owner is None:
            return self
        value = owner.__dict__[self.work.__name__] = self.work(owner)
        return value


@dataclass(frozen=True)
class Candidate:
    """A mention, its sentence, and where it stands.

    `voice` is the id of the report's voice, `speaks` tells whether the report is the one that
    speaks for it; `keys` are those of all prints of the text, `publishers` those of the first
    day's: who prints it later only copies; `owner` is the state that owns all of these, or empty.
    `garbled`: the words that tell that the text is damaged; `altered`: the sentence is that of a
    copy, which says something else than what it was made from.
    """

    mention: Mention
    sentence: str
    voice: str = ""
    speaks: bool = True
    keys: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    published: dt.date | None = None
    garbled: str = ""
    owner: str = ""
    altered: bool = False

    @lazy
    def about(self) -> frozenset[str]:
        """Stems of what it is about."""
        return about(self.mention, self.sentence)

    @lazy
    def window(self) -> tuple[dt.date, dt.date] | None:
        """First and last possible day; the first alone where it is open after that."""
        time = self.mention.time
        if time is None or time.earliest is None:
            return None
        return time.earliest, time.latest or time.earliest

    @lazy
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Parties of source and target."""
        return tuple(parties(self.mention.source)), tuple(parties(self.mention.target))

    @lazy
    def persons(self) -> frozenset[str]:
        """Names of those who act, where both sides are told by persons or offices."""
        actors = self.mention.source
        return frozenset(actor.name for actor in actors) if all(a.role for a in actors) else NONE

    @lazy
    def details(self) -> dict[str, frozenset[str]]:
        """Values of each detail."""
        found: dict[str, set[str]] = {}
        for one in self.mention.details:
            found.setdefault(one.field, set()).add(one.value)
        return {field: frozenset(values) for field, values in found.items()}

    @lazy
    def side(self) -> str:
        """The party that speaks: the speaker's, else the publisher's owner; empty for neither."""
        speaker = self.mention.according_to
        return (party(speaker) if speaker else "") or self.owner

    def detail(self, field: str) -> frozenset[str]:
        """Values of a detail."""
        return self.details.get(field, NONE)
