"""The sentences of `acts/` as one tells the coder of given actors: an act and the words of its two.

Of several words for a party those nearest to the word of the act are taken. Acts whose parties the
package does not find (one in twelve) are left out.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from dateline.extract import actors, places, statements
from dateline.extract.events.propose.sites import Party, parties
from dateline.extract.events.resolve import Resolver
from dateline.extract.statements import StatementIndex
from dateline.model import Report
from dateline.parse import parser
from dateline.parse.words import Parsed
from train.acts_read import WORD, Act, Example, examples

Given = tuple[str, str, str]


def given(files: Sequence[Path]) -> Iterator[tuple[str, Given]]:
    """Yield sentences, each with the words of an act's source and target, and its type.

    Raises:
        OSError: where there is no English parser.
    """
    english = parser("en")
    if english is None:
        raise OSError("no English parser")
    read = [each for file in files for each in examples(file) if each.acts]
    for each, parsed in zip(read, english.parse_many((e.text for e in read), 12), strict=True):
        doc = Parsed(parsed)
        for found in dict.fromkeys(pairs(each, doc, named(each, doc))):
            yield each.text, found


def named(example: Example, doc: Parsed) -> list[list[Party]]:
    """Return the parties that are found in each sentence of a text."""
    report = Report.from_text(example.text, published=dt.date.fromisoformat(example.date))
    refs = actors.find(doc.spacy, report)
    where = places.find(doc.spacy, refs, report)
    resolver = Resolver(refs, StatementIndex(doc, statements.find(doc, refs, report)))
    return [parties(sent, resolver, where) for sent in doc.sents]


def pairs(example: Example, doc: Parsed, found: Sequence[Sequence[Party]]) -> Iterator[Given]:
    """Yield the words of the two parties of each act, and its type."""
    for act in example.acts:
        at = place(example.text, act)
        sides = [
            (far(doc, one, at) + far(doc, other, at), one.start, other.start, one, other)
            for each in found
            for one, other in product(each, each)
            if one is not other and act.source in one.states and act.target in other.states
        ]
        if sides:
            *_, one, other = min(sides, key=lambda side: side[:3])
            yield words(doc, one), words(doc, other), act.root


def place(text: str, act: Act) -> int:
    """Return the offset of the word that carries an act."""
    match = WORD.fullmatch(act.word)
    at = -1
    for _ in range(int(match["nth"] or 1) if match else 0):
        at = text.find(match["word"] if match else "", at + 1)
    return at


def far(doc: Parsed, party: Party, at: int) -> int:
    """Return how far a party stands from an offset, in characters."""
    return abs(doc[party.start].idx - at)


def words(doc: Parsed, party: Party) -> str:
    """Return the words that name a party."""
    last = doc[party.end - 1]
    return doc.text[doc[party.start].idx : last.idx + len(last)]
