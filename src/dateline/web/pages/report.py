"""One report: its text with what was found in it, and what a copy altered."""

from collections.abc import Iterator

from dateline.copies.garbled import warning
from dateline.model import CopyLink, Mention, Report, Statement
from dateline.query import Record
from dateline.web.ask import Ask
from dateline.web.dates import day
from dateline.web.marks import WINDOW, Mark, pieces
from dateline.web.pages.evidence import marks
from dateline.web.pages.paging import pages
from dateline.web.render import Page


def report(record: Record, text_id: str, ask: Ask) -> Page:
    """Return the page of a text and its prints.

    Raises:
        UsageError: D122 where there is none of that id.
    """
    text = record.whole(text_id)
    prints = record.reports(text_id)
    voice = record.voice_of(text_id)
    keys = {one.key for one in prints}
    links = [link for link in voice.links if link.report in keys] if voice else []
    mentions = record.mentions_in(text_id)
    said = record.said(text_id)
    shown = pages(ask.page, len(text), WINDOW)
    first = max(0, shown.first_row - 1) if ask.page <= shown.last else len(text)
    first_print = prints[0]
    return Page("report.html", title(first_print), {
        "report": first_print,
        "prints": prints,
        "links_to": links,
        "voice": voice,
        "garbled": warning(text) if len(text) <= WINDOW else None,
        "mentions": [m for m in mentions if m.scope == "between"],
        "said": said,
        "pages": shown,
        "pieces": pieces(text, first, shown.last_row, all_marks(text_id, mentions, said, links)),
    })  # fmt: skip


def all_marks(
    text_id: str, mentions: list[Mention], said: list[Statement], links: list[CopyLink]
) -> Iterator[Mark]:
    """Yield all that is marked in a text."""
    for mention in mentions:
        yield from marks(mention)
    for statement in said:
        for span in statement.content_spans:
            yield Mark(span.start, span.end, "said", f"{statement.kind} speech")
        for span in statement.speaker_spans:
            yield Mark(span.start, span.end, "speaker", "who says it")
    for link in links:
        for one in link.altered:
            yield Mark(
                one.start, one.end, "altered", f"{one.kind}: its source says “{one.original.text}”"
            )
            if one.original.report == text_id:
                yield Mark(one.original.start, one.original.end, "original")


def title(report: Report) -> str:
    """Return a report's title for people: its own, its publisher, its date."""
    name = report.title or report.key
    return ", ".join(filter(None, (name, report.publisher, day(report.published))))
