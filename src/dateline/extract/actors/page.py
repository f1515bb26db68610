"""One parsed report as plain lists: reading token attributes one at a time is slow."""

import bisect
import datetime as dt
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from dateline.extract.actors.lexicon import fold
from dateline.model import Actor, Report, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

YEAR = re.compile(r"(?:19|20)\d\d")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OPENING, CLOSING = "“", "”"


@dataclass(frozen=True, slots=True)
class Page:
    """The tokens of a report, column by column; all lists are as long as the document."""

    report: Report
    words: list[str]
    lower: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    entities: list[str]
    entity_starts: list[bool]
    sents: list[int]
    bounds: list[tuple[int, int]]
    quoted: list[bool]

    @property
    def day(self) -> dt.date | None:
        """The day the report was published, if known."""
        return self.report.published

    def token_at(self, char: int) -> int:
        """Return the index of the token that holds a code point."""
        return bisect.bisect_right(self.starts, char) - 1

    def span(self, start: int, end: int) -> Span:
        """Return the span of tokens `start` to `end` (exclusive)."""
        last = end - 1
        return Span(
            report_id=self.report.id,
            start=self.starts[start],
            end=self.starts[last] + len(self.words[last]),
        )

    def text(self, start: int, end: int) -> str:
        """Return the text of tokens `start` to `end`, spaces made plain."""
        span = self.span(start, end)
        return " ".join(self.report.text[span.start : span.end].split())

    def touch(self, one: int, other: int) -> bool:
        """Tell whether no space stands between two neighbouring tokens."""
        return self.starts[one] + len(self.words[one]) == self.starts[other]

    def head_of(self, start: int, end: int) -> int:
        """Return the token of `start` to `end` that the others hang on."""
        for index in range(end - 1, start - 1, -1):
            head = self.heads[index]
            if (head < start or head >= end or head == index) and self.pos[index] != "PART":
                return index
        return end - 1

    def root(self, sent: int) -> int:
        """Return the token that heads a sentence."""
        start, end = self.bounds[sent]
        return next((i for i in range(start, end) if self.deps[i] == "ROOT"), start)

    def subject(self, verb: int) -> int | None:
        """Return the token that is a verb's subject, None where it has none.

        Of two, as where a dateline is taken for one, it is the one nearer before the verb.
        """
        start, end = self.bounds[self.sents[verb]]
        for index in chain(range(verb - 1, start - 1, -1), range(verb + 1, end)):
            if self.heads[index] == verb and self.deps[index] in SUBJECTS:
                return index
        return None

    def years(self, token: int) -> list[int]:
        """Return the years named in a token's sentence."""
        start, end = self.bounds[self.sents[token]]
        return [
            int(word)
            for word in self.words[start:end]
            if len(word) == 4 and YEAR.fullmatch(word)  # noqa: PLR2004 - digits of a year
        ]

    def actor(self, base: Actor, start: int, end: int) -> Actor:
        """Return an actor with the span of tokens `start` to `end` as its place in the text."""
        return Actor(
            code=base.code,
            country=base.country,
            name=base.name,
            role=base.role,
            spans=(self.span(start, end),),
        )


def page(doc: "Doc", report: Report) -> Page:
    """Return the columns of a parsed report, read once and kept with it."""
    kept = doc.user_data.get(KEPT)
    if kept is None or kept[0] is not report:
        kept = (report, read(doc, report))
        doc.user_data[KEPT] = kept
    found: Page = kept[1]
    return found


KEPT = "dateline page"


def read(doc: "Doc", report: Report) -> Page:
    """Read the columns of a parsed report."""
    tokens = list(doc)
    bounds = [(sent.start, sent.end) for sent in doc.sents]
    sents = [number for number, (start, end) in enumerate(bounds) for _ in range(start, end)]
    words = [fold(token.text) for token in tokens] if not doc.text.isascii() else [
        token.text for token in tokens
    ]  # fmt: skip
    return Page(
        report=report,
        words=words,
        lower=[word.lower() for word in words],
        lemmas=[token.lemma_.lower() for token in tokens],
        pos=[token.pos_ for token in tokens],
        tags=[token.tag_ for token in tokens],
        deps=[token.dep_ for token in tokens],
        heads=[token.head.i for token in tokens],
        starts=[token.idx for token in tokens],
        entities=[token.ent_type_ for token in tokens],
        entity_starts=[token.ent_iob_ == "B" for token in tokens],
        sents=sents,
        bounds=bounds,
        quoted=_quoted([token.text for token in tokens]),
    )


def _quoted(words: list[str]) -> list[bool]:
    """Mark the words inside quotation marks; a paragraph's end closes straight ones."""
    marks: list[bool] = []
    inside = False
    for word in words:
        if word == OPENING:
            inside = True
        elif word == CLOSING or "\n\n" in word:
            inside = False
        elif word == '"':
            inside = not inside
        marks.append(inside)
    return marks
