"""Event types against the PLOVER sentences: actors given, and end to end from the raw sentence.

Gold roots are those of an older PLOVER, with YIELD for CONCEDE and RETREAT; both are counted as
YIELD here, and their quad as material cooperation, as the gold has it. End to end, a gold sentence
is found when a mention has its root and spans that overlap its source and target (reciprocal ones
either way round); mentions of other pairs of actors are not counted, as the gold names one pair a
sentence.
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from data import folder, prf
from dateline.extract import actors, places
from dateline.extract.events import code_doc, find
from dateline.extract.statements import find as find_statements
from dateline.extract.times import find_times
from dateline.model import Mention, Report, Span
from dateline.parse import parser

OLDER = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4,
    "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
CONFLICT = 3
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """Read one of the PLOVER files."""
    base = folder()
    if base is None:
        return []
    with (base / "plover" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def parsed(sentences: Iterable[str]) -> Iterator[Doc]:
    """Parse sentences."""
    english = parser("en")
    if english is None:
        raise OSError("no English parser")
    return english.parse_many(sentences, 12)


def macro(gold: Sequence[object], found: Sequence[object]) -> float:
    """Return the mean F1, in percent, over the classes in the gold."""
    classes = sorted(set(gold), key=str)
    return sum(one(gold, found, label)[2] for label in classes) / len(classes)


def one(
    gold: Sequence[object], found: Sequence[object], label: object
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of a class, in percent."""
    right = sum(g == f == label for g, f in zip(gold, found, strict=True))
    return prf(right, sum(g == label for g in gold), right, sum(f == label for f in found))


def overlap(spans: Iterable[Span], sentence: str, words: str) -> bool:
    """Tell whether a span overlaps some words, wherever they stand in the sentence."""
    words = words.strip()
    start = sentence.find(words)
    spans = tuple(spans)
    while words and start >= 0:
        end = start + len(words)
        if any(span.start < end and start < span.end for span in spans):
            return True
        start = sentence.find(words, start + 1)
    return False


def joins(mention: Mention, row: Row) -> bool:
    """Tell whether a mention is about the gold's two actors."""
    ways = [(mention.source_spans, mention.target_spans)]
    if mention.reciprocal:
        ways.append((mention.target_spans, mention.source_spans))
    text = row["sentence"]
    return any(
        overlap(one_, text, row["source"]) and overlap(other, text, row["target"])
        for one_, other in ways
    )


def mentions(doc: Doc) -> list[Mention]:
    """Return the mentions of a parsed sentence."""
    report = Report.from_text(doc.text)
    refs = actors.find(doc, report)
    return find(
        doc,
        refs,
        places.find(doc, refs, report),
        find_times(doc.text, None),
        find_statements(doc, refs, report),
        report,
    )


def end_to_end(
    gold: list[Row], docs: list[Doc], *, between: bool = False
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of events between the gold's actors.

    `between`: only those between states, of which a record makes events.
    """
    right = found = 0
    for row, doc in zip(gold, docs, strict=True):
        roots = {
            OLDER.get(mention.event_type, mention.event_type)
            for mention in mentions(doc)
            if joins(mention, row) and not (between and mention.scope != "between")
        }
        found += len(roots)
        right += row["gold_root"] in roots
    return prf(right, len(gold), right, found)


def coded(gold: Iterable[Row], docs: Iterable[Doc]) -> list[str]:
    """Return the root, by the older names, that is coded for each sentence's two actors."""
    found = (
        code_doc(doc, row["source"], row["target"]).event_type
        for row, doc in zip(gold, docs, strict=True)
    )
    return [OLDER.get(root, root) for root in found]


def measure() -> dict[str, float]:
    """Measure all; in percent. Empty where the data is absent."""
    plover = rows("PLV_train.tsv")
    if not plover:
        return {}
    docs = list(parsed(row["sentence"] for row in plover))
    gold = [row["gold_root"] for row in plover]
    found = coded(plover, docs)
    precision, recall, both = end_to_end(plover, docs)
    figures = {
        "plover_root_macro_f1": macro(gold, found),
        "plover_quad_macro_f1": macro(
            [QUADS[root] for root in gold], [QUADS.get(root, 0) for root in found]
        ),
        "plover_root_accuracy": 100
        * sum(g == f for g, f in zip(gold, found, strict=True))
        / len(gold),
        "plover_end_to_end_precision": precision,
        "plover_end_to_end_recall": recall,
        "plover_end_to_end_f1": both,
        "plover_end_to_end_between_f1": end_to_end(plover, docs, between=True)[2],
    }
    return {**figures, **binary()}


def binary() -> dict[str, float]:
    """Measure cooperation against conflict on the AW sentences; in percent."""
    gold_rows = rows("AW_train.tsv")
    gold, found = [], []
    for row, doc in zip(gold_rows, parsed(row["sentence"] for row in gold_rows), strict=True):
        source, target = (row[side].partition(":")[2] for side in ("source", "target"))
        root = code_doc(doc, source, target).event_type
        quad = QUADS.get(OLDER.get(root, root), 0)
        gold.append(row["gold_binary"])
        found.append("" if not quad else str(int(quad >= CONFLICT)))
    return {"aw_binary_macro_f1": macro(gold, found)}


def classes() -> list[tuple[str, float, float, float]]:
    """Return precision, recall and F1 of each root, actors given."""
    plover = rows("PLV_train.tsv")
    gold = [row["gold_root"] for row in plover]
    found = coded(plover, parsed(row["sentence"] for row in plover))
    return [(label, *one(gold, found, label)) for label in sorted(set(gold))]


def main() -> None:
    """Print the figures."""
    for name, value in measure().items():
        print(f"{name}\t{value:.1f}")
    if "--classes" in sys.argv:
        for label, *figures in classes():
            print(label, *(f"{figure:.1f}" for figure in figures), sep="\t")


if __name__ == "__main__":
    main()
