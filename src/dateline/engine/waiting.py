"""What was read and waits for its extraction, a file a shard; gone when the shard is done."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import msgspec

from dateline.engine.layout import WAITING
from dateline.engine.write import put
from dateline.model import LeftOut, Report


class Waiting(msgspec.Struct, frozen=True):
    """A shard before its extraction: its reports, and what was left out between them."""

    reports: tuple[Report, ...]
    left_out: tuple[LeftOut, ...]


encoder = msgspec.msgpack.Encoder()
decoder = msgspec.msgpack.Decoder(Waiting)


def read_part(
    folder: Path, part: int, items: Iterable[Report | LeftOut], size: int
) -> Iterator[int]:
    """Write what a part holds, shard by shard, then the list of them; yield how many items came."""
    each, shards = iter(items), dict[str, int]()
    while run := list(islice(each, size)):
        name = f"shard-{part:06}-{len(shards):06}"
        waiting = Waiting(
            tuple(one for one in run if isinstance(one, Report)),
            tuple(one for one in run if isinstance(one, LeftOut)),
        )
        put(path(folder, name), encoder.encode(waiting))
        shards[name] = len(run)
        yield len(run)
    put(listed(folder, part), msgspec.json.encode(shards))


def shards_of(folder: Path, part: int) -> dict[str, int] | None:
    """Return a part's shards, with their items; None where it was not read to its end."""
    try:
        return msgspec.json.decode(listed(folder, part).read_bytes(), type=dict[str, int])
    except FileNotFoundError:
        return None


def take(folder: Path, shard: str) -> Waiting:
    """Return what waits in a shard."""
    return decoder.decode(path(folder, shard).read_bytes())


def drop(folder: Path, shard: str) -> None:
    """Drop a shard that is done."""
    path(folder, shard).unlink(missing_ok=True)


def path(folder: Path, shard: str) -> Path:
    """Return where a shard waits."""
    return folder / WAITING / f"{shard}.msgpack"


def listed(folder: Path, part: int) -> Path:
    """Return where the shards of a part are listed."""
    return folder / WAITING / f"part-{part:06}.json"
