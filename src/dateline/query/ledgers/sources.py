"""What the reports of a record tell of its events: when, in which words, about which case."""

import datetime as dt
from collections.abc import Iterable
from itertools import islice

import msgspec

from dateline.link.words import STEM, WORD, stems
from dateline.model import Event
from dateline.query.ledgers.common import shifted, without_names
from dateline.query.ledgers.denials import NAME
from dateline.query.ledgers.named import subject
from dateline.query.ledgers.tellings import MANY
from dateline.query.ledgers.words import stems_of
from dateline.store.database import Database
from dateline.store.schema import SHORT

# A report is news of what was done, said or answered within so many days of it.
NEWS = dt.timedelta(days=30)
# Characters that are read before a sentence that may not say what it is about.
CONTEXT = 250
SENTENCES = """
SELECT event_id, id, text_id, json_extract(data, '$.evidence.start') AS start, sentence
FROM mention WHERE event_id IN (SELECT value FROM json_each(?))
"""

# Of events by their ids the text, the place and the words of each sentence that tells of them.
Told = dict[str, frozenset[tuple[str, int, str]]]


class Sources:
    """What the reports of a record tell of its events: when, in which words, about which case."""

    def __init__(self, db: Database, told: Told | None = None) -> None:
        """`told`: what was read before."""
        self.db = db
        self.days: dict[str, dt.date | None] = {}
        self.about: dict[str, str] = {}
        self.told: Told = dict(told or {})
        self.stems: dict[tuple[str, bool], frozenset[str]] = {}

    def published(self, key: str) -> dt.date | None:
        """Return when a report was published."""
        if key not in self.days:
            (row,) = self.db.execute(
                "SELECT published FROM report WHERE key = ? ORDER BY published LIMIT 1", (key,)
            )
            day = row["published"]
            self.days[key] = dt.date.fromisoformat(day) if day else None
        return self.days[key]

    def subject(self, key: str) -> str:
        """Return the known incident that a report is about, or ""."""
        if key not in self.about:
            (row,) = self.db.execute(
                "SELECT t.text FROM report r JOIN text t ON t.id = r.text_id "
                "WHERE r.key = ? ORDER BY r.published LIMIT 1",
                (key,),
            )
            self.about[key] = subject(row["text"])
        return self.about[key]

    def is_news(self, key: str, event: Event) -> bool:
        """Tell whether a report came out when an event was new."""
        on = self.published(key)
        last = event.end or event.start
        if on is None or event.start is None or last is None:
            return False
        return event.start <= on <= shifted(last, NEWS)

    def subjects(self, event: Event) -> set[str]:
        """Return the known incidents that the reports are about to which an event is news."""
        keys = [key for key in event.reports if self.is_news(key, event)]
        return {self.subject(key) for key in keys} - {""}

    def sentences(self, event: Event) -> frozenset[tuple[str, int, str]]:
        """Return the text, the place and the words of each sentence that tells of an event."""
        if event.id not in self.told:
            self.read((event,))
        return self.told[event.id]

    def read(self, events: Iterable[Event]) -> None:
        """Read the sentences of many events at once."""
        left = (event for event in events if event.id not in self.told)
        while some := {event.id: set(event.mentions) for event in islice(left, MANY)}:
            read: dict[str, set[tuple[str, int, str]]] = {one: set() for one in some}
            asked = msgspec.json.encode(list(some)).decode()
            for event_id, mention, text_id, start, sentence in self.db.tuples(SENTENCES, (asked,)):
                if mention in some[event_id]:
                    read[event_id].add((text_id, int(start), sentence))
            self.told |= {one: frozenset(found) for one, found in read.items()}

    def said(self, event: Event) -> str:
        """Return what tells of an event: its sentences, with what stands before a short one.

        "Kyiv suspects Moscow" or "blamed it for the attack" say of what only by what is before.
        """
        found = sorted(self.sentences(event))
        return " ".join(
            self.before(text_id, start) + sentence if points_back(sentence) else sentence
            for text_id, start, sentence in found
        )

    def before(self, text_id: str, start: int) -> str:
        """Return the words of a text just before a place."""
        row = self.db.execute(
            "SELECT substr(text, ?, ?) FROM text WHERE id = ?",
            (max(1, start + 1 - CONTEXT), min(start, CONTEXT), text_id),
        ).fetchone()
        return str(row[0])

    def words(self, event: Event, *, names: bool = True) -> frozenset[str]:
        """Return the stems of the sentences that tell of an event, with those of names or not.

        The parties' own names never count.
        """
        if (event.id, names) not in self.stems:
            said = " ".join(sorted({sentence for *_, sentence in self.sentences(event)}))
            found = without_names(stems(said if names else NAME.sub(" ", said)), event)
            self.stems[event.id, names] = found
        return self.stems[event.id, names]


def points_back(sentence: str) -> bool:
    """Tell whether a sentence says what it is about only by those before it."""
    if len(sentence) < SHORT:
        return True
    *_, article, last = ["", *WORD.findall(sentence.lower())]
    return article == "the" and last[:STEM] in stems_of("attack")
