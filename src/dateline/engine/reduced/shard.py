"""What is taken from a shard by itself: its texts' fingerprints, and its mentions by block."""

from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

import msgspec
import numpy as np

from dateline.engine.reduced.folder import Folder, decode_mention
from dateline.engine.reduced.scratch import Scratch
from dateline.engine.work import end_with_parent, kept
from dateline.link import pairs
from dateline.store.prints import made


class Chosen(msgspec.Struct):
    """A shard, and `(row, number of the text)` of the texts that are read by it."""

    shard: str
    texts: list[tuple[int, int]]


@dataclass(frozen=True)
class TakeShard:
    """Takes from a shard, given as JSON (`Chosen`), what later stages join. A `Work`."""

    folder: Folder
    scratch: Scratch
    buckets: int

    def begin(self) -> None:
        """See that the worker ends with its parent."""
        end_with_parent()

    def __call__(self, name: str) -> str:
        """Take a shard."""
        given = msgspec.json.decode(name, type=Chosen)
        return kept(lambda: self.take(given.shard, dict(given.texts)))

    def take(self, shard: str, chosen: dict[int, int]) -> int:
        """Take a shard, unless that was done; return how many texts it gave."""
        if not self.scratch.has("lanes", shard):
            self.scratch.save("prints", shard, self.prints(shard, chosen))
            self.scratch.save("lanes", shard, self.lanes(shard, chosen))
        return len(chosen)

    def prints(self, shard: str, chosen: dict[int, int]) -> Iterator[tuple[object, ...]]:
        """Yield the fingerprints of texts."""
        for row in self.folder.rows("reports", shard, "row", "text_id", "text"):
            if row["row"] in chosen:
                own = made(row["text_id"], row["text"])
                keys = np.frombuffer(own[4], np.uint32)
                yield (*own, keys, chosen[row["row"]], row["text"])

    def lanes(self, shard: str, chosen: dict[int, int]) -> Iterator[tuple[object, ...]]:
        """Yield the mentions of texts, once for each block that they are in."""
        columns = ("row", "text_id", "id", "sentence", "data")
        given = self.folder.rows("mentions", shard, *columns)
        # Of mentions with one id the last is kept, as in a record.
        once = {row["id"]: row for row in given if row["row"] in chosen}
        for row in once.values():
            mention = decode_mention(row["data"])
            for place, pair in enumerate(pairs(mention) or [""]):
                lane = f"{pair}|{mention.event_type}" if pair else mention.id
                yield (
                    crc32(lane.encode()) % self.buckets, pair, mention.event_type,
                    place == 0, row["text_id"], mention.id, row["sentence"],
                    mention.tie is not None, row["data"],
                )  # fmt: skip
