"""The contract of an export: a view in, text out, holding exactly what the view held."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from dateline.model import Event
from dateline.publish.escape import web_url
from dateline.query import Query, Record
from dateline.store import evidence

Row = dict[str, Any]
TIMELINE = "timeline"
LEDGERS = ("agreements", "red-lines", "incidents", "accusations", "statements")


@dataclass(frozen=True)
class View:
    """What a page or a command shows: of a record, the events or the ledger that a query asks for.

    `kind`: timeline, agreements, red-lines, incidents, accusations or statements.
    """

    record: Record
    query: Query = field(default_factory=Query)
    kind: str = TIMELINE

    def rows(self) -> Iterator[Row]:
        """Yield the rows of the view in its order."""
        if self.kind == TIMELINE:
            for event in self.record.timeline(self.query):
                yield row(self.record, event)
        else:
            # A ledger's rows hold events, and so need this module.
            from dateline.publish.ledgers import rows

            yield from rows(self.record, self.query, self.kind)


@dataclass(frozen=True)
class Format:
    """One way to take a view away.

    `suffix` is what the page's address ends with (`/timeline.SUFFIX`), `extension` what a file's
    name does, `media` its media type, `views` the kinds of view that it takes.
    """

    name: str
    suffix: str
    extension: str
    media: str
    about: str
    views: tuple[str, ...] = (TIMELINE,)

    def pieces(self, view: View) -> Iterator[str]:
        """Yield the export's text piece by piece; the pieces joined, as UTF-8, are the file."""
        export: Callable[[View], Iterator[str]]
        export = import_module(f"dateline.publish.{self.name}").export
        return export(view)


def row(record: Record, event: Event) -> Row:
    """Return an event as every list and export shows it, with the sentences that tell of it."""
    return {
        "id": event.id,
        "start": event.start.isoformat() if event.start else None,
        "end": event.end.isoformat() if event.end else None,
        "precision": event.precision,
        "edtf": event.edtf,
        "type": event.event_type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "quad": event.quad,
        "intensity": event.intensity,
        "source": list(event.source),
        "target": list(event.target),
        "reciprocal": event.reciprocal,
        "status": event.status,
        "place": event.place,
        "headline": event.headline,
        "grade": {
            "credibility": event.grade.credibility,
            "reliability": event.grade.reliability,
            "reasons": [
                {"feature": r.feature, "detail": r.detail, "weight": r.weight}
                for r in event.grade.reasons
            ],
        },
        "voices": event.voices,
        "reports": list(event.reports),
        "evidence": [
            {**one, "url": web_url(one["url"])} for one in evidence.of_event(record.db, event)
        ],
        "decided": event.decided,
    }
