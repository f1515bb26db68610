"""Linking across reports as event coreference on ECB+ topics 1-35: gold mentions, no gold topics.

Mentions are linked by `dateline.link.coreference` over the whole collection. The measured weights
are fitted on four fifths of the topics and used on the last, in turn (topic number modulo 5); the
shipped ones, which `eval/train/coreference.py` writes, are fitted on all. CoNLL F1, mentions alone
in their chain included; beside it, without those mentions, and one chain a lemma. Only sentences
whose annotation was validated are counted.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from data import folder
from dateline.link.coreference import Told, tell
from dateline.link.coreference.chains import Weights, compared, linked
from dateline.link.coreference.told import content
from dateline.parse import parser
from scores import b_cubed, ceaf_e, clusters, conll, muc

FOLDS = 5
# Ridge penalty of the fit on standardised numbers; 0.1 and 10 give the same within 0.1.
PENALTY = 1.0
ROUNDS = 25  # of Newton's method; it has settled after ten

Array = NDArray[np.float64]


class Mention(NamedTuple):
    """A gold mention: its report and sentence, its tokens' numbers in the sentence, its chain."""

    id: str
    report: str
    sentence: str
    tokens: tuple[int, ...]
    chain: str


class Report(NamedTuple):
    """A report: its name, its text, and its mentions in validated sentences."""

    name: str
    text: str
    mentions: tuple[Mention, ...]


def validated(path: Path) -> dict[str, set[str]]:
    """Return the validated sentences by report."""
    found: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[f"{row['Topic']}_{row['File']}"].add(row["Sentence Number"].strip())
    return found


def reports() -> Iterator[Report]:
    """Yield the reports in name order; none where the data is absent."""
    base = folder()
    root = base / "ecbplus" if base else None
    if root is None or not root.is_dir():
        return
    chosen = validated(root / "ECBplus_coreference_sentences.csv")
    for path in sorted(root.glob("*/*.xml")):
        tree = ET.parse(path).getroot()  # noqa: S314  local gold files
        yield read(path.stem, tree, chosen[path.stem])


def read(name: str, tree: ET.Element, chosen: set[str]) -> Report:
    """Read one report. Its first sentence is the page's address where it was found on the web."""
    sentences: dict[str, list[str]] = {}
    at: dict[str, tuple[str, int]] = {}
    for token in tree.iter("token"):
        words = sentences.setdefault(token.get("sentence", ""), [])
        at[token.get("t_id", "")] = token.get("sentence", ""), len(words)
        words.append(token.text or "")
    chains = dict(chained(name, tree))
    mentions = []
    for mark in tree.iterfind("Markables/*"):
        places = [at[anchor.get("t_id", "")] for anchor in mark.iter("token_anchor")]
        if "ACTION" not in mark.tag or not places or places[0][0] not in chosen:
            continue
        key = f"{name}#{mark.get('m_id')}"
        sentence = " ".join(sentences[places[0][0]])
        tokens = tuple(sorted(number for _, number in places))
        mentions.append(Mention(key, name, sentence, tokens, chains.get(key, key)))
    if name.endswith("plus"):
        sentences.pop("0", None)
    text = "\n".join(" ".join(words) for words in sentences.values())
    return Report(name, text, tuple(mentions))


def chained(name: str, tree: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield each mention that has a chain, with it; chains within a report are its own."""
    for link in tree.iterfind("Relations/*"):
        within = link.tag == "INTRA_DOC_COREF"
        chain = f"{name}/{link.get('r_id')}" if within else link.get("note", "")
        for source in link.iter("source"):
            yield f"{name}#{source.get('m_id')}", chain


class Collection(NamedTuple):
    """What linking is given: the mentions, and the content words of each report."""

    told: list[Told]
    words: dict[str, list[str]]


def collection(found: Sequence[Report]) -> Collection:
    """Parse the reports, and the mentions' sentences."""
    english = parser("en")
    if english is None:
        raise OSError("no English parser")
    mentions = [mention for report in found for mention in report.mentions]
    texts = list(dict.fromkeys(mention.sentence for mention in mentions))
    docs = dict(zip(texts, english.parse_many(texts, 12), strict=True))
    told = [
        tell(m.id, m.report, docs[m.sentence], own(docs[m.sentence], m.tokens)) for m in mentions
    ]
    whole = english.parse_many((report.text for report in found), 12)
    words = {report.name: content(doc) for report, doc in zip(found, whole, strict=True)}
    return Collection(sorted(told), words)


def own(doc: Doc, tokens: Sequence[int]) -> list[Token]:
    """Return the parsed words of a mention.

    `doc` is of tokens joined by spaces, `tokens` are numbers of some of them.
    """
    starts, at = [], 0
    for word in doc.text.split(" "):
        starts.append((at, at + len(word)))
        at += len(word) + 1
    spans = [starts[number] for number in tokens]
    return [
        token
        for token in doc
        if any(token.idx < end and start < token.idx + len(token) for start, end in spans)
    ]


def fit(numbers: Array, same: Array) -> Weights:
    """Fit a logistic model with a ridge penalty by Newton's method (Bishop 2006, 4.3)."""
    middle, spread = numbers.mean(0), numbers.std(0) + 1e-9
    rows = np.c_[(numbers - middle) / spread, np.ones(len(numbers))]
    weights = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - same) + PENALTY * np.r_[weights[:-1], 0]
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + PENALTY * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    plain = weights[:-1] / spread
    return Weights(tuple(plain.tolist()), float(weights[-1] - plain @ middle))


