"""Own sentences for the proposer of acts: well formed, and their codes and words are real."""

import csv
import datetime as dt
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src" / "dateline" / "data"
STATUSES = frozenset(
    [
        "happened",
        "ongoing",
        "planned",
        "threatened",
        "conditional",
        "hypothetical",
        "denied",
        "negated",
        "historical",
    ]
)


def table(file: Path) -> list[dict[str, str]]:
    lines = (line for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_sentences_are_well_formed():
    codes = {
        row["code"].replace(" ", "_")
        for name in ("states", "organisations", "groups")
        for row in table(DATA / f"{name}.tsv")
    }
    types = {row["root"] for row in table(DATA / "plover" / "types.tsv")}
    texts = set()
    for file in sorted((ROOT / "eval" / "train" / "acts").glob("*.tsv")):
        for row in table(file):
            assert row["text"] not in texts
            texts.add(row["text"])
            dt.date.fromisoformat(row["date"])
            for act in filter(None, row["events"].split(";")):
                sources, kind, targets, status, carrier = act.split(" ")
                sides = sources.split("+") + [t for t in targets.split("+") if t != "-"]
                assert set(sides) <= codes, act
                assert kind in types, act
                assert status in STATUSES, act
                word, _, nth = carrier.partition("#")
                found = re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", row["text"])
                assert len(found) >= int(nth or 1), act
    assert len(texts) >= 1200
