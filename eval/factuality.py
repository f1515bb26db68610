"""Event factuality on the UW and MEANTIME sentences: a value in [-3, 3] for each marked event.

The value is that of `dateline.extract.events.certainty.factuality`. Pearson's r in percent, and the
mean absolute error. Sentences are given as tokens.
"""

import sys
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from spacy.tokens import Doc

from data import folder
from dateline.extract.events.certainty import factuality
from dateline.extract.statements import StatementIndex, statements_of
from dateline.model import Report
from dateline.parse import parser
from dateline.parse.words import Parsed
from scores import mean_error, pearson

SETS = ("UW", "MEANTIME")
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


def predict(doc: Doc, sentence: Sentence) -> Iterator[float]:
    """Yield the factuality of each event of a parsed sentence."""
    said = StatementIndex(doc, statements_of(doc, Report.from_text(sentence.text)))
    words = Parsed(doc)
    for target in sentence.targets:
        span = words.char_span(target.start, target.end)
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
