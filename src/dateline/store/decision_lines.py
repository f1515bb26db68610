"""Decisions as text: a line of JSON each, which a diff shows and another record can take in.

A line's `id` is a hash of what it says, so that a decision has the same line in every record; an
undo names by it what it takes back.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from dateline.errors import UsageError
from dateline.model import Decision, DecisionKind
from dateline.store import decisions
from dateline.store.database import Database, writing

# Characters of a line; that of a merge of 50 events of 1,000 mentions each has fewer.
LONGEST = 2**20


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A decision as a line says it. `value` of an undo is the `id` of what it takes back."""

    id: str
    kind: DecisionKind
    who: str
    when: str
    mentions: tuple[str, ...] = ()
    field: str = ""
    value: str = ""
    why: str = ""


class Merged(NamedTuple):
    """What an import did: how many decisions it added, had already, and knows no mention of."""

    added: int
    known: int
    strange: int


class Namer:
    """Names decisions, in the order of a log; the second of two that say the same has its own."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()

    def name(self, line: Line) -> str:
        """Return the id of what a line says; that which it bears does not count."""
        plain = msgspec.json.encode(msgspec.structs.replace(line, id="")).decode()
        self.seen[plain] += 1
        return "d" + hashlib.sha256(f"{plain}{self.seen[plain]}".encode()).hexdigest()[:15]


def named(log: Iterable[Decision]) -> Iterator[tuple[int, Line]]:
    """Yield each decision of a log as its number and its line."""
    namer, names = Namer(), dict[int, str]()
    for decision in log:
        fields = {f: getattr(decision, f) for f in Line.__struct_fields__ if f != "id"}
        if decision.kind == "undo":
            fields["value"] = names.get(int(decision.value), "")
        line = Line(id="", **fields)
        line = msgspec.structs.replace(line, id=namer.name(line))
        names[decision.seq] = line.id
        yield decision.seq, line


def lines(db: Database) -> Iterator[str]:
    """Yield the log of a record, line by line."""
    for _, line in named(decisions.log(db)):
        yield msgspec.json.encode(line).decode() + "\n"


def merge(db: Database, text: Iterable[str], name: str) -> Merged:
    """Append the decisions of a file that a record has not got; all of them, or none.

    Args:
        db: the record.
        text: the lines of the file.
        name: what the file is called, for the error.

    Raises:
        UsageError: D131 for the first line that is no decision.
    """
    given = [(n, read(line, f"{name}:{n}")) for n, line in enumerate(text, 1) if line.strip()]
    added, strange = 0, 0
    with writing(db):
        seq_of = {line.id: seq for seq, line in named(decisions.log(db))}
        namer, ids = Namer(), dict[str, str]()
        for n, line in given:
            undone = ids.get(line.value, line.value)
            if line.kind == "undo":
                if undone not in seq_of:
                    raise UsageError("D131", f"{name}:{n}", f"no decision {line.value} before it")
                line = msgspec.structs.replace(line, value=undone)  # noqa: PLW2901 - as it counts
            ids[line.id] = own = namer.name(line)
            if own not in seq_of:
                seq_of[own] = put(db, line, seq_of, f"{name}:{n}")
                added += 1
                strange += not is_known(db, line)
    return Merged(added, len(given) - added, strange)


def read(text: str, where: str) -> Line:
    """Read a line.

    Raises:
        UsageError: D131 where it is no decision.
    """
    if len(text) > LONGEST:
        raise UsageError("D131", where, f"longer than {LONGEST} characters")
    try:
        return msgspec.json.decode(text, type=Line)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise UsageError("D131", where, str(error)) from error


def put(db: Database, line: Line, seq_of: dict[str, int], where: str) -> int:
    """Append what a line says, and return its number.

    Raises:
        UsageError: D131 where no rebuild could replay it.
    """
    fields = {f: getattr(line, f) for f in Line.__struct_fields__ if f != "id"}
    if line.kind == "undo":
        fields["value"] = str(seq_of[line.value])
    decision = Decision(seq=0, **fields)
    try:
        decisions.check(decision)
    except ValueError as error:
        raise UsageError("D131", where, str(error)) from error
    return decisions.put(db, decision).seq


def is_known(db: Database, line: Line) -> bool:
    """Tell whether a record has any mention that a line is about; an undo is about none."""
    query = "SELECT 1 FROM mention WHERE id = ?"
    return line.kind == "undo" or any(db.execute(query, (m,)).fetchone() for m in line.mentions)
