"""Time expressions against TimeBank, AQUAINT and MEANTIME: spans, types and values.

TempEval-3's definitions: strict is the same span, relaxed an overlap; type and value F1 count the
relaxed matches whose attribute agrees, over all gold and predicted. The document creation time is
the publication date and is not counted. Rules are not trained, so five folds by document show how
far the figures vary, not how they carry over. Own gold (`times_gold.py`) is measured along.
"""

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import times_gold
from data import folder
from dateline.extract.times import find_times

MEASURES = ("strict", "relaxed", "type", "value")
FOLDS = 5


class Timex(NamedTuple):
    """A time expression: span, TIMEX3 type and value."""

    start: int
    end: int
    kind: str
    value: str


class Document(NamedTuple):
    """A document with its gold."""

    name: str
    text: str
    published: dt.date | None
    gold: tuple[Timex, ...]
    created: tuple[int, int] = (0, 0)
    """Where the text itself gives its creation date: neither counted for nor against."""
    scope: int = sys.maxsize
    """Where the annotation ends."""


Finder = Callable[[str, dt.date | None], list[Timex]]


def find(text: str, published: dt.date | None) -> list[Timex]:
    """Run the finder that is measured."""
    return [
        Timex(time.span.start, time.span.end, time.timex_type, time.timex_value)
        for time in find_times(text, published)
    ]


def timeml(where: Path) -> Iterator[Document]:
    """Read TimeML documents."""
    for path in sorted(where.glob("*.tml")):
        root = ET.parse(path).getroot()  # noqa: S314  local gold files
        parts: list[str] = []
        gold: list[Timex] = []
        body = root.find("TEXT")
        if body is not None:
            _walk(body, parts, gold)
        created = root.find("DCT/TIMEX3")
        yield Document(
            path.name,
            "".join(parts),
            _date("" if created is None else created.get("value", "")),
            tuple(sorted(gold)),
        )


def _walk(element: ET.Element, parts: list[str], gold: list[Timex]) -> None:
    start = sum(map(len, parts))
    parts.append(element.text or "")
    for child in element:
        _walk(child, parts, gold)
        parts.append(child.tail or "")
    if element.tag == "TIMEX3":
        end = sum(map(len, parts))
        gold.append(Timex(start, end, element.get("type", ""), element.get("value", "")))


def naf(where: Path) -> Iterator[Document]:
    """Read MEANTIME documents: tokens joined by spaces, a blank line between sentences."""
    for path in sorted(where.glob("*.xml")):
        root = ET.parse(path).getroot()  # noqa: S314  local gold files
        text, spans, sentence, scope = "", {}, None, sys.maxsize
        for token in root.iter("token"):
            if sentence is not None:
                text += " " if token.get("sentence") == sentence else "\n\n"
            sentence = token.get("sentence")
            if sentence == str(SENTENCES):
                scope = min(scope, len(text))
            spans[token.get("t_id")] = (len(text), len(text) + len(token.text or ""))
            text += token.text or ""
        gold, published, created = [], None, (0, 0)
        for timex in root.iter("TIMEX3"):
            anchors = [spans[anchor.get("t_id")] for anchor in timex.iter("token_anchor")]
            if timex.get("functionInDocument") == "CREATION_TIME":
                published = _date(timex.get("value", ""))
                created = _hull(anchors) if anchors else created
            elif anchors:
                ends = _hull(anchors)
                gold.append(Timex(*ends, timex.get("type", ""), timex.get("value", "")))
        yield Document(path.name, text, published, tuple(sorted(gold)), created, scope)


SENTENCES = 6  # MEANTIME marks time expressions in the first six sentences, the title included


def _hull(spans: list[tuple[int, int]]) -> tuple[int, int]:
    return min(start for start, _ in spans), max(end for _, end in spans)


def _date(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        return None


def match(gold: tuple[Timex, ...], found: list[Timex]) -> list[tuple[Timex, Timex]]:
    """Match gold and found one to one: same spans first, then overlaps in order."""
    pairs = []
    left_gold, left = list(gold), list(found)
    for same in (True, False):
        for one in list(left_gold):
            for other in left:
                exact = (one.start, one.end) == (other.start, other.end)
                if exact if same else one.start < other.end and other.start < one.end:
                    pairs.append((one, other))
                    left_gold.remove(one)
                    left.remove(other)
                    break
    return pairs


def counted(document: Document, finder: Finder) -> list[Timex]:
    """Return what is found within the annotated part, without the creation date."""
    start, end = document.created
    return [
        one
        for one in finder(document.text, document.published)
        if one.start < document.scope and not (one.start < end and start < one.end)
    ]


def score(documents: list[Document], finder: Finder = find) -> dict[str, float]:
    """Return F1 in percent by measure, pooled over the documents."""
    hits = dict.fromkeys(MEASURES, 0)
    total = 0
    for document in documents:
        found = counted(document, finder)
        total += len(found) + len(document.gold)
        for one, other in match(document.gold, found):
            hits["relaxed"] += 1
            hits["strict"] += (one.start, one.end) == (other.start, other.end)
            hits["type"] += one.kind == other.kind
            hits["value"] += one.value == other.value
    return {name: 200 * count / total if total else 0.0 for name, count in hits.items()}


def folds(documents: list[Document]) -> list[dict[str, float]]:
    """Return the figures of five folds; documents, in order of their names, take turns."""
    return [score(documents[fold::FOLDS]) for fold in range(FOLDS)]


def sets() -> dict[str, list[Document]]:
    """Return the sets that are present, by name; none where the gold data is absent."""
    root = folder()
    if root is None:
        return {}
    times = root / "times"
    found = {
        "timebank": list(timeml(times / "TimeBank")),
        "aquaint": list(timeml(times / "AQUAINT")),
        "meantime": list(naf(times / "meantime-apple")),
    }
    return {name: documents for name, documents in found.items() if documents}


def measure() -> dict[str, float]:
    """Return the figures for the gate, such as `times.timebank.value_f1`, in percent."""
    figures = {
        f"times.{name}.{key}_f1": round(value, 2)
        for name, documents in sets().items()
        for key, value in score(documents).items()
    }
    for name, documents in sets().items():
        worst = min(fold["value"] for fold in folds(documents))
        figures[f"times.{name}.worst_fold.value_f1"] = round(worst, 2)
    return {**figures, **times_gold.measure()}


def main() -> None:
    """Print a table."""
    print(f"{'set':10} {'docs':>5} {'gold':>5} " + " ".join(f"{key:>8}" for key in MEASURES))
    for name, documents in sets().items():
        tell(name, documents, score(documents))
        for number, row in enumerate(folds(documents)):
            tell(f"  fold {number + 1}", documents[number::FOLDS], row)
    times_gold.main()


def tell(name: str, documents: list[Document], row: dict[str, float]) -> None:
    """Print one line of the table."""
    gold = sum(len(document.gold) for document in documents)
    cells = " ".join(f"{row[key]:8.2f}" for key in MEASURES)
    print(f"{name:10} {len(documents):5} {gold:5} {cells}")


if __name__ == "__main__":
    main()
