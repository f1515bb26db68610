"""Extractions written into folders as `dateline extract --out` lays them out."""

import msgspec

from dateline.engine import layout
from dateline.engine.columns import rows_of
from dateline.engine.extract import counted
from dateline.engine.write import write_shard
from dateline.pipeline import EXTRACTORS


def write(folder, batch, size, extractors=EXTRACTORS):
    """Write reports and what each yields (an Extraction, or why not), so many a shard."""
    folder.mkdir(parents=True)
    head = layout.Head(extractors=extractors, shard=size, inputs=("made-up",), files=1, bytes=1,
                       digest="", settings="", sift=False)  # fmt: skip
    (folder / layout.HEAD).write_bytes(msgspec.json.encode(head))
    for number, start in enumerate(range(0, len(batch), size)):
        write_shard(folder, f"shard-{number:06}", rows(batch[start : start + size]))
    whole = counted(folder, layout.done(folder))
    (folder / layout.WHOLE).write_bytes(msgspec.json.encode(whole))
    return folder


def rows(batch):
    found = {table: [] for table in layout.TABLES}
    for row, (report, what) in enumerate(batch):
        for table, more in rows_of(report, row, what).items():
            found[table] += more
    return found


def dump(db):
    """Return every row of every table; the words of an event by its id."""
    tables = [row["name"] for row in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'event_words%' "
        "AND name NOT LIKE 'sqlite_%'"
    )]  # fmt: skip
    shown = {name: sorted(map(tuple, db.execute(f"SELECT * FROM {name}")), key=repr)
             for name in sorted(tables)}  # fmt: skip
    words = db.execute("SELECT e.id, w.words FROM event_words w LEFT JOIN event e "
                       "ON w.rowid = e.rowid")  # fmt: skip
    return {**shown, "event_words": sorted(map(tuple, words), key=repr)}
