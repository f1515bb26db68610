"""Lengths of time that tie an event to another: "two days after the summit", "36 years after".

The expression stays a DURATION (TimeML); the days it leads to are added, basis "event". Where the
text dates the other event, they are those of the event told; where it does not, those of the other
event, counted back from the sentence's own time or from publication.
"""

import datetime as dt
import re
from collections.abc import Iterator

from dateline.extract.times import calendar
from dateline.extract.times.context import Context, Draft

LENGTH = re.compile(r"P(\d{1,4})([DWMY])$")
LASTING = frozenset({"for", "within", "in", "of", "over", "to", "than", "every"})
LINKS = {"after": 1, "following": 1, "before": -1}
NOUNS = 8  # words after the link that may name the event
LONG = frozenset("MY")  # units for which the publication date is near enough to count from
KNOWN = frozenset({"day", "weekend", "week", "month", "quarter", "season", "half", "year", "range"})
STEM = 4  # first letters by which "invaded" and "the invasion" are the same
BORING = 4  # letters of the shortest word that is taken to name an event


def link(context: Context) -> None:
    """Add the days to lengths of time that are followed by "after" or "before"."""
    named: dict[str, Draft] = {}
    for index, draft in enumerate(context.drafts):
        _part(context, draft, index)
        length = LENGTH.match(draft.value) if draft.kind == "DURATION" else None
        way = LINKS.get(context.lower(draft.j)) if length else None
        if length is None or way is None or context.lower(draft.i - 1) in LASTING:
            _name(context, draft, named)
            continue
        count, unit = way * int(length[1]), length[2]
        anchor = _anchor(context, draft, index, named)
        if anchor is not None:
            _set(context, draft, anchor, count, unit)
        elif unit in LONG:
            base = _base(context, draft, index)
            if base is not None:
                _count(draft, base, -count, unit)
                draft.reason = "the other event, counted back from the one told"


def _name(context: Context, draft: Draft, named: dict[str, Draft]) -> None:
    """Remember the words of a dated sentence, so that "the summit" can be found again."""
    found = calendar.bounds(draft.value)
    if draft.kind not in {"DATE", "TIME"} or not found or found[2] not in KNOWN | {"daypart"}:
        return
    begin, end = context.sentence(draft.i)
    for k in range(begin, end):
        word = context.tokens.lower[k]
        if context.tokens.classes[k] == "x" and len(word) > BORING:
            named.setdefault(word[:STEM], draft)


def _anchor(context: Context, draft: Draft, index: int, named: dict[str, Draft]) -> Draft | None:
    """Return the time of the event after the link: "that", or a noun dated earlier."""
    after = _after(context, draft, index)
    if after is not None:
        return after
    first = context.lower(draft.j + 1)
    if first in {"that", "this"} and context.lower(draft.j + 2)[:STEM] not in named:
        return next((one for one in _before(context, index) if _single(one)), None)
    definite = first in {"the", "this", "that", "their", "its"}
    for k in range(draft.j + 1, min(draft.j + 1 + NOUNS, len(context.tokens.lower))):
        if context.tokens.classes[k] in {"dot", "comma", "para"}:
            break
        word = context.tokens.lower[k]
        if definite and len(word) > BORING and word[:STEM] in named:
            return named[word[:STEM]]
    return _last_day(context, draft, index) if definite else None


def _last_day(context: Context, draft: Draft, index: int) -> Draft | None:
    """Return the time named last before: "met on June 16. Two days after the summit ..."."""
    begin, _ = context.sentence(draft.i)
    for one in _before(context, index):
        found = calendar.bounds(one.value)
        if one.i >= begin or not found or draft.i - one.j >= NEAR:
            continue
        fine = found[0] == found[1] if draft.value[-1] in "DW" else found[2] in KNOWN
        if fine and not (context.published and _ahead(found[0], draft, context.published)):
            return one
    return None


def _ahead(day: dt.date, draft: Draft, published: dt.date) -> bool:
    """Tell whether the length counted from `day` goes beyond publication: not the anchor then."""
    length = LENGTH.match(draft.value)
    return length is not None and calendar.step(day, int(length[1]), length[2]) > published


NEAR = 60  # tokens


def _after(context: Context, draft: Draft, index: int) -> Draft | None:
    """Return the date of the other event itself: "a year before the coup of August 2020"."""
    one = context.drafts[index + 1] if index + 1 < len(context.drafts) else None
    if one is None or one.i - draft.j > NOUNS or not _single(one):
        return None
    between = context.tokens.classes[draft.j : one.i]
    return None if {"dot", "comma", "para"} & set(between) else one


def _part(context: Context, draft: Draft, index: int) -> None:
    """Add the days of "the first six months of 2021", "the last ten days of May"."""
    length = LENGTH.match(draft.value) if draft.kind == "DURATION" else None
    whole = context.drafts[index + 1] if index + 1 < len(context.drafts) else None
    if not length or whole is None or whole.i != draft.j + 1 or context.lower(draft.j) != "of":
        return
    found = calendar.bounds(whole.value)
    if found is None:
        return
    count, unit = int(length[1]), length[2]
    words = set(context.tokens.lower[draft.i : draft.j])
    if "first" in words:
        last = calendar.add_days(calendar.step(found[0], count, unit), -1)
        days = (found[0], last)
    elif words & {"last", "final"}:
        days = (calendar.add_days(calendar.step(found[1], -count, unit), 1), found[1])
    else:
        return
    if found[0] <= days[0] <= days[1] <= found[1]:
        draft.days, draft.basis = days, whole.basis
        draft.reason = "a part of the period named"


def _before(context: Context, index: int) -> Iterator[Draft]:
    """Yield the few times before the draft at `index`, nearest first."""
    return reversed(context.drafts[max(index - BACK, 0) : index])


BACK = 6


def _single(draft: Draft) -> bool:
    found = calendar.bounds(draft.value)
    return found is not None and found[2] in KNOWN


def _base(context: Context, draft: Draft, index: int) -> dt.date | None:
    """Return the day of the event told: a date before it in the sentence, else publication."""
    begin, _ = context.sentence(draft.i)
    for before in _before(context, index):
        if before.i < begin:
            break
        found = calendar.bounds(before.value)
        if found and found[2] in KNOWN:
            return found[0]
    return context.published


def _set(context: Context, draft: Draft, anchor: Draft, count: int, unit: str) -> None:
    found = calendar.bounds(anchor.value)
    if found is None:
        return
    _count(draft, found[0], count, unit)
    last = calendar.bounds(calendar.value_of(calendar.step(found[1], count, unit), unit))
    if draft.days and last:
        draft.days = (draft.days[0], max(last[1], draft.days[1]))
    draft.anchor = (anchor.i, anchor.j)
    words = context.tokens
    when = words.text[words.starts[anchor.i] : words.ends[anchor.j - 1]]
    draft.reason = f"counted from the event that the text dates ({' '.join(when.split())})"


def _count(draft: Draft, day: dt.date, count: int, unit: str) -> None:
    found = calendar.bounds(calendar.value_of(calendar.step(day, count, unit), unit))
    if found:
        draft.days, draft.basis = found[:2], "event"
