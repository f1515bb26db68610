"""Statements: who said what, when, in which report."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

import msgspec

from dateline.data import table, values
from dateline.extract.statements import cue_class
from dateline.link.words import stems
from dateline.model import Actor, Noun, Span, Statement
from dateline.query.ledgers.common import shifted
from dateline.query.query import Query
from dateline.query.timeline import lineage, marks
from dateline.store.database import Database, Row

# A denial in another report answers an accusation so soon, with so many of its words.
REACH = dt.timedelta(days=14)
ALIKE = 2
WORDS = """
SELECT s.data, t.text, r.publisher FROM statement s JOIN text t ON t.id = s.text_id
JOIN report r ON r.text_id = s.text_id AND r.key = ? WHERE s.text_id = ? AND s.n = ?
"""


class Said(Noun, frozen=True):
    """A statement with the words of its spans, and the report that gives it.

    `report`: the key of the earliest print; `published`: its date; `content`: the content spans'
    words, joined by " … " where there are several; `denials`: of an accusation, what answers it.
    """

    report: str
    published: dt.date | None
    publisher: str
    speaker: str
    content: str
    statement: Statement
    denials: tuple["Said", ...] = ()


def statements(db: Database, query: Query) -> Iterator[Said]:
    """Yield the statements of a query by published date, report, and place in the text.

    Of a query's conditions these count here: `actor` (the speaker's party), `between` (the
    speaker is of either), `start`, `end`, `as_of`, `about` (a word of the context in the
    content), `text` (words of the content), `limit`.
    """
    where, bound = ["TRUE"], list[object]()
    speakers = query.between or ((query.actor,) if query.actor else ())
    if speakers:
        all_ = tuple(p for party in speakers for p in lineage(party))
        # Few are said by several: to look for one among several is slower than to compare.
        among = " OR ".join(["'|' || s.country || '|' LIKE ?"] * len(all_))
        alone = f"s.country IN ({marks(all_)})"
        where.append(f"({alone} OR (s.country LIKE '%|%' AND ({among})))")
        bound += [*all_, *(f"%|{party}|%" for party in all_)]
    if query.start:
        where.append("r.published >= ?")
        bound.append(query.start.isoformat())
    for last in (query.end, query.as_of):
        if last:
            where.append("r.published <= ?")
            bound.append(last.isoformat())
    left, about, given = query.limit, words_of(query.about), Denials(db, query.as_of)
    for said in quotes(db, " AND ".join(where), bound):
        if left == 0:
            return
        content = said.content.lower()
        in_text = all(word in content for word in query.text.lower().split())
        if in_text and (about is None or about.search(content)):
            left = None if left is None else left - 1
            yield answered(said, given)


class Denials:
    """The denials of a record until a day, read once and only where an accusation asks for them."""

    def __init__(self, db: Database, as_of: dt.date | None) -> None:
        self.db = db
        self.until = as_of or dt.date.max

    @cached_property
    def all(self) -> list[Said]:
        """Every denial, in the order of statements: those without a date last."""
        denied = f"json_extract(s.data, '$.cue') IN ({marks(deniers())})"
        found = quotes(self.db, denied, deniers())
        return [one for one in found if (one.published or dt.date.min) <= self.until]

    @cached_property
    def by_report(self) -> dict[str, list[Said]]:
        """The denials of each report."""
        found: dict[str, list[Said]] = defaultdict(list)
        for one in self.all:
            found[one.report].append(one)
        return found

    def near(self, said: Said) -> Iterator[Said]:
        """Yield the denials that may answer a statement: of its report, and of the next days."""
        if said.published is None:
            yield from self.by_report.get(said.report, ())
            return
        last = shifted(said.published, REACH)
        first = bisect_left(self.all, said.published, key=published)
        yield from self.all[first : bisect_right(self.all, last, key=published)]


def published(said: Said) -> dt.date:
    """Return when a statement was published; the last day there is for those without a date."""
    return said.published or dt.date.max


def answered(said: Said, given: Denials) -> Said:
    """Add to an accusation the denials that answer it; other statements are as they are.

    A denial is another party's. It stands in one report with the accusation, or is reported within
    `REACH` and shares `ALIKE` words with it.
    """
    if cue_class(said.statement.cue) != "accuse":
        return said
    found = [denial for denial in given.near(said) if answers(denial, said)]
    return msgspec.structs.replace(said, denials=tuple(found)) if found else said


@cache
def deniers() -> tuple[str, ...]:
    """Return the cues of denials, sorted."""
    return tuple(sorted({r["lemma"] for r in table("statements/cues") if r["class"] == "deny"}))


def answers(denial: Said, said: Said) -> bool:
    """Tell whether a denial answers an accusation."""
    denier, accuser = denial.statement.speaker, said.statement.speaker
    if denier is None or (accuser is not None and party(denier) == party(accuser)):
        return False
    if denial.report == said.report:
        return True
    if denial.published is None or said.published is None:
        return False
    soon = dt.timedelta(0) <= denial.published - said.published <= REACH
    return soon and len(stems(denial.content) & stems(said.content)) >= ALIKE


def party(actor: Actor) -> str:
    """Return the state an actor belongs to, or its own code or name."""
    return actor.country or actor.code or actor.name


def words_of(contexts: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern of the words that tell of some contexts; None where none is asked."""
    if not contexts:
        return None
    rows = (row for row in table("plover/contexts") if row["code"] in contexts)
    words = sorted({word for row in rows for word in values(row["words"])}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def quotes(db: Database, where: str, bound: Iterable[object]) -> Iterator[Said]:
    """Yield the statements that fit a condition, by date, report, and place in the text.

    They are put in order without their words: to sort these would be to read all of them.
    """
    ordered = (
        "SELECT s.text_id, s.n, min(r.published) AS published, min(r.key) AS key "
        f"FROM statement s JOIN report r ON r.text_id = s.text_id WHERE {where} "
        "GROUP BY s.text_id, s.n ORDER BY min(r.published) IS NULL, 3, 4, s.n"
    )
    for text_id, n, published, key in db.stream(ordered, tuple(bound)):
        row = db.execute(WORDS, (key, text_id, n)).fetchone()
        yield quote(row, key, published and dt.date.fromisoformat(published))


def quote(row: Row, key: str, published: dt.date | None) -> Said:
    """Return a statement with its words."""
    statement = msgspec.json.decode(row["data"], type=Statement)
    text = row["text"]

    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(text[s.start : s.end] for s in spans)

    return Said(
        report=key,
        published=published,
        publisher=row["publisher"],
        speaker=words(statement.speaker_spans)
        or (statement.speaker.name if statement.speaker else ""),
        content=words(statement.content_spans),
        statement=statement,
    )
