"""The texts of an extraction in their order, each with its prints and the report to read it by.

A record keeps one report of a key and a text, that which says most, and reads a text with the
earliest date at which any of them was published; so is it done here.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from dateline.engine.reduced.folder import Folder

Print = tuple[str, str, str]
"""Day (or "9999"), key and publisher of a report."""


class Text(NamedTuple):
    """A text: its place among all, and the report (`row` of `shard`) that it is read by."""

    day: str
    length: int
    text_id: str
    shard: str
    row: int
    failed: bool
    prints: list[Print]


class Texts(NamedTuple):
    """All texts in their order; `digest` tells whether a record holds the same reports."""

    each: list[Text]
    digest: str


def texts(folder: Folder) -> Texts:
    """Return the texts of an extraction."""
    seen: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for shard in folder.shards():
        for row in rows(folder, shard):
            seen[row["text_id"]].append({**row, "shard": shard})
    digest, each = Digest(), list[Text]()
    for text_id, found in seen.items():
        made, kept = text(text_id, found)
        each.append(made)
        for row in kept:
            digest.add("report", row["key"], text_id, row["data"])
        digest.add("text", text_id, made.day, made.failed)
    each.sort()
    return Texts(each, digest.told())


def rows(folder: Folder, shard: str) -> Iterator[dict[str, Any]]:
    """Yield what must be known of each report of a shard."""
    import pyarrow.compute as pc

    columns = ("key", "text_id", "row", "published", "publisher", "failure", "data", "text")
    table = folder.table("reports", shard, columns)
    table = table.append_column("length", pc.utf8_length(table["text"])).drop_columns("text")
    for row in table.to_pylist():
        row["published"] = row["published"].isoformat() if row["published"] else None
        yield row


def text(text_id: str, found: list[dict[str, Any]]) -> tuple[Text, list[dict[str, Any]]]:
    """Return a text, and the reports of it that a record keeps."""
    best: dict[str, dict[str, Any]] = {}
    for row in found:
        if row["key"] not in best or row["data"] > best[row["key"]]["data"]:
            best[row["key"]] = row
    kept = list(best.values())
    day = min((row["published"] for row in kept if row["published"]), default=None)
    by = min(
        (one for one in found if one["published"] == day), key=lambda r: (r["shard"], r["row"])
    )
    prints = sorted((row["published"] or "9999", row["key"], row["publisher"]) for row in kept)
    return (
        Text(
            day=day or "9999",
            length=-by["length"],  # of texts of one day the longest comes first
            text_id=text_id,
            shard=by["shard"],
            row=by["row"],
            failed=by["failure"] is not None,
            prints=prints,
        ),
        kept,
    )


class Digest:
    """A hash of many rows in whatever order they come: the sum of the hashes of each."""

    def __init__(self) -> None:
        self.sum = 0

    def add(self, *values: object) -> None:
        """Count a row."""
        told = "\x1f".join(map(str, values)).encode("utf-8", "surrogatepass")
        self.sum += int.from_bytes(hashlib.blake2b(told, digest_size=16).digest(), "big")

    def told(self) -> str:
        """Return it in hexadecimal."""
        return f"{self.sum % 2**128:032x}"


def by_shard(each: Iterable[Text]) -> dict[str, list[tuple[int, int]]]:
    """Return, for each shard, `(row, number of the text)` of the texts that are read by it."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, one in enumerate(each):
        found[one.shard].append((one.row, number))
    return found
