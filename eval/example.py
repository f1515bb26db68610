"""The example corpus against its gold: events per type, voices, off-topic reports, times.

A gold event counts when an event of the record agrees with it in pair, type and date: the types
are equal (or one the gold names as equally good), each side has a party in common, and its days
fall within the gold's window. One event may so count for several gold events of a pair, type and
day; `recall_one_to_one` lets it count for one only. An event of the record is an error when neither
the gold nor the adjudicated list has such an event.
"""

import datetime as dt
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import dateline
from data import ROOT, prf
from dateline.link.block import party_of
from dateline.query.timeline import lineage
from scores import matching

CORPUS = ROOT / "examples" / "us-russia-cyber"
Gold = dict[str, Any]


def parties(codes: Iterable[str]) -> set[str]:
    """Return the parties of codes, predecessor states included."""
    return {p for code in codes for p in lineage(party_of(code))}


def agrees(event: dateline.Event, gold: Gold) -> bool:
    """Tell whether an event of the record is the gold event."""
    if event.event_type not in {gold["type"], *gold.get("types", [])}:
        return False
    if event.start is None:
        return False
    end = event.end or event.start
    first, last = dt.date.fromisoformat(gold["from"]), dt.date.fromisoformat(gold["to"])
    if end < first or event.start > last or (end - event.start).days > 366:  # noqa: PLR2004 - a year
        return False
    source, target = parties(event.source), parties(event.target)
    there, here = parties(gold["source"]), parties(gold["target"])
    if gold.get("reciprocal") or event.reciprocal:
        return len((there | here) & (source | target)) > 1 or (there | here) == (source | target)
    # Where no sentence names the target, a coding that leaves it out is as good.
    open_target = not here or (gold.get("target_implied", False) and not target)
    return bool(source & there) and (open_target or bool(target & here))


def main_counts(events: list[dateline.Event], gold: list[Gold], more: list[Gold]) -> Gold:
    """Return the counts that the figures are made of, and the errors."""
    hit = {g["id"] for g in gold if any(agrees(e, g) for e in events)}
    wrong = [e for e in events if not any(agrees(e, g) for g in (*gold, *more))]
    return {
        "gold": Counter(g["type"] for g in gold),
        "hit": Counter(g["type"] for g in gold if g["id"] in hit),
        "found": Counter(e.event_type for e in events),
        "wrong": Counter(e.event_type for e in wrong),
        "missed_events": [g for g in gold if g["id"] not in hit],
        "wrong_events": wrong,
    }


def paired(events: list[dateline.Event], gold: list[Gold]) -> int:
    """Return how many gold events find an event of their own, by the best matching (Kuhn 1955)."""
    fits = [[n for n, e in enumerate(events) if agrees(e, g)] for g in gold]
    return len(matching(fits))


def voices_right(found: list[dateline.Voice], gold: Gold) -> tuple[int, int, int, int]:
    """Return pairs of copies found and there, and pairs wrongly grouped (spun ones left aside)."""
    aside = {item["report"] for item in gold["spun"]}
    pairs = {p for voice in found for p in pairs_of(set(voice.reports) - aside)}
    there = {p for group in gold["voices"] for p in pairs_of(set(group) - aside)}
    return len(pairs & there), len(there), len(pairs & there), len(pairs)


def pairs_of(keys: set[str]) -> set[tuple[str, str]]:
    """Return all pairs of a group."""
    return {(a, b) for a in keys for b in keys if a < b}


def measure(*, verbose: bool = False) -> dict[str, float]:
    """Build the example's record and return its figures, in percent."""
    gold = json.loads((CORPUS / "gold.json").read_text("utf-8"))
    more = json.loads((CORPUS / "adjudicated.json").read_text("utf-8"))["supported"]
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "example.dateline"
        dateline.build([CORPUS / "reports"], where, workers=2)
        with dateline.open(where) as record:
            events = list(record.timeline())
            voices = list(record.voices())
    counts = main_counts(events, gold["events"], more)
    total = {name: sum(counts[name].values()) for name in ("gold", "hit", "found", "wrong")}
    precision, recall, f1 = prf(
        total["hit"], total["gold"], total["found"] - total["wrong"], total["found"]
    )
    off_topic = sum(bool(set(e.reports) & set(gold["off_topic"])) for e in events)
    voice_p, voice_r, voice_f = prf(*voices_right(voices, gold))
    if verbose:
        tell(counts)
    return {
        "example.events.precision": precision,
        "example.events.recall": recall,
        "example.events.f1": f1,
        "example.events.recall_one_to_one": 100 * paired(events, gold["events"]) / total["gold"],
        "example.off_topic.clean": 100.0 if off_topic == 0 else 0.0,
        "example.voices.precision": voice_p,
        "example.voices.recall": voice_r,
        "example.voices.f1": voice_f,
    }


def tell(counts: Gold) -> None:
    """Print the figures per type, then each error."""
    print(f"{'type':<10} gold  hit found wrong")
    for name in sorted({*counts["gold"], *counts["found"]}):
        row = (counts[c][name] for c in ("gold", "hit", "found", "wrong"))
        print(f"{name:<10}" + "".join(f"{n:>5}" for n in row))
    for item in counts["missed_events"]:
        sides = f"{'+'.join(item['source'])}->{'+'.join(item['target'])}"
        print(
            f"missed {item['id']} {item['type']} {sides} {item['from']}/{item['to']} {item['what']}"
        )
    for event in counts["wrong_events"]:
        sides = f"{'+'.join(event.source)}->{'+'.join(event.target)}"
        print(f"wrong {event.event_type} {event.status} {sides} {event.edtf or event.start} "
              f"{event.headline} {event.reports}")  # fmt: skip


if __name__ == "__main__":
    for figure, value in measure(verbose="-v" in sys.argv).items():
        print(f"{figure:<32} {value:6.1f}")
