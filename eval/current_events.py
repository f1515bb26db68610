"""Daily world-event entries as reports, and records built of them.

Each entry of a day becomes one report: its text without the source in brackets at its end, which
becomes the publisher. Headings, which the data flattens into entries, are told by their lack of a
full stop and left out.
"""

import argparse
import datetime as dt
import random
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import yaml

import dateline
from data import ROOT, folder
from dateline.data import table, values

SOURCE = re.compile(r"\s*\(([^()]{2,60})\)\s*$")
ADJUDICATED = ROOT / "eval" / "adjudicated"
# An entry is a sentence; headings are shorter or have no full stop.
LEAST_WORDS = 6
WEEK = 7


def entries(years: range) -> Iterator[dateline.Report]:
    """Yield every entry of some years as a report, by day; `key` is `DAY#N`."""
    root = folder()
    if root is None:
        sys.exit("the gold data is absent")
    for year in years:
        with tarfile.open(root / "current-events" / f"{year}.tar.gz") as archive:
            for member in sorted(archive.getmembers(), key=lambda m: m.name):
                file = archive.extractfile(member) if member.isfile() else None
                if file is not None:
                    yield from of_day(yaml.load(file, Loader=yaml.CSafeLoader))


def of_day(day: dict[str, object]) -> Iterator[dateline.Report]:
    """Yield the entries of one day."""
    date = dt.date.fromisoformat(str(day["Date"]))
    groups = day.get("Intelligence_Payload") or {}
    items = [item for group in groups.values() for item in group or ()]  # type: ignore[attr-defined]
    for number, item in enumerate(items):
        text, publisher = " ".join(str(item).split()), ""
        while found := SOURCE.search(text):
            publisher, text = found[1], text[: found.start()]
        if len(text.split()) >= LEAST_WORDS and text.endswith((".", '."', ".”", "!", "?")):
            yield dateline.Report.from_text(
                text, published=date, publisher=publisher, language="en", key=f"{date}#{number:03}"
            )


def jsonl(years: range, out: Path) -> int:
    """Write the entries as JSON Lines and return how many there are."""
    import msgspec

    count = 0
    with out.open("wb") as file:
        for count, report in enumerate(entries(years), 1):  # noqa: B007 - the count is kept
            row = {
                "id": report.key,
                "text": report.text,
                "published": report.published,
                "publisher": report.publisher,
                "language": "en",
            }
            file.write(msgspec.json.encode(row) + b"\n")
    return count


def judged(name: str, column: str) -> float:
    """Return the share of adjudicated events with a "y" in a column, in percent."""
    lines = (ADJUDICATED / name).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[0] != "#"]
    right = [row[rows[0].index(column)] == "y" for row in rows[1:]]
    return 100 * sum(right) / len(right)


def measure() -> dict[str, float]:
    """Return the shares of adjudicated events that are right, in percent."""
    late, again = "current-events-usa-rus-2016.tsv", "current-events-usa-rus-again.tsv"
    last, others = "current-events-usa-rus-late.tsv", "current-events-any-pair.tsv"
    return {
        "current_events.usa_rus.right": judged("current-events-usa-rus.tsv", "right"),
        "current_events.usa_rus_2016.supported": judged(late, "supported"),
        "current_events.usa_rus_2016.dated": judged(late, "dated"),
        "current_events.usa_rus_again.supported": judged(again, "supported"),
        "current_events.usa_rus_again.dated": judged(again, "dated"),
        "current_events.usa_rus_late.supported": judged(last, "supported"),
        "current_events.usa_rus_late.dated": judged(last, "dated"),
        "current_events.any_pair.supported": judged(others, "supported"),
        "current_events.any_pair.dated": judged(others, "dated"),
    }


def forms(code: str) -> re.Pattern[str]:
    """Return what finds a state's name, adjective, people, capital or seat of power in a text."""
    row = next(row for row in table("states") if row["code"] == code)
    named = ("name", "aliases", "adjectives", "demonyms", "capital", "metonyms")
    words = sorted(
        {word for column in named for word in values(row[column])}, key=lambda w: (-len(w), w)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def covered(record: dateline.Record, years: range, between: tuple[str, str]) -> dict[str, float]:
    """Return on how many days an entry names both, and the share of these in their timeline.

    A day is in it where an event is dated to it (within a week), or told by such an entry of it.
    `of_acts`: the same among the days but those of which somebody judged that the entries that name
    both tell no act of one towards the other; only days not covered were judged, of one pair.
    """
    a, b = map(forms, between)
    days: dict[dt.date, set[str]] = {}
    for one in entries(years):
        if one.published and a.search(one.text) and b.search(one.text):
            days.setdefault(one.published, set()).add(one.key)
    events = list(record.timeline(dateline.Query(between=between)))
    told = {key for event in events for key in event.reports}
    spans = [(e.start, e.end or e.start) for e in events if e.start]
    dated = {
        first + dt.timedelta(n)
        for first, last in spans
        if (last - first).days <= WEEK
        for n in range((last - first).days + 1)
    }
    found = [day for day, keys in days.items() if day in dated or keys & told]
    none = without_act() if set(between) == {"USA", "RUS"} else set()
    acts = [day for day in days if str(day) not in none or day in found]
    return {
        "days": len(days),
        "covered": 100 * len(found) / max(1, len(days)),
        "days_of_acts": len(acts),
        "of_acts": 100 * len(found) / max(1, len(acts)),
    }


def without_act() -> set[str]:
    """Return the days on which the entries that name the USA and Russia tell no act of theirs."""
    lines = (ADJUDICATED / "current-events-usa-rus-days.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[0] != "#"]
    return {day for day, act, _ in rows[1:] if act == "n"}


def main() -> None:
    """Build a record of some years and print a random sample of a pair's events."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--years", nargs=2, type=int, default=(2004, 2020))
    parser.add_argument("--between", nargs=2, default=("USA", "RUS"))
    parser.add_argument("--record", type=Path, required=True)
    parser.add_argument("--sample", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    source = given.record.with_suffix(".jsonl")
    first, last = given.years
    print(jsonl(range(first, last + 1), source), "entries")
    print(dateline.build([source], given.record, workers=2))
    with dateline.open(given.record) as record:
        query = dateline.Query(between=tuple(given.between))
        events = list(record.timeline(query))
        print(len(events), "events")
        print(covered(record, range(first, last + 1), tuple(given.between)))
        for event in random.Random(given.seed).sample(events, min(given.sample, len(events))):  # noqa: S311 - a sample, no secret
            sides = f"{'+'.join(event.source)}->{'+'.join(event.target)}"
            print(event.id, event.event_type, event.mode, event.status, sides, event.edtf, sep="\t")
            for mention in record.mentions(event):
                key = record.reports(mention.evidence.report_id)[0].key
                print(f"    {key}: {record.text(mention.evidence)}")


if __name__ == "__main__":
    main()
