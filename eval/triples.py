"""Our own end-to-end gold: who did what to whom, from the raw sentence.

A triple is (source, type, target) by alpha-3 codes; several sources or targets give every
combination of two different states. AGREE, CONSULT and COOPERATE have no direction; a mention of
another type that is marked reciprocal gives both directions. Mentions that are negated, denied or
hypothetical are no events, and those without a state on both sides give no triple. Each triple
counts once a sentence. `gold/end_to_end.tsv` says by what rules the gold is written. `-v` shows the
errors of the half that rules may be written by, and of that half only.
"""

import csv
import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import dateline
from data import ROOT, prf
from dateline.model import Mention
from split import Half, half

GOLD = ROOT / "eval" / "gold" / "end_to_end.tsv"
TWO_SIDED = frozenset({"AGREE", "CONSULT", "COOPERATE"})
NO_EVENT = frozenset({"negated", "denied", "hypothetical"})
HALVES: tuple[Half, ...] = ("tune", "held")
Triple = tuple[str, str, str]


@dataclass(frozen=True)
class Row:
    """A sentence of the gold."""

    date: dt.date
    text: str
    triples: frozenset[Triple]


def combine(sources: Iterable[str], kind: str, targets: Iterable[str]) -> frozenset[Triple]:
    """Return every pair of two different states; in code order where the type has no direction."""
    targets = tuple(targets)
    pairs = ((one, other) for one in sources for other in targets if one != other)
    if kind in TWO_SIDED:
        pairs = ((min(pair), max(pair)) for pair in pairs)
    return frozenset((one, kind, other) for one, other in pairs)


def rows() -> list[Row]:
    """Read the gold."""
    with GOLD.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return [
            Row(dt.date.fromisoformat(row["date"]), row["text"], events(row["events"]))
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def events(cell: str) -> frozenset[Triple]:
    """Read a cell of events."""
    found: set[Triple] = set()
    for event in filter(None, cell.split(";")):
        sources, kind, targets = event.split(" ")
        found |= combine(sources.split("+"), kind, targets.split("+"))
    return frozenset(found)


def triples(mentions: Iterable[Mention]) -> frozenset[Triple]:
    """Return the triples that mentions give."""
    found: set[Triple] = set()
    for mention in mentions:
        if mention.status in NO_EVENT:
            continue
        sources, targets = (
            [actor.country for actor in side if actor.country]
            for side in (mention.source, mention.target)
        )
        found |= combine(sources, mention.event_type, targets)
        if mention.reciprocal:
            found |= combine(targets, mention.event_type, sources)
    return frozenset(found)


def extracted(row: Row) -> frozenset[Triple]:
    """Return the triples found in a sentence read on its own."""
    report = dateline.Report.from_text(row.text, published=row.date)
    return triples(dateline.extract(report).mentions)


def measure() -> dict[str, float]:
    """Measure precision, recall and F1 of triples on each half; in percent."""
    count: Counter[tuple[Half, str]] = Counter()
    for row in rows():
        which, found = half(row.text), extracted(row)
        count[which, "gold"] += len(row.triples)
        count[which, "found"] += len(found)
        count[which, "right"] += len(row.triples & found)
    figures: dict[str, float] = {}
    for which in HALVES:
        gold, found_, right = (count[which, name] for name in ("gold", "found", "right"))
        scores = zip(("precision", "recall", "f1"), prf(right, gold, right, found_), strict=True)
        figures |= {f"triples_{which}_{name}": score for name, score in scores}
    return figures


def errors() -> Iterable[str]:
    """Yield what is wrong in the half that rules may be written by: `-` missed, `+` invented."""
    for row in rows():
        if half(row.text) == "held":
            continue
        found = extracted(row)
        marked = [("-", triple) for triple in sorted(row.triples - found)]
        marked += [("+", triple) for triple in sorted(found - row.triples)]
        if marked:
            yield (
                "; ".join(f"{mark}{' '.join(triple)}" for mark, triple in marked) + f"\t{row.text}"
            )


def main() -> None:
    """Print the figures; with -v the errors of the tuning half too."""
    for name, value in measure().items():
        print(f"{name}\t{value:.1f}")
    if "-v" in sys.argv[1:]:
        print(*errors(), sep="\n")


if __name__ == "__main__":
    main()
