"""The sentences that tell of an event, as every list and export shows them."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from dateline.model import Event

# Of several prints of a text the first by key is named. The sentence is the text's own words.
EVIDENCE = """
SELECT m.id, m.sentence, r.key, r.publisher, r.published,
       json_extract(m.data, '$.evidence.start') AS start,
       json_extract(m.data, '$.evidence.end') AS end,
       json_extract(r.data, '$.url') AS url
FROM mention m JOIN report r ON r.text_id = m.text_id
WHERE m.event_id = ? ORDER BY r.key DESC
"""


def of_event(db: sqlite3.Connection, event: Event) -> Iterator[dict[str, Any]]:
    """Yield, for each mention of an event, its report's key and origin, offsets, sentence, id."""
    found = {row["id"]: row for row in db.execute(EVIDENCE, (event.id,))}
    for mention in event.mentions:
        row = found[mention]
        yield {
            "report": row["key"],
            "start": row["start"],
            "end": row["end"],
            "text": row["sentence"],
            "publisher": row["publisher"],
            "published": row["published"],
            "url": row["url"] or "",
            "mention": mention,
        }
