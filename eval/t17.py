"""Timelines of T17 through `dateline.summarize`: days and words, length given and not.

Length given, as the literature has it: the first and last day of the gold timeline, its number of
days, and its mean sentences a day, rounded, are told. Free: nothing is. Averages over timelines, in
percent. Nothing in `dateline.summary` is trained; `t17_left_out.py` says how its constants were
set. `python eval/t17.py` prints a line for each timeline, `--all` of all six topics.
"""

import datetime as dt
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

import dateline
from data import folder
from scores import Score, mean_score, set_score
from t17_rouge import Timeline, aligned

# Topics that take seconds; all six take minutes.
SMALL = ("haiti", "mj")
NAMES = ("date_f1", "ar1", "ar2")


class Article(msgspec.Struct):
    """A report of a topic."""

    id: str
    published: dt.date
    text: str


class Topic(NamedTuple):
    """A topic: its reports, and its gold timelines by name."""

    name: str
    reports: list[dateline.Report]
    gold: dict[str, dict[dt.date, list[str]]]


class Result(NamedTuple):
    """A timeline's scores, days, ROUGE-1 and ROUGE-2: with its length given, and free."""

    topic: str
    name: str
    given: tuple[Score, Score, Score]
    free: tuple[Score, Score, Score]


def topics(names: tuple[str, ...] = ()) -> Iterator[Topic]:
    """Yield topics by name, all where none are named; none where the data is absent."""
    base = folder()
    root = base / "t17" if base else Path("absent")
    for path in sorted(root.glob("*/gold.json")):
        if not names or path.parent.name in names:
            articles = (path.parent / "articles.jsonl").read_bytes().splitlines()
            yield Topic(path.parent.name, [report(line) for line in articles], gold(path))


def report(line: bytes) -> dateline.Report:
    """Read a report."""
    found = msgspec.json.decode(line, type=Article)
    return dateline.Report.from_text(found.text, published=found.published, key=found.id)


def gold(path: Path) -> dict[str, dict[dt.date, list[str]]]:
    """Read the gold timelines of a topic; a day that stands twice has the sentences of both."""
    read = msgspec.json.decode(path.read_bytes(), type=dict[str, list[tuple[dt.date, list[str]]]])
    timelines: dict[str, dict[dt.date, list[str]]] = {}
    for name, rows in read.items():
        timelines[name] = {}
        for day, sentences in rows:
            timelines[name].setdefault(day, []).extend(sentences)
    return timelines


def judge(want: Timeline, days: list[dateline.Day]) -> tuple[Score, Score, Score]:
    """Score days against a gold timeline."""
    found = {day.date: [line.text for line in day.sentences] for day in days}
    return set_score(list(want), list(found)), aligned(want, found, 1), aligned(want, found, 2)


def results(topic: Topic) -> Iterator[Result]:
    """Yield the scores of each timeline of a topic."""
    free = dateline.summarize(topic.reports)
    for name, want in topic.gold.items():
        mean = round(sum(map(len, want.values())) / len(want)) or 1
        given = dateline.summarize(topic.reports, min(want), max(want), len(want), mean)
        yield Result(topic.name, name, judge(want, given), judge(want, free))


def pooled(rows: list[Result], prefix: str) -> dict[str, float]:
    """Average scores over timelines."""
    found = {}
    for number, name in enumerate(NAMES):
        found[f"{prefix}.{name}"] = mean_score(row.given[number] for row in rows).f1
        found[f"{prefix}.free.{name}"] = mean_score(row.free[number] for row in rows).f1
    return {name: round(value, 2) for name, value in found.items()}


def measure() -> dict[str, float]:
    """Return date-F1, AR1 and AR2 of two small topics, with the length given and free."""
    rows = [row for topic in topics(SMALL) for row in results(topic)]
    return pooled(rows, "t17.two_topics") if rows else {}


def main() -> None:
    """Print the scores of each timeline."""
    rows = []
    for topic in topics(() if "--all" in sys.argv else SMALL):
        began = time.process_time()
        for row in results(topic):
            rows.append(row)
            numbers = " ".join(f"{s.f1:6.2f}" for s in (*row.given, *row.free))
            print(f"{row.topic:<6} {row.name[:30]:<30} {numbers}")
        print(f"{topic.name}: {time.process_time() - began:.0f} s for {len(topic.gold) + 1} runs")
    for name, value in pooled(rows, "t17").items():
        print(f"{name:<44} {value:7.2f}")


if __name__ == "__main__":
    main()
