"""What a length of time may count from: an event named and dated elsewhere, the day before it."""

import datetime as dt
import re
from typing import NamedTuple

from dateline.extract.times import calendar
from dateline.extract.times.context import Context, Draft

VALUE = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?$")
KNOWN = frozenset({"day", "weekend", "week", "month", "quarter", "season", "half", "year", "range"})
NOUNS = 6  # words after the link that may name the event
STEM = 4  # first letters by which "invaded" and "the invasion" are the same
BORING = 4  # letters of the longest word that names no event unless it follows "the" at once
SHORTEST = 3
NEAR = 60  # tokens


class Length(NamedTuple):
    """A number of TIMEX3 units to step, and the unit in which what it leads to is known."""

    steps: int
    unit: str
    grain: str

    def step(self, day: dt.date) -> dt.date:
        """Return the day that the length leads to."""
        return calendar.step(day, self.steps, self.unit)


def length_of(draft: Draft) -> Length | None:
    """Return the length of a duration in whole units: a year and a half is 18 months."""
    match = VALUE.match(draft.value) if draft.kind == "DURATION" else None
    if match is None or not any(match.groups()):
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    if match[4]:
        return Length(7 * weeks + days, "D", "W" if match[3] else "D")
    if match[3]:
        return Length(weeks, "W", "W")
    return Length(12 * years + months, "M", "M") if match[2] else Length(years, "Y", "Y")


def single(draft: Draft) -> bool:
    """Tell whether a time is one known day or period."""
    found = calendar.bounds(draft.value)
    return draft.kind == "DATE" and found is not None and found[2] in KNOWN


class Names:
    """The words of dated sentences, so that "the summit" can be found again."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[str, list[tuple[int, Draft]]] = {}
        for draft in context.drafts:
            found = calendar.bounds(draft.value)
            if draft.kind in {"DATE", "TIME"} and found and found[2] in KNOWN | {"daypart"}:
                self._add(draft)

    def _add(self, draft: Draft) -> None:
        tokens = self._context.tokens
        for k in range(*self._context.sentence(draft.i)):
            if tokens.classes[k] == "x" and len(tokens.lower[k]) >= SHORTEST:
                self._known.setdefault(tokens.lower[k][:STEM], []).append((k, draft))

    def knows(self, word: str) -> bool:
        """Tell whether a word stands in a dated sentence."""
        return word[:STEM] in self._known

    def meant(self, draft: Draft) -> Draft | None:
        """Return the time of the event that the words after a link name, if the text dates it.

        The first place that names it counts, in another sentence or earlier in the same one.
        """
        tokens = self._context.tokens
        begin, end = self._context.sentence(draft.i)
        first = draft.j + len(("after", "the"))
        for k in range(first, min(first + NOUNS, len(tokens.lower))):
            if tokens.classes[k] in {"dot", "comma", "para"}:
                break
            word = tokens.lower[k]
            if tokens.classes[k] != "x" or len(word) <= (SHORTEST - 1 if k == first else BORING):
                continue
            for place, one in self._known.get(word[:STEM], ()):
                if place < draft.i or not begin <= place < end:
                    return one
        return None


def last_day(context: Context, draft: Draft, index: int, length: Length) -> Draft | None:
    """Return the time named last before: "met on June 16. Two days after the summit ..."."""
    begin, _ = context.sentence(draft.i)
    for one in reversed(context.drafts[max(index - BACK, 0) : index]):
        found = calendar.bounds(one.value)
        joined = one.i >= begin and not JOINS.isdisjoint(context.tokens.lower[one.j : draft.i])
        if not found or draft.i - one.j >= NEAR or (one.i >= begin and not joined):
            continue
        fine = found[0] == found[1] if length.unit in "DW" else found[2] in KNOWN
        ahead = context.published is not None and length.step(found[0]) > context.published
        # What happened cannot count from something that leads beyond publication.
        if fine and (length.steps < 0 or not ahead):
            return one
    return None


BACK = 6
JOINS = frozenset({";", "and", "but"})
