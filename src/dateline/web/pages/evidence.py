"""Each mention of an event: its sentence in its paragraph, who says it, who printed it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.link.block import party_of
from dateline.model import Actor, Event, Mention, Report, Voice
from dateline.query import Record
from dateline.web.marks import Mark, Piece, clipped, paragraph, pieces
from dateline.web.words import actor


class Told(NamedTuple):
    """A sentence that tells of an event, and who says it.

    `prints`: the reports that hold its text, first by key; `side`: the party that says it, or ""
    for a report's own voice; `paragraph`: the code points of the text that are shown with it.
    """

    mention: Mention
    prints: tuple[Report, ...]
    voice: Voice | None
    side: str
    speaker: str
    sentence: str
    text: str
    paragraph: tuple[int, int]

    @property
    def report(self) -> Report:
        """The report named for the text."""
        return self.prints[0]


class Quoted(NamedTuple):
    """A paragraph of a report with each sentence in it that tells of an event.

    `cut`: whether the paragraph goes on before, and after, what is shown.
    """

    told: tuple[Told, ...]
    pieces: tuple[Piece, ...]
    cut: tuple[bool, bool]

    @property
    def report(self) -> Report:
        """The report named for the text."""
        return self.told[0].report

    def each(self, name: str) -> list[str]:
        """Return what its sentences are: their speakers, statuses, or what dates them, once each.

        `name`: speaker, status or dated.
        """
        get = {
            "speaker": lambda one: one.speaker,
            "status": lambda one: one.mention.status,
            "dated": lambda one: one.mention.time.reason if one.mention.time else "",
        }[name]
        return [value for value in dict.fromkeys(map(get, self.told)) if value]


def told(record: Record, ids: Sequence[str]) -> Iterator[Told]:
    """Yield some mentions of an event (by id) in order, each with its paragraph."""
    texts: dict[str, str] = {}
    for mention in record.mentions_of(ids):
        evidence = mention.evidence
        if evidence.report_id not in texts:
            texts[evidence.report_id] = record.whole(evidence.report_id)
        text = texts[evidence.report_id]
        by = mention.according_to
        yield Told(
            mention=mention,
            prints=tuple(record.reports(evidence.report_id)),
            voice=record.voice_of(evidence.report_id),
            side=(by.country or by.code or by.name) if by else "",
            speaker=by.name if by else "",
            sentence=clipped(text[evidence.start : evidence.end]),
            text=text,
            paragraph=paragraph(text, evidence.start, evidence.end),
        )


def quoted(all_: Iterable[Told]) -> list[Quoted]:
    """Return sentences by paragraph, with all that is marked in it."""
    groups: list[list[Told]] = []
    for one in all_:
        for group in groups:
            if group[0].text is one.text and meets(group[0].paragraph, one.paragraph):
                group.append(one)
                break
        else:
            groups.append([one])
    return [quote(group) for group in groups]


def quote(group: list[Told]) -> Quoted:
    """Return the paragraph that some sentences share."""
    first = min(one.paragraph[0] for one in group)
    last = max(one.paragraph[1] for one in group)
    text = group[0].text
    all_marks = [mark for one in group for mark in marks(one.mention)]
    return Quoted(
        told=tuple(group),
        pieces=tuple(pieces(text, first, last, all_marks)),
        cut=(first > 0 and text[first - 1] != "\n", last < len(text) and text[last] != "\n"),
    )


def meets(one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Tell whether two stretches of a text share something."""
    return one[0] < two[1] and two[0] < one[1]


def marks(mention: Mention) -> Iterator[Mark]:
    """Yield what is marked of a mention in its text."""
    evidence = mention.evidence
    here = evidence.report_id
    yield Mark(evidence.start, evidence.end, "sentence")
    for span in mention.action_spans:
        yield Mark(span.start, span.end, "action", "what is done")
    for span in mention.source_spans:
        yield Mark(span.start, span.end, "actor", names("who acts", mention.source))
    for span in mention.target_spans:
        yield Mark(span.start, span.end, "actor", names("toward whom", mention.target))
    if mention.time and mention.time.span.report_id == here:
        span = mention.time.span
        yield Mark(span.start, span.end, "time", f"{mention.time.edtf}: {mention.time.reason}")
    if mention.place:
        yield Mark(mention.place.span.start, mention.place.span.end, "place", "where")


def names(what: str, actors: Sequence[Actor]) -> str:
    """Return who a mention's side is, in words."""
    found = ", ".join(actor(one.code) if one.code else one.name for one in actors)
    return f"{what}: {found}" if found else what


class Column(NamedTuple):
    """What one side says of an event."""

    party: str
    told: tuple[Told, ...]


def columns(event: Event, all_: Sequence[Told]) -> tuple[Column, ...]:
    """Return what each party of an event says of it, then what others say: ("" is their party).

    A sentence that several mentions share is given once. Parties without a word are there too:
    that a side has said nothing tells something.
    """
    parties = sorted({party_of(code) for code in (*event.source, *event.target)})
    by_side: dict[str, dict[tuple[str, str], Told]] = {party: {} for party in parties}
    others: dict[tuple[str, str], Told] = {}
    for one in all_:
        if one.side:
            by_side.get(one.side, others).setdefault((one.speaker, one.sentence), one)
    return (
        *(Column(party, tuple(found.values())) for party, found in by_side.items()),
        Column("", tuple(others.values())),
    )
