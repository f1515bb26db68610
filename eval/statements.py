"""Measure `find_statements` on the attributions of PolNeAR (Newell et al. 2018), brat format.

AR-F1@0.3: gold and predicted attributions matched one to one, best first; a match needs more than
0.3 of the gold content's alphanumeric characters, and the speaker to overlap the gold Source (gold
without a Source asks for the content alone). AR-F1@J0.8: as before with the Jaccard index of the
contents at 0.8 or more. Content F1@0.8: content alone, 0.8 of the gold's characters.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data import folder
from dateline.extract.statements import statements_of
from dateline.extract.statements.cues import may_quote
from dateline.extract.statements.learned import Weights, load
from dateline.model import Report, Statement
from dateline.parse import parser

MARK = re.compile(r"^(T\d+)\t(\S+) ([\d ;]+)\t")
EVENT = re.compile(r"^E\d+\t(Attribution\S*)(.*)")
QUOTED = re.compile(r"“[^“”\n]*”?|\"[^\"\n]*\"?|«[^«»\n]*»?|''(?:(?!'').)*(?:'')?")
SHARE = 0.3
SAME = 0.8

Chars = frozenset[int]


@dataclass(frozen=True)
class Attribution:
    """One attribution by offsets of alphanumeric characters."""

    content: Chars
    source: Chars
    cue: Chars
    kind: str


def articles(split: str) -> list[tuple[str, Path]]:
    """Return text and first annotator's file of each article, in name order."""
    data = folder()
    found: list[tuple[str, Path]] = []
    if data is None:
        return found
    root = data / "polnear" / split
    for path in sorted((root / "text").glob("*.txt")):
        marks = sorted((root / "attributions").glob(f"{path.stem}_*.ann"))
        if marks:
            found.append((path.read_bytes().decode("utf-8"), marks[0]))
    return found


def read_gold(text: str, path: Path) -> list[Attribution]:
    """Read the attributions of one brat file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    gold: list[Attribution] = []
    for line in path.read_text("utf-8").splitlines():
        if mark := MARK.match(line):
            pairs = (part.split() for part in mark[3].split(";"))
            spans[mark[1]] = [(int(start), int(end)) for start, end in pairs]
        elif event := EVENT.match(line):
            parts: dict[str, list[tuple[int, int]]] = {"Content": [], "Source": [], "Cue": []}
            for field in event[2].split():
                role, _, name = field.partition(":")
                parts.get(role.rstrip("0123456789"), []).extend(spans.get(name, []))
            if parts["Content"]:
                gold.append(attribution(text, parts["Content"], parts["Source"], parts["Cue"]))
    return gold


def attribution(
    text: str,
    content: Iterable[tuple[int, int]],
    source: Iterable[tuple[int, int]],
    cue: Iterable[tuple[int, int]],
) -> Attribution:
    """Make an attribution of offsets."""
    chars = letters(text, content)
    quoted = letters(text, (match.span() for match in QUOTED.finditer(text)))
    inside = len(chars & quoted)
    kind = "indirect" if not inside else "direct" if inside == len(chars) else "mixed"
    return Attribution(chars, letters(text, source), letters(text, cue), kind)


def letters(text: str, spans: Iterable[tuple[int, int]]) -> Chars:
    """Return the offsets of alphanumeric characters within spans."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def predicted(text: str, statements: Sequence[Statement]) -> list[Attribution]:
    """Turn statements into attributions."""
    return [
        attribution(
            text,
            [(span.start, span.end) for span in found.content_spans],
            [(span.start, span.end) for span in found.speaker_spans],
            [(span.start, span.end) for span in found.cue_spans],
        )
        for found in statements
    ]


Pair = tuple[int, int]


