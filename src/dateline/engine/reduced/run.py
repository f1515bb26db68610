"""The reduce of an extraction on the engine: joins on Daft, grouped maps on its workers.

What Daft joins and splits lies in the folder; each worker reads the part that it does, makes what
the one machine's reduce makes of it by the same functions, and writes it. So memory grows with the
largest part alone, but for a few numbers a text, which the driver holds.
"""

import hashlib
from collections.abc import Callable, Iterable

import msgspec
import numpy as np

from dateline.copies.candidates import Numbers
from dateline.engine.layout import manifest
from dateline.engine.on_daft import configured, run
from dateline.engine.reduced import comparing, dating, hearing, linking, pairing
from dateline.engine.reduced.folder import Folder
from dateline.engine.reduced.scratch import Scratch
from dateline.engine.reduced.shard import Chosen, TakeShard
from dateline.engine.reduced.texts import by_shard, texts
from dateline.engine.work import Work, answered
from dateline.reduce import made_by
from dateline.settings import Settings

# Mentions and texts of a bucket, as far as their numbers tell: some seconds of work.
MENTIONS, TEXTS = 5000, 5000
MOST = 4096

Tell = Callable[[str, int, int], None]


class Basis(msgspec.Struct, frozen=True):
    """What a result was made of and by."""

    extraction: str
    made_by: str


def scratch_of(folder: Folder) -> Scratch:
    """Return where the results of an extraction lie."""
    return Scratch(folder.path / "reduced")


def reduce_folder(
    folder: Folder, settings: Settings, workers: int, tell: Tell, address: str = ""
) -> str:
    """Make the voices and events of an extraction, unless they are there; return their digest.

    Raises:
        UsageError: D133 where Daft is not installed, D112 where the folder cannot be written.
    """
    scratch = scratch_of(folder)
    scratch.begin(basis_of(folder, settings))
    done = scratch.digest()
    if done:
        return done
    daft = configured(address)
    found = texts(folder)

    def each(stage: str, work: Work, names: Iterable[str]) -> None:
        given = list(names)
        # One worker is this process: another would take seconds to start.
        apart = bool(given) and (workers > 1 or bool(address))
        answers = run(work, given, workers, address) if apart else map(work, given)
        for done, answer in enumerate(answers, 1):
            answered(answer)
            tell(stage, done, len(given))

    rows = [manifest(folder.path, shard).rows for shard in folder.shards()]
    mentions = buckets(sum(one["mentions"] for one in rows), MENTIONS)
    chosen = by_shard(found.each).items()
    take = TakeShard(folder, scratch, mentions)
    each("prints", take, (msgspec.json.encode(Chosen(*one)).decode() for one in chosen))
    pairing.split_keys(daft, scratch, buckets(len(found.each), TEXTS))
    each("pairs", pairing.Pair(scratch), scratch.names("keys", "bucket"))
    compared = pairing.compared(daft, scratch, sizes(scratch, len(found.each)))
    comparing.split_crowds(daft, scratch, compared)
    each("crowds", comparing.Compare(scratch), scratch.names("crowds", "batch"))
    compared, likes = comparing.thinned(scratch, compared)
    hearing.split_texts(daft, scratch, found.each, compared, likes)
    each("voices", hearing.Hear(scratch), scratch.names("texts", "home"))
    linking.split_mentions(daft, scratch)
    named = scratch.names("mentions", "bucket")
    if named:
        if dating.write_tied(daft, scratch):
            each("dates", dating.Match(scratch, settings), named)
        dating.answered(scratch, settings)
        each("link", linking.Link(scratch, settings), named)
        linking.split_rest(daft, scratch)
        each("join", linking.Join(scratch, settings), scratch.names("batches", "batch"))
    scratch.end(found.digest)
    return found.digest


def basis_of(folder: Folder, settings: Settings) -> str:
    """Return what tells a result from that of another extraction, version or settings."""
    digest = hashlib.sha256()
    for shard in folder.shards():
        digest.update(msgspec.json.encode(manifest(folder.path, shard)))
    return msgspec.json.encode(Basis(digest.hexdigest(), made_by(settings))).decode()


def buckets(count: int, size: int) -> int:
    """Return into how many buckets so many fall."""
    return min(MOST, count // size + 1)


def sizes(scratch: Scratch, count: int) -> Numbers:
    """Return how many keys each text has."""
    import pyarrow.compute as pc

    found = np.zeros(count, np.int64)
    for path in scratch.parts("prints"):
        rows = scratch.read("prints", path.stem, "n", "key")
        found[rows["n"].to_numpy()] = pc.list_value_length(rows["key"]).to_numpy()
    return found
