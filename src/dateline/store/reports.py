"""Reports, their texts, and what each text yielded."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

import msgspec

from dateline.link import pairs, parties
from dateline.model import Extraction, LeftOut, Mention, Report, Statement, Time
from dateline.store.database import Database, Row
from dateline.store.touched import touch, touch_mentions

# The date a text is read with: the earliest at which any print of it was published.
PENDING = """
SELECT t.id, min(r.published) AS published
FROM text t JOIN report r ON r.text_id = t.id
GROUP BY t.id
HAVING coalesce(t.version, '') <> :version
   OR coalesce(t.dated, '') <> coalesce(min(r.published), '') OR t.failure IS NOT NULL
ORDER BY t.id
"""


# A later build may correct what is known of a report. Within one build, of two reports with the
# same key and text the same one stays whatever their order.
SEEN = """
CREATE TEMP TABLE IF NOT EXISTS seen (key TEXT, text_id TEXT, PRIMARY KEY (key, text_id))
"""
ADD = """
INSERT INTO report VALUES (:key, :text_id, :published, :publisher, :data)
ON CONFLICT (key, text_id) DO UPDATE
SET published = excluded.published, publisher = excluded.publisher, data = excluded.data
WHERE report.data > excluded.data
   OR (report.data <> excluded.data
       AND NOT EXISTS (SELECT 1 FROM seen WHERE seen.key = :key AND text_id = :text_id))
"""

MENTION = """
INSERT INTO mention (id, text_id, event_id, sentence, data, tied) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET text_id = excluded.text_id, event_id = excluded.event_id,
  sentence = excluded.sentence, data = excluded.data, tied = excluded.tied, time = NULL
"""


def add(db: Database, reports: Iterable[Report]) -> None:
    """Add reports; one that is there already, with all that is known of it, changes nothing."""
    db.execute(SEEN)
    for report in reports:
        db.execute(
            "INSERT INTO text (id, text, language) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (report.id, report.text, report.language),
        )
        row = {
            "key": report.key,
            "text_id": report.id,
            "published": day(report.published),
            "publisher": report.publisher,
            "data": msgspec.json.encode(msgspec.structs.replace(report, text="")).decode(),
        }
        if db.execute(ADD, row).rowcount:
            touch(db, "text", [report.id])
        db.execute("INSERT INTO seen VALUES (:key, :text_id) ON CONFLICT DO NOTHING", row)
        db.execute("DELETE FROM left_out WHERE item = ?", (report.key,))


# Whether a text is still to be extracted, and with this very date.
WANTED = """
SELECT 1 FROM text t WHERE t.id = :id
AND (coalesce(t.version, '') <> :version OR coalesce(t.dated, '') <> coalesce(:day, '')
     OR t.failure IS NOT NULL)
AND coalesce((SELECT min(r.published) FROM report r WHERE r.text_id = t.id), '')
    = coalesce(:day, '')
