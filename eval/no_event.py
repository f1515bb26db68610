"""Own sentences full of tempting words in which no political event is told: how many give one.

A sentence is wrong when it gives any mention, historical and hypothetical ones too. The figures
are errors: less is better. `-v` lists the errors of the tune half, with their kind.
"""

import csv
import datetime as dt
import sys
from collections import Counter
from functools import cache

import dateline
from data import ROOT
from dateline import Mention, Report
from split import Half, half

GOLD = ROOT / "eval" / "gold"
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """Read a file of `eval/gold`, without its head lines."""
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def mentions() -> tuple[tuple[Half, Row, tuple[Mention, ...]], ...]:
    """Return each sentence's half, row and mentions."""
    found = []
    for row in rows("no_event.tsv"):
        report = Report.from_text(row["text"], published=dt.date.fromisoformat(row["date"]))
        found.append((half(row["text"]), row, dateline.extract(report).mentions))
    return tuple(found)


def measure() -> dict[str, float]:
    """Return the sentences that give a mention, in percent of each half."""
    all_ = Counter(of for of, _, _ in mentions())
    bad = Counter(of for of, _, some in mentions() if some)
    return {f"no_event_{of}": 100 * bad[of] / all_[of] for of in sorted(all_)}


def main() -> None:
    """Print the figures, and with `-v` the errors of the tune half."""
    for name, value in measure().items():
        print(f"{name}\t{value:.1f}")
    if "-v" not in sys.argv:
        return
    wrong = [(row, some) for of, row, some in mentions() if of == "tune" and some]
    for row, some in sorted(wrong, key=lambda pair: pair[0]["kind"]):
        print(f"{row['kind']}\t{row['date']}\t{row['text']}")
        for mention in some:
            sides = (
                "+".join(actor.code for actor in side) for side in (mention.source, mention.target)
            )
            words = (row["text"][span.start : span.end] for span in mention.action_spans)
            print("", mention.event_type, *sides, mention.status, " ".join(words), sep="\t")
    print(*Counter(row["kind"] for row, _ in wrong).most_common())


if __name__ == "__main__":
    main()
