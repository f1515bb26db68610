"""The example corpus, text by text: statements and times against the gold.

A statement counts when its content covers over half of the gold's letters; its speaker counts when
the speaker's state is the gold's. A time counts when it overlaps the gold's words, its value when
its first and last day are the gold's. Only reports whose list is complete are measured.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import dateline
from data import prf
from example import CORPUS

Range = tuple[int, int]
Gold = dict[str, Any]
COVERED = 0.5


def occurrences(text: str, words: str) -> list[int]:
    """Return where some words begin in a text."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def place(text: str, item: Gold) -> Range | None:
    """Return where a gold time stands: its nth occurrence, counted from 1."""
    found = occurrences(text, item["text"])
    number = item.get("nth", 1) - 1
    return (found[number], found[number] + len(item["text"])) if number < len(found) else None


def one_to_one(gold: list[Range], found: list[list[Range]], least: float) -> Iterator[Range]:
    """Yield `(gold, found)` indices matched best first: share of the gold that is covered."""
    scored = []
    for g, (start, end) in enumerate(gold):
        for f, spans in enumerate(found):
            covered = sum(max(0, min(end, e) - max(start, s)) for s, e in spans)
            if covered > least * (end - start):
                excess = sum(e - s for s, e in spans) - covered
                scored.append((covered / (end - start), -excess, g, f))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for *_, g, f in sorted(scored, key=lambda x: (-x[0], -x[1], x[2], x[3])):
        if g not in used_gold and f not in used_found:
            used_gold.add(g)
            used_found.add(f)
            yield g, f


def ranges(spans: Iterable[dateline.Span]) -> list[Range]:
    """Return spans as pairs."""
    return [(span.start, span.end) for span in spans]


def statements(
    report: dateline.Report, gold: list[Gold], found: dateline.Extraction
) -> Counter[str]:
    """Count one report's statements."""
    here = []
    for item in gold:
        at = occurrences(report.text, item["content"])
        here.append((at[0], at[0] + len(item["content"])) if at else (0, 0))
    pairs = list(one_to_one(here, [ranges(s.content_spans) for s in found.statements], COVERED))
    right = sum(
        (s.country if (s := found.statements[f].speaker) else None) == gold[g]["code"]
        for g, f in pairs
    )
    return Counter(gold=len(gold), found=len(found.statements), match=len(pairs), right=right)


def times(report: dateline.Report, gold: list[Gold], found: dateline.Extraction) -> Counter[str]:
    """Count one report's times."""
    placed = [(place(report.text, item), item) for item in gold]
    here = [(at, item) for at, item in placed if at]
    spans = [ranges([time.span]) for time in found.times]
    pairs = list(one_to_one([at for at, _ in here], spans, 0.0))
    right = 0
    for g, f in pairs:
        time, item = found.times[f], here[g][1]
        days = (
            str(time.earliest) if time.earliest else "",
            str(time.latest) if time.latest else "",
        )
        good = days == (item.get("earliest") or "", item.get("latest") or "")
        right += good
        if not good and "-v" in sys.argv:
            print("time", report.key, repr(item["text"]), days, item.get("earliest"), time.reason)
    return Counter(gold=len(gold), found=len(found.times), match=len(pairs), right=right)


def measure() -> dict[str, float]:
    """Extract the reports whose lists are complete and return the figures, in percent."""
    gold = json.loads((CORPUS / "gold.json").read_text("utf-8"))
    total: dict[str, Counter[str]] = {"statements": Counter(), "times": Counter()}
    count = {"statements": statements, "times": times}
    for report in dateline.read(CORPUS / "reports"):
        asked = [name for name in total if report.key in gold[f"{name}_complete"]]
        if not asked:
            continue
        found = dateline.extract(report)
        for name in asked:
            mine = [item for item in gold[name] if item["report"] == report.key]
            total[name] += count[name](report, mine, found)
    figures = {}
    for name, n in total.items():
        figures[f"example.{name}.f1"] = prf(n["match"], n["gold"], n["match"], n["found"])[2]
        kind = "speaker" if name == "statements" else "value"
        figures[f"example.{name}.{kind}_f1"] = prf(n["right"], n["gold"], n["right"], n["found"])[2]
    return figures


if __name__ == "__main__":
    for figure, value in measure().items():
        print(f"{figure:<36} {value:6.1f}")
