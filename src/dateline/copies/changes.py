"""Which of a copy's changes of words are changes of what is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from dateline.copies.values import Known, Value, class_of
from dateline.data import table, values

# Likeness of two sentences from which a denial or an opposite in one of them says that the other
# was turned round: below it too much else is worded anew.
TURNED = 0.45
# What the classes of values are called, and which may be put for one another.
KINDS = {
    "number": "number", "ordinal": "number", "magnitude": "number", "vague": "number",
    "weekday": "date", "month": "date", "monthday": "date",
    "year": "date", "clock": "date", "rhythm": "date",
    "unit": "unit", "role": "role", "name": "name", "actor": "actor",
}  # fmt: skip
GROUPS = (
    frozenset({"number", "magnitude", "vague"}), frozenset({"ordinal"}),
    frozenset({"weekday"}), frozenset({"month"}), frozenset({"monthday"}), frozenset({"year"}),
    frozenset({"clock"}), frozenset({"rhythm"}), frozenset({"unit"}), frozenset({"role"}),
    frozenset({"name", "actor"}),
)  # fmt: skip
Altering = tuple[str, range, range]
"""The kind of value, and the words of the copy and of the source by number."""


class Half:
    """One of two aligned sentences: its values, and those of the sentences beside it."""

    def __init__(self, known: Known, number: int, beside: int) -> None:
        self.known, self.number, self.beside = known, number, beside
        self.sentence = known.text.sentences[number]
        self.norms = self.sentence.norms

    @cached_property
    def values(self) -> dict[int, Value]:
        """The values, by the number of their word."""
        return {value.at: value for value in self.known.of(self.sentence)}

    @cached_property
    def near(self) -> frozenset[str]:
        """What the sentence and those beside it say, as values and as words."""
        low = max(0, self.number - self.beside)
        sentences = self.known.text.sentences[low : self.number + self.beside + 1]
        said = {value.meaning for one in sentences for value in self.known.of(one)}
        return frozenset(said.union(*(one.norms for one in sentences)))

    @cached_property
    def denied(self) -> int:
        """How often the sentence denies, in whatever way."""
        return sum(class_of(norm) in {"denial", "near"} for norm in self.norms)

    def offsets(self, words: range) -> tuple[int, int]:
        """Return the code points of words; for none, those of the word before."""
        if not words:
            at = self.sentence.words[max(0, min(words.start, len(self.norms)) - 1)].end
            return at, at
        return self.sentence.words[words[0]].start, self.sentence.words[words[-1]].end


@dataclass(frozen=True)
class Change:
    """Words of a copy (`mine`, by number) that stand where its source has others (`its`)."""

    copy: Half
    source: Half
    mine: range
    its: range

    @property
    def in_place(self) -> bool:
        """Tell whether a few words stand for a few others, and nothing else moved."""
        return 0 < len(self.mine) <= FEW and 0 < len(self.its) <= FEW

    def altered(self, group: frozenset[str]) -> tuple[list[int], list[int]]:
        """Return the copy's words with values of a group and the source's that they stand for.

        A value that the other text has nearby was moved, unless it stands in place of another.
        """
        new = values_in(self.copy, self.mine, group)
        gone = values_in(self.source, self.its, group)
        if not self.in_place:
            new = [n for n in new if self.copy.values[n].meaning not in self.source.near]
            gone = [n for n in gone if self.source.values[n].meaning not in self.copy.near]
        mine = {self.copy.values[n].meaning for n in new}
        its = {self.source.values[n].meaning for n in gone}
        return ([], []) if mine & its else (new, gone)


FEW = 3


def values_in(half: Half, words: range, group: frozenset[str]) -> list[int]:
    """Return which of some words are values of a group."""
    return [n for n in words if n in half.values and half.values[n].kind in group]


def kinds(half: Half, words: range) -> set[str]:
    """Return of which kinds the values among some words are."""
    return {half.values[n].kind for n in words if n in half.values}


def rules(change: Change, likeness: float) -> Iterator[Altering]:
    """Yield what a change altered."""
    new_kinds, old_kinds = kinds(change.copy, change.mine), kinds(change.source, change.its)
    for group in GROUPS if new_kinds and old_kinds else ():
        if group.isdisjoint(new_kinds) or group.isdisjoint(old_kinds):
            continue  # nearly always: looking at each word for each group was half of all
        new, gone = change.altered(group)
        if new and gone and not is_vague(change, new, gone):
            yield kind_of(change, new, gone), run(new), run(gone)
    yield from roles(change)
    if likeness >= TURNED or change.in_place:
        yield from denials(change)
        yield from opposed(change)


def is_vague(change: Change, new: list[int], gone: list[int]) -> bool:
    """Tell whether both say only that there were some."""
    kinds = {change.copy.values[n].kind for n in new} | {change.source.values[n].kind for n in gone}
    return kinds == {"vague"}


def kind_of(change: Change, new: list[int], gone: list[int]) -> str:
    """Return what to call an altered value; a name that speaks is whose words they are."""
    kinds = {change.copy.values[n].kind for n in new} | {change.source.values[n].kind for n in gone}
    if kinds <= {"name", "actor"}:
        if speaks(change.copy, new) and speaks(change.source, gone):
            return "attribution"
        return "actor" if "actor" in kinds else "name"
    return KINDS[change.source.values[gone[0]].kind]


def speaks(half: Half, at: list[int]) -> bool:
    """Tell whether a verb of saying stands beside words, or beside the title they go with."""
    low, high = at[0] - 1, at[-1] + 1
    while high < len(half.norms) and half.values.get(high, NONE).kind in TITLED:
        high += 1
    beside = (n for n in (low, high) if 0 <= n < len(half.norms))
    return any(class_of(half.norms[n]) == "speech" for n in beside)


NONE = Value(-1, "", "")
TITLED = frozenset({"role", "name", "actor"})


def run(at: list[int]) -> range:
    """Return the words from the first to the last."""
    return range(at[0], at[-1] + 1)


def roles(change: Change) -> Iterator[Altering]:
    """Yield an office that became none, or another one: "Excellent Minister", "salesman"."""
    role, modifier = frozenset({"role"}), frozenset({"modifier"})
    gone = values_in(change.source, change.its, role)
    if gone and 0 < len(change.mine) <= len(change.its) + SLACK:
        plain = any(class_of(change.copy.norms[n]) == "plain" for n in change.mine)
        if not values_in(change.copy, change.mine, role) and not plain:
            yield "role", change.mine, run(gone)
        return
    mine, its = change.mine.stop, change.its.stop
    before = values_in(change.source, change.its, modifier)
    after = {change.copy.values.get(mine, NONE).kind, change.source.values.get(its, NONE).kind}
    if before and change.mine and after == role:
        yield "role", range(change.mine.start, mine + 1), range(before[0], its + 1)


SLACK = 1  # words that a synonym may have more than what it stands for


def denials(change: Change) -> Iterator[Altering]:
    """Yield a denial that was dropped or added."""
    if change.copy.denied == change.source.denied:
        return
    mine, its = denying(change.copy, change.mine), denying(change.source, change.its)
    if its and not mine and not elsewhere(change.copy, change.mine):
        end = change.mine.stop
        yield "negation", range(max(0, end - 1), min(end + 1, len(change.copy.norms))), run(its)
    elif mine and not its and not elsewhere(change.source, change.its):
        yield "negation", run(mine), change.its


def denying(half: Half, words: range) -> list[int]:
    """Return the words among `words` that deny."""
    return [n for n in words if class_of(half.norms[n]) == "denial"]


def elsewhere(half: Half, words: range) -> bool:
    """Tell whether words say a denial in another way."""
    return any(class_of(half.norms[n]) == "near" for n in words)


def opposed(change: Change) -> Iterator[Altering]:
    """Yield a word that was put for its opposite."""
    for n in change.mine:
        for k in change.its:
            if opposite(change.copy.norms[n], change.source.norms[k]):
                yield "polarity", range(n, n + 1), range(k, k + 1)
                return


def opposite(one: str, other: str) -> bool:
    """Tell whether two words are opposites."""
    mine, its = poles(one), poles(other)
    if any((row, 1 - side) in its for row, side in mine):
        return True
    if min(len(one), len(other)) < SHORTEST:
        return False
    return any(one == prefix + other or other == prefix + one for prefix in PREFIXES)


PREFIXES = ("un", "in", "dis", "im", "il", "ir", "non")
SHORTEST = 4  # letters of a word that a prefix turns round: "to" and "into" are no opposites


@cache
def poles(word: str) -> frozenset[tuple[int, int]]:
    """Return the rows of `data/copies/opposites.tsv` that have a word, and on which side."""
    whole, begun = opposites()
    found = set(whole.get(word, ()))
    for length in range(1, len(word) + 1):
        found.update(begun.get(word[:length], ()))
    return frozenset(found)


@cache
def opposites() -> tuple[dict[str, set[tuple[int, int]]], dict[str, set[tuple[int, int]]]]:
    """Return the rows and sides of the forms of opposites, and those of what forms begin with."""
    whole: dict[str, set[tuple[int, int]]] = {}
    begun: dict[str, set[tuple[int, int]]] = {}
    for number, row in enumerate(table("copies/opposites")):
        for side, column in enumerate(("one", "other")):
            for form in values(row[column]):
                into = begun if form.endswith("*") else whole
                into.setdefault(form.removesuffix("*"), set()).add((number, side))
    return whole, begun
