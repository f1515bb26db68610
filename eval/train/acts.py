"""Train the proposer of acts on our own sentences; write the weights that ship.

Run in `eval`, `python -m train.acts` reads `acts/*.tsv` and `plover/sentences_*.tsv` beside this
file and the development sentences of `gold/development`, and writes `data/plover/proposer.npz` and
`proposer.tsv` of the package. The same sentences, rules and parser give the same weights.

A row is a word that may carry an act with two parties; its class is the type of the act, or none.
Where the sentences do not say which word carries an act, that is first the word of the rules, then
the one that the weights themselves find likeliest.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dateline.extract import actors, events, places, statements, times
from dateline.extract.base import PlaceRef
from dateline.extract.events.classify.features import key
from dateline.extract.events.classify.weights import Array
from dateline.extract.events.frames import find_frames
from dateline.extract.events.propose.features import (
    of_frames,
    of_head,
    of_pair,
    of_party,
    of_sentence,
    of_slots,
)
from dateline.extract.events.propose.sites import heads, pairs, parties, told_at
from dateline.extract.events.propose.weights import TABLES
from dateline.extract.events.resolve import Resolver, belongs
from dateline.extract.statements import StatementIndex
from dateline.model import Mention, Report
from dateline.parse import parser
from dateline.parse.words import Parsed, Slice
from train import acts_read
from train.acts_labels import labels
from train.acts_read import WORD, Act, Example, examples
from train.sentences import account, digest, table
from train.softmax import Model, Rows, fit, flat

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src" / "dateline" / "data" / "plover"
NONE = "NONE"
# Features of fewer parts are left out.
LEAST = 2
# Times that words are found anew by the weights.
ROUNDS = 2
BYTE = 127
# The marks of the features of words, pairs and sentences, which share a table, and of parties as
# sources and as targets, which have a table with columns for both.
ROLES = (("HPZ",), ("S", "T"))


@dataclass(slots=True)
class Site:
    """A parsed sentence: its words and parties, the features of its parts, its rows, its acts."""

    words: list[int]
    near: list[set[int]]
    states: list[frozenset[str]]
    places: list[int]
    parts: list[list[str]]
    rows: list[tuple[int, int, int]]
    row_parts: list[tuple[int, int, int, int, int]]
    acts: list[tuple[Act, int | None]]
    ruled: dict[tuple[str, str, str], set[int]]
    partly: bool


def files() -> list[Path]:
    """Return the files of sentences, in order."""
    return [*acts_read.files(), *sorted((HERE / "plover").glob("sentences_*.tsv"))]


def of_mentions(mentions: Iterable[Mention]) -> dict[tuple[str, str, str], set[int]]:
    """Return the offsets of the words by which the rules tell each triple."""
    found: dict[tuple[str, str, str], set[int]] = {}
    for mention in mentions:
        at = {span.start for span in mention.action_spans}
        for one in map(belongs, mention.source):
            for other in map(belongs, mention.target):
                found.setdefault((one, mention.event_type, other), set()).update(at)
    return found


def sites(all_: Sequence[Example]) -> Iterator[Site]:
    """Parse sentences and describe them.

    Raises:
        OSError: where there is no English parser.
    """
    english = parser("en")
    if english is None:
        raise OSError("no English parser")
    for each, doc in zip(all_, english.parse_many((e.text for e in all_), 12), strict=True):
        report = Report.from_text(each.text, published=dt.date.fromisoformat(each.date))
        refs = actors.find(doc, report)
        where = places.find(doc, refs, report)
        when = times.find_times(report.text, report.published, report.id, doc)
        said = statements.find(doc, refs, report)
        ruled = of_mentions(events.find(doc, refs, where, when, said, report, proposes=False))
        resolver = Resolver(refs, StatementIndex(doc, said))
        parsed = Parsed(doc)
        for sent in parsed.sents:
            site = described(each, sent, resolver, where)
            if site is not None:
                known = {parsed[i].idx: n for n, i in enumerate(site.words)}
                site.ruled = {
                    triple: {known[at] for at in spots if at in known}
                    for triple, spots in ruled.items()
                }
                yield site


def described(
    example: Example, sent: Slice, resolver: Resolver, where: Sequence[PlaceRef]
) -> Site | None:
    """Describe a sentence; None where it has no two parties or no word for an act."""
    named = parties(sent, resolver, where)
    told = told_at(find_frames(sent))
    sides, words = pairs(named), heads(sent, named)
    if not sides or not words:
        return None
    many = len({state for party in named for state in party.states})
    parts = [
        [f"H {name}" for name in (*of_head(word), *of_frames(told.get(word.i, ())))]
        for word in words
    ]
    for word in words:
        for party in named:
            seen = [*of_party(word, party, many=many), *of_slots(told.get(word.i, ()), party)]
            parts += [[f"{role} {name}" for name in seen] for role in "ST"]
    pair_parts = len(parts)
    parts += [[f"P {name}" for name in of_pair(named, *side)] for side in sides]
    parts.append([f"Z {name}" for name in of_sentence(sent, named)])

    def part(word: int, party: int, role: int) -> int:
        return len(words) + 2 * (word * len(named) + party) + role

    rows = [(n, one, other) for n in range(len(words)) for one, other in sides]
    at = {word.i: n for n, word in enumerate(words)}
    return Site(
        words=[word.i for word in words],
        near=[{at[each.i] for each in (word.head, *word.children) if each.i in at}
              for word in words],
        states=[party.states for party in named],
        places=[party.token.i for party in named],
        parts=parts,
        rows=rows,
        row_parts=[
            (n, part(n, one, 0), part(n, other, 1), pair_parts + sides.index((one, other)),
             len(parts) - 1)
            for n, one, other in rows
        ],
        acts=list(gold(example, sent.doc, at, [(p.start, p.end, p.states) for p in named])),
        ruled={},
        partly=bool(example.marks),
    )  # fmt: skip


def gold(
    example: Example,
    doc: Parsed,
    words: dict[int, int],
    named: list[tuple[int, int, frozenset[str]]],
) -> Iterator[tuple[Act, int | None]]:
    """Yield the acts of a sentence with the numbers of their words; marked actors by their code."""
    for act in example.acts:
        if not example.marks:
            yield act, carrier(doc, act.word, words)
            continue
        ones, others = (
            {
                state
                for start, end, states in named
                if doc[start].idx < at + len(text) and at < doc[end - 1].idx + len(doc[end - 1])
                for state in states
            }
            for text in (example.marks["s"], example.marks["t"])
            for at in [example.text.find(text)]
        )
        if ones.isdisjoint(others):
            for one in sorted(ones):
                for other in sorted(others):
                    yield Act(one, act.root, other), None


def carrier(doc: Parsed, word: str, words: dict[int, int]) -> int | None:
    """Return the number of the word that carries an act, or of what it hangs on."""
    match = WORD.fullmatch(word)
    if match is None or not match["word"]:
        return None
    at = -1
    for _ in range(int(match["nth"] or 1)):
        at = doc.text.find(match["word"], at + 1)
    token = next((each for each in doc if each.idx <= at < each.idx + len(each)), None)
    while token is not None and token.i not in words:
        token = token.head if token.head is not token else None
    return None if token is None else words[token.i]


def numbered(given: Sequence[Site]) -> dict[str, int]:
    """Return the features that are kept, in order, with their numbers."""
    often = Counter(name for site in given for part in site.parts for name in set(part))
    return {name: n for n, name in enumerate(sorted(k for k, c in often.items() if c >= LEAST))}


def rows_of(given: Sequence[Site], numbers: dict[str, int]) -> Rows:
    """Put sentences together."""
    return flat(
        [
            ([[numbers[name] for name in part if name in numbers] for part in site.parts],
             site.row_parts)
            for site in given
        ]
    )  # fmt: skip


def train(given: Sequence[Site], types: tuple[str, ...]) -> tuple[dict[str, int], Model]:
    """Train on sentences; the words of acts are found anew in each round."""
    numbers = numbered(given)
    rows = rows_of(given, numbers)
    model: Model | None = None
    for _ in range(ROUNDS):
        told, worth = [], []
        for n, site in enumerate(given):
            scores = None if model is None else model.of_rows(rows, n, n + 1)
            one, other = labels(site, types, scores)
            told.append(one)
            worth.append(other)
        model = fit(rows, np.concatenate(told), np.concatenate(worth), len(numbers), len(types))
    if model is None:
        raise ValueError("no round")
    return numbers, model


def types_of() -> tuple[str, ...]:
    """Return the classes: no act, and the types."""
    return (NONE, *sorted(row["root"] for row in table(DATA / "types.tsv")))


def packed(numbers: dict[str, int], model: Model, types: tuple[str, ...]) -> dict[str, Array]:
    """Round the weights to bytes, a table for each kind of part."""
    stored: dict[str, Array] = {"types": np.array(types), "bias": model.bias}
    for name, columns in zip(TABLES, ROLES, strict=True):
        rows: dict[str, list[int]] = {}
        for feature, number in numbers.items():
            for n, roles in enumerate(columns):
                if feature[0] in roles:
                    rows.setdefault(feature[2:], [len(numbers)] * len(columns))[n] = number
        features = sorted(rows, key=key)
        table = np.concatenate([model.table, np.zeros_like(model.table[:1])])
        weights = np.concatenate(
            [table[[rows[feature][n] for feature in features]] for n in range(len(columns))], axis=1
        )
        scale = np.abs(weights).max(axis=0) / BYTE
        rounded = np.rint(weights / scale).astype(np.int8)
        kept = np.flatnonzero(rounded.any(axis=1))
        stored[f"{name}_keys"] = np.array([key(features[n]) for n in kept], dtype=np.uint32)
        stored[f"{name}_rows"] = rounded[kept]
        stored[f"{name}_scale"] = scale.astype(np.float32)
    return stored


def write(stored: dict[str, Array], sentences: int) -> None:
    """Write the weights and the account of how they were made."""
    np.savez_compressed(DATA / "proposer.npz", allow_pickle=False, **stored)
    made = [(str(file.relative_to(HERE.parents[1])), digest(file)) for file in files()]
    made += [("proposer.npz", digest(DATA / "proposer.npz")), ("sentences", str(sentences))]
    made += [(f"{name} features", str(len(stored[f"{name}_keys"])))
             for name in TABLES]  # fmt: skip
    columns = "what proposer.npz was made of and is; its SHA-256 or count"
    account(DATA / "proposer.tsv", "acts.py", columns, made)


def main() -> None:
    """Train and write."""
    read = [each for file in files() for each in examples(file)]
    types = types_of()
    numbers, model = train(list(sites(read)), types)
    write(packed(numbers, model, types), len(read))


if __name__ == "__main__":
    main()
