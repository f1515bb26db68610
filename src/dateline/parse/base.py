"""The contract of a parser: text in, a spaCy Doc out, offsets unchanged."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from spacy.tokens import Doc


class Parser(Protocol):
    """Parses texts of one language. `token.idx` is an offset into the text that was given."""

    language: str

    def parse(self, text: str) -> Doc:
        """Parse one text."""
        ...

    def parse_many(self, texts: Iterable[str], batch_size: int) -> Iterator[Doc]:
        """Parse texts in order, `batch_size` at a time."""
        ...
