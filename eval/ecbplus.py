"""Linking across reports as event coreference on ECB+ topics 1-35: gold mentions, no gold topics.

Mentions are compared only within a block (the stem of the head's lemma) and only between reports
that are near one another by the stems they share, as `dateline.link.merge` finds near groups. Two
are linked where the likeness of their reports and of their sentences together reach a threshold.
CoNLL F1 over the whole collection, mentions alone in their chain included; beside it, without those
mentions, and one chain a lemma. Only the sentences are counted whose annotation was validated.
"""

import csv
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from spacy.tokens import Doc

from data import folder
from dateline.forest import Forest
from dateline.link.words import STEM, overlap, stems
from dateline.parse import parser
from scores import b_cubed, ceaf_e, clusters, conll, muc

# Reports that one is compared with: those most like it. 8, 12 and 16 give the same within 0.4.
REACH = 12
# A stem in more reports than this tells nothing of which one is meant (of 772 reports).
COMMON = 100
# Likeness of two reports, plus this share of the overlap of the two sentences ...
SENTENCE = 0.5
# ... that makes two mentions one. CoNLL F1 is 75.0 here, and within 1 point from 0.3 to 0.4.
SAME = 0.35

Near = Mapping[str, Sequence[tuple[float, str]]]


class Mention(NamedTuple):
    """A gold mention: its report and sentence, its tokens' numbers in the sentence, its chain."""

    id: str
    report: str
    sentence: str
    tokens: tuple[int, ...]
    chain: str


class Item(NamedTuple):
    """A mention as it is linked: the lemma of its head, the stems of its sentence."""

    id: str
    report: str
    lemma: str
    about: frozenset[str]


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


def items(mentions: Sequence[Mention]) -> list[Item]:
    """Parse the mentions' sentences and find their heads."""
    english = parser("en")
    if english is None:
        raise OSError("no English parser")
    texts = list(dict.fromkeys(mention.sentence for mention in mentions))
    docs = dict(zip(texts, english.parse_many(texts, 12), strict=True))
    return [
        Item(
            mention.id,
            mention.report,
            head(docs[mention.sentence], mention.tokens),
            stems(mention.sentence),
        )
        for mention in mentions
    ]


def head(doc: Doc, tokens: Sequence[int]) -> str:
    """Return the lemma of the word that the others of a mention depend on.

    `doc` is of tokens joined by spaces, `tokens` are numbers of some of them.
    """
    starts, at = [], 0
    for word in doc.text.split(" "):
        starts.append((at, at + len(word)))
        at += len(word) + 1
    spans = [starts[number] for number in tokens]
    own = [
        token
        for token in doc
        if any(token.idx < end and start < token.idx + len(token) for start, end in spans)
    ]
    return str(min(own, key=lambda token: sum(1 for _ in token.ancestors)).lemma_).lower()


def near(texts: Mapping[str, str]) -> Near:
    """Return the reports most like each one, likeness first: the cosine of their stems' weights.

    A stem weighs as it is rare; only reports that share a stem that is not common are looked at.
    """
    words = {name: stems(text) for name, text in texts.items()}
    count = Counter(stem for found in words.values() for stem in found)
    weight = {stem: math.log(len(words) / number) ** 2 for stem, number in count.items()}
    size = {
        name: math.sqrt(sum(weight[stem] for stem in sorted(found)))
        for name, found in words.items()
    }
    postings: dict[str, list[str]] = defaultdict(list)
    for name, found in words.items():
        for stem in found:
            postings[stem].append(name)
    nearest = {}
    for name, found in words.items():
        shared: dict[str, float] = defaultdict(float)
        for stem in sorted(found):
            if count[stem] <= COMMON:
                for other in postings[stem]:
                    shared[other] += weight[stem]
        shared.pop(name, None)
        ranked = sorted((-total / (size[name] * size[other]), other)
                        for other, total in shared.items() if total)  # fmt: skip
        nearest[name] = [(-likeness, other) for likeness, other in ranked[:REACH]]
    return nearest


def link(found: Iterable[Item], nearest: Near) -> dict[str, str]:
    """Return mention -> chain, named after one of its mentions. Mentions are linked in any order.

    Mentions of one report are as like as reports can be, and need no sentence in common.
    """
    blocks: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in found:
        blocks[item.lemma[:STEM], item.report].append(item)
    chains = Forest()
    for block in blocks.values():
        for item in block:
            chains.root(item.id)
    for (stem, report), block in blocks.items():
        for likeness, other in ((1.0, report), *nearest.get(report, ())):
            for two in blocks.get((stem, other), ()):
                for one in block:
                    if likeness + SENTENCE * overlap(one.about, two.about) >= SAME:
                        chains.join(one.id, two.id)
    return {node: chain for chain, nodes in chains.groups() for node in nodes}


def chains_of() -> dict[str, dict[str, str]]:
    """Return mention -> chain for the gold, the linking and the lemma baseline; empty: no data."""
    read_ = list(reports())
    mentions = [mention for report in read_ for mention in report.mentions]
    if not mentions:
        return {}
    found = items(mentions)
    return {
        "gold": {mention.id: mention.chain for mention in mentions},
        "linked": link(found, near({report.name: report.text for report in read_})),
        "lemma": {item.id: item.lemma for item in found},
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
    chains = chains_of()
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
