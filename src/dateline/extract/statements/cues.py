"""Cue words: what each one takes and what a speaker does by it (data/statements/cues.tsv)."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.data import table, values
from dateline.parse.words import Word

Pos = Literal["verb", "noun", "adj"]
POS: dict[str, Pos] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}

# Classes of cues that assert; the empty one is that of "according to", ":" and unknown verbs.
ASSERTIVE = {"", "accuse", "believe", "claim", "report", "say", "warn"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that introduces what someone says or holds.

    `frames` names what it takes (see the head of the table); `prepositions` those of its `p:X`
    frames.
    """

    lemma: str
    pos: Pos
    name: str
    stance: str
    frames: frozenset[str]
    prepositions: frozenset[str]


@cache
def cues() -> dict[tuple[str, Pos], Cue]:
    """Return the table, by lemma and part of speech."""
    found: dict[tuple[str, Pos], Cue] = {}
    for row in table("statements/cues"):
        pos = POS[row["pos"].upper()]
        frames = values(row["frames"])
        found[row["lemma"], pos] = Cue(
            lemma=row["lemma"],
            pos=pos,
            name=row["class"],
            stance=row["stance"],
            frames=frozenset(frames),
            prepositions=frozenset(f[2:] for f in frames if f.startswith("p:")),
        )
    return found


@cache
def lemmas() -> frozenset[str]:
    """Return the lemmas of the table."""
    return frozenset(lemma for lemma, _ in cues())


def lemma_of(token: Word) -> str:
    """Return a token's lemma, mended where the lemmatizer drops an e ("hoped", "hop")."""
    lemma: str = token.lemma_.lower()
    if lemma not in lemmas() and token.lower_ in {f"{lemma}ed", f"{lemma}ing"}:
        return f"{lemma}e" if f"{lemma}e" in lemmas() else lemma
    return lemma


def cue_class(lemma: str) -> str:
    """Return the class of a cue (say, accuse, deny, threaten, promise, ...); empty if unknown."""
    found = entry(lemma)
    return found.name if found and found.name != "none" else ""


def asserts(lemma: str) -> bool:
    """Tell whether a cue puts its content forward as true: "said", "claimed", "according to".

    "Backed the strike", "urged", "promised" or "denied" do not, whatever their content names.
    """
    return cue_class(lemma) in ASSERTIVE


def stance(lemma: str) -> str:
    """Return plain, hedged (the claim is the speaker's alone) or factive; empty if unknown."""
    found = entry(lemma)
    return found.stance if found else ""


def may_quote(lemma: str) -> bool:
    """Tell whether a verb may carry direct speech."""
    found = cues().get((lemma, "verb"))
    return found is not None and "quote" in found.frames


def entry(lemma: str) -> Cue | None:
    """Return the entry of a lemma: the verb's before the noun's before the adjective's."""
    order: tuple[Pos, ...] = ("verb", "noun", "adj")
    return next((cues()[lemma, pos] for pos in order if (lemma, pos) in cues()), None)
