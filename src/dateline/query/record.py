"""A record, opened to be asked."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from dateline.errors import UsageError
from dateline.model import Event, Extraction, LeftOut, Mention, Report, Span, Statement, Voice
from dateline.query import compare, ledgers
from dateline.query.answers import Answer, answers
from dateline.query.by_day import by_day
from dateline.query.check import Check, check
from dateline.query.query import Query
from dateline.query.timeline import timeline
from dateline.query.top import Point, top, worded
from dateline.store import Address, connect, reading, reports
from dateline.summary.day import Day


class Record:
    """The whole: reports, events, decisions. A context manager; `close` it else."""

    def __init__(self, record: str | Path | Address, *, read_only: bool = False) -> None:
        """Open a record: a file, or a database by its address, postgresql://user@host/name.

        `read_only`: as it is at this moment, and so that nothing done with it can change it.

        Raises:
            RecordError: D401-D404 where it is none, is damaged, or of a newer version; read only,
                D407 of an older one, which only opening it for writing brings to this version;
                D409, D410 where a server or its database is not there.
            UsageError: D133 where a server needs the extra `postgres`.
        """
        self.address = Address.of(record)
        self.db = reading(self.address) if read_only else connect(self.address, create=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close it."""
        self.db.close()

    def timeline(self, query: Query | None = None, offset: int = 0) -> Iterator[Event]:
        """Yield events by date, then id; the first `offset` of them are passed over."""
        return timeline(self.db, query or Query(), offset)

    def top(self, count: int, query: Query | None = None) -> list[Point]:
        """Return the `count` events of a query that matter most, by date, each with its reasons.

        The headline of each is the sentence that tells best of it.
        """
        asked = msgspec.structs.replace(query or Query(), limit=None)
        points = top(self.db, timeline(self.db, asked), count, asked.as_of)
        return [worded(self.db, point) for point in points]

    def by_day(
        self, query: Query | None = None, days: int | None = None, sentences: int | None = None
    ) -> list[Day]:
        """Return the days of a query that matter most, by date, each with its best evidence.

        `days`: how many; by default as many as the events' weight is spread over. `sentences`: how
        many of a day, by default two; each is the best evidence of one event, whose id is the
        first of its reasons. A day's reasons are those of its first event. Events without a day
        are of none.
        """
        asked = msgspec.structs.replace(query or Query(), limit=None)
        return by_day(self.db, timeline(self.db, asked), days, sentences)

    def compare(
        self, tracker: Iterable[compare.Point], query: Query | None = None
    ) -> list[compare.Compared]:
        """Match the lines of a tracker (`query.compare.points`) with events: missing, extra."""
        return compare.compare(self.db, tracker, query)

    def event(self, event_id: str) -> Event:
        """Return an event by its id, or by the first digits of it where these are enough.

        Raises:
            UsageError: D107 where no event, or more than one, has it.
        """
        rows = self.db.execute(
            "SELECT data FROM event WHERE id >= ? AND id < ? LIMIT 2", (event_id, event_id + "g")
        ).fetchall()
        if len(rows) != 1 or not event_id:
            raise UsageError("D107", event_id, "more than one" if rows else "")
        return msgspec.json.decode(rows[0]["data"], type=Event)

    def mentions(self, event: Event) -> list[Mention]:
        """Return an event's mentions in its order."""
        return reports.mentions(self.db, event.mentions)

    def mentions_of(self, ids: Sequence[str]) -> list[Mention]:
        """Return mentions by their ids, in the order of these."""
        return reports.mentions(self.db, tuple(ids))

    def reports(self, text_id: str) -> list[Report]:
        """Return every print of a text, without the text."""
        return reports.of_text(self.db, text_id)

    def text(self, span: Span) -> str:
        """Return the words of a span: the stored report's `text[start:end]`."""
        return reports.text(self.db, span.report_id)[span.start : span.end]

    def mentions_in(self, text_id: str) -> list[Mention]:
        """Return the mentions that a text makes, in its order."""
        rows = self.db.execute("SELECT data, time FROM mention WHERE text_id = ?", (text_id,))
        found = (reports.mention_of(row) for row in rows)
        return sorted(found, key=lambda one: (one.evidence.start, one.id))

    def whole(self, text_id: str) -> str:
        """Return a stored text.

        Raises:
            UsageError: D122 where there is none of that id.
        """
        try:
            return reports.text(self.db, text_id)
        except KeyError as error:
            raise UsageError("D122", text_id) from error

    def voice_of(self, text_id: str) -> Voice | None:
        """Return the voice that a text is heard in; None where it is in none."""
        row = self.db.execute(
            "SELECT v.data FROM voice v JOIN voice_text t ON t.voice_id = v.id WHERE t.text_id = ?",
            (text_id,),
        ).fetchone()
        return msgspec.json.decode(row["data"], type=Voice) if row else None

    def voices(self) -> Iterator[Voice]:
        """Yield the voices, by the key of the report that speaks for each."""
        rows = self.db.execute("SELECT data FROM voice")
        found = [msgspec.json.decode(row["data"], type=Voice) for row in rows]
        yield from sorted(found, key=lambda voice: (voice.source, voice.id))

    def statements(self, query: Query | None = None) -> Iterator[ledgers.Said]:
        """Yield who said what, by report date, then place in the text."""
        return ledgers.statements(self.db, query or Query())

    def agreements(self, query: Query | None = None) -> list[ledgers.Agreement]:
        """Return the agreements, each with its later steps and its state."""
        return ledgers.agreements(self.db, query or Query())

    def outlines(self, query: Query | None = None) -> list[tuple[str, ...]]:
        """Return the agreements in their order, each as the ids of the events that tell of it."""
        return ledgers.outlines(self.db, query or Query())

    def followed(
        self, outlines: Sequence[tuple[str, ...]], query: Query | None = None
    ) -> list[ledgers.Agreement]:
        """Return some agreements of a query, by their outlines, with their steps and states."""
        return ledgers.followed(self.db, query or Query(), outlines)

    def red_lines(self, query: Query | None = None) -> list[ledgers.RedLine]:
        """Return the red lines, each with what it protects, threatens, and incidents since."""
        return ledgers.red_lines(self.db, query or Query())

    def incidents(self, query: Query | None = None) -> list[ledgers.Incident]:
        """Return the cyber incidents, each with victim, sector, accusers, denials, responses."""
        return ledgers.incidents(self.db, query or Query())

    def cases(self, query: Query | None = None) -> ledgers.Gathered:
        """Return the cyber incidents in their order, without what answers them."""
        return ledgers.told(self.db, query or Query())

    def cases_answered(
        self, given: ledgers.Gathered, query: Query | None = None
    ) -> list[ledgers.Incident]:
        """Return some of the incidents of a query, with what answers them."""
        as_of = query.as_of if query else None
        return ledgers.incidents_answered(self.db, as_of, *given)

    def accusations(self, query: Query | None = None) -> list[ledgers.Accusation]:
        """Return the accusations, each with the denials that answer it."""
        return ledgers.accusations(self.db, query or Query())

    def accusing(self, query: Query | None = None) -> list[str]:
        """Return the ids of the accusations, in their order."""
        return ledgers.accusing(self.db, query or Query())

    def answered(self, ids: Sequence[str], query: Query | None = None) -> list[ledgers.Accusation]:
        """Return some accusations of a query, by their ids, each with the denials of it."""
        return ledgers.answered(self.db, query or Query(), ids)

    def answers(self, event: Event) -> list[Answer]:
        """Return what answers an event, and what it may be an answer to."""
        return answers(self.db, event)

    def left_out(self) -> list[LeftOut]:
        """Return what the builds left out and why."""
        rows = self.db.execute("SELECT item, reason FROM left_out ORDER BY item")
        return [LeftOut(item=row["item"], reason=row["reason"]) for row in rows]

    def said(self, text_id: str) -> list[Statement]:
        """Return the statements of a text."""
        return reports.statements(self.db, text_id)

    def check(self, report: Report, extraction: Extraction | None = None) -> Check:
        """Compare a report with the record: is it a copy, what is new, what is known."""
        return check(self.db, report, extraction)
