"""The sentences of `acts/` and those with marked actors, read: their acts between parties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from train.sentences import NO_EVENT, table, unmarked

HERE = Path(__file__).parent
# The word that carries an act; `nth`: which of several alike.
WORD = re.compile(r"(?P<word>.*?)(?:#(?P<nth>\d))?")


def files() -> list[Path]:
    """Return the files of sentences that tell who does what to whom, in order."""
    development = HERE.parent / "gold" / "development" / "triples.tsv"
    return [*sorted((HERE / "acts").glob("*.tsv")), development]


@dataclass(frozen=True, slots=True)
class Act:
    """An act between two parties by code, and the word that carries it, if that is known."""

    source: str
    root: str
    target: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and its acts; `marks`: the words of two actors, where only their act is told."""

    date: str
    text: str
    acts: tuple[Act, ...] = ()
    marks: dict[str, str] = field(default_factory=dict)


def acts_of(cell: str | None) -> Iterator[Act]:
    """Read a cell of acts: `SOURCES TYPE TARGETS`, then perhaps `STATUS WORD`."""
    for each in filter(None, (cell or "").split(";")):
        sources, root, targets, *rest = each.strip().split(" ")
        for source in sources.replace("_", " ").split("+"):
            for target in targets.replace("_", " ").split("+"):
                if source != target:
                    yield Act(source, root, target, " ".join(rest[1:]))


def examples(file: Path) -> Iterator[Example]:
    """Read a file of sentences, with their acts or with two actors marked."""
    for row in table(file):
        if "events" in row:
            yield Example(row["date"], row["text"], tuple(acts_of(row["events"])))
            continue
        text, marks = unmarked(row["text"])
        if row["type"] == NO_EVENT:
            yield Example(row["date"], text)
        elif len(marks) > 1:
            yield Example(row["date"], text, (Act("", row["type"], ""),), marks)
