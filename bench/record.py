"""A record of as many made-up mentions as are asked for, to measure pages and queries on.

`python bench/record.py --mentions 1000000 big.dateline`: the reports of `mentions`, with what makes
them look like read ones (tone, contexts, speech, titles), linked and graded as a build does.
"""

import argparse
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

from dateline.data import table
from dateline.model import Extraction, Mention, Report, Span, Statement
from dateline.reduce import BASIS, made_by, relink
from dateline.settings import Settings
from dateline.store import connect
from dateline.store.database import Database, writing
from dateline.store.touched import settle
from link import put
from mentions import World

BATCH = 2000
# Of every so many mentions one is about each of these.
CONTEXTS = (("cyber", 5), ("diplomatic", 3), ("military", 4), ("nuclear", 11))
# Of every so many mentions one is said by its source rather than told.
SAID = 4
TYPES = {row["root"]: row for row in table("plover/types")}


def make(path: Path, mentions: int) -> dict[str, float]:
    """Write a record and return how many it holds and how many seconds each half took."""
    db = connect(path, create=True)
    db.execute("PRAGMA cache_size = -200000")
    begun = time.perf_counter()
    fill(db, mentions)
    filled = time.perf_counter()
    with writing(db):
        relink(db, None, Settings())
        settle(db, BASIS, made_by(Settings()))
    linked = time.perf_counter()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    counts = {
        name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 - constants
        for name in ("report", "mention", "statement", "event")
    }
    db.close()
    return {**counts, "filled_s": filled - begun, "linked_s": linked - filled}


def fill(db: Database, mentions: int) -> None:
    """Store the reports and what they yield."""
    made = World().reports(mentions)
    while batch := list(islice(made, BATCH)):
        with writing(db):
            for first, report, found in batch:
                whole = msgspec.structs.replace(
                    report,
                    title=report.text[:60].rsplit(" ", 1)[0],
                    url=f"https://news.example/{report.key}",
                )
                put(db, first, whole, dressed(report, found))


def dressed(report: Report, found: Extraction) -> Extraction:
    """Return what a report yields with the tone and the contexts of each mention, and speech."""
    toned = tuple(map(tone, found.mentions))
    return Extraction(mentions=toned, statements=tuple(speech(report, toned)))


def tone(mention: Mention) -> Mention:
    """Return a mention with its quad class, its intensity, and contexts by its id."""
    number, row = int(mention.id[1:9], 16), TYPES[mention.event_type]
    return msgspec.structs.replace(
        mention,
        quad=int(row["quad"]),
        intensity=float(row["intensity"]),
        contexts=tuple(name for name, every in CONTEXTS if number % every == 0),
    )


def speech(report: Report, mentions: tuple[Mention, ...]) -> Iterator[Statement]:
    """Yield statements: some sentences are their sources' words."""
    for mention in mentions:
        if int(mention.id[1:9], 16) % SAID == 0:
            content = Span(
                report_id=report.id, start=mention.evidence.start, end=mention.evidence.end
            )
            yield Statement(
                speaker=mention.source[0],
                speaker_spans=mention.source_spans,
                cue_spans=mention.action_spans,
                content_spans=(content,),
                kind="indirect",
                official=True,
                cue="say",
            )


def main() -> None:
    """Make the record and print what it holds."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--mentions", type=int, default=1_000_000)
    given = parser.parse_args()
    for name, value in make(given.record, given.mentions).items():
        print(f"{name:<10} {value:,.0f}")


if __name__ == "__main__":
    main()
