"""An extraction's folder (`dateline.engine.layout`), read shard by shard."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.engine import layout
from dateline.errors import UsageError
from dateline.model import Extraction, LeftOut, Mention, Report, Statement

if TYPE_CHECKING:
    import pyarrow as pa

decode_report = msgspec.json.Decoder(Report).decode
decode_mention = msgspec.json.Decoder(Mention).decode
decode_statement = msgspec.json.Decoder(Statement).decode


@dataclass(frozen=True, slots=True)
class Folder:
    """An extraction's folder."""

    path: Path

    def check(self, extractors: str) -> None:
        """Refuse a folder of another version, or one that a run has not finished.

        Raises:
            UsageError: D134 where other extractors made it, or it is laid out otherwise; D138
                where shards are missing.
        """
        head = layout.head(self.path)
        if head is None or (head.schema, head.extractors) != (layout.SCHEMA, extractors):
            made = f"by extractors {head.extractors}, this is {extractors}" if head else ""
            raise UsageError("D134", self.path, made)
        if layout.whole(self.path) is None:
            count = len(self.shards())
            shards = f"{count} shard is" if count == 1 else f"{count} shards are"
            raise UsageError("D138", self.path, f"{shards} done")

    @property
    def inputs(self) -> tuple[str, ...]:
        """What was read into it."""
        head = layout.head(self.path)
        return head.inputs if head else ()

    def shards(self) -> list[str]:
        """Return the names of the shards that are done, in order."""
        return layout.done(self.path)

    def table(self, kind: str, shard: str, columns: Iterable[str]) -> "pa.Table":
        """Read some columns of a shard's table."""
        import pyarrow.parquet as pq

        return pq.read_table(layout.file(self.path, kind, shard), columns=list(columns))

    def rows(self, kind: str, shard: str, *columns: str) -> list[dict[str, Any]]:
        """Read a shard's rows of one kind."""
        found: list[dict[str, Any]] = self.table(kind, shard, columns).to_pylist()
        return found

    def left_out(self, shard: str) -> list[LeftOut]:
        """Return what was left out of a shard."""
        return [LeftOut(**row) for row in self.rows("left_out", shard, "item", "reason")]

    def reports(self, shard: str) -> list[Report]:
        """Return the reports of a shard in their order, with their texts."""
        rows = self.rows("reports", shard, "data", "text")
        return [
            msgspec.structs.replace(decode_report(row["data"]), text=row["text"]) for row in rows
        ]

    def found(self, shard: str) -> list[Extraction | LeftOut]:
        """Return what each report of a shard yielded, in their order.

        Times and actors stand in the folder for others: a record keeps none.
        """
        mentions = self.nouns("mentions", shard)
        said = self.nouns("statements", shard)
        return [
            LeftOut(item=row["key"], reason=row["failure"])
            if row["failure"]
            else Extraction(
                mentions=tuple(map(decode_mention, mentions.get(row["row"], ()))),
                statements=tuple(map(decode_statement, said.get(row["row"], ()))),
            )
            for row in self.rows("reports", shard, "key", "row", "failure")
        ]

    def nouns(self, kind: str, shard: str) -> dict[int, list[str]]:
        """Return the nouns of each report of a shard as JSON, in their order, by its number."""
        found: dict[int, list[str]] = {}
        rows = self.rows(kind, shard, "row", "n", "data")
        for row in sorted(rows, key=lambda row: (row["row"], row["n"])):
            found.setdefault(row["row"], []).append(row["data"])
        return found


def told_apart(
    paths: Iterable[str | Path], extractors: str
) -> tuple[list[Folder], list[str | Path]]:
    """Return those of some paths that are extractions, and the others.

    Raises:
        UsageError: D134 where an extraction is of another version, D138 where it is unfinished.
    """
    folders: list[Folder] = []
    others: list[str | Path] = []
    for path in paths:
        if (Path(path) / layout.HEAD).is_file():
            folders.append(Folder(Path(path)))
            folders[-1].check(extractors)
        else:
            others.append(path)
    return folders, others


def batches(folders: list[Folder]) -> Iterator[tuple[Folder, str]]:
    """Yield every shard of every folder."""
    for folder in folders:
        for shard in folder.shards():
            yield folder, shard
