"""Our own gold of statuses: did it happen, is it planned, threatened, denied?

Each line of `gold/status.jsonl` is a sentence in our own words with one act of interest:

- `source`, `target`: alpha-3; the act's doer, or alleged doer, and whom it was done to.
- `type`: PLOVER type of the act that the status is about. Of "Putin denied that Russia had hacked
  American servers" it is RUS COERCE USA, denied, although the denial is a REJECT besides. A threat
  is itself the act: THREATEN, threatened. A harmful act on a condition is THREATEN, conditional; a
  cooperative one to come, planned or conditional, is AGREE, and a concession to come CONCEDE, as
  the codebook has it. A harmful act to come is of its own type, and so is everything hypothetical
  or negated.
- `status`: as `dateline.model.Status`; in full, happened: it was done; ongoing: it is being done
  or goes on; planned: it is to be done, by one who can; threatened: a threat was made, without a
  condition; conditional: it will be done if something else is; hypothetical: it could be done, or
  is asked about; denied: the one said to have done it denies it; negated: it was not done.
- `historical`: background from long before the date, told in passing; then `status` is happened.
- `by`: alpha-3 of whose word it rests on (of a denial: who denies), empty where it is the report's.
- `condition`: the words of the condition, as they stand in the sentence, or empty.

A sentence is given the status of the first mention of the gold's type between both states, else of
its type with one of them, else of any type between both; "historical" where that mention is so,
"none" where there is no mention. The figure is macro-F1 over the eight statuses and historical.
`-v` shows the errors of the half that rules may be written by, and of that half only.
"""

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import dateline
from data import ROOT, prf
from dateline.model import Mention
from split import half
from triples import HALVES

GOLD = ROOT / "eval" / "gold" / "status.jsonl"
NONE = "none"
Row = dict[str, Any]


def rows() -> list[Row]:
    """Read the gold."""
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def wanted(row: Row) -> str:
    """Return the class of a gold sentence."""
    return "historical" if row["historical"] else str(row["status"])


def states(mention: Mention) -> frozenset[str]:
    """Return the states on either side of a mention."""
    sides = (*mention.source, *mention.target)
    return frozenset(actor.country for actor in sides if actor.country)


def choose(row: Row, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention that is about the gold's act, if there is one."""
    both = {row["source"], row["target"]}
    tests = (
        lambda mention: mention.event_type == row["type"] and both <= states(mention),
        lambda mention: mention.event_type == row["type"] and both & states(mention),
        lambda mention: both <= states(mention),
    )
    return next((mention for test in tests for mention in mentions if test(mention)), None)


def predicted(row: Row) -> str:
    """Return the class given to a gold sentence read on its own."""
    published = dt.date.fromisoformat(row["date"])
    report = dateline.Report.from_text(row["text"], published=published)
    mention = choose(row, dateline.extract(report).mentions)
    if mention is None:
        return NONE
    return "historical" if mention.historical else mention.status


def by_class(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Return F1, in percent, of each class in the gold, from pairs of gold and prediction."""
    right = Counter(gold for gold, found in pairs if gold == found)
    golds = Counter(gold for gold, _ in pairs)
    founds = Counter(found for _, found in pairs)
    return {
        name: prf(right[name], golds[name], right[name], founds[name])[2] for name in sorted(golds)
    }


def results() -> list[tuple[Row, str]]:
    """Return each gold sentence with the class it is given."""
    return [(row, predicted(row)) for row in rows()]


def figures(done: Sequence[tuple[Row, str]]) -> dict[str, float]:
    """Turn results into macro-F1 and accuracy of each half; in percent."""
    shown: dict[str, float] = {}
    for which in HALVES:
        pairs = [(wanted(row), found) for row, found in done if half(row["text"]) == which]
        scores = by_class(pairs)
        shown[f"status_{which}_macro_f1"] = sum(scores.values()) / len(scores)
        shown[f"status_{which}_accuracy"] = 100 * sum(a == b for a, b in pairs) / len(pairs)
    return shown


def measure() -> dict[str, float]:
    """Measure on each half; in percent."""
    return figures(results())


def errors(done: Sequence[tuple[Row, str]]) -> Iterable[str]:
    """Yield what is wrong in the half that rules may be written by."""
    for row, found in done:
        gold = wanted(row)
        if half(row["text"]) == "tune" and gold != found:
            act = f"{row['source']} {row['type']} {row['target']}"
            yield f"{gold} -> {found}\t{act}\t{row['text']}"


def main() -> None:
    """Print the figures; with -v F1 by class and the errors of the tuning half too."""
    done = results()
    for name, value in figures(done).items():
        print(f"{name}\t{value:.1f}")
    if "-v" in sys.argv[1:]:
        pairs = [(wanted(row), found) for row, found in done if half(row["text"]) == "tune"]
        for name, score in by_class(pairs).items():
            print(f"{name}\t{score:.1f}")
        print(*errors(done), sep="\n")


if __name__ == "__main__":
    main()
