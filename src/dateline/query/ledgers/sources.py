"""What the reports of a record tell of its events: when, in which words, about which case."""

import datetime as dt
import sqlite3

from dateline.link.words import stems
from dateline.model import Event
from dateline.query.ledgers.common import shifted, without_names
from dateline.query.ledgers.denials import NAME
from dateline.query.ledgers.named import subject

# A report is news of what was done, said or answered within so many days of it.
NEWS = dt.timedelta(days=30)
# Characters of a sentence that may not say what it is about, and of what is read before it.
SHORT, CONTEXT = 30, 250


class Sources:
    """What the reports of a record tell of its events: when, in which words, about which case."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.reports: dict[str, tuple[dt.date | None, str]] = {}
        self.told: dict[str, frozenset[tuple[str, int, str]]] = {}

    def report(self, key: str) -> tuple[dt.date | None, str]:
        """Return when a report was published, and the known incident that it is about, or ""."""
        if key not in self.reports:
            row = self.db.execute(
                "SELECT r.published, t.text FROM report r JOIN text t ON t.id = r.text_id "
                "WHERE r.key = ? ORDER BY r.published LIMIT 1",
                (key,),
            ).fetchone()
            on = dt.date.fromisoformat(row["published"]) if row["published"] else None
            self.reports[key] = on, subject(row["text"])
        return self.reports[key]

    def is_news(self, key: str, event: Event) -> bool:
        """Tell whether a report came out when an event was new."""
        on, _ = self.report(key)
        last = event.end or event.start
        if on is None or event.start is None or last is None:
            return False
        return event.start <= on <= shifted(last, NEWS)

    def subjects(self, event: Event) -> set[str]:
        """Return the known incidents that the reports are about to which an event is news."""
        keys = [key for key in event.reports if self.is_news(key, event)]
        return {self.report(key)[1] for key in keys} - {""}

    def sentences(self, event: Event) -> frozenset[tuple[str, int, str]]:
        """Return the text, the place and the words of each sentence that tells of an event."""
        if event.id not in self.told:
            rows = self.db.execute(
                "SELECT id, text_id, json_extract(data, '$.evidence.start') AS start, sentence "
                "FROM mention WHERE event_id = ?",
                (event.id,),
            )
            mentions = set(event.mentions)
            self.told[event.id] = frozenset(
                (row["text_id"], row["start"], row["sentence"])
                for row in rows
                if row["id"] in mentions
            )
        return self.told[event.id]

    def said(self, event: Event) -> str:
        """Return what tells of an event: its sentences, with what stands before a short one.

        "Kyiv suspects Moscow" says of what only by the sentences before it.
        """
        found = sorted(self.sentences(event))
        return " ".join(
            self.before(text_id, start) + sentence if len(sentence) < SHORT else sentence
            for text_id, start, sentence in found
        )

    def before(self, text_id: str, start: int) -> str:
        """Return the words of a text just before a place."""
        row = self.db.execute(
            "SELECT substr(text, max(1, ? - ?), min(?, ?)) FROM text WHERE id = ?",
            (start + 1, CONTEXT, start, CONTEXT, text_id),
        ).fetchone()
        return str(row[0])

    def words(self, event: Event, *, names: bool = True) -> frozenset[str]:
        """Return the stems of the sentences that tell of an event, with those of names or not.

        The parties' own names never count.
        """
        said = " ".join(sorted(sentence for *_, sentence in self.sentences(event)))
        return without_names(stems(said if names else NAME.sub(" ", said)), event)
