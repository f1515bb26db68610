"""The ledgers of the example corpus against its gold, and the conflicts planted in it.

An item of a ledger is matched with an item of the gold one to one, by the event that the gold names
(`example.agrees`: pair, type and date; for agreements also a word of what is agreed). An item that
has no match is an error, unless it is one of the events that the gold or the adjudicated list has
too and that are no item of the ledger's own (an old treaty, an offer of one side): those are set
aside. A second item for one item of the gold is an error.

Accusation and denial pairs: of each incident of the gold, every accusation with every denial by the
accused that is not before it; and those in `gold/answers.tsv`.
"""

import csv
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import dateline
from data import ROOT, prf
from dateline.link.words import stems
from dateline.query.ledgers import Agreement, Incident, RedLine
from example import CORPUS, Gold, agrees
from scores import matching

ANSWERS = ROOT / "eval" / "gold" / "answers.tsv"
BOTH_MADE = frozenset({"AGREE", "SUPPORT", "COOPERATE"})


class Scored:
    """The items of a ledger matched with the gold: pairs, misses, errors, items set aside."""

    def __init__(
        self,
        items: list[Any],
        gold: list[Gold],
        same: Callable[[Any, Gold], int],
        aside: Callable[[Any], bool],
    ) -> None:
        likes = [[(same(item, g), n) for n, item in enumerate(items)] for g in gold]
        fits = [[n for like, n in sorted(row, reverse=True) if like] for row in likes]
        found = matching(fits)
        self.pairs = [(gold[row], items[column]) for row, column in sorted(found.items())]
        self.missed = [g for row, g in enumerate(gold) if row not in found]
        rest = [item for n, item in enumerate(items) if n not in found.values()]
        again = [item for item in rest if any(same(item, g) for g in gold)]
        others = [item for item in rest if not any(same(item, g) for g in gold)]
        self.aside = [item for item in others if aside(item)]
        self.again = again
        self.wrong = [item for item in others if not aside(item)]

    def figures(self, name: str) -> dict[str, float]:
        """Return precision, recall and F1, in percent."""
        hits, errors = len(self.pairs), len(self.wrong) + len(self.again)
        scored = prf(hits, hits + len(self.missed), hits, hits + errors)
        return dict(zip((f"{name}.precision", f"{name}.recall", f"{name}.f1"), scored, strict=True))


class Corpus:
    """The gold, its events by id, and the ledgers of a record of the corpus."""

    def __init__(self, record: Path) -> None:
        self.gold = json.loads((CORPUS / "gold.json").read_text("utf-8"))
        more = json.loads((CORPUS / "adjudicated.json").read_text("utf-8"))["supported"]
        self.events: dict[str, Gold] = {e["id"]: e for e in (*self.gold["events"], *more)}
        with dateline.open(record) as opened:
            self.all = list(opened.timeline(dateline.Query(status=("all",))))
            self.agreements = opened.agreements()
            self.red_lines = opened.red_lines()
            self.incidents = opened.incidents()
            self.accusations = opened.accusations()
            self.reports = {
                mention: {report.key for report in opened.reports(text_id)}
                for mention, text_id in opened.db.execute("SELECT id, text_id FROM mention")
            }

    def known(self, event: dateline.Event, kinds: frozenset[str] = frozenset()) -> bool:
        """Tell whether the gold or the adjudicated list has an event (of some types)."""
        return any(
            agrees(event, g)
            for g in self.events.values()
            if not kinds or kinds & {g["type"], *g.get("types", ())}
        )

    def hits(self, ids: Iterable[str], found: Iterable[dateline.Event]) -> tuple[int, int]:
        """Return how many of the gold's events of these ids are among some events, and how many."""
        wanted, events = list(ids), list(found)
        hit = sum(any(agrees(e, self.events[i]) for e in events) for i in wanted)
        return hit, len(wanted)


def of_agreements(corpus: Corpus) -> Scored:
    """Match the agreements."""

    def same(item: Agreement, gold: Gold) -> int:
        tellings = (item.event, *item.also)
        words = frozenset().union(*map(words_of, tellings))
        event = corpus.events[gold["event"]]
        told = any(agrees(one, event) for one in tellings)
        return len(words & stems(f"{gold['what']} {event['what']}")) if told else 0

    return Scored(
        corpus.agreements,
        corpus.gold["agreements"],
        same,
        lambda item: corpus.known(item.event, BOTH_MADE),
    )