def fold(report: str) -> int:
    """Return the fold of a report: that of its topic."""
    return int(report.split("_", maxsplit=1)[0]) % FOLDS


def crossed(given: Collection, gold: Mapping[str, str]) -> dict[str, str]:
    """Return mention -> chain, each pair judged by weights that were fitted without its topics."""
    pairs = list(compared(given.told, given.words))
    numbers = np.array([found for _, _, found in pairs])
    same = np.array([float(gold[one.id] == gold[two.id]) for one, two, _ in pairs])
    folds = np.array([(fold(one.report), fold(two.report)) for one, two, _ in pairs])
    likely = {}
    for n in range(FOLDS):
        held = (folds == n).any(1)
        weights = fit(numbers[~held], same[~held])
        for at in np.flatnonzero(held).tolist():
            one, two, found = pairs[at]
            likely[one.id, two.id] = weights.of(found)
    return named(linked([told.id for told in given.told], likely))


def named(chains: Sequence[Sequence[str]]) -> dict[str, str]:
    """Return mention -> chain, named after one of its mentions."""
    return {mention: chain[0] for chain in chains for mention in chain}


@cache
def chains_of() -> dict[str, dict[str, str]]:
    """Return mention -> chain for the gold, the linking and the lemma baseline; empty: no data."""
    found = list(reports())
    mentions = [mention for report in found for mention in report.mentions]
    if not mentions:
        return {}
    given = collection(found)
    gold = {mention.id: mention.chain for mention in mentions}
    return {
        "gold": gold,
        "linked": crossed(given, gold),
        "lemma": {told.id: told.head for told in given.told},
    }


def shared(gold: Mapping[str, str], linked: Mapping[str, str]) -> float:
    """Return CoNLL F1 over the mentions that are not alone in their gold chain."""
    size = Counter(gold.values())
    kept = [mention for mention, chain in gold.items() if size[chain] > 1]
    return conll(clusters({m: gold[m] for m in kept}), clusters({m: linked[m] for m in kept}))


def measure() -> dict[str, float]:
    """Return CoNLL F1, and the F1 of its three parts, in percent."""
    chains = chains_of()
    if not chains:
        return {}
    gold, linked = clusters(chains["gold"]), clusters(chains["linked"])
    return {
        "ecbplus.conll_f1": round(conll(gold, linked), 2),
        "ecbplus.conll_f1_without_single": round(shared(chains["gold"], chains["linked"]), 2),
        "ecbplus.muc_f1": round(muc(gold, linked).f1, 2),
        "ecbplus.b_cubed_f1": round(b_cubed(gold, linked).f1, 2),
        "ecbplus.ceaf_e_f1": round(ceaf_e(gold, linked).f1, 2),
        "ecbplus.lemma_conll_f1": round(conll(gold, clusters(chains["lemma"])), 2),
    }


def main() -> None:
    """Print a table of precision, recall and F1."""
    chains = dict(chains_of())
    if not chains:
        sys.exit("the gold data is absent")
    gold = clusters(chains.pop("gold"))
    print(f"{'':8} {'chains':>6} " + " ".join(f"{n:^20}" for n in ("MUC", "B3", "CEAF-e")), "CoNLL")
    print(f"{'gold':8} {len(gold):6}")
    for name, labels in chains.items():
        found = clusters(labels)
        cells = [measure(gold, found) for measure in (muc, b_cubed, ceaf_e)]
        shown = " ".join(f"{p:6.2f} {r:6.2f} {f:6.2f}" for p, r, f in cells)
        print(f"{name:8} {len(found):6} {shown} {conll(gold, found):5.2f}")


if __name__ == "__main__":
    main()
