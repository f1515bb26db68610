"""Own gold for times: relative and approximate phrases in context, and sentences without times.

A phrase is right when the time that covers most of it has the gold's first and last day; a sentence
without times is wrong when anything is found in it. `eval/gold/times/README.md` says how days are
counted. The half that was held back is told apart; `-v` shows the errors of the other half only.
"""

import datetime as dt
import json
import sys
from collections.abc import Iterator
from typing import Any

from data import ROOT
from dateline.extract.times import event_times, find_times
from dateline.model import Time
from dateline.parse import parser

GOLD = ROOT / "eval" / "gold" / "times"
Row = dict[str, Any]


def rows(name: str, half: str) -> list[Row]:
    """Return the rows of one half of a file."""
    lines = (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["half"] == half]


def resolve(row: Row) -> Time | None:
    """Return the time that covers most of a row's phrase."""
    text, published = row["text"], dt.date.fromisoformat(row["published"])
    reader = parser("en")
    if reader is None:
        sys.exit("the English model is absent")
    doc = reader.parse(text)
    times = find_times(text, published, doc=doc)
    times += event_times(doc, times, published)
    start = text.index(row["phrase"])
    end = start + len(row["phrase"])

    def covered(time: Time) -> int:
        shared: int = min(end, time.span.end) - max(start, time.span.start)
        return shared

    best = max(times, key=covered, default=None)
    return best if best and covered(best) > 0 else None


def wrong(half: str) -> Iterator[tuple[Row, Time | None]]:
    """Yield the phrases of a half that get other days than the gold's."""
    for row in rows("relative", half):
        time = resolve(row)
        days = (time.earliest, time.latest) if time else ("", "")
        if tuple(day and str(day) for day in days) != (row["earliest"], row["latest"]):
            yield row, time


def false(half: str) -> list[str]:
    """Return the sentences of a half in which a time is found, where there is none."""
    day = dt.date(2021, 6, 16)
    return [row["text"] for row in rows("negatives", half) if find_times(row["text"], day)]


def measure() -> dict[str, float]:
    """Return the figures, in percent: `times.relative.held`, `times.negatives.held` and so on."""
    figures = {}
    for half in ("dev", "held"):
        bad, all_ = sum(1 for _ in wrong(half)), len(rows("relative", half))
        figures[f"times.relative.{half}"] = 100 * (all_ - bad) / all_
        figures[f"times.negatives.{half}"] = 100 * len(false(half)) / len(rows("negatives", half))
    return figures


def main() -> None:
    """Print the figures, and with `-v` the errors of the half that is not held back."""
    for name, value in measure().items():
        print(f"{name:<24} {value:6.2f}")
    if "-v" in sys.argv:
        for row, time in wrong("dev"):
            found = f"{time.earliest}..{time.latest} {time.reason}" if time else "nothing"
            print(f"{row['phrase']!r} {row['earliest']}..{row['latest']} not {found}")
            print("   ", row["published"], row["text"])
        for text in false("dev"):
            print("false:", text)


if __name__ == "__main__":
    main()
