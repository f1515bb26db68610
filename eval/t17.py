"""Days of timelines on six topics of T17: which days did the news find worth an entry?

Days alone, by counting: how many reports name a day, and, at a small weight, how many were
published on it. First and last day and the number of days of the gold timeline are given. Date-F1
compares exact days as sets, averaged over the 12 timelines. Counting every naming is measured
beside it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from data import folder
from dateline.extract.times import find_times
from dateline.model import Time
from scores import Score, mean_score, set_score

# What the day of publication may count beside a day that the text names; the weight of each topic
# is the best on the five others. All six choose 0.1 where a report counts a day once.
WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0)

Days = Counter[dt.date]


class Article(msgspec.Struct):
    """A report of a topic."""

    published: dt.date
    text: str


class Counts(NamedTuple):
    """How often each day is meant: by namings, by reports that name it, by publications."""

    namings: Days
    reports: Days
    published: Days


class Topic(NamedTuple):
    """A topic: its counts, and the days of its gold timelines by name."""

    counts: Counts
    gold: dict[str, frozenset[dt.date]]


def articles(path: Path) -> Iterator[Article]:
    """Yield the reports of a topic, one at a time."""
    with path.open("rb") as lines:
        for line in lines:
            yield msgspec.json.decode(line, type=Article)


def is_day(time: Time) -> bool:
    """Tell whether a time expression names one day."""
    return time.timex_type in {"DATE", "TIME"} and time.earliest == time.latest


def count(reports: Iterable[Article]) -> Counts:
    """Count the days of some reports."""
    counts = Counts(Counter(), Counter(), Counter())
    for report in reports:
        times = find_times(report.text, report.published)
        named = [time.earliest for time in times if time.earliest is not None and is_day(time)]
        counts.namings.update(named)
        counts.reports.update(set(named))
        counts.published[report.published] += 1
    return counts


def gold(path: Path) -> dict[str, frozenset[dt.date]]:
    """Read the days of the gold timelines of a topic."""
    timelines = msgspec.json.decode(
        path.read_bytes(), type=dict[str, list[tuple[dt.date, list[str]]]]
    )
    return {name: frozenset(day for day, _ in rows) for name, rows in timelines.items()}


def topics() -> dict[str, Topic]:
    """Read all topics (half a minute); empty where they are absent."""
    base = folder()
    root = base / "t17" if base else None
    if root is None or not root.is_dir():
        return {}
    return {
        path.name: Topic(count(articles(path / "articles.jsonl")), gold(path / "gold.json"))
        for path in sorted(root.iterdir())
        if (path / "gold.json").is_file()
    }


def choose(named: Days, published: Days, weight: float, want: frozenset[dt.date]) -> set[dt.date]:
    """Return as many days as `want` has, within its first and last, those that count most."""
    first, last = min(want), max(want)
    total = {
        day: named[day] + weight * published[day]
        for day in {*named, *published}
        if first <= day <= last
    }
    ranked = sorted((day for day in total if total[day]), key=lambda day: (-total[day], day))
    return set(ranked[: len(want)])


def judge(topic: Topic, weight: float, *, once: bool = True) -> list[Score]:
    """Score each timeline of a topic; `once`: a report counts a day once."""
    named = topic.counts.reports if once else topic.counts.namings
    published = topic.counts.published
    return [set_score(want, choose(named, published, weight, want)) for want in topic.gold.values()]


def left_out(
    read: Mapping[str, Topic], *, once: bool = True
) -> dict[str, tuple[float, list[Score]]]:
    """Return for each topic the weight that is best on the others, and its scores with it."""
    by_weight = {
        weight: {name: judge(topic, weight, once=once) for name, topic in read.items()}
        for weight in WEIGHTS
    }

    def others(name: str, weight: float) -> float:
        rows = by_weight[weight].items()
        return mean_score(score for other, found in rows if other != name for score in found).f1

    found = {}
    for name in read:
        best = max(WEIGHTS, key=lambda weight: others(name, weight))
        found[name] = best, by_weight[best][name]
    return found


def average(rows: Iterable[list[Score]]) -> Score:
    """Average the scores of all timelines."""
    return mean_score(score for scores in rows for score in scores)


def measure() -> dict[str, float]:
    """Return date-F1 in percent: a day once a report, every naming, and the texts alone."""
    read = topics()
    if not read:
        return {}
    rows = {
        "date_f1": [scores for _, scores in left_out(read).values()],
        "date_f1_all_namings": [scores for _, scores in left_out(read, once=False).values()],
        "date_f1_text_alone": [judge(topic, 0.0) for topic in read.values()],
    }
    return {f"t17.{name}": round(average(scores).f1, 2) for name, scores in rows.items()}


def main() -> None:
    """Print a table of the timelines."""
    read = topics()
    print(f"{'topic':6} {'weight':>6} {'timeline':44} {'days':>4} {'F1':>6}")
    rows = left_out(read)
    for name, (weight, scores) in rows.items():
        for (timeline, days), score in zip(read[name].gold.items(), scores, strict=True):
            print(f"{name:6} {weight:6.1f} {timeline:44} {len(days):4} {score.f1:6.2f}")
    if rows:
        print(f"{'mean':63} {average(scores for _, scores in rows.values()).f1:6.2f}")


if __name__ == "__main__":
    main()
