"""Voices and altered values against our own reports and copies (eval/gold/copies).

Grouping is scored by B-cubed (Bagga and Baldwin 1998) over all reports, with one record of them
all; a stitched copy belongs with either of its two sources. Altered values are found in each spun
copy by a record that holds the sources only. A found alteration is right when its words overlap
those of a gold one and are at most `SLACK` longer; a gold one is found when such a one exists. With
`kinds` its kind must be the same too. The acts with even numbers are the held half: only their
totals are printed.
"""

import csv
import datetime as dt
import hashlib
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dateline
from data import ROOT, prf

GOLD = ROOT / "eval" / "gold" / "copies"
HONEST = ("exact", "wire", "cut", "translated")
HALVES = ("tune", "held")
# Characters that a found alteration may be longer than the gold one: a clause, not a sentence.
SLACK = 60
SENTENCE = re.compile(r"""(?<=[.!?])["”]?\s+(?=["“A-Z])|\n+""")


@dataclass(frozen=True, slots=True)
class Item:
    """A report of the set; `of`: the sources of a copy."""

    key: str
    kind: str
    of: tuple[str, ...]
    half: str
    publisher: str
    published: dt.date
    title: str
    text: str

    @property
    def spun(self) -> bool:
        """Tell whether it was spun."""
        return self.kind.startswith("spun")

    def report(self) -> dateline.Report:
        """Return it as a report whose offsets are those of its text."""
        return dateline.Report.from_text(
            self.text, self.title, self.published, self.publisher, key=self.key, language="en"
        )


@dataclass(frozen=True, slots=True)
class Altered:
    """Altered words of a copy, `[start, end)`; kind `aside` is counted neither way."""

    kind: str
    start: int
    end: int
    text: str
    original: str = ""

    def meets(self, other: "Altered") -> bool:
        """Tell whether this found alteration is about the words of a gold one."""
        longer = (self.end - self.start) - (other.end - other.start)
        return self.start < other.end and other.start < self.end and longer <= SLACK


def table(name: str) -> list[dict[str, str]]:
    """Read a table of the set."""
    lines = (GOLD / name).read_text("utf-8").splitlines()
    body = [line for line in lines if not line.startswith("#")]
    return list(csv.DictReader(body, delimiter="\t", quoting=csv.QUOTE_NONE))


def items() -> list[Item]:
    """Return all reports of the set."""
    found = []
    for row in table("manifest.tsv"):
        path = GOLD / row["event"] / f"{row['key']}.txt"
        title, _, text = path.read_text("utf-8").partition("\n\n")
        found.append(
            Item(
                key=row["key"],
                kind=row["kind"],
                of=tuple(row["of"].split("|")) if row["of"] else (),
                half=row["half"],
                publisher=row["publisher"],
                published=dt.date.fromisoformat(row["published"]),
                title=title,
                text=text.strip(),
            )
        )
    return found


def place(text: str, words: str, nth: int) -> int:
    """Return where the nth occurrence of some words starts.

    Raises:
        ValueError: It has fewer.
    """
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start


def gold_altered(texts: dict[str, str]) -> dict[str, list[Altered]]:
    """Return the altered values of each spun copy, by key."""
    gold = defaultdict(list)
    for row in table("altered.tsv"):
        start = place(texts[row["key"]], row["text"], int(row["nth"]))
        end = start + len(row["text"])
        gold[row["key"]].append(Altered(row["kind"], start, end, row["text"], row["original"]))
    return gold


def lay(folder: Path, reports: Iterable[Item]) -> dict[str, str]:
    """Write reports as files; return the key of each by its name there, which tells nothing."""
    folder.mkdir()
    names = {}
    for item in reports:
        name = hashlib.sha256(item.key.encode()).hexdigest()[:12]
        head = f"{item.title}\nPublished: {item.published}\nPublisher: {item.publisher}"
        (folder / f"{name}.txt").write_text(f"{head}\n\n{item.text}\n", "utf-8")
        names[name] = item.key
    return names


