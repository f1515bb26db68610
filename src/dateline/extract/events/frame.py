"""The shape of an act before its actors are known."""

from dataclasses import dataclass
from typing import NamedTuple

from dateline.parse.words import Word

# How words are told by telephone.
VIA = frozenset({"by", "over", "in", "on", "via", "during"})


class Slot(NamedTuple):
    """A place where a target may stand; `sure`: the rule says that it is one."""

    name: str
    tokens: list[Word]
    sure: bool = False


@dataclass(slots=True)
class Frame:
    """An act: its words, its meaning, and the tokens that may name its two sides."""

    head: Word
    words: list[Word]
    root: str
    mode: str
    rules: list[str]
    source: list[Word]
    target: list[Slot]
    recip: bool = False
    op: str = ""
    contexts: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()
    inner: "Frame | None" = None
    noun: bool = False
    alone: bool = True
    strength: int = 0
    sourced: bool = True
    clause: Word | None = None
    """The head of the clause that the act's word governs."""
