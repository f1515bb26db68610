"""The contract of an export: events in, lines of text out, holding exactly what the view held."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from dateline.model import Event, Mention
from dateline.query.record import Record

Row = dict[str, Any]


class Exporter(Protocol):
    """Yields the export's text piece by piece; the pieces joined are the file."""

    def __call__(self, rows: Iterable[Row]) -> Iterator[str]:
        """Write rows, as `row` makes them."""
        ...


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
        "evidence": [evidence(record, mention) for mention in record.mentions(event)],
    }


def evidence(record: Record, mention: Mention) -> Row:
    """Return the sentence of a mention: report key, offsets, and `text[start:end]` itself."""
    span = mention.evidence
    return {
        "report": record.reports(span.report_id)[0].key,
        "start": span.start,
        "end": span.end,
        "text": record.text(span),
    }
