"""The sentences that tell of an event, as every list and export shows them."""

from collections.abc import Iterator
from typing import Any

from dateline.model import Event
from dateline.store.database import Database

# The sentence is the text's own words: text[start:end].
EVIDENCE = """
SELECT m.id, m.sentence, r.key, r.publisher, r.published,
       json_extract(m.data, '$.evidence.start') AS start,
       json_extract(m.data, '$.evidence.end') AS end,
       json_extract(r.data, '$.url') AS url
FROM mention m JOIN report r ON r.text_id = m.text_id
WHERE m.id IN ({marks}) ORDER BY r.key DESC
"""
# Mentions asked for at once; an SQLite of 2020 or later binds up to 32,766 values.
MANY = 500


def of_event(db: Database, event: Event) -> Iterator[dict[str, Any]]:
    """Yield, for each mention of an event, its report's key and origin, offsets, sentence, id.

    Of several prints of a text the first by key is named.
    """
    known = frozenset(event.reports)
    for begin in range(0, len(event.mentions), MANY):
        ids = event.mentions[begin : begin + MANY]
        rows = db.execute(EVIDENCE.format(marks=", ".join("?" * len(ids))), ids)
        found = {row["id"]: row for row in rows if row["key"] in known}
        for mention in ids:
            row = found.get(mention)
            # A text that was extracted anew has other mentions; its events are made again after.
            if row is None:
                continue
            yield {
                "report": row["key"],
                "start": int(row["start"]),
                "end": int(row["end"]),
                "text": row["sentence"],
                "publisher": row["publisher"],
                "published": row["published"],
                "url": row["url"] or "",
                "mention": mention,
            }
