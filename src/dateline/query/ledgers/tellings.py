"""An event with all that is said of it, read once."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from dateline.link.words import stems
from dateline.model import Event
from dateline.query.ledgers import matters
from dateline.query.ledgers.common import listed, parties_of, values_of, without_names
from dateline.query.ledgers.words import beginnings, stems_of
from dateline.store.database import Database

TOLD = """
SELECT event_id, id, sentence, text_id FROM mention
WHERE event_id IN (SELECT value FROM json_each(?))
"""
PRINTED = "FROM report WHERE text_id IN (SELECT value FROM json_each(?))"
PUBLISHED = f"SELECT min(published) {PRINTED}"
TITLES = f"SELECT min(json_extract(data, '$.title')) AS title {PRINTED} GROUP BY text_id"
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


class Read(Telling):
    """A telling of a record: of its reports only what is asked for is read, as few are asked."""

    def __init__(self, db: Database, event: Event, told: list[tuple[str, str, str]]) -> None:
        """Take what tells of an event: the id, sentence and text of each mention."""
        vars(self).update(event=event, sentences=tuple(sentence for _, sentence, _ in told))
        vars(self).update(db=db, texts=listed({text for *_, text in told}))

    @cached_property
    def published(self) -> dt.date | None:
        """The day that the first of its reports was published."""
        found = vars(self)["db"].execute(PUBLISHED, (vars(self)["texts"],)).fetchone()[0]
        return dt.date.fromisoformat(found) if found else None

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The titles of its reports."""
        rows = vars(self)["db"].execute(TITLES, (vars(self)["texts"],))
        return tuple(sorted({row["title"] for row in rows if row["title"]}))


def telling(db: Database, event: Event) -> Telling:
    """Read what is said of an event."""
    return next(tellings(db, (event,)))


def tellings(db: Database, events: Iterable[Event]) -> Iterator[Telling]:
    """Read what is said of events, and yield it in their order."""
    left = iter(events)
    while some := list(islice(left, MANY)):
        told: dict[str, list[tuple[str, str, str]]] = {event.id: [] for event in some}
        for event_id, mention, sentence, text in db.tuples(TOLD, (listed(told),)):
            told[event_id].append((mention, sentence, text))
        for event in some:
            mentions = set(event.mentions)
            yield Read(db, event, sorted(row for row in told[event.id] if row[0] in mentions))