def words_of(event: dateline.Event) -> frozenset[str]:
    """Return the stems of what an agreement is about."""
    return stems(" ".join(v.value for v in event.values if v.field == "about") or event.headline)


def of_red_lines(corpus: Corpus) -> Scored:
    """Match the red lines, by the demand or by a threat that goes with it."""

    def same(item: RedLine, gold: Gold) -> int:
        event = corpus.events[gold["event"]]
        return 2 * any(agrees(e, event) for e in (item.event, *item.also)) + any(
            agrees(e, event) for e in item.threats
        )

    return Scored(corpus.red_lines, corpus.gold["red_lines"], same, lambda _: False)


def of_incidents(corpus: Corpus) -> Scored:
    """Match the incidents, by an attack or an accusation, or the name where no attack is told."""

    def same(item: Incident, gold: Gold) -> int:
        told = corpus.hits([gold["event"]], item.attacks)[0]
        named = not item.attacks and item.name == gold["name"]
        return 2 * told + corpus.hits(gold["accused_by"], item.accusations)[0] + named

    def aside(item: Incident) -> bool:
        return bool(item.attacks) and all(corpus.known(e) for e in item.attacks)

    return Scored(corpus.incidents, corpus.gold["incidents"], same, aside)


def gold_pairs(corpus: Corpus) -> Iterator[tuple[Gold, Gold]]:
    """Yield the accusations of the gold with their denials."""
    for incident in corpus.gold["incidents"]:
        for accusation in (corpus.events[i] for i in incident["accused_by"]):
            for denial in (corpus.events[i] for i in incident["denied_by"]):
                if denial["to"] >= accusation["from"]:
                    yield accusation, denial
    with ANSWERS.open(encoding="utf-8") as file:
        rows = csv.DictReader((line for line in file if line[0] != "#"), delimiter="\t")
        yield from ((corpus.events[r["accusation"]], corpus.events[r["denial"]]) for r in rows)


def of_answers(corpus: Corpus) -> tuple[dict[str, float], list[str]]:
    """Return the figures of accusation and denial pairs, and what is missed and wrong."""
    gold = list(gold_pairs(corpus))
    found = [(one.event, denial) for one in corpus.accusations for denial in one.denials]

    def same(pair: tuple[dateline.Event, dateline.Event], g: tuple[Gold, Gold]) -> bool:
        return agrees(pair[0], g[0]) and agrees(pair[1], g[1])

    hit = [g for g in gold if any(same(pair, g) for pair in found)]
    right = [pair for pair in found if any(same(pair, g) for g in gold)]
    scored = prf(len(hit), len(gold), len(right), len(found))
    missed = [f"missed pair {a['id']} {d['id']}" for a, d in gold if (a, d) not in hit]
    wrong = [
        f"wrong pair {brief(a)}\n           {brief(d)}" for a, d in found if (a, d) not in right
    ]
    names = ("precision", "recall", "f1")
    return {f"ledgers.answers.{n}": v for n, v in zip(names, scored, strict=True)}, missed + wrong


def conflict_shown(corpus: Corpus, conflict: Gold) -> bool:
    """Tell whether an event holds two values of the field, each from one group of reports alone."""
    field = "date" if conflict["field"] == "time" else conflict["field"]
    groups = [set(keys) for keys in conflict["values"].values()]
    for event in corpus.all:
        if not agrees(event, corpus.events[conflict["event"]]):
            continue
        sources = [
            set().union(*(corpus.reports[m] for m in value.mentions))
            for value in event.values
            if value.field == field
        ]
        shown = [any(keys & group for keys in sources) for group in groups]
        parted = any(keys & groups[0] and not keys & groups[1] for keys in sources)
        if all(shown) and parted:
            return True
    return False


