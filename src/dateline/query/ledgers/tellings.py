"""An event with all that is said of it, read once."""

import datetime as dt
import sqlite3
from dataclasses import dataclass
from functools import cached_property

from dateline.link.words import stems
from dateline.model import Event
from dateline.query.ledgers import matters
from dateline.query.ledgers.common import parties_of, values_of, without_names

TOLD = """
SELECT m.id, m.sentence,
  (SELECT min(r.published) FROM report r WHERE r.text_id = m.text_id) AS published
FROM mention m WHERE m.event_id = ? ORDER BY m.id
"""


@dataclass(frozen=True)
class Telling:
    """An event, the sentences that tell of it, and the day that the first of them was published."""

    event: Event
    sentences: tuple[str, ...]
    published: dt.date | None

    @cached_property
    def sides(self) -> frozenset[str]:
        """The parties of both sides."""
        return frozenset(parties_of((*self.event.source, *self.event.target)))

    @cached_property
    def said(self) -> str:
        """What it is about, in the words of the reports; its headline where none tells."""
        return "; ".join(values_of(self.event, "about")) or self.event.headline

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of what it is about, without forms of promises and the parties' names."""
        return self.plain(self.said)

    @cached_property
    def all_stems(self) -> frozenset[str]:
        """The stems of every sentence that tells of it, without the same."""
        return self.plain(" ".join(self.sentences))

    def plain(self, text: str) -> frozenset[str]:
        """Return the stems of a text without forms of promises and the parties' names."""
        return without_names(stems(matters.pattern("form").sub(" ", text.lower())), self.event)

    @cached_property
    def matters(self) -> tuple[str, ...]:
        """What it is about, the first told first; by its headline where the words do not tell."""
        return matters.matters(self.said) or matters.matters(self.event.headline)

    @cached_property
    def all_matters(self) -> frozenset[str]:
        """What any sentence that tells of it is about."""
        return frozenset(matters.matters(" ".join(self.sentences)))

    @cached_property
    def forms(self) -> frozenset[str]:
        """What is done or to be done."""
        return frozenset(matters.forms(self.said) or matters.forms(self.event.headline))

    @cached_property
    def all_forms(self) -> frozenset[str]:
        """What any sentence that tells of it says is done."""
        return frozenset(matters.forms(" ".join(self.sentences)))

    @property
    def made(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day on which it was uttered or done; of a plan, when it was told."""
        if self.event.status == "planned" and self.published:
            return self.published, self.published
        if self.event.start is None:
            return None
        return self.event.start, self.event.end or self.event.start


def telling(db: sqlite3.Connection, event: Event) -> Telling:
    """Read what is said of an event."""
    mentions = set(event.mentions)
    rows = [row for row in db.execute(TOLD, (event.id,)) if row["id"] in mentions]
    days = [dt.date.fromisoformat(row["published"]) for row in rows if row["published"]]
    return Telling(event, tuple(row["sentence"] for row in rows), min(days, default=None))
