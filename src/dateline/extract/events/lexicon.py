"""The tables of `data/plover/` as typed rules, indexed by lemma."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from dateline.data import table, values
from dateline.model import Quad
from dateline.parse.words import Word

Words = frozenset[str]
NOTHING: Words = frozenset("-")
ANYTHING: Words = frozenset("*")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of verbs.tsv or nouns.tsv: what a word needs, and what it then means.

    A requirement is a set of lemmas; empty: none; `*`: anything, `-`: nothing may stand there.
    """

    name: str
    root: str
    mode: str
    op: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    recip: bool
    contexts: tuple[str, ...]
    flags: Words
    particle: Words
    object: Words
    prep: Words
    pobj: Words
    clause: Words
    oprd: Words
    subj: Words
    mod: Words
    needs: int


# Each kind of rule stands in two tables: words and their governing verbs, and material deeds.
TABLES = {"verbs": ("verbs", "deeds"), "nouns": ("nouns", "deed_nouns")}


@cache
def classes() -> dict[str, Words]:
    """Return the classes of nouns by name; one that both tables name has the words of both."""
    found: dict[str, Words] = {}
    for row in (*table("plover/classes"), *table("plover/deed_classes")):
        found[row["name"]] = found.get(row["name"], frozenset()) | frozenset(values(row["words"]))
    return found


def words(cell: str) -> Words:
    """Return the lemmas that a cell of requirements allows."""
    found: set[str] = set()
    for value in values(cell):
        found |= classes()[value[1:]] if value.startswith("@") else {value}
    return frozenset(found)


REQUIREMENTS = ("particle", "object", "prep", "pobj", "clause", "oprd", "subj", "mod")


def rules_of(name: str) -> Iterator[tuple[str, Rule]]:
    """Yield each lemma of the tables of a kind with its rule."""
    for row in (row for part in TABLES[name] for row in table(f"plover/{part}")):
        needs = {key: words(row.get(key, "")) for key in REQUIREMENTS}
        rule = Rule(
            name=" ".join(filter(None, [row["lemmas"].split("|")[0], requirement(row)])),
            root=row["root"],
            mode=row["mode"],
            op=row["op"],
            source=values(row["source"]),
            target=values(row["target"]),
            recip=row["recip"] == "y",
            contexts=values(row["contexts"]),
            flags=frozenset(values(row["flags"])),
            needs=sum(2 if cell and cell not in {ANYTHING, NOTHING} else bool(cell)
                      for cell in needs.values()),
            **needs,
        )  # fmt: skip
        for lemma in values(row["lemmas"]):
            yield lemma, rule


@cache
def as_noun(rule: Rule) -> Rule:
    """Return a verb's rule as that of its noun in -ing."""
    target = tuple(dict.fromkeys(("of", *(t for t in rule.target if t not in {"obj", "iobj"}))))
    return replace(rule, source=("by", "poss"), target=target, flags=frozenset())


def requirement(row: dict[str, str]) -> str:
    """Say in short what a row requires, for reasons."""
    return " ".join(f"{key}={row[key]}" for key in REQUIREMENTS if row.get(key))


@cache
def rules(name: str) -> dict[str, tuple[Rule, ...]]:
    """Return the rules of `verbs` or `nouns` by lemma, the most demanding first."""
    index: dict[str, list[Rule]] = {}
    for lemma, rule in rules_of(name):
        index.setdefault(lemma, []).append(rule)
    return {
        lemma: tuple(sorted(found, key=lambda rule: -rule.needs)) for lemma, found in index.items()
    }


@cache
def light() -> dict[str, str]:
    """Return the effect of each verb that lends its subject to the noun it governs."""
    return {lemma: row["op"] for row in table("plover/light") for lemma in values(row["lemmas"])}


@cache
def governors() -> dict[str, str]:
    """Return the effect of a governing word on the status of what it governs."""
    found: dict[str, str] = {}
    for row in table("plover/governors"):
        for lemma in values(row["words"]):
            found.setdefault(lemma, row["effect"])
    return found


@cache
def known() -> frozenset[str]:
    """Return the lemmas of verbs and of governing words that the tables name."""
    return frozenset((*rules("verbs"), *light(), *governors()))


def lemma(token: Word) -> str:
    """Return a token's lemma, mended where the lemmatizer drops an e ("hopes", "hop")."""
    base: str = token.lemma_.lower()
    if token.lower_ in {f"{base}es", f"{base}ed", f"{base}ing"} and f"{base}e" in known():
        return f"{base}e"
    return base


@cache
def quads() -> dict[str, Quad]:
    """Return the quad class of each root."""
    return {row["root"]: msgspec.convert(int(row["quad"]), Quad) for row in table("plover/types")}


@cache
def intensities() -> dict[tuple[str, str], float]:
    """Return the intensity of each root, and of each root and mode, on the Goldstein range."""
    found = {(row["root"], ""): float(row["intensity"]) for row in table("plover/types")}
    for row in table("plover/modes"):
        found[row["root"], row["mode"]] = float(row["intensity"])
    return found


def intensity(root: str, mode: str) -> float:
    """Return the intensity of a root and mode; the root's own where the mode has none."""
    return intensities().get((root, mode), intensities()[root, ""])


@cache
def outcomes() -> dict[tuple[str, str], tuple[str, str]]:
    """Return (op, inner root) -> (root of the whole or "=", mode); inner root `*` for any."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for row in table("plover/combine"):
        for inner in values(row["inner"]):
            roots = (
                [root for root, quad in quads().items() if quad == int(inner[1])]
                if inner[0] == "Q"
                else [inner]
            )
            for root in roots:
                found[row["op"], root] = row["root"], row["mode"]
    return found


@cache
def opmodes() -> dict[tuple[str, str, str], str]:
    """Return (root of the whole, inner root, inner mode or `*`) -> mode of the whole."""
    return {
        (row["root"], row["inner"], row["inner_mode"]): row["mode"]
        for row in table("plover/opmodes")
    }


def combine(op: str, inner: str, inner_mode: str) -> tuple[str, str] | None:
    """Return root and mode of an act governed by a word with `op`, or None where op says nothing.

    Thus "refuse" (op refuse) over "meet" (CONSULT) is REJECT, mode meet.
    """
    table_ = outcomes()
    outcome = (
        table_.get((op, f"{inner}/{inner_mode}"))
        or table_.get((op, inner))
        or table_.get((op, "*"))
    )
    if outcome is None:
        return None
    root, mode = outcome
    if root == "=":
        return inner, inner_mode
    modes = opmodes()
    mode = mode or modes.get((root, inner, inner_mode)) or modes.get((root, inner, "*"), "")
    return root, mode
