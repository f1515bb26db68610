"""An event with all that is said of it, read once."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import msgspec

from dateline.link.words import stems
from dateline.model import Event
from dateline.query.ledgers import matters
from dateline.query.ledgers.common import parties_of, values_of, without_names
from dateline.query.ledgers.words import beginnings, stems_of
from dateline.store.database import Database, Row

TOLD = """
SELECT m.event_id, m.id, m.sentence,
  (SELECT min(r.published) FROM report r WHERE r.text_id = m.text_id) AS published,
  (SELECT min(json_extract(r.data, '$.title')) FROM report r WHERE r.text_id = m.text_id) AS title
FROM mention m WHERE m.event_id IN (SELECT value FROM json_each(?)) ORDER BY m.id
"""
# Events whose sentences are read at once; more make it no faster.
MANY = 500


@dataclass(frozen=True)
class Telling:
    """An event, the sentences that tell of it, and the day that the first of them was published.

    `titles`: those of the reports that tell of it.
    """

    event: Event
    sentences: tuple[str, ...]
    published: dt.date | None
    titles: tuple[str, ...] = ()

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
        return self.plain(self.told)

    @cached_property
    def told(self) -> str:
        """All sentences that tell of it, each once."""
        return " ".join(dict.fromkeys(self.sentences))

    def tells_of(self, *kinds: str) -> bool:
        """Tell whether any sentence has a word of some kinds of `data/ledgers/words.tsv`."""
        return bool(beginnings(self.told) & stems_of(*kinds))

    def plain(self, text: str) -> frozenset[str]:
        """Return the stems of a text without forms of promises and the parties' names."""
        return without_names(stems(matters.without("form", text)), self.event)

    @cached_property
    def matters(self) -> tuple[str, ...]:
        """What it is about, the first told first; by its headline where the words do not tell."""
        return matters.matters(self.said) or matters.matters(self.event.headline)

    @cached_property
    def all_matters(self) -> frozenset[str]:
        """What any sentence that tells of it is about."""
        return frozenset(matters.matters(self.told))

    @cached_property
    def of_matter(self) -> frozenset[str]:
        """What it is about; where no sentence of it tells, what its reports are about."""
        told = frozenset(self.matters) or self.all_matters
        return told or frozenset(matters.matters(" ".join(self.titles)))

    @cached_property
    def forms(self) -> frozenset[str]:
        """What is done or to be done."""
        return frozenset(matters.forms(self.said) or matters.forms(self.event.headline))

    @cached_property
    def all_forms(self) -> frozenset[str]:
        """What any sentence that tells of it says is done."""
        return frozenset(matters.forms(self.told))

    @cached_property
    def made(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day on which it was uttered or done; of a plan, when it was told."""
        if self.event.status == "planned" and self.published:
            return self.published, self.published
        if self.event.start is None:
            return None
        return self.event.start, self.event.end or self.event.start


def telling(db: Database, event: Event) -> Telling:
    """Read what is said of an event."""
    return next(tellings(db, (event,)))


def tellings(db: Database, events: Iterable[Event]) -> Iterator[Telling]:
    """Read what is said of events, and yield it in their order."""
    left = iter(events)
    while some := list(islice(left, MANY)):
        told: dict[str, list[Row]] = {event.id: [] for event in some}
        for row in db.execute(TOLD, (msgspec.json.encode(list(told)).decode(),)):
            told[row["event_id"]].append(row)
        for event in some:
            mentions = set(event.mentions)
            rows = [row for row in told[event.id] if row["id"] in mentions]
            days = [dt.date.fromisoformat(row["published"]) for row in rows if row["published"]]
            sentences = tuple(row["sentence"] for row in rows)
            titles = tuple(sorted({row["title"] for row in rows if row["title"]}))
            yield Telling(event, sentences, min(days, default=None), titles)
