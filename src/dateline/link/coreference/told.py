"""A mention as it is compared: its head, its arguments, and what its sentence names."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dateline.data import table, values
from dateline.link.words import STEM

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "obj", "attr", "poss", "compound", "amod"})


class Told(NamedTuple):
    """A mention: `head` is the lemma of its head word, `pos` its part of speech.

    `words` are the lemmas of all of its words, `about` those of the content words of its sentence,
    `arguments` those of what depends on its head; `persons`, `dates` and `numbers` stand in its
    sentence, which `sentence` tells from others of the report.
    """

    id: str
    report: str
    head: str
    pos: str = ""
    words: frozenset[str] = frozenset()
    sentence: str = ""
    about: frozenset[str] = frozenset()
    arguments: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    @property
    def stem(self) -> str:
        """The stem of the head."""
        return self.head[:STEM]


def tell(name: str, report: str, sentence: Doc, own: Sequence[Token]) -> Told:
    """Return a mention of some words (`own`, at least one) of a parsed sentence."""
    head = min(own, key=lambda token: (sum(1 for _ in token.ancestors), token.i))

    def named(label: str) -> frozenset[str]:
        return frozenset(ent.text.lower() for ent in sentence.ents if ent.label_ == label)

    return Told(
        id=name,
        report=report,
        head=head.lemma_.lower(),
        pos=head.pos_,
        words=frozenset(token.lemma_.lower() for token in own),
        sentence=sentence.text,
        about=frozenset(content(sentence)),
        arguments=frozenset(arguments(head)),
        persons=named("PERSON"),
        dates=named("DATE"),
        numbers=named("CARDINAL"),
    )


def content(words: Iterable[Token]) -> list[str]:
    """Return the lemmas of the content words of a text."""
    return [
        token.lemma_.lower()
        for token in words
        if token.pos_ in CONTENT and not token.is_stop and len(token.lemma_) > 1
    ]


def arguments(head: Token) -> list[str]:
    """Return the lemmas of what depends on a head, through a preposition too."""
    found = []
    for child in head.children:
        if child.dep_ in ARGUMENTS:
            found.append(child.lemma_.lower())
        elif child.dep_ in {"prep", "agent"}:
            found += [t.lemma_.lower() for t in child.children if t.dep_ == "pobj"]
    return found


@cache
def kin() -> dict[str, frozenset[int]]:
    """Return the groups of each word of `data/link/synonyms.tsv`."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(table("link/synonyms")):
        for word in values(row["words"]):
            found.setdefault(word, set()).add(number)
    return {word: frozenset(groups) for word, groups in found.items()}


@cache
def speech() -> frozenset[str]:
    """Return the words of saying: of these a report has many, each its own."""
    rows = (row for row in table("link/synonyms") if row["speech"])
    return frozenset(word for row in rows for word in values(row["words"]))