"""


def is_wanted(db: Database, report: Report, version: str) -> bool:
    """Tell whether a report's text is pending, and would be read with the report's own date."""
    given = {"id": report.id, "version": version, "day": day(report.published)}
    return db.execute(WANTED, given).fetchone() is not None


def pending(db: Database, version: str, but: Collection[str] = frozenset()) -> Iterator[Report]:
    """Yield each text not yet extracted by `version` with its date, as a report without key.

    Those `but` which have just failed to be.
    """
    # Ids first: the texts are written while they are read.
    rows = db.execute(PENDING, {"version": version})
    ids = [row["id"] for row in rows if row["id"] not in but]
    for text_id in ids:
        row = db.execute(
            "SELECT t.text, t.language, min(r.published) AS published, min(r.key) AS key "
            "FROM text t JOIN report r ON r.text_id = t.id WHERE t.id = ? GROUP BY t.id",
            (text_id,),
        ).fetchone()
        yield Report(
            id=text_id,
            key=row["key"],
            text=row["text"],
            published=row["published"] and dt.date.fromisoformat(row["published"]),
            language=row["language"],
        )


def count_pending(db: Database, version: str, but: Collection[str] = frozenset()) -> int:
    """Count the texts that `pending` would yield."""
    rows = db.execute(PENDING, {"version": version})
    return sum(row["id"] not in but for row in rows)


def put(db: Database, report: Report, found: Extraction | LeftOut, version: str) -> None:
    """Store what a text yielded (or why it yielded nothing), in place of what it had."""
    touch_mentions(db, report.id)
    # A reader meanwhile still finds the events that stand, and in them the mentions found again.
    rows = db.execute("SELECT id, event_id FROM mention WHERE text_id = ?", (report.id,))
    told = {row["id"]: row["event_id"] for row in rows}
    db.execute(
        "DELETE FROM block WHERE mention_id IN (SELECT id FROM mention WHERE text_id = ?)",
        (report.id,),
    )
    db.execute("DELETE FROM mention WHERE text_id = ?", (report.id,))
    db.execute("DELETE FROM statement WHERE text_id = ?", (report.id,))
    failure = found.reason if isinstance(found, LeftOut) else None
    db.execute(
        "UPDATE text SET dated = ?, version = ?, failure = ? WHERE id = ?",
        (day(report.published), version, failure, report.id),
    )
    if isinstance(found, LeftOut):
        return
    db.executemany(
        MENTION,
        [
            (
                m.id,
                report.id,
                told.get(m.id),
                report.text[m.evidence.start : m.evidence.end],
                msgspec.json.encode(m).decode(),
                m.tie is not None,
            )
            for m in found.mentions
        ],
    )
    db.executemany(
        "INSERT INTO block (mention_id, pair) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(m.id, pair) for m in found.mentions for pair in pairs(m)],
    )
    touch_mentions(db, report.id)
    db.executemany(
        "INSERT INTO statement VALUES (?, ?, ?, ?, ?)",
        [
            (
                report.id,
                n,
                "|".join(parties((*([s.speaker] if s.speaker else []), *s.joint))) or None,
                s.official,
                msgspec.json.encode(s).decode(),
            )
            for n, s in enumerate(found.statements)
        ],
    )


def of_text(db: Database, text_id: str) -> list[Report]:
    """Return every print of a text, by key, without the text."""
    rows = db.execute("SELECT data FROM report WHERE text_id = ? ORDER BY key", (text_id,))
    return [msgspec.json.decode(row["data"], type=Report) for row in rows]


def text(db: Database, text_id: str) -> str:
    """Return a stored text.

    Raises:
        KeyError: where there is none of that id.
    """
    row = db.execute("SELECT text FROM text WHERE id = ?", (text_id,)).fetchone()
    if row is None:
        raise KeyError(text_id)
    return str(row["text"])


def mentions(db: Database, ids: Iterable[str]) -> list[Mention]:
    """Return mentions by id, in the order of `ids`; unknown ids are passed over."""
    query = "SELECT data, time FROM mention WHERE id = ?"
    return [mention_of(row) for i in ids for row in db.execute(query, (i,))]


def mention_of(row: Row) -> Mention:
    """Return the mention of a row, dated by the record where the record dates it."""
    mention = msgspec.json.decode(row["data"], type=Mention)
    if row["time"] is None:
        return mention
    return msgspec.structs.replace(mention, time=msgspec.json.decode(row["time"], type=Time))


def statements(db: Database, text_id: str) -> list[Statement]:
    """Return a text's statements in their order."""
    rows = db.execute("SELECT data FROM statement WHERE text_id = ? ORDER BY n", (text_id,))
    return [msgspec.json.decode(row["data"], type=Statement) for row in rows]


def forget_left_out(db: Database, paths: Iterable[str]) -> None:
    """Forget what was left out of these files and folders: they are about to be read again."""
    for path in paths:
        db.execute(
            "DELETE FROM left_out WHERE item = ? OR substr(item, 1, ?) IN (?, ?)",
            (path, len(path) + 1, f"{path}/", f"{path}:"),
        )


def leave_out(db: Database, items: Iterable[LeftOut]) -> None:
    """Remember what was left out, and why."""
    db.executemany(
        "INSERT INTO left_out VALUES (?, ?) "
        "ON CONFLICT (item) DO UPDATE SET reason = excluded.reason",
        [(i.item, i.reason) for i in items],
    )


def day(date: dt.date | None) -> str | None:
    """Return a date as ISO text."""
    return date.isoformat() if date else None
