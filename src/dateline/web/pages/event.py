"""One event: who says so, in which words, how sure it is and why, and what answers it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.grade.registry import FEATURES
from dateline.model import CopyLink, Reason, Value, Voice
from dateline.query import Record
from dateline.web.ask import Ask
from dateline.web.dates import when
from dateline.web.pages.evidence import Quoted, Told, columns, quoted, told
from dateline.web.pages.paging import pages
from dateline.web.pages.review import panel
from dateline.web.render import Page

# Sentences of an event on one page: the most told event of a big record has hundreds.
SENTENCES = 40
# Fields whose values the head of the page shows already where all agree.
SHOWN = {"date", "place", "status", "source", "target", "mode"}


class Ground(NamedTuple):
    """A reason of a grade, and what its feature asks."""

    reason: Reason
    asks: str


class Folded(NamedTuple):
    """A voice, its paragraphs that are on the page, and its copies among the event's reports.

    `copies` are those that alter something first.
    """

    source: str
    quoted: tuple[Quoted, ...]
    copies: tuple[CopyLink, ...]


def event(record: Record, event_id: str, ask: Ask) -> Page:
    """Return the page of an event.

    Raises:
        UsageError: D107 where there is none, or more than one, of that id.
    """
    found = record.event(event_id)
    first = (ask.page - 1) * SENTENCES
    all_ = tuple(told(record, found.mentions[first : first + SENTENCES]))
    title = f"{when(found).short}: {found.headline}"
    return Page("event.html", title, {
        "event": found,
        "details": tuple(v for v in found.values if v.field not in SHOWN and v.shown),
        "differing": differing(found.values),
        "grounds": grounds(found.grade.reasons),
        "columns": columns(found, all_),
        "voices_": folded(all_, set(found.reports)),
        "pages": pages(ask.page, len(found.mentions), SENTENCES),
        "answers": record.answers(found),
        **panel(record, found),
    })  # fmt: skip


def differing(values: Iterable[Value]) -> dict[str, tuple[Value, ...]]:
    """Return the fields for which reports give several values, with each value."""
    found: dict[str, tuple[Value, ...]] = {}
    for value in values:
        found[value.field] = (*found.get(value.field, ()), value)
    return {field: seen for field, seen in found.items() if len(seen) > 1}


def grounds(reasons: Sequence[Reason]) -> tuple[Ground, ...]:
    """Return reasons with what they are about."""
    asked = {name: " ".join((one.__doc__ or "").split()) for name, one in FEATURES.items()}
    return tuple(Ground(reason, asked.get(reason.feature, "")) for reason in reasons)


def folded(all_: Sequence[Told], reports: set[str]) -> tuple[Folded, ...]:
    """Return sentences by voice, the most told voice first."""
    by_voice: dict[str, tuple[Voice | None, list[Told]]] = {}
    for one in all_:
        name = one.voice.id if one.voice else one.mention.evidence.report_id
        by_voice.setdefault(name, (one.voice, []))[1].append(one)
    made = [
        Folded(
            source=voice.source if voice else sentences[0].report.key,
            quoted=tuple(quoted(sentences)),
            copies=copies(voice, reports),
        )
        for voice, sentences in by_voice.values()
    ]
    return tuple(sorted(made, key=lambda one: (-len(one.copies), one.source)))


def copies(voice: Voice | None, reports: set[str]) -> tuple[CopyLink, ...]:
    """Return a voice's copies that are among some reports or alter something; those first.

    A damaged copy tells of no event itself, but what it altered may be met elsewhere.
    """
    links = voice.links if voice else ()
    found = [link for link in links if link.report in reports or link.altered]
    return tuple(sorted(found, key=lambda link: (not link.altered, link.report)))
