"""What the readers of expressions share: the tokens, the publication day, what came before."""

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.extract.times import calendar
from dateline.extract.times.tokens import Tokens
from dateline.model import Basis, TimexType

if TYPE_CHECKING:
    from dateline.parse.words import Parsed


@dataclass(slots=True)
class Draft:
    """A time expression over tokens `i` to `j` (exclusive), before it becomes a `Time`."""

    i: int
    j: int
    kind: TimexType
    value: str
    basis: Basis = "explicit"
    reason: str = ""
    approximate: bool = False
    edge: str = ""
    anchor: tuple[int, int] | None = None
    last: str = ""
    """For a range, the value of its last day; `value` is then the first."""
    days: tuple[dt.date, dt.date] | None = None
    """First and last possible day, where the value does not tell."""


@dataclass(slots=True)
class Context:
    """One text being read. `drafts` holds what was found so far, in order."""

    tokens: Tokens
    published: dt.date | None
    doc: "Parsed | None" = None
    rule: str = ""
    """The rule of the grammar that matched, while its reader runs."""
    drafts: list[Draft] = field(default_factory=list)
    """Offsets of the tokens of `doc`, once asked for."""

    today: dt.date | None = None
    """The day of writing: the dateline's where there is one, else that of publication."""
    today_is: str = "counted from the publication date"

    def at(self, i: int, j: int, *classes: str) -> int | None:
        """Return the first token in `i` to `j` of one of the classes, or None."""
        for k in range(i, j):
            if self.tokens.classes[k] in classes:
                return k
        return None

    def lower(self, k: int) -> str:
        """Return token k in lower case, an empty string beyond the text."""
        return self.tokens.lower[k] if 0 <= k < len(self.tokens.lower) else ""

    def value(self, i: int, j: int, *classes: str) -> str:
        """Return the value of the first token of one of the classes, or an empty string."""
        k = self.at(i, j, *classes)
        return "" if k is None else self.tokens.values[k]

    def value_lower(self, i: int, j: int, *classes: str) -> str:
        """Return the first token of one of the classes in lower case, or an empty string."""
        k = self.at(i, j, *classes)
        return "" if k is None else self.tokens.lower[k]

    def edge(self, i: int, j: int) -> str:
        """Return START, MID or END where "early", "mid-", "late" stands in the tokens."""
        return self.value(i, j, "early", "point", "edge")

    def hedged(self, i: int, j: int) -> bool:
        """Tell whether "about", "nearly", "more than" stands in the tokens."""
        return self.at(i, j, "approx", "more") is not None

    def sentence(self, i: int, limit: int = 60) -> tuple[int, int]:
        """Return the token range of the sentence of token i, at most `limit` to each side."""
        classes, starts, text = self.tokens.classes, self.tokens.starts, self.tokens.text
        begin = i
        while begin > 0 and i - begin < limit and not _ends(classes, starts, text, begin - 1):
            begin -= 1
        end = i
        while end < len(classes) - 1 and end - i < limit and not _ends(classes, starts, text, end):
            end += 1
        return begin, end + 1

    def recent(self, *units: str, within: int = 400) -> Draft | None:
        """Return the last draft of one of these granularities, so many tokens back."""
        for draft in reversed(self.drafts):
            if self.drafts and self.drafts[-1].i - draft.i > within:
                return None
            found = calendar.bounds(draft.value)
            if found and found[2] in units:
                return draft
        return None

    def quarter(self, within: int = 400) -> Draft | None:
        """Return the quarter that the text is about: the latest of those named, not one before."""
        best: Draft | None = None
        now = calendar.value_of(self.published, "Q") if self.published else ""
        for draft in reversed(self.drafts):
            if self.drafts[-1].i - draft.i > within:
                break
            if not QUARTER.match(draft.value):
                continue
            # One that had ended by publication before one that had not, then the latest.
            rank = (draft.value < now, draft.value)
            if best is None or rank > (best.value < now, best.value):
                best = draft
        return best

    def other_period(self, quarter: Draft) -> bool:
        """Tell whether a period of another length ("the nine months") was named since."""
        for draft in reversed(self.drafts):
            if draft is quarter or "-Q" in draft.value:
                return False
            if draft.kind == "DURATION" and draft.value in {"P9M", "P6M", "P1Y"}:
                return True
        return False


QUARTER = re.compile(r"\d{4}-Q[1-4]$")


def _ends(classes: list[str], starts: list[int], text: str, k: int) -> bool:
    if classes[k] == "para":
        return True
    return classes[k] == "dot" and text[starts[k]] != ";"
