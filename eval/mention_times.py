"""Dates of mentions on the example corpus, by what they rest on.

A mention is measured when a gold event of its report has its type (or one as good) and its pair.
It is right when its days meet those of such an event and are within a year; where a report has
several such events, any of them. "Known" counts a mention without a day as wrong. Planned events
have no last day; theirs counts as open.
"""

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import dateline
from example import CORPUS, parties

Gold = dict[str, Any]
YEAR = 366  # days of the longest range that says anything


def agrees(mention: dateline.Mention, gold: Gold) -> bool:
    """Tell whether a mention and a gold event agree in type and pair."""
    if mention.event_type not in {gold["type"], *gold.get("types", [])}:
        return False
    source = parties(actor.code for actor in mention.source)
    target = parties(actor.code for actor in mention.target)
    there, here = parties(gold["source"]), parties(gold["target"])
    if gold.get("reciprocal") or mention.reciprocal:
        return len((there | here) & (source | target)) > 1 or (there | here) == (source | target)
    open_target = not here or (gold.get("target_implied", False) and not target)
    return bool(source & there) and (open_target or bool(target & here))


def within(time: dateline.Time | None, gold: Gold) -> bool:
    """Tell whether a time meets the days of a gold event and is not longer than a year."""
    if time is None or time.earliest is None:
        return False
    first, last = dt.date.fromisoformat(gold["from"]), dt.date.fromisoformat(gold["to"])
    latest = time.latest or max(last, time.earliest)
    return first <= latest and time.earliest <= last and (latest - time.earliest).days <= YEAR


def measured() -> Iterator[tuple[dateline.Report, dateline.Mention, list[Gold]]]:
    """Yield each mention that a gold event of its report agrees with, and those events."""
    gold = json.loads((CORPUS / "gold.json").read_text("utf-8"))["events"]
    gold += json.loads((CORPUS / "adjudicated.json").read_text("utf-8"))["supported"]
    for report in dateline.read(CORPUS / "reports"):
        here = [event for event in gold if report.key in event.get("reports", [])]
        if not here:
            continue
        for mention in dateline.extract(report).mentions:
            events = [event for event in here if agrees(mention, event)]
            if events:
                yield report, mention, events


def basis(mention: dateline.Mention) -> str:
    """Return what the mention's time rests on."""
    return mention.time.basis if mention.time else "nothing"


def measure(*, verbose: bool = False) -> dict[str, float]:
    """Return the share of right dates, in percent, in all and by basis."""
    all_: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for report, mention, events in measured():
        good = any(within(mention.time, event) for event in events)
        names = ("all", basis(mention), "one event" if len(events) == 1 else "several events")
        all_.update(names)
        right.update(names if good else ())
        if verbose and not good:
            time = mention.time
            days = f"{time.earliest}..{time.latest} {time.reason}" if time else "no time"
            start, end = mention.evidence.start, mention.evidence.end
            print(f"{report.key} {mention.event_type} {mention.status}: {days}")
            print("   ", [(event["from"], event["to"]) for event in events])
            print("   ", report.published, " ".join(report.text[start:end].split()))
    if verbose:
        for name, count in sorted(all_.items()):
            print(f"{name:<15} {right[name]:>4} of {count}")
    return {
        f"mention_times.{name.replace(' ', '_')}": 100 * right[name] / count
        for name, count in sorted(all_.items())
    }


if __name__ == "__main__":
    for figure, value in measure(verbose="-v" in sys.argv).items():
        print(f"{figure:<32} {value:6.1f}")
