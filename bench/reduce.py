"""Cost of the reduce: an extraction of n and 10n reports, on one machine's way and on the engine.

Mentions are made up (`mentions`), so no text is parsed. Each measure runs in a process of its own:
`plain` reduces a record that the extraction was loaded into, and again when one text was touched;
`engine` makes the same of the folder, with one worker (in its own process) and with two, then takes
the result into a record. Memory is that of the largest process, `worker_mib` of the largest worker.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

from copying import peak
from dateline.engine import layout
from dateline.engine.columns import Rows, rows_of
from dateline.engine.extract import counted
from dateline.engine.reduced.folder import Folder
from dateline.engine.reduced.load import load
from dateline.engine.reduced.run import reduce_folder, scratch_of
from dateline.engine.reduced.take import taken
from dateline.engine.write import put, write_shard
from dateline.model import Extraction, Report
from dateline.pipeline import EXTRACTORS
from dateline.reduce import reduce
from dateline.settings import Settings
from dateline.store import connect
from mentions import World

SIZES = (10_000, 100_000)
SHARD = 500
EACH = 3.3  # mentions of a made-up report


def fill(folder: Path, count: int) -> None:
    """Write an extraction of so many reports."""
    head = layout.Head(
        extractors=EXTRACTORS, shard=SHARD, inputs=("made-up",), files=1, bytes=1, digest="",
        settings="", sift=False,
    )  # fmt: skip
    put(folder / layout.HEAD, msgspec.json.encode(head))
    made = islice(World().reports(int(2 * EACH * count)), count)
    for number, rows in enumerate(shards((report, found) for _, report, found in made)):
        write_shard(folder, f"shard-{number:06}", rows)
    put(folder / layout.WHOLE, msgspec.json.encode(counted(folder, layout.done(folder))))


def shards(made: Iterator[tuple[Report, Extraction]]) -> Iterator[Rows]:
    """Yield the rows of each shard."""
    while batch := list(islice(made, SHARD)):
        found: Rows = {table: [] for table in layout.TABLES}
        for row, (report, what) in enumerate(batch):
            for table, more in rows_of(report, row, what).items():
                found[table] += more
        yield found


def plain(folder: Path, record: Path) -> dict[str, float]:
    """Load an extraction into a record and reduce it there."""
    db = connect(record, create=True)
    start = time.perf_counter()
    load(db, [Folder(folder)], EXTRACTORS, quiet)
    loaded = time.perf_counter() - start
    db.close()
    shutil.copyfile(record, record.with_suffix(".loaded"))
    db = connect(record, create=False)
    start, own = time.perf_counter(), time.process_time()
    reduce(db, Settings())
    made, own = time.perf_counter() - start, time.process_time() - own
    db.execute("INSERT INTO touched SELECT 'text', id FROM text LIMIT 1")
    start = time.perf_counter()
    reduce(db, Settings())
    again = time.perf_counter() - start
    count = "SELECT count(*) FROM "
    counted = {
        name: db.execute(count + name).fetchone()[0]
        for name in ("report", "mention", "event", "voice")
    }
    return {
        **counted, "load_s": loaded, "reduce_s": made, "cpu_s": own, "one_touched_s": again,
        "peak_mib": peak(),
    }  # fmt: skip


def engine(folder: Path, record: Path, workers: int) -> dict[str, float]:
    """Reduce an extraction on the engine, then take the result into a record."""
    shutil.rmtree(scratch_of(Folder(folder)).path, ignore_errors=True)
    stages: dict[str, float] = {}
    start = last = time.perf_counter()

    def tell(stage: str, *_: int) -> None:
        nonlocal last
        now = time.perf_counter()
        stages[stage] = stages.get(stage, 0.0) + now - last
        last = now

    reduce_folder(Folder(folder), Settings(), workers, tell)
    made = time.perf_counter() - start
    own = sum(map(cpu, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
    db = connect(record, create=False)
    start = time.perf_counter()
    done = taken(db, Folder(folder), Settings(), 1, quiet)
    used = time.perf_counter() - start
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {
        "reduce_s": made, "cpu_s": own, "take_s": used, "taken": done, "peak_mib": peak(),
        "worker_mib": worker,
        **{f"{name}_s": seconds for name, seconds in stages.items()},
    }  # fmt: skip


def cpu(who: int) -> float:
    """Return the seconds of the processor that this process has had, or its children."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def apart(what: str, folder: Path, record: Path, *more: str) -> dict[str, float]:
    """Do one measure in a process of its own."""
    given = ["--folder", str(folder), "--record", str(record), *more]
    command = [sys.executable, __file__, "--only", what, *given]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    figures: dict[str, float] = json.loads(done.stdout or "{}")
    print(what, *more, *(f"{name} {value:.4g}" for name, value in figures.items()), flush=True)
    return figures


def measure(folder: Path, count: int) -> dict[str, dict[str, float]]:
    """Do all measures of so many reports."""
    where, record = folder / f"{count}", folder / f"{count}.dateline"
    apart("fill", where, record, "--reports", str(count))
    found = {"plain": apart("plain", where, record)}
    for workers in ("1", "2"):
        shutil.copyfile(record.with_suffix(".loaded"), record)
        found[workers] = apart("engine", where, record, "--workers", workers)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--reports", type=int, nargs="*", default=SIZES)
    parser.add_argument("--only", choices=("fill", "plain", "engine"))
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if given.only == "fill":
        fill(given.folder, given.reports[0])
    elif given.only == "plain":
        print(json.dumps(plain(given.folder, given.record)))
    elif given.only == "engine":
        print(json.dumps(engine(given.folder, given.record, given.workers)))
    else:
        with tempfile.TemporaryDirectory() as folder:
            found = [measure(Path(folder), count) for count in given.reports]
        for name in ("plain", "1", "2"):
            times = found[-1][name]["reduce_s"] / found[0][name]["reduce_s"]
            print(f"{name}: {given.reports[-1] / given.reports[0]:.3g} times the reports take "
                  f"{times:.3g} times as long")  # fmt: skip
        for count, one in zip(given.reports, found, strict=True):
            gain = one["1"]["reduce_s"] / one["2"]["reduce_s"] / 2
            print(f"{count} reports: efficiency of two workers {gain:.2f}")


if __name__ == "__main__":
    main()
