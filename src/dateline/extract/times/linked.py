"""Lengths of time that tie an event to another: "two days after the summit", "36 years after".

The expression stays a DURATION (TimeML); the days it leads to are added, basis "event". Where the
text dates the other event, they are those of the event told; where it does not, those of the other
event, counted back from the sentence's own time or from publication.
"""

import datetime as dt

from dateline.extract.times import calendar
from dateline.extract.times.anchors import Length, Names, last_day, length_of, single
from dateline.extract.times.context import Context, Draft
from dateline.extract.times.direction import direction

LASTING = frozenset({"for", "within", "in", "of", "over", "to", "than", "every", "after"})
LINKS = {"after": 1, "following": 1, "before": -1}
CLAUSE = 14  # words after the link in which a date belongs to the other event
LONG = frozenset("MY")  # units for which the publication date is near enough to count from
DEFINITE = frozenset({"the", "this", "that", "their", "its", "his", "her"})
OTHER = "the other event, counted back from the one told"


def link(context: Context) -> None:
    """Add the days to lengths of time that are followed by "after" or "before"."""
    names = Names(context)
    for index, draft in enumerate(context.drafts):
        length = length_of(draft)
        if length is None:
            continue
        way = LINKS.get(context.lower(draft.j))
        if context.lower(draft.j) == "of":
            _part(context, draft, index, length)
        elif way is None:
            _hence(context, draft, length)
        elif context.lower(draft.i - 1) not in LASTING:
            _link(context, draft, index, length._replace(steps=way * length.steps), names)


def _link(context: Context, draft: Draft, index: int, length: Length, names: Names) -> None:
    anchor = _anchor(context, draft, index, length, names)
    if anchor is not None:
        _set(context, draft, anchor, length)
        return
    told = _told(context, draft, index)
    day = None
    if told is not None:
        found = calendar.bounds(told.value)
        day = found[0] if found else None
        draft.anchor = (told.i, told.j)
    elif length.unit in LONG:
        day = context.published
    if day is not None:
        _count(draft, day, length._replace(steps=-length.steps))
        draft.reason = OTHER


def _anchor(
    context: Context, draft: Draft, index: int, length: Length, names: Names
) -> Draft | None:
    """Return the time of the event after the link: its own, that of "that", or one named."""
    after = _after(context, draft, index)
    if after is not None:
        return after
    word = context.lower(draft.j + 1)
    if word in {"that", "this"} and not names.knows(context.lower(draft.j + 2)):
        before = reversed(context.drafts[max(index - BACK, 0) : index])
        return next((one for one in before if single(one)), None)
    if word not in DEFINITE:
        return None
    named = names.meant(draft)
    if named is not None or _apposed(context, draft, index):
        return named
    return last_day(context, draft, index, length)


BACK = 6


def _after(context: Context, draft: Draft, index: int) -> Draft | None:
    """Return the date of the other event itself: "a year before the coup of August 2020"."""
    one = context.drafts[index + 1] if index + 1 < len(context.drafts) else None
    if one is None or one.i - draft.j > CLAUSE or not single(one):
        return None
    between = context.tokens.classes[draft.j : one.i]
    return None if {"dot", "comma", "para"} & set(between) else one


def _apposed(context: Context, draft: Draft, index: int) -> bool:
    """Tell "on August 30, two days after the coup": the date before is that of the event told."""
    if not index or not single(context.drafts[index - 1]):
        return False
    between = context.tokens.lower[context.drafts[index - 1].j : draft.i]
    return between in ([], [","], [",", "just"], ["–"], ["-"])


def _told(context: Context, draft: Draft, index: int) -> Draft | None:
    """Return the date of the event told: one before it in the sentence, "it came" the last one."""
    begin, _ = context.sentence(draft.i)
    for one in reversed(context.drafts[max(index - BACK, 0) : index]):
        fine = single(one)
        if one.i >= begin and fine:
            return one
        if one.i < begin:
            came = context.lower(draft.i - 1) in CAME
            return one if came and fine and draft.i - one.j < NEAR else None
    return None


CAME = frozenset({"came", "comes"})
NEAR = 30  # tokens


def _hence(context: Context, draft: Draft, length: Length) -> None:
    """Add the days of "in three years" where something is to come."""
    if context.published is None or context.lower(draft.i - 1) != "in":
        return
    if draft.days is None and direction(context, draft.i, draft.j) > 0:
        _count(draft, context.published, length)
        draft.basis = "publication"
        draft.reason = "a length of time from the publication date"


def _part(context: Context, draft: Draft, index: int, length: Length) -> None:
    """Add the days of "the first six months of 2021", "the last ten days of May"."""
    whole = context.drafts[index + 1] if index + 1 < len(context.drafts) else None
    if whole is None or whole.i != draft.j + 1:
        return
    found = calendar.bounds(whole.value)
    if found is None:
        return
    words = set(context.tokens.lower[draft.i : draft.j])
    if "first" in words:
        last = calendar.add_days(length.step(found[0]), -1)
        days = (found[0], last)
    elif words & {"last", "final"}:
        back = length._replace(steps=-length.steps)
        days = (calendar.add_days(back.step(found[1]), 1), found[1])
    else:
        return
    if found[0] <= days[0] <= days[1] <= found[1]:
        draft.days, draft.basis = days, whole.basis
        draft.reason = "a part of the period named"


def _set(context: Context, draft: Draft, anchor: Draft, length: Length) -> None:
    found = calendar.bounds(anchor.value)
    if found is None:
        return
    _count(draft, found[0], length)
    last = calendar.bounds(calendar.value_of(length.step(found[1]), length.grain))
    if draft.days and last:
        draft.days = (draft.days[0], max(last[1], draft.days[1]))
    draft.anchor = (anchor.i, anchor.j)
    words = context.tokens
    when = words.text[words.starts[anchor.i] : words.ends[anchor.j - 1]]
    draft.reason = f"counted from the event that the text dates ({' '.join(when.split())})"


def _count(draft: Draft, day: dt.date, length: Length) -> None:
    found = calendar.bounds(calendar.value_of(length.step(day), length.grain))
    if found:
        draft.days, draft.basis = found[:2], "event"