def voices(reports: Sequence[Item]) -> list[tuple[str, tuple[str, ...]]]:
    """Build a record of the reports and return its voices: source, reports."""
    with tempfile.TemporaryDirectory() as folder:
        names = lay(Path(folder) / "reports", reports)
        where = Path(folder) / "copies.dateline"
        dateline.build([Path(folder) / "reports"], where, workers=2)
        with dateline.open(where) as record:
            return [
                (names[Path(voice.source).stem], tuple(names[Path(key).stem] for key in all_of))
                for voice in record.voices()
                for all_of in [voice.reports]
            ]


def homes(group: Sequence[Item]) -> dict[str, str]:
    """Return the source that each report of a found group belongs to.

    A stitched copy belongs to that of its sources which has most of the group, else to its first.
    """
    own = Counter(item.of[0] if item.of else item.key for item in group if len(item.of) < 2)  # noqa: PLR2004 - two sources
    return {
        item.key: max(item.of, key=lambda source: own[source]) if item.of else item.key
        for item in group
    }


def grouping(
    half: str, reports: Sequence[Item], found: Sequence[Sequence[str]]
) -> dict[str, float]:
    """Return B-cubed figures in percent, and how many pairs of independent reports are joined."""
    by_key = {item.key: item for item in reports}
    groups = [[by_key[key] for key in group if key in by_key] for group in found]
    seen = {item.key for group in groups for item in group}
    groups += [[item] for item in reports if item.key not in seen]
    home = {key: source for group in groups for key, source in homes(group).items()}
    size = Counter(home.values())
    precision = recall = 0.0
    joined = 0
    for group in groups:
        of = Counter(home[item.key] for item in group)
        precision += sum(n * n for n in of.values()) / max(1, len(group))
        recall += sum(n * n / size[source] for source, n in of.items())
        sources = sum(item.kind == "source" for item in group)
        joined += sources * (sources - 1) // 2
    precision, recall = 100 * precision / len(reports), 100 * recall / len(reports)
    return {
        f"copies.{half}.bcubed.precision": precision,
        f"copies.{half}.bcubed.recall": recall,
        f"copies.{half}.bcubed.f1": 2 * precision * recall / (precision + recall),
        f"copies.{half}.independent_pairs_joined": joined,
    }


def source_right(reports: Sequence[Item], found: Sequence[tuple[str, tuple[str, ...]]]) -> float:
    """Return how many of the voices with copies their true source speaks for, in percent."""
    sources = {item.key for item in reports if item.kind == "source"}
    spoken = [source for source, group in found if len(group) > 1 and sources & set(group)]
    return 100 * sum(source in sources for source in spoken) / max(1, len(spoken))


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a copy against the record of all sources found."""

    copy_of: frozenset[str]
    altered: tuple[Altered, ...]


def checked(reports: Sequence[Item]) -> dict[str, Checked]:
    """Build a record of the sources and check each copy against it."""
    with tempfile.TemporaryDirectory() as folder:
        names = lay(Path(folder) / "reports", [i for i in reports if i.kind == "source"])
        where = Path(folder) / "sources.dateline"
        dateline.build([Path(folder) / "reports"], where, workers=2)
        with dateline.open(where) as record:
            return {
                item.key: reading(record.check(item.report()), names)
                for item in reports
                if item.kind != "source"
            }


def reading(check: Any, names: dict[str, str]) -> Checked:
    """Return the parts of a check that are measured; empty where it has none."""
    links = (getattr(link, field, "") for link in check.copy_of for field in ("source", "report"))
    return Checked(
        copy_of=frozenset(names[Path(key).stem] for key in links if Path(key).stem in names),
        altered=tuple(
            Altered(item.kind, item.start, item.end, item.text, item.original.text)
            for item in getattr(check, "altered", ())
        ),
    )


def altered_figures(
    half: str, gold: dict[str, list[Altered]], found: dict[str, Checked], keys: Sequence[str]
) -> dict[str, float]:
    """Return precision, recall and F1 of altered values in percent, whatever the kind and by it."""
    counts: Counter[str] = Counter()
    for key in keys:
        there = [value for value in gold[key] if value.kind != "aside"]
        here = [value for value in found[key].altered if not set_aside(value, gold[key])]
        counts["gold"] += len(there)
        counts["found"] += len(here)
        for name, same in (("any", False), ("kind", True)):
            counts[f"{name}.found"] += sum(any(fits(f, g, same=same) for g in there) for f in here)
            counts[f"{name}.gold"] += sum(any(fits(f, g, same=same) for f in here) for g in there)
    figures = {}
    for name, label in (("any", "altered"), ("kind", "altered_kinds")):
        scores = prf(
            counts[f"{name}.gold"], counts["gold"], counts[f"{name}.found"], counts["found"]
        )
        for part, score in zip(("precision", "recall", "f1"), scores, strict=True):
            figures[f"copies.{half}.{label}.{part}"] = score
    return figures


def fits(found: Altered, gold: Altered, *, same: bool) -> bool:
    """Tell whether a found alteration is the gold one; `same`: of the same kind too."""
    return found.meets(gold) and not (same and found.kind != gold.kind)


def set_aside(found: Altered, gold: Sequence[Altered]) -> bool:
    """Tell whether a found alteration is about words set aside, and no others."""
    met = {value.kind for value in gold if found.meets(value)}
    return met == {"aside"}


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text."""
    start = 0
    for gap in SENTENCE.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def flagged(item: Item, found: Checked) -> tuple[int, int]:
    """Return how many sentences of a copy hold an alteration found, and how many it has."""
    all_of = list(spans(item.text))
    hit = sum(any(v.start < end and start < v.end for v in found.altered) for start, end in all_of)
    return hit, len(all_of)


