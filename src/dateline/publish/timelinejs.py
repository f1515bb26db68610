"""TimelineJS3's JSON (timeline.knightlab.com/docs/json-format.html).

It takes a slide's headline and text for HTML, so both are escaped here. It knows a date without a
day or a month, and draws none without a year: undated events stand under `undated`, which it passes
over, and its title slide says how many they are.
"""

from collections.abc import Iterator
from html import escape

from dateline.publish import dates
from dateline.publish.base import Row, View
from dateline.publish.escape import json_text, line
from dateline.publish.names import lane
from dateline.publish.words import code_of, counted, told
from dateline.web.pages.titles import heading


def export(view: View) -> Iterator[str]:
    """Yield one JSON object, an event a line."""
    yield '{"scale": "human", "events": ['
    undated: list[str] = []
    before = "\n"
    for item in view.rows():
        text = json_text(slide(item))
        if item["start"] is None:
            undated.append(text)
        else:
            yield before + text
            before = ",\n"
    yield '\n],\n"undated": ['
    yield ",".join(f"\n{text}" for text in undated)
    note = f"Without a date, and not drawn: {counted(len(undated), 'event')}." if undated else ""
    head = {"text": {"headline": escape(heading(view.query)), "text": note}}
    yield f'\n],\n"title": {json_text(head)}}}\n'


def slide(item: Row) -> Row:
    """Return an event as a slide; an uncertain day is a span, or a date without its day."""
    first, last = dates.day(item["start"]), dates.day(item["end"])
    made: Row = {
        "unique_id": item["id"],
        "display_date": dates.words(item),
        "group": escape(lane(item)),
        "text": {
            "headline": escape(line(item["headline"])),
            "text": "".join(f"<p>{escape(line)}</p>" for line in (code_of(item), *told(item))),
        },
    }
    if first:
        parts = {"year": first.year, "month": first.month, "day": first.day}
        kept = {"month": 2, "year": 1}.get(item["precision"], 3)
        made["start_date"] = dict(list(parts.items())[:kept])
        if last and last != first and kept == len(parts):
            made["end_date"] = {"year": last.year, "month": last.month, "day": last.day}
    return made