def parts(corpus: Corpus, agreements: Scored, incidents: Scored) -> dict[str, float]:
    """Return the figures of what the matched items hold, in percent of the gold's."""
    states = sum(g["state"] == item.state for g, item in agreements.pairs)
    steps = [
        corpus.hits(g["follow_up"], (*item.steps, *item.breaches)) for g, item in agreements.pairs
    ]
    right = [
        (sum(any(agrees(e, corpus.events[i]) for i in g["follow_up"]) for e in all_), len(all_))
        for g, item in agreements.pairs
        for all_ in [(*item.steps, *item.breaches)]
    ]
    lists = {
        "accusers": ("accused_by", "accusations"),
        "denials": ("denied_by", "denials"),
        "responses": ("responses", "responses"),
    }
    made = {
        "ledgers.agreements.state": share([(states, len(corpus.gold["agreements"]))]),
        "ledgers.agreements.steps": share(steps),
        "ledgers.agreements.steps_right": share(right),
        "ledgers.incidents.sector": share(
            [(int(g["sector"] in item.sectors), 1) for g, item in incidents.pairs]
        ),
    }
    for name, (there, here) in lists.items():
        made[f"ledgers.incidents.{name}"] = share(
            [corpus.hits(g[there], getattr(item, here)) for g, item in incidents.pairs]
        )
    return made


def share(counts: Iterable[tuple[int, int]]) -> float:
    """Return hits of all, in percent."""
    both = list(counts)
    total = sum(all_ for _, all_ in both)
    return 100 * sum(hits for hits, _ in both) / total if total else 0.0


def measure(record: Path | None = None, *, verbose: bool = False) -> dict[str, float]:
    """Build the example's record, where none is given, and return the figures, in percent."""
    if record is None:
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "example.dateline"
            dateline.build([CORPUS / "reports"], made, workers=2)
            return measure(made, verbose=verbose)
    corpus = Corpus(record)
    agreements, red_lines = of_agreements(corpus), of_red_lines(corpus)
    incidents = of_incidents(corpus)
    answers, errors = of_answers(corpus)
    conflicts = [(c, conflict_shown(corpus, c)) for c in corpus.gold["conflicts"]]
    if verbose:
        for name, scored in (("agreement", agreements), ("red line", red_lines)):
            tell(name, scored, lambda item: brief(item.event))
        tell("incident", incidents, lambda item: f"{item.name}: {list(map(brief, item.attacks))}")
        tell_parts(corpus, agreements, incidents)
        print(*errors, sep="\n")
        print(*(f"conflict not shown: {c['event']}" for c, shown in conflicts if not shown))
    return {
        **agreements.figures("ledgers.agreements"),
        **red_lines.figures("ledgers.red_lines"),
        **incidents.figures("ledgers.incidents"),
        **answers,
        **parts(corpus, agreements, incidents),
        "ledgers.conflicts.shown": share([(int(shown), 1) for _, shown in conflicts]),
    }


def brief(event: dateline.Event) -> str:
    """Return an event as one line."""
    sides = f"{'+'.join(event.source)}->{'+'.join(event.target)}"
    return f"{event.id} {event.start} {event.event_type} {sides} {event.headline[:110]}"


def tell(name: str, scored: Scored, line: Callable[[Any], str]) -> None:
    """Print what is missed, wrong, doubled, and set aside."""
    for gold in scored.missed:
        print(f"missed {name} {gold['event']}")
    for kind in ("wrong", "again", "aside"):
        for item in getattr(scored, kind):
            print(f"{kind} {name} {line(item)}")


def tell_parts(corpus: Corpus, agreements: Scored, incidents: Scored) -> None:
    """Print where matched items differ from the gold."""
    for gold, item in agreements.pairs:
        if gold["state"] != item.state:
            print(f"state {item.state} for {gold['state']} {gold['event']}: {brief(item.event)}")
        for step in gold["follow_up"]:
            if not corpus.hits([step], (*item.steps, *item.breaches))[0]:
                print(f"no step {step} of {gold['event']}")
    for gold, item in incidents.pairs:
        for there, here in (
            ("accused_by", item.accusations), ("denied_by", item.denials),
            ("responses", item.responses),
        ):  # fmt: skip
            for step in gold[there]:
                if not corpus.hits([step], here)[0]:
                    print(f"{gold['name']}: no {there} {step}")


if __name__ == "__main__":
    given = [Path(word) for word in sys.argv[1:] if word != "-v"]
    for figure, value in measure(given[0] if given else None, verbose="-v" in sys.argv).items():
        print(f"{figure:<32} {value:6.1f}")