def measure(*, verbose: bool = False) -> dict[str, float]:
    """Measure all; in percent, but for the number of pairs joined."""
    reports = items()
    gold = gold_altered({item.key: item.text for item in reports})
    grouped, found = voices(reports), checked(reports)
    figures: dict[str, float] = {}
    for half in HALVES:
        own = [item for item in reports if item.half == half]
        keys = {item.key for item in own}
        groups = [(source, group) for source, group in grouped if keys & set(group)]
        figures |= grouping(half, own, [group for _, group in groups])
        figures[f"copies.{half}.source_right"] = source_right(own, groups)
        copies = [item for item in own if item.of]
        right = sum(bool(found[item.key].copy_of & set(item.of)) for item in copies)
        figures[f"copies.{half}.copy_of.recall"] = 100 * right / len(copies)
        spun = [item.key for item in own if item.spun]
        figures |= altered_figures(half, gold, found, spun)
        counts = [flagged(item, found[item.key]) for item in own if item.kind in HONEST]
        share = 100 * sum(hit for hit, _ in counts) / sum(of for _, of in counts)
        figures[f"copies.{half}.honest_sentences_flagged"] = share
    if verbose:
        tell([item for item in reports if item.half == "tune"], grouped, found, gold)
    return figures


def tell(
    reports: Sequence[Item],
    grouped: Sequence[tuple[str, tuple[str, ...]]],
    found: dict[str, Checked],
    gold: dict[str, list[Altered]],
) -> None:
    """Print the errors of the tune half."""
    by_key = {item.key: item for item in reports}
    for source, group in grouped:
        of = {by_key[key].of or (key,) for key in group if key in by_key}
        if len({sources[0] for sources in of if len(sources) == 1}) > 1:
            print("joined", source, *group)
        if by_key.get(source) and by_key[source].of:
            print("speaks", source, *group)
    for item in reports:
        if item.of and not found[item.key].copy_of & set(item.of):
            print("no copy", item.key, item.kind)
        if item.spun:
            tell_altered(item.key, gold[item.key], found[item.key].altered)
        elif item.kind in {*HONEST, "stitched"}:
            for value in found[item.key].altered:
                print("honest", item.key, value.kind, f"{value.text!r} < {value.original!r}")


def tell_altered(key: str, there: Sequence[Altered], here: Sequence[Altered]) -> None:
    """Print what was missed, found wrongly, or found as another kind in a spun copy."""
    for value in there:
        kinds = {other.kind for other in here if other.meets(value)}
        if value.kind != "aside" and not kinds:
            print("missed", key, value.kind, f"{value.text!r} < {value.original!r}")
        elif value.kind != "aside" and value.kind not in kinds:
            print("kind", key, value.kind, *sorted(kinds), f"{value.text!r} < {value.original!r}")
    for value in here:
        if not any(value.meets(other) for other in there):
            print("false", key, value.kind, f"{value.text!r} < {value.original!r}")


if __name__ == "__main__":
    for figure, number in measure(verbose="-v" in sys.argv).items():
        print(f"{figure:<42} {number:6.1f}")
