"""Event factuality on the UW and MEANTIME sentences: a value in [-3, 3] for each marked event.

What `dateline.extract.events` reads around a word (negation, modals, conditions, governing words)
and the cue of the statement that holds it are mapped to values by a fixed table. Pearson's r in
percent, and the mean absolute error. Sentences are given as tokens.
"""

import sys
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from spacy.tokens import Doc, Token

from data import folder
from dateline.extract.events.frame import Frame
from dateline.extract.events.status import Modality, modality
from dateline.extract.statements import StatementIndex, cue_class, statements_of
from dateline.model import Report
from dateline.parse import parser
from scores import mean_error, pearson

SETS = ("UW", "MEANTIME")
# The median of UW train (9,422 events) under each reading, to the half step nearest. Means give the
# same r (65.0 against 64.9) and a larger error (0.582 against 0.483).
VALUES = {
    "happened": 3.0, "ongoing": 3.0, "alleged": 2.5, "planned": 2.0, "threatened": 2.0,
    "denied": 2.0, "asked": 1.5, "hypothetical": 2.0, "supposed": 1.0, "conditional": 1.5,
    "future": 2.5, "would": 2.0, "must": 2.0, "may": 1.5, "negated": -2.0,
}  # fmt: skip
# The same for what is told as a fact within a statement whose cue is of these classes.
SAID = {"believe": 2.5, "claim": 2.0, "demand": 2.0, "promise": 2.5, "want": 2.5, "deny": 1.0}
QUOTES = {"``": '"', "''": '"'}


class Target(NamedTuple):
    """A marked event: its offsets in the sentence and its gold factuality."""

    start: int
    end: int
    label: float


class Sentence(NamedTuple):
    """A sentence, its tokens joined by spaces, with its events."""

    text: str
    targets: tuple[Target, ...]


class _Marked(msgspec.Struct):
    span1: tuple[int, int]
    label: float


class _Row(msgspec.Struct):
    text: str
    targets: list[_Marked]


def sentences(name: str) -> list[Sentence]:
    """Read a file such as `UW-dev`; empty where it is absent."""
    base = folder()
    path = base / "factuality" / f"{name}.jsonl" if base else None
    if path is None or not path.is_file():
        return []
    lines = path.read_bytes().splitlines()
    return [placed(msgspec.json.decode(line, type=_Row)) for line in lines]


def placed(row: _Row) -> Sentence:
    """Turn token numbers into offsets."""
    tokens = [QUOTES.get(token, token) for token in row.text.split(" ")]
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token) + 1
    return Sentence(
        " ".join(tokens),
        tuple(
            Target(starts[first], starts[end - 1] + len(tokens[end - 1]), marked.label)
            for marked in row.targets
            for first, end in [marked.span1]
        ),
    )


def reading(found: Modality) -> str:
    """Return what the words around an event make of it, the strongest first, as `decide` does."""
    ahead = found.future or found.would or bool(found.modal)
    readings = (
        ("supposed", found.question or found.in_condition),
        ("negated", found.negated),
        (found.governor, found.governor not in {"", "alleged"}),
        ("conditional", found.condition is not None and ahead),
        ("future", found.future),
        ("would", found.would),
        ("must", found.modal == "must"),
        ("may", found.modal),
        ("ongoing", found.ongoing),
        ("alleged", found.governor),
    )
    return next((name for name, holds in readings if holds), "happened")


def factuality(token: Token, said: StatementIndex) -> float:
    """Return the factuality of an event, in [-3, 3]."""
    noun = token.pos_ in {"NOUN", "PROPN"}
    frame = Frame(token, [token], root="", mode="", rules=[], source=[], target=[], noun=noun)
    read = reading(modality(frame))
    statement = said.at(token.i)
    if statement is not None and VALUES[read] == VALUES["happened"]:
        return SAID.get(cue_class(statement.cue), VALUES[read])
    return VALUES[read]


def predict(doc: Doc, sentence: Sentence) -> Iterator[float]:
    """Yield the factuality of each event of a parsed sentence."""
    said = StatementIndex(doc, statements_of(doc, Report.from_text(sentence.text)))
    for target in sentence.targets:
        span = doc.char_span(target.start, target.end, alignment_mode="expand")
        if span is None:
            raise ValueError(f"no token at {target.start} of {sentence.text!r}")
        yield factuality(span.root, said)


def score(name: str) -> tuple[int, float, float]:
    """Return the number of events of a file, r in percent and the error; 0 where it is absent."""
    english = parser("en")
    rows = sentences(name)
    if english is None or not rows:
        return 0, 0.0, 0.0
    docs = english.parse_many((row.text for row in rows), 12)
    found = [value for row, doc in zip(rows, docs, strict=True) for value in predict(doc, row)]
    gold = [target.label for row in rows for target in row.targets]
    return len(gold), 100 * pearson(gold, found), mean_error(gold, found)


def measure(split: str = "dev") -> dict[str, float]:
    """Return r, in percent, and the mean absolute error on each set."""
    figures = {}
    for name in SETS:
        events, r, error = score(f"{name}-{split}")
        if events:
            figures[f"factuality.{name.lower()}_{split}.r"] = round(r, 2)
            figures[f"factuality.{name.lower()}_{split}.mae"] = round(error, 3)
    return figures


def main() -> None:
    """Print a table."""
    split = sys.argv[1] if len(sys.argv) > 1 else "dev"
    print(f"{'set':16} {'events':>6} {'r':>6} {'mae':>6}")
    for name in SETS:
        events, r, error = score(f"{name}-{split}")
        print(f"{name + '-' + split:16} {events:6} {r:6.2f} {error:6.3f}")


if __name__ == "__main__":
    main()
