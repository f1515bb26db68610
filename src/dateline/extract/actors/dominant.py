"""The two states that a report is about: those most often named together as parties."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.page import SUBJECTS, Page
from dateline.extract.actors.parties import OFFICIAL, party
from dateline.extract.actors.states import kin

Pair = tuple[str, str]

# What naming two in one sentence counts, joined to one another or not.
JOINED, BESIDE = 2, 1
# The first sentences say what a report is about: they count twice.
OPENING, EARLY = 3, 2
# A title that names just two.
TITLE = 3
# A pair is the report's own from this weight on, where the next weighs less than this share of it.
# Measured on 93 phrases for two of the example corpus: LEAST 2 to 4 and RIVAL .5 to .67 answer
# alike, LEAST 6 gets three of them wrong and RIVAL .8 two.
LEAST, RIVAL = 3, 0.67
# Where parties of one state are named too, "both sides" are the pair only from this weight on.
# 4 to 14 answer alike there and on 12 phrases of 294 articles on one state's politics.
FIRM = 8
# Prepositions that join who is dealt with to a verb: "met with"; not "stay outside".
DEALING = frozenset({"with", "to", "against", "from", "on", "at"})
# A state counts so many times where it is a subject.
AS_SUBJECT = 3


@dataclass(slots=True)
class Dominant:
    """Counts the states of a page, and the pairs of them, as its mentions come in."""

    page: Page
    counts: Counter[str] = field(default_factory=Counter)
    pairs: Counter[Pair] = field(default_factory=Counter)
    joined: dict[int, dict[Pair, None]] = field(default_factory=dict)
    _sent: int = -1
    _here: list[tuple[str, int]] = field(default_factory=list)
    _counted: Counter[Pair] = field(default_factory=Counter)

    def title(self, lands: Iterable[str]) -> None:
        """Take in the states that the title names."""
        named = sorted(set(lands))
        if len(named) == 2:  # noqa: PLR2004 - a pair
            self.pairs[named[0], named[1]] += TITLE

    def add(self, mentioned: Mentioned) -> None:
        """Take in a mention."""
        ref, page = mentioned.ref, self.page
        if ref.kind == "pronoun":
            return
        for actor in ref.actors:
            if actor.country and actor.role in OFFICIAL:
                weight = AS_SUBJECT if page.deps[ref.head] in SUBJECTS else 1
                self.counts[actor.country] += weight
        sent = page.sents[ref.start]
        if sent != self._sent:
            self._sent, self._here, self._counted = sent, [], Counter()
        if located(page, mentioned):
            return
        for actor in ref.actors:
            key = party(actor, "side", person=mentioned.person)
            if key:
                for other, head in self._here:
                    if not kin(key, other):
                        self._together(sent, _pair(key, other), joined=self._join(head, ref.head))
                self._here.append((key, ref.head))

    def _together(self, sent: int, pair: Pair, *, joined: bool) -> None:
        """Count two named in one sentence, once for each sentence."""
        weight = JOINED if joined else BESIDE
        if joined:
            self.joined.setdefault(sent, {})[pair] = None
        more = weight - self._counted[pair]
        if more > 0:
            self._counted[pair] = weight
            self.pairs[pair] += more * (EARLY if sent < OPENING else 1)

    def _join(self, one: int, other: int) -> bool:
        """Tell whether "and" joins two tokens, or a verb does: "met", "talks with"."""
        page = self.page
        first, last = self._first(one), self._first(other)
        if first == last:
            return True
        while page.deps[last] in {"pobj", "prep", "appos"}:
            if page.deps[last] == "prep" and page.lower[last] not in DEALING:
                return False
            last = page.heads[last]
        verb = page.heads[first]
        return page.deps[first] in SUBJECTS and (
            page.heads[last] == verb
            or (
                page.deps[page.heads[last]] in {"dobj", "pobj"}
                and page.heads[page.heads[last]] == verb
            )
        )

    def _first(self, token: int) -> int:
        """Return the first of the conjuncts that a token is one of; of a modifier, its noun's."""
        page = self.page
        while page.deps[token] in {"conj", "poss", "appos"} and page.heads[token] != token:
            token = page.heads[token]
        return token

    def near(self, token: int) -> Pair | None:
        """Return the one pair joined last, in a token's sentence or the one before."""
        for sent in (self.page.sents[token], self.page.sents[token] - 1):
            joined = self.joined.get(sent)
            if joined:
                return next(iter(joined)) if len(joined) == 1 else None
        return None

    def pair(self) -> Pair | tuple[()]:
        """Return the pair that the report is about so far, where one clearly is."""
        ranked = sorted(self.pairs.items(), key=lambda item: (-item[1], item[0]))
        if ranked and ranked[0][1] >= LEAST:
            rival = ranked[1][1] if len(ranked) > 1 else 0
            if rival <= ranked[0][1] * RIVAL:
                return ranked[0][0]
        return self._most()

    def firm(self) -> bool:
        """Tell whether a pair is named together so often that it is what the report is about."""
        return max(self.pairs.values(), default=0) >= FIRM

    def _most(self) -> Pair | tuple[()]:
        """Return the two states named most, where the rest are named far less."""
        ranked = sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):  # noqa: PLR2004 - a pair
            return ()
        return ranked[0][0], ranked[1][0]


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def located(page: Page, mentioned: Mentioned) -> bool:
    """Tell whether a state is only where something is ("the war in Yemen")."""
    head = mentioned.ref.head
    while page.deps[head] == "conj" and page.heads[head] < head:
        head = page.heads[head]
    if mentioned.person or page.deps[head] != "pobj" or mentioned.ref.kind != "name":
        return False
    return page.lower[page.heads[head]] in {"in", "inside", "near", "across", "over"}
