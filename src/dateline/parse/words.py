"""A parsed text as plain objects: spaCy makes each token anew at each access.

Names and meanings are those of spaCy's `Token`, `Span` and `Doc`. Made once for a text, it pays for
whoever looks at a word more than a few times: 1.6 microseconds a word to make, 30 nanoseconds to
read an attribute or a child, where spaCy takes 150 and more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self, overload

from spacy import attrs
from spacy.tokens import Doc

COLUMNS = (
    attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE,
    attrs.HEAD, attrs.IDX, attrs.IS_PUNCT, attrs.IS_SPACE, attrs.SENT_START,
)  # fmt: skip
# How many of the columns are numbers of strings, and the size of those numbers.
STRINGS, HASHES = 7, 1 << 64


class Word:
    """One token. `children` are in the order of the text; `idx` is its offset in code points."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_sent_start",
        "is_space",
        "left",
        "lemma_",
        "lower_",
        "pos_",
        "right",
        "sent",
        "tag_",
        "text",
    )  # fmt: skip
    head: Self
    sent: "Slice"
    children: "list[Word]"

    def __init__(
        self, doc: "Parsed", i: int, strings: list[str], idx: int, flags: tuple[bool, bool, bool]
    ) -> None:
        self.doc, self.i, self.idx = doc, i, idx
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_ = strings[:5]
        self.dep_, self.ent_type_ = strings[5:]
        self.is_punct, self.is_space, self.is_sent_start = flags
        self.left = self.right = i
        self.children = []

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    @property
    def is_mark(self) -> bool:
        """Whether this is punctuation or a space on which nothing hangs."""
        return (self.is_punct or self.is_space) and not self.children

    @property
    def left_edge(self) -> "Word":
        """The first word of all that hangs on this one, itself included."""
        return self.doc.words[self.left]

    @property
    def right_edge(self) -> "Word":
        """The last word of all that hangs on this one, itself included."""
        return self.doc.words[self.right]

    @property
    def ancestors(self) -> "Iterator[Word]":
        """The words above this one, the nearest first."""
        word: Word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def subtree(self) -> "Iterator[Word]":
        """This word and all that hang on it, in the order of the text as far as nothing crosses."""
        told = False
        for child in self.children:
            if child.i > self.i and not told:
                yield self
                told = True
            yield from child.subtree
        if not told:
            yield self

    def nbor(self, by: int = 1) -> "Word":
        """Return the word that stands so many further.

        Raises:
            IndexError: beyond either end of the text.
        """
        if self.i + by < 0:
            raise IndexError(self.i + by)
        return self.doc.words[self.i + by]


@dataclass(frozen=True, slots=True, eq=False)
class Slice:
    """Words `start` to `end` (exclusive) of a text."""

    doc: "Parsed"
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Word]:
        return iter(self.doc.words[self.start : self.end])

    def __getitem__(self, at: int) -> Word:
        return self.doc.words[self.start : self.end][at]

    @property
    def start_char(self) -> int:
        """Where the first word starts, in code points."""
        return self.doc.words[self.start].idx

    @property
    def end_char(self) -> int:
        """Where the last word ends, in code points."""
        last = self.doc.words[self.end - 1]
        return last.idx + len(last)

    @property
    def text(self) -> str:
        """The words as they stand in the text; empty where there are none."""
        return self.doc.text[self.start_char : self.end_char] if len(self) else ""

    @property
    def root(self) -> Word:
        """The word nearest to the root of its sentence, the first of several; a mark at last."""
        words = self.doc.words[self.start : self.end]
        roots = [word for word in words if word.head is word]
        if roots:
            return roots[0]
        tops = [word for word in words if not self.start <= word.head.i < self.end]
        return min(tops or words[:1], key=lambda word: (word.is_mark, len([*word.ancestors])))


class Parsed:
    """A parsed text: `words`, `sents`, and `spacy`, the document that it was made from."""

    def __init__(self, doc: Doc) -> None:
        self.spacy = doc
        rows = doc.to_array(list(COLUMNS)).tolist()
        lookup, known = doc.vocab.strings, dict[int, str]()
        self.words: list[Word] = []
        for i, row in enumerate(rows):
            strings = []
            for code in row[:STRINGS]:
                if code not in known:
                    known[code] = lookup[code]
                strings.append(known[code])
            flags = (bool(row[-3]), bool(row[-2]), row[-1] == 1)
            self.words.append(Word(self, i, strings, row[-4], flags))
        self._tie([row[STRINGS] - (HASHES if row[STRINGS] >> 63 else 0) for row in rows])

    def _tie(self, heads: list[int]) -> None:
        """Give each word its head (told as a distance), its children, its edges, its sentence."""
        for word, distance in zip(self.words, heads, strict=True):
            word.head = self.words[word.i + distance]
            if distance:
                word.head.children.append(word)
        for sent in self.sents:
            for word in sent:
                word.sent = sent
                for above in word.ancestors:
                    above.left, above.right = min(above.left, word.i), max(above.right, word.i)

    @cached_property
    def text(self) -> str:
        """The whole text."""
        return self.spacy.text

    @cached_property
    def sents(self) -> list[Slice]:
        """The sentences, in order."""
        starts = [sent.start for sent in self.spacy.sents]
        return [
            Slice(self, start, end)
            for start, end in zip(starts, [*starts, len(self.words)][1:], strict=True)
        ]

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> Slice: ...
    def __getitem__(self, at: int | slice) -> Word | Slice:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.words))
            return Slice(self, start, max(start, end))
        return self.words[at]

    def char_span(self, start: int, end: int) -> Slice | None:
        """Return the words that hold characters `start` to `end`; None where there are none."""
        found = self.spacy.char_span(start, end, alignment_mode="expand")
        return None if found is None else Slice(self, found.start, found.end)

    def alone(self, start: int, end: int) -> "Parsed":
        """Return words `start` to `end` as a text of their own."""
        return Parsed(self.spacy[start:end].as_doc())
