"""CSL JSON (Citation Style Language): an item for each report that a view rests on."""

from collections.abc import Iterator

from dateline.publish.base import Row, View
from dateline.publish.escape import json_text, line, web_url
from dateline.publish.sources import Source, sources


def export(view: View) -> Iterator[str]:
    """Yield one JSON list, an item a line, by the keys of the reports."""
    before = "[\n"
    for source in sources(view):
        yield before + json_text(item(source))
        before = ",\n"
    yield "\n]\n" if before.startswith(",") else "[]\n"


def item(source: Source) -> Row:
    """Return a report as an item; `custom` holds what it tells of the view's events."""
    report = source.report
    day = report.published
    fields: Row = {
        "id": source.cite,
        "type": "article-newspaper",
        "title": line(report.title or report.key),
        "author": [{"literal": line(report.byline)}] if report.byline else None,
        "container-title": line(report.publisher),
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": web_url(report.url),
        "language": report.language,
        "note": f"dateline report {report.key}",
        "custom": told(source),
    }
    return {name: value for name, value in fields.items() if value}


def told(source: Source) -> Row:
    """Return what a report tells of the view's events, or what it says that was said."""
    if source.told and not source.told[0].event:
        return {"statements": [one.text for one in source.told]}
    return {"events": [one._asdict() for one in source.told]}
