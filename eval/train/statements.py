"""Train weights for statements on PolNeAR's train part, for whoever has it; none ship.

    python eval/train/statements.py weights.npz

A logistic model over hashed features (`dateline.extract.statements.learned`), by AdaGrad (Duchi et
al. 2011) over candidates that match a gold attribution or do not. It takes some minutes, nearly all
for the parse. To use the weights, name the file in the settings: `statement_weights =
"weights.npz"`. The same articles and parser give the same weights.
"""

import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateline.extract.statements import learned, turns
from dateline.extract.statements.direct import attach
from dateline.extract.statements.draft import Draft
from dateline.extract.statements.find import spoken
from dateline.extract.statements.layout import Layout, lay_out
from dateline.parse import parser
from dateline.parse.words import Parsed
from statements import SHARE, Attribution, articles, letters, read_gold

# On dev, AR-F1 / speech cues / indirect recall by the probability from which a candidate is taken:
# .3: 76.1 / 78.9 / 67.5; .4: 76.4 / 81.3 / 64.0; .5: 76.1 / 82.8 / 60.5.
FLOOR = 0.3
EPOCHS = 6
RATE = 0.1
COST = 1e-6
# A candidate far wider than the gold content is no example of it.
OVERLAP = 0.25
LARGEST = 30.0
BATCH = 12

Example = tuple[NDArray[np.int64], bool]


def matches(draft: Draft, layout: Layout, gold: Sequence[Attribution]) -> bool:
    """Tell whether a candidate is a gold attribution."""
    content = letters(layout.text, draft.content)
    phrases = [layout.doc[start:end] for _, (start, end) in draft.phrases]
    who = letters(layout.text, [(span.start_char, span.end_char) for span in phrases])
    return any(
        len(want.content & content) > SHARE * len(want.content)
        and len(want.content & content) > OVERLAP * len(want.content | content)
        and (not want.source or bool(want.source & who))
        for want in gold
    )


def examples(text: str, doc: Doc, gold: Sequence[Attribution]) -> Iterator[Example]:
    """Yield the candidates of an article: the bins of their features, and whether they are gold."""
    layout = lay_out(Parsed(doc), text)
    carried = attach(layout, {block for block, _ in turns.find_turns(layout)})
    ruled = list(spoken(layout, carried))
    for draft, features in learned.possible(layout, carried, ruled):
        bins = np.array([learned.key(name) for name in features])
        yield bins, matches(draft, layout, gold)


def fit(data: Sequence[Example]) -> learned.Weights:
    """Learn weights."""
    weights = np.zeros(learned.BINS)
    squares = np.full(learned.BINS, 1e-6)
    order = np.random.default_rng(0)
    for _ in range(EPOCHS):
        for i in order.permutation(len(data)):
            bins, right = data[i]
            total = max(-LARGEST, min(LARGEST, float(weights[bins].sum())))
            slope = 1 / (1 + math.exp(-total)) - right + COST * weights[bins]
            squares[bins] += slope * slope
            weights[bins] -= RATE * slope / np.sqrt(squares[bins])
    return learned.Weights(weights.astype(np.float32), FLOOR)


def train(split: str = "train") -> learned.Weights:
    """Train on a split of PolNeAR.

    Raises:
        SystemExit: where the data is absent.
    """
    english, data = parser("en"), articles(split)
    if english is None or not data:
        raise SystemExit(f"no articles in polnear/{split} of the gold data ($DATELINE_DATA)")
    docs = english.parse_many((text for text, _ in data), BATCH)
    found: list[Example] = []
    for (text, path), doc in zip(data, docs, strict=True):
        found += examples(text, doc, read_gold(text, path))
    return fit(found)


def main() -> None:
    """Train and write the weights to the file named."""
    if len(sys.argv) != len(("program", "file")):
        raise SystemExit("usage: python eval/train/statements.py FILE.npz")
    learned.save(Path(sys.argv[1]), train())


if __name__ == "__main__":
    main()
