"""Find the time expressions of a text."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.extract.times import (
    absolute,
    clock,
    counted,
    dateline,
    filters,
    grammar,
    linked,
    names,
    periods,
    ranges,
    relative,
    spans,
)
from dateline.extract.times.context import Context, Draft
from dateline.extract.times.finish import finish
from dateline.extract.times.tokens import tokenize
from dateline.model import Time, text_id

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.parse.words import Parsed

Reader = Callable[[Context, int, int], Draft | list[Draft] | None]
READERS: dict[str, Reader] = {
    "date": absolute.date,
    "time": clock.time,
    "range": ranges.read_range,
    "week": relative.week_of,
    "nthweek": relative.nth_week,
    "months": ranges.months,
    "years": ranges.years,
    "bareday": relative.bareday,
    "both": ranges.both,
    "relname": names.relname,
    "relunit": relative.relunit,
    "deictic": relative.deictic,
    "ago": counted.ago,
    "edge": counted.edge,
    "bare": counted.bare,
    "quarter": periods.quarter,
    "year": periods.year,
    "numyear": periods.numyear,
    "decade": periods.decade,
    "fiscal": periods.fiscal,
    "duration": spans.duration,
    "span": spans.span,
    "compound": spans.compound,
    "set": spans.every,
    "ref": spans.ref,
}


def words(doc: "Doc | Parsed | None") -> "Parsed | None":
    """Return the words of a parse, where there is one (imported late: it needs spaCy)."""
    if doc is None:
        return None
    from dateline.parse.words import Parsed

    return Parsed.of(doc)


def find_times(
    text: str,
    published: dt.date | None = None,
    report_id: str | None = None,
    doc: "Doc | Parsed | None" = None,
) -> list[Time]:
    """Return the time expressions of `text` in order of their offsets (code points).

    `published` anchors "yesterday", "Friday", "in June"; without it such values keep an X for
    what is not known and have no days. `doc` is the spaCy parse of the same text, if there is one.
    Types and values follow TIMEX3 (TimeML 1.2.1).
    """
    line = dateline.find(text, published)
    context = Context(tokenize(text), published or (line.day if line else None), words(doc))
    context.today = line.day if line else published
    if line:
        context.today_is = "counted from the dateline"
    rules = grammar.grammar()
    encoded = rules.encode(context.tokens.classes)
    for match in rules.pattern.finditer(encoded):
        rule = context.rule = str(match.lastgroup)
        i, j = match.span()
        if not filters.allowed(context, i, j):
            continue
        if rules.reader[rule] == "skip":
            continue
        found = READERS[rules.reader[rule]](context, i, j)
        if found:
            context.drafts += found if isinstance(found, list) else [found]
    clock.settle(context)
    linked.link(context)
    for draft in context.drafts:
        if line and _by_dateline(context, draft, line, published):
            draft.basis = "dateline"
    origin = text_id(text) if report_id is None else report_id
    return [finish(context, draft, origin) for draft in context.drafts]


def _by_dateline(
    context: Context, draft: Draft, line: dateline.Dateline, published: dt.date | None
) -> bool:
    """Tell whether a time rests on the dateline: is it, counts from it, or has nothing else."""
    if draft.basis != "publication":
        return False
    here = context.tokens.starts[draft.i] <= line.offset < context.tokens.ends[draft.j - 1]
    return here or published is None or draft.reason == context.today_is
