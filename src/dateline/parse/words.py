"""A parsed text as plain objects: spaCy makes each token anew at each access.

Names and meanings are those of spaCy's `Token`, `Span` and `Doc`. Made once for a text, it pays for
whoever looks at a word more than a few times: 1.6 microseconds a word to make, 30 nanoseconds to
read an attribute or a child, where spaCy takes 150 and more.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Self, overload

from spacy import attrs
from spacy.tokens import Doc

STRINGS = (
    attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE,
)  # fmt: skip


class Word:
    """One token. `children` are in the order of the text; `idx` is its offset in code points."""

    __slots__ = (
        "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_punct", "is_space",
        "lemma_", "lower_", "pos_", "sent", "tag_", "text",
    )  # fmt: skip
    head: Self
    sent: "Slice"
    children: "list[Word]"

    def __init__(
        self, doc: "Parsed", i: int, idx: int, text: str, lower: str, lemma: str, pos: str,
        tag: str, dep: str, kind: str, *flags: bool,
    ) -> None:  # fmt: skip
        self.doc, self.i, self.idx, self.text, self.lower_ = doc, i, idx, text, lower
        self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_ = lemma, pos, tag, dep, kind
        self.is_punct, self.is_space = flags
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
    def is_sent_start(self) -> bool:
        """Whether it is the first word of its sentence."""
        return self.sent.start == self.i

    @property
    def left_edge(self) -> "Word":
        """The first word of all that hangs on this one, itself included."""
        return self.doc.words[self.doc.edges[0][self.i]]

    @property
    def right_edge(self) -> "Word":
        """The last word of all that hangs on this one, itself included."""
        return self.doc.words[self.doc.edges[1][self.i]]

    @property
    def lefts(self) -> "list[Word]":
        """The children that stand before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> "list[Word]":
        """The children that stand after it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def is_alpha(self) -> bool:
        """Whether it is of letters alone."""
        return self.text.isalpha()

    @property
    def is_title(self) -> bool:
        """Whether it is written with a capital and then small letters."""
        return self.text.istitle()

    @property
    def spaced(self) -> bool:
        """Whether a space follows it."""
        end = self.idx + len(self.text)
        return self.doc.text[end : end + 1] == " "

    @property
    def conjuncts(self) -> "tuple[Word, ...]":
        """All that are coordinated with it, in the order of the text, but itself."""
        first: Word = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found, queue = [], [first]
        while queue:
            word = queue.pop()
            found.append(word.i)
            queue += [child for child in word.children if child.dep_ == "conj"]
        return tuple(self.doc.words[i] for i in sorted(found) if i != self.i)

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


class Slice:
    """Words `start` to `end` (exclusive) of a text."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Parsed", start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

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
    """A parsed text: `words`, `sents`, and `spacy`, the document that it was made from.

    `kept` holds what was found out about it once, by name.
    """

    def __init__(self, doc: Doc) -> None:
        self.spacy = doc
        self.kept: dict[str, Any] = {}
        codes = doc.to_array(list(STRINGS)).T.tolist()
        lookup = doc.vocab.strings
        known = {code: lookup[code] for code in {code for column in codes for code in column}}
        strings = ([known[code] for code in column] for column in codes)
        flags = doc.to_array([attrs.IS_PUNCT, attrs.IS_SPACE]).astype(bool).T.tolist()
        starts = doc.to_array([attrs.IDX]).tolist()
        rows = zip(starts, *strings, *flags, strict=True)
        self.words = [Word(self, i, *row) for i, row in enumerate(rows)]
        self._tie(doc.to_array([attrs.HEAD]).astype("int64").tolist())

    def _tie(self, heads: list[int]) -> None:
        """Give each word its head (told as a distance), its children and its sentence."""
        words = self.words
        for i, distance in enumerate(heads):
            word = words[i]
            word.head = words[i + distance]
            if distance:
                word.head.children.append(word)
        for sent in self.sents:
            for word in sent:
                word.sent = sent

    @classmethod
    def of(cls, doc: "Doc | Parsed") -> "Parsed":
        """Return a parsed text as words, which it may be already."""
        return doc if isinstance(doc, Parsed) else cls(doc)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word starts, in code points."""
        return [word.idx for word in self.words]

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """The indices of the first and of the last word of all that hangs on each word."""
        first, last = list(range(len(self.words))), list(range(len(self.words)))
        for word in self.words:
            above = word
            while above.head is not above:
                above = above.head
                # Words come in order: each is the last so far of all above it.
                last[above.i] = max(above.i, word.i)
                first[above.i] = min(first[above.i], word.i)
        return first, last

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
