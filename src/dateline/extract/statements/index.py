"""Which statement a token belongs to: a lookup for whoever codes events."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from dateline.extract.statements.cues import cue_class
from dateline.model import Statement
from dateline.parse.words import Parsed


class StatementIndex:
    """The innermost statement whose content holds a token, by token index in constant time."""

    def __init__(self, doc: Doc | Parsed, statements: Sequence[Statement]) -> None:
        starts = Parsed.of(doc).starts
        self._statements = tuple(statements)
        self._inner = [-1] * len(doc)
        sized = sorted(range(len(statements)), key=lambda n: (-size(statements[n]), n))
        for number in sized:
            for span in statements[number].content_spans:
                first = bisect_left(starts, span.start)
                last = bisect_left(starts, span.end)
                self._inner[first:last] = [number] * (last - first)
        self._cues: dict[int, int] = {}
        for number, found in enumerate(statements):
            for span in found.cue_spans:
                first = max(0, bisect_right(starts, span.start) - 1)
                for i in range(first, bisect_left(starts, span.end)):
                    self._cues.setdefault(i, number)

    def at(self, token: int) -> Statement | None:
        """Return the innermost statement whose content holds a token, or None."""
        number = self._inner[token]
        return self._statements[number] if number >= 0 else None

    def class_at(self, token: int) -> str:
        """Return the cue class of that statement; empty where there is none."""
        found = self.at(token)
        return cue_class(found.cue) if found else ""

    def cued_by(self, token: int) -> Statement | None:
        """Return the statement whose cue a token belongs to, or None."""
        number = self._cues.get(token)
        return None if number is None else self._statements[number]


def size(statement: Statement) -> int:
    """Return the length of a statement's content in code points."""
    return sum(span.end - span.start for span in statement.content_spans)