def match(
    gold: Sequence[Attribution],
    found: Sequence[Attribution],
    *,
    jaccard: bool = False,
    floor: float = SHARE,
    speaker: bool = True,
) -> list[Pair]:
    """Match one to one, best first; ties go to the higher Jaccard index, then to text order."""
    scored: list[tuple[float, float, int, int]] = []
    for g, want in enumerate(gold):
        for f, have in enumerate(found):
            both = len(want.content & have.content)
            if not both or (speaker and want.source and not want.source & have.source):
                continue
            share = both / len(want.content)
            index = both / len(want.content | have.content)
            score = index if jaccard else share
            if score > floor or (jaccard and score >= floor):
                scored.append((-score, -index, g, f))
    pairs: list[Pair] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for *_, g, f in sorted(scored):
        if g not in taken[0] and f not in taken[1]:
            taken[0].add(g)
            taken[1].add(f)
            pairs.append((g, f))
    return pairs


def speech_offsets(doc: Any) -> Chars:
    """Return where verbs of speech stand in a parsed text: those that may carry a quotation."""
    return frozenset(
        token.idx for token in doc if token.pos_ == "VERB" and may_quote(token.lemma_.lower())
    )


def tally(
    total: Counter[str],
    gold: Sequence[Attribution],
    found: Sequence[Attribution],
    verbs: Chars,
) -> list[Pair]:
    """Add one article's counts; return its matches at 0.3. `verbs`: where verbs of speech stand."""
    pairs = match(gold, found)
    total["gold"] += len(gold)
    total["found"] += len(found)
    total["hit_03"] += len(pairs)
    total["hit_j08"] += len(match(gold, found, jaccard=True, floor=SAME))
    total["hit_content_08"] += len(match(gold, found, floor=SAME, speaker=False))
    speech = {g for g, want in enumerate(gold) if want.cue & verbs}
    total["speech_gold"] += len(speech)
    total["speech_hit"] += sum(g in speech for g, _ in pairs)
    total["speech_found"] += len(found) - sum(g not in speech for g, _ in pairs)
    for want in gold:
        total[f"{want.kind}_gold"] += 1
    for g, _ in pairs:
        total[f"{gold[g].kind}_hit"] += 1
    return pairs


def figures(total: Counter[str], prefix: str) -> dict[str, float]:
    """Turn counts into percentages, named `PREFIX.ar_f1_03` and so on."""

    def f1(hit: str, gold: str = "gold", found: str = "found") -> float:
        return 200 * total[hit] / max(1, total[gold] + total[found])

    shown = {
        "ar_f1_03": f1("hit_03"),
        "ar_p_03": 100 * total["hit_03"] / max(1, total["found"]),
        "ar_r_03": 100 * total["hit_03"] / max(1, total["gold"]),
        "ar_f1_j08": f1("hit_j08"),
        "content_f1_08": f1("hit_content_08"),
        "speech_f1_03": f1("speech_hit", "speech_gold", "speech_found"),
    }
    for kind in ("direct", "indirect", "mixed"):
        shown[f"{kind}_recall_03"] = 100 * total[f"{kind}_hit"] / max(1, total[f"{kind}_gold"])
    return {f"{prefix}.{name}": round(value, 1) for name, value in shown.items()}


def measure(
    split: str = "dev", limit: int | None = None, learned: Weights | None = None
) -> dict[str, float]:
    """Measure on a split, all its articles or the first `limit`; empty where there is no data.

    `learned`: weights that choose among candidates; by rules where there are none.

    Reading the 84 articles of dev takes some 30 seconds.
    """
    total: Counter[str] = Counter()
    english = parser("en")
    if english is None:
        return {}
    for text, path in articles(split)[:limit]:
        doc = english.parse(text)
        found = predicted(text, statements_of(doc, Report.from_text(text), learned))
        tally(total, read_gold(text, path), found, speech_offsets(doc))
    return figures(total, f"statements.polnear_{split}") if total["gold"] else {}


if __name__ == "__main__":
    named = Path(sys.argv[2]) if len(sys.argv) > 2 else None  # noqa: PLR2004  (split, weights)
    chosen = load(named) if named else None
    for key, value in measure(sys.argv[1] if len(sys.argv) > 1 else "dev", learned=chosen).items():
        print(f"{key}\t{value}")
