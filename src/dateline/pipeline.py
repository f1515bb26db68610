"""The order of the stages; the only place that knows all of them."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.model import Extraction, LeftOut, Report, Summary
from dateline.settings import Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.store import Address
    from dateline.store.database import Database

# Raise it when the extractors change what a stored text yields: the next build reads it anew.
EXTRACTORS = "4"
# Reports written in one transaction; a killed build loses at most these.
COMMIT = 64

Progress = Callable[[str, int, int], None]
"""Called with the stage, how many items are done, and how many there are (0: unknown)."""

log = logging.getLogger(__name__)


def extract(report: Report) -> Extraction:
    """Return all that one report yields. Pure: the same report gives the same extraction.

    Raises:
        InputError: D208 where the report's language has no parser.
    """
    from dateline.parse import parser

    reader = parser(report.language or "en")
    if reader is None:
        raise InputError("D208", report.key, report.language)
    return analyse(reader.parse(report.text), report)


def analyse(doc: "Doc", report: Report) -> Extraction:
    """Return what a parsed report yields."""
    from dateline.extract import actors, events, places, statements, times
    from dateline.parse.words import Parsed

    refs = actors.find(doc, report)
    where = places.find(doc, refs, report)
    words = Parsed(doc)
    when = times.find_times(report.text, report.published, report.id, words)
    said = statements.find(words, refs, report)
    found = events.find(words, refs, where, when, said, report)
    return Extraction(
        mentions=tuple(found),
        statements=tuple(said),
        times=tuple(when),
        actors=tuple(actor for ref in refs for actor in ref.actors if actor.code),
    )


def extract_batch(reports: list[Report]) -> list[Extraction | LeftOut]:
    """Extract a batch; a report that fails becomes a LeftOut, the others go on."""
    from dateline.parse import parser

    reader = parser("en")
    if reader is None:  # never: English is always there
        raise InputError("D208", "", "en")
    try:
        docs = list(reader.parse_many((r.text for r in reports), len(reports)))
    except Exception:
        log.debug("a batch failed; its reports are parsed one by one", exc_info=True)
        return [extract_one(report) for report in reports]
    return [attempt(lambda d=doc, r=report: analyse(d, r), report)  # type: ignore[misc]
            for doc, report in zip(docs, reports, strict=True)]  # fmt: skip


def extract_one(report: Report) -> Extraction | LeftOut:
    """Extract one report, or say why not."""
    return attempt(lambda: extract(report), report)


def attempt(work: Callable[[], Extraction], report: Report) -> Extraction | LeftOut:
    """Do the work; any failure is coded and kept, never lost."""
    try:
        return work()
    except InputError as error:
        return LeftOut(item=report.key, reason=error.line())
    except Exception as error:
        log.debug("extraction failed", exc_info=True)
        detail = f"{type(error).__name__}: {error}"[:200]
        return LeftOut(item=report.key, reason=InputError("D209", report.key, detail).line())


def build(
    paths: Iterable[str | Path],
    record: "str | Path | Address",
    *,
    settings: Settings | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Summary:
    """Read reports, extend the record with them, and return the counts.

    A path may be a folder that `dateline extract --out` wrote: its reports are loaded with what
    they yielded, as if they were read and extracted here.

    Building again with the same reports changes nothing; a build that was killed is resumed by
    the same call. What could not be read is in `Summary.left_out`, each with a coded reason.

    Raises:
        UsageError: D101 where a path does not exist, D134 where another version extracted it, D138
            where its extraction is unfinished.
        RecordError: D401-D410 where the record cannot be used.
    """
    from dateline.engine.reduced.folder import told_apart
    from dateline.engine.reduced.load import load
    from dateline.engine.reduced.take import taken
    from dateline.read import check
    from dateline.reduce import reduce
    from dateline.store import connect

    settings, tell = settings or Settings(), progress or (lambda *_: None)
    paths = list(paths)
    check(paths)  # before the record is made: a wrong path leaves no empty file behind
    folders, paths = told_apart(paths, EXTRACTORS)
    db = connect(record, create=True)
    try:
        left = take_in(db, paths, settings, tell)
        loaded, failed = load(db, folders, EXTRACTORS, tell)
        left += loaded
        left += extract_pending(db, workers, tell, failed)
        tell("link", 0, 0)
        alone = len(folders) == 1 and not paths
        if not (alone and taken(db, folders[0], settings, workers, tell)):
            reduce(db, settings)
        return summary(db, left)
    finally:
        db.close()


def take_in(
    db: "Database", paths: Iterable[str | Path], settings: Settings, tell: Progress
) -> list[LeftOut]:
    """Read all inputs into the record's reports."""
    from dateline.read import name_of, read_all
    from dateline.store import reports, writing

    left: list[LeftOut] = []
    paths = list(paths)
    items, done = read_all(paths, settings), 0
    with writing(db):
        reports.forget_left_out(db, (name_of(path) for path in paths))
    while batch := list(islice(items, COMMIT)):
        bad = [item for item in batch if isinstance(item, LeftOut)]
        with writing(db):
            reports.leave_out(db, bad)
            reports.add(db, (item for item in batch if isinstance(item, Report)))
        left += bad
        done += len(batch)
        tell("read", done, 0)
    return left


def extract_pending(
    db: "Database", workers: int, tell: Progress, but: Collection[str] = frozenset()
) -> list[LeftOut]:
    """Extract every text that this version has not yet extracted with its date.

    Those `but` of which it has just been found that they cannot be.
    """
    from dateline.runner import extract_all
    from dateline.store import reports, writing

    left: list[LeftOut] = []
    total, done = reports.count_pending(db, EXTRACTORS, but), 0
    results = extract_all(reports.pending(db, EXTRACTORS, but), workers)
    tell("extract", 0, total)
    while batch := list(islice(results, COMMIT)):
        bad = [found for _, found in batch if isinstance(found, LeftOut)]
        with writing(db):
            for report, found in batch:
                reports.put(db, report, found, EXTRACTORS)
            reports.leave_out(db, bad)
        left += bad
        done += len(batch)
        tell("extract", done, total)
    return left


def summary(db: "Database", left: Iterator[LeftOut] | list[LeftOut]) -> Summary:
    """Return the counts of a record, and what to know of its reports."""
    from dateline.warned import warned

    def count(table: str) -> int:
        return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    return Summary(
        reports=count("report"),
        voices=count("voice"),
        mentions=count("mention"),
        statements=count("statement"),
        events=count("event"),
        aside=count("mention WHERE json_extract(data, '$.scope') <> 'between'"),
        left_out=tuple(sorted(left, key=lambda item: (item.item, item.reason))),
        warnings=tuple(warned(db)),
    )
