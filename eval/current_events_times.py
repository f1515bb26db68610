"""Dates of mentions in daily entries that name a day other than their own, judged by reading.

`sample` draws entries by a hash of their keys, and of each one mention; their verdicts are kept in
`eval/adjudicated/current-events-times.tsv`. A verdict holds for the date that was judged: a mention
that has another date now, or is gone, is counted apart until somebody reads it again. `--sample N`
prints N of them; entries change with the data, never the order.
"""

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator

import dateline
from current_events import entries
from data import ROOT, folder

FILE = ROOT / "eval" / "adjudicated" / "current-events-times.tsv"
YEARS = range(2004, 2021)
SEED = "times-2026"


def rank(name: str) -> str:
    """Return a hash that puts names in a random order, always the same."""
    return hashlib.sha256((SEED + name).encode()).hexdigest()


def names_another_day(report: dateline.Report) -> bool:
    """Tell whether an entry has a date that its own day is not part of."""
    day = report.published
    return day is not None and any(
        time.timex_type in {"DATE", "TIME"}
        and time.earliest is not None
        and time.latest is not None
        and not time.earliest <= day <= time.latest
        for time in dateline.find_times(report.text, day)
    )


def sample() -> Iterator[tuple[dateline.Report, dateline.Mention]]:
    """Yield entries in random order, each with one of its mentions."""
    found = [report for report in entries(YEARS) if names_another_day(report)]
    for report in sorted(found, key=lambda report: rank(report.key)):
        mentions = dateline.extract(report).mentions
        if mentions:
            yield report, min(mentions, key=lambda mention: rank(mention.id))


def words(report: dateline.Report, mention: dateline.Mention) -> str:
    """Return the action words of a mention."""
    return "/".join(report.text[span.start : span.end] for span in mention.action_spans)


def rows() -> list[dict[str, str]]:
    """Return the verdicts."""
    lines = [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:]]


def measure() -> dict[str, float]:
    """Return the share judged right, and how many still have the date judged, in percent."""
    verdicts = rows()
    figures = {
        "current_events.times.right": 100
        * sum(row["right"] == "y" for row in verdicts)
        / len(verdicts)
    }
    if folder() is None:
        return figures
    keys = {row["key"] for row in verdicts}
    now: dict[tuple[str, str, str], str] = {}
    for report in entries(YEARS):
        if report.key in keys:
            for mention in dateline.extract(report).mentions:
                time = mention.time.edtf if mention.time else ""
                now[report.key, mention.event_type, words(report, mention)] = time
    same: Counter[str] = Counter()
    for row in verdicts:
        if now.get((row["key"], row["type"], row["words"])) == row["given"]:
            same[row["right"]] += 1
    figures["current_events.times.unchanged"] = 100 * same.total() / len(verdicts)
    figures["current_events.times.right_of_unchanged"] = 100 * same["y"] / max(same.total(), 1)
    return figures


def main() -> None:
    """Print the figures, or a sample to be judged."""
    if "--sample" not in sys.argv:
        for name, value in measure().items():
            print(f"{name:<44} {value:6.1f}")
        return
    count = int(sys.argv[sys.argv.index("--sample") + 1])
    for number, (report, mention) in enumerate(sample(), 1):
        time = mention.time
        said = f"{time.edtf}\t{time.reason}" if time else ""
        print(report.key, mention.event_type, words(report, mention), said, sep="\t")
        print("   ", report.text)
        if number == count:
            return


if __name__ == "__main__":
    main()
