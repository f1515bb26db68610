"""Mentions become events: lane by lane, and what several blocks hold at the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from dateline.engine.reduced import tables
from dateline.engine.reduced.dating import times
from dateline.engine.reduced.known import Texts
from dateline.engine.reduced.scratch import Scratch
from dateline.engine.reduced.tables import KNOWN
from dateline.engine.work import end_with_parent, kept
from dateline.forest import Forest
from dateline.link.candidate import Candidate
from dateline.link.event import event
from dateline.reduce import block, joined, stands, words
from dateline.settings import Settings

Row = dict[str, Any]
# Mentions of events that stand in several blocks, made in one go.
BATCH = 5000


def split_mentions(daft: Any, scratch: Scratch) -> None:
    """Write the mentions by buckets, each with what its text is heard as."""
    lanes = daft.read_parquet(str(scratch.of("lanes") / "*.parquet"))
    heard = daft.read_parquet(str(scratch.of("heard") / "*.parquet"))
    scratch.split("mentions", lanes.join(heard, on="text_id"), "bucket")


@dataclass(frozen=True)
class Link:
    """Links the lanes of a bucket. A `Work`."""

    scratch: Scratch
    settings: Settings

    def begin(self) -> None:
        """See that the worker ends with its parent."""
        end_with_parent()

    def __call__(self, name: str) -> str:
        """Do a bucket."""
        return kept(lambda: self.link(name))

    def link(self, name: str) -> int:
        """Write the groups and events of a bucket, unless that was done; return how many events.

        A group that may be in other blocks too is left to `Join`.
        """
        if self.scratch.has("events", name):
            return 0
        rows = self.scratch.of_split("mentions", "bucket", name).to_pylist()
        rows = sorted((row for row in rows if row["pair"]), key=itemgetter("pair", "type", "id"))
        texts, given = Texts(self.settings), times(self.scratch)
        made, standing, rest = [], [], []
        for (pair, _), each in groupby(rows, itemgetter("pair", "type")):
            by_id = {row["id"]: row for row in each}
            known = ((texts.candidate(row, given), row["aside"]) for row in by_id.values())
            grouped, found = block(known)
            standing += [(*place, one, pair) for one, place in grouped.items()]
            for members in found:
                if stands(members):
                    made.append(event_row(members, self.settings))
                else:
                    for c in members:
                        own = map(by_id[c.mention.id].get, KNOWN)
                        rest.append((*own, pair, *grouped[c.mention.id]))
        self.scratch.save("blocks", name, standing)
        self.scratch.save("rest", name, rest)
        self.scratch.save("events", name, made)
        return len(made)


@dataclass(frozen=True)
class Join:
    """Makes the events of groups that stand in several blocks. A `Work`."""

    scratch: Scratch
    settings: Settings

    def begin(self) -> None:
        """See that the worker ends with its parent."""
        end_with_parent()

    def __call__(self, name: str) -> str:
        """Do a batch of them."""
        return kept(lambda: self.join(name))

    def join(self, name: str) -> int:
        """Write the events of a batch, unless that was done; return how many."""
        own = f"joined-{name}"
        if self.scratch.has("events", own):
            return 0
        rows = self.scratch.of_split("batches", "batch", name).to_pylist()
        by_id = {row["id"]: row for row in rows}
        texts, given = Texts(self.settings), times(self.scratch)
        made = [
            event_row([texts.candidate(by_id[one], given) for one in nodes], self.settings)
            for nodes in joined(groups_of(rows))
        ]
        self.scratch.save("events", own, made)
        return len(made)


def split_rest(daft: Any, scratch: Scratch) -> None:
    """Write the groups that stand in several blocks by batches, those that meet together."""
    paths = [str(path) for path in scratch.parts("rest")]
    frame = daft.read_parquet(paths)
    found = frame.select("id", "pair", "grp", "told").to_arrow().to_pylist()
    batch, size, of = 0, 0, dict[str, int]()
    for nodes in together(found):
        if size + len(nodes) > BATCH and size:
            batch, size = batch + 1, 0
        size += len(nodes)
        of.update(dict.fromkeys(nodes, batch))
    known = tables.table("batches", of.items())
    scratch.split("batches", frame.join(daft.from_arrow(known), on="id"), "batch")


def together(rows: Iterable[Row]) -> list[list[str]]:
    """Return the mentions of groups that meet in a mention, by its id."""
    forest = Forest()
    for group in groups_of(rows):
        for one, _ in group:
            forest.join(group[0][0], one)
    return [nodes for _, nodes in forest.groups()]


def groups_of(rows: Iterable[Row]) -> list[list[tuple[str, bool]]]:
    """Return the groups of rows by block, then by name: mentions by id, and whether they count."""
    found: dict[tuple[str, str], set[tuple[str, bool]]] = {}
    for row in rows:
        found.setdefault((row["pair"], row["grp"]), set()).add((row["id"], row["told"]))
    return [sorted(found[name]) for name in sorted(found)]


def event_row(members: list[Candidate], settings: Settings) -> tuple[str, str]:
    """Return an event as JSON, and what full-text search finds it by."""
    return msgspec.json.encode(event(members, settings)).decode(), words(members)
