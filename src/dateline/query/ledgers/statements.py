"""Statements: who said what, when, in which report."""

import datetime as dt
import re
import sqlite3
from collections.abc import Iterator

import msgspec

from dateline.data import table, values
from dateline.model import Noun, Span, Statement
from dateline.query.query import Query
from dateline.query.timeline import lineage


class Said(Noun, frozen=True):
    """A statement with the words of its spans, and the report that gives it.

    `report`: the key of the earliest print; `published`: its date; `content`: the content spans'
    words, joined by " … " where there are several.
    """

    report: str
    published: dt.date | None
    publisher: str
    speaker: str
    content: str
    statement: Statement


def statements(db: sqlite3.Connection, query: Query) -> Iterator[Said]:
    """Yield the statements of a query by published date, report, and place in the text.

    Of a query's conditions these count here: `actor` (the speaker's party), `between` (the
    speaker is of either), `start`, `end`, `about` (a word of the context in the content), `text`
    (words of the content), `limit`.
    """
    where, bound = ["1"], list[object]()
    speakers = query.between or ((query.actor,) if query.actor else ())
    if speakers:
        all_ = tuple(p for party in speakers for p in lineage(party))
        said_by = " OR ".join(["'|' || s.country || '|' LIKE ?"] * len(all_))
        where.append(f"({said_by})")
        bound += [f"%|{party}|%" for party in all_]
    if query.start:
        where.append("r.published >= ?")
        bound.append(query.start.isoformat())
    if query.end:
        where.append("r.published <= ?")
        bound.append(query.end.isoformat())
    sql = (
        "SELECT s.data, t.text, min(r.published) AS published, min(r.key) AS key, r.publisher "
        "FROM statement s JOIN text t ON t.id = s.text_id JOIN report r ON r.text_id = t.id "
        f"WHERE {' AND '.join(where)} GROUP BY s.text_id, s.n "
        "ORDER BY published IS NULL, published, key, s.n"
    )
    left, about = query.limit, words_of(query.about)
    for row in db.execute(sql, bound):
        if left == 0:
            return
        said = quote(row)
        content = said.content.lower()
        in_text = all(word in content for word in query.text.lower().split())
        if in_text and (about is None or about.search(content)):
            left = None if left is None else left - 1
            yield said


def words_of(contexts: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern of the words that tell of some contexts; None where none is asked."""
    if not contexts:
        return None
    rows = (row for row in table("plover/contexts") if row["code"] in contexts)
    words = sorted({word for row in rows for word in values(row["words"])}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def quote(row: sqlite3.Row) -> Said:
    """Return a statement with its words."""
    statement = msgspec.json.decode(row["data"], type=Statement)
    text = row["text"]

    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(text[s.start : s.end] for s in spans)

    return Said(
        report=row["key"],
        published=row["published"] and dt.date.fromisoformat(row["published"]),
        publisher=row["publisher"],
        speaker=words(statement.speaker_spans)
        or (statement.speaker.name if statement.speaker else ""),
        content=words(statement.content_spans),
        statement=statement,
    )
