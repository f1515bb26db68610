"""Extractions written into folders as `dateline extract --out` lays them out."""

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from dateline.engine import layout
from dateline.model import LeftOut
from dateline.pipeline import EXTRACTORS


def write(folder, batch, size, extractors=EXTRACTORS):
    """Write reports and what each yields (an Extraction, or why not), so many a shard."""
    folder.mkdir(parents=True)
    head = layout.Head(extractors=extractors, shard=size, inputs=("made-up",), files=1, bytes=1,
                       digest="", settings="")  # fmt: skip
    (folder / layout.HEAD).write_bytes(msgspec.json.encode(head))
    (folder / layout.DONE).mkdir()
    for number, start in enumerate(range(0, len(batch), size)):
        write_shard(folder, f"shard-{number:06}", batch[start : start + size])
    return folder


def write_shard(folder, name, batch):
    tables = {
        "reports": [
            {"key": r.key, "text_id": r.id, "row": n, "published": r.published,
             "publisher": r.publisher, "language": r.language, "text": r.text,
             "failure": found.reason if isinstance(found, LeftOut) else None,
             "data": encode(msgspec.structs.replace(r, text=""))}
            for n, (r, found) in enumerate(batch)
        ],
        "mentions": nouns(batch, "mentions"),
        "statements": nouns(batch, "statements"),
        "times": [],
        "left_out": [{"item": found.item, "reason": found.reason}
                     for _, found in batch if isinstance(found, LeftOut)],
    }  # fmt: skip
    for kind, rows in tables.items():
        path = layout.file(folder, kind, name)
        path.parent.mkdir(exist_ok=True)
        pq.write_table(pa.Table.from_pylist(rows, layout.schemas()[kind]), path)
    (folder / layout.DONE / f"{name}.json").write_text("{}")


def nouns(batch, kind):
    return [
        {"text_id": r.id, "dated": r.published, "row": row, "n": n, "data": encode(noun),
         **(columns(r, noun) if kind == "mentions" else {})}
        for row, (r, found) in enumerate(batch)
        for n, noun in enumerate(getattr(found, kind, ()))
    ]  # fmt: skip


def columns(report, mention):
    sentence = report.text[mention.evidence.start : mention.evidence.end]
    return {"id": mention.id, "type": mention.event_type, "sentence": sentence}


def encode(noun):
    return msgspec.json.encode(noun).decode()


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
