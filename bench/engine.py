"""The map on the engine: rate, share of each worker, growth of time and memory.

`rate` extracts the same generated reports (300 words each) with

- bare parse: spaCy's `nlp.pipe` on two processes, texts in memory, nothing kept;
- bare extraction: a plain pool of two processes, reports in memory, results thrown away where
  they are made: what the machine gives without reading, engine and writing;
- engine 2, engine 1: `dateline extract FILE --out FOLDER --workers N` from start to end, with
  reading, loading the model, sharding and writing Parquet.

`growth` runs the engine on short reports (one sentence), at each size, and samples the memory of
its workers. All times include starting and loading. Seconds of the processor are given beside
those of the clock, since a busy machine stretches only the latter.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

import msgspec

from generate import reports

PAGE = os.sysconf("SC_PAGE_SIZE")
WORKERS = 2
SIZES = (1000, 10_000, 100_000)
SAMPLE_SECONDS = 0.5
MIB = 2**20


@dataclass
class Cost:
    """Seconds of the clock and of the processor, and MiB: of a worker at most, of the driver."""

    wall: float
    cpu: float
    worker: float = 0.0
    driver: float = 0.0


def write(path: Path, count: int, sentences: int) -> None:
    """Write generated reports as JSON Lines."""
    with path.open("wb") as file:
        for one in reports(count, sentences=sentences):
            row = {"id": one.key, "text": one.text, "published": one.published, "language": "en"}
            file.write(msgspec.json.encode(row) + b"\n")


def timed(do: Callable[[], object]) -> Cost:
    """Measure something that works in child processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start, own = time.perf_counter(), time.process_time()
    do()
    wall, used = time.perf_counter() - start, time.process_time() - own
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    children = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, used + children)


def parsed(source: Path) -> None:
    """Parse the texts on two processes."""
    from dateline.parse.en import BATCH, model
    from dateline.read import read

    texts = [one.text for one in read(source)]
    for _ in model().pipe(texts, n_process=WORKERS, batch_size=BATCH):
        pass


def extracted(source: Path) -> None:
    """Extract on a plain pool of two processes."""
    from dateline.read import read
    from dateline.runner import BATCH

    each = iter(list(read(source)))
    batches = list(iter(lambda: list(islice(each, BATCH)), []))
    with ProcessPoolExecutor(WORKERS) as pool:
        for _ in pool.map(thrown_away, batches):
            pass


def thrown_away(batch: list[object]) -> int:
    """Extract a batch and keep nothing."""
    from dateline.pipeline import extract_batch

    return len(extract_batch(batch))  # type: ignore[arg-type]


def engine(source: Path, folder: Path, workers: int) -> Cost:
    """Run the command, and sample the memory of its processes."""
    words = ["extract", str(source), "--out", str(folder), "--workers", str(workers)]
    peaks = {"worker": 0, "driver": 0}

    def run() -> None:
        command = [sys.executable, "-m", "dateline", *words]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
            ended = threading.Event()
            sampler = threading.Thread(target=sample, args=(running.pid, peaks, ended))
            sampler.start()
            code = running.wait()
            ended.set()
            sampler.join()
        if code:
            raise SystemExit(code)

    cost = timed(run)
    cost.worker, cost.driver = peaks["worker"] / MIB, peaks["driver"] / MIB
    return cost


def sample(driver: int, peaks: dict[str, int], ended: threading.Event) -> None:
    """Keep the peak of resident memory of a process and of its largest child, until it ends."""
    while not ended.wait(SAMPLE_SECONDS):
        peaks["driver"] = max(peaks["driver"], resident(driver))
        for child in children(driver):
            peaks["worker"] = max(peaks["worker"], resident(child))


def children(pid: int) -> Iterator[int]:
    """Yield the processes that a process began."""
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            yield from map(int, task.read_text("ascii").split())
        except OSError:
            continue


def resident(pid: int) -> int:
    """Return a process's resident memory in bytes; 0 where it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * PAGE
    except OSError:
        return 0


def size_of(folder: Path) -> int:
    """Return the bytes of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*.parquet"))


def rate(home: Path, count: int, given: Path | None) -> None:
    """Compare the engine on one and two workers with the bare machine."""
    from dateline.read import read

    source = given or home / "rate.jsonl"
    if given is None:
        write(source, count, 18)
    texts = [one.text for one in read(source)]
    count, words = len(texts), sum(len(text.split()) for text in texts)
    print(f"{count} reports, {words} words")
    costs = {
        "bare parse": timed(lambda: parsed(source)),
        "bare extraction": timed(lambda: extracted(source)),
        "engine 2": engine(source, home / "two", 2),
        "engine 1": engine(source, home / "one", 1),
    }
    for name, cost in costs.items():
        print(f"{name:<16} {cost.wall:8.1f} s {cost.cpu:8.1f} s of processor "
              f"{count / cost.wall:7.2f} reports/s {words / cost.wall:7.0f} words/s "
              f"worker {cost.worker:4.0f} MiB driver {cost.driver:4.0f} MiB")  # fmt: skip
    two, one = costs["engine 2"], costs["engine 1"]
    for name in ("bare extraction", "bare parse"):
        bare = costs[name]
        print(f"engine 2 / {name:<16} rate {bare.wall / two.wall:5.2f} "
              f"processor {two.cpu / bare.cpu:5.2f}")  # fmt: skip
    print(f"efficiency of 2 workers against 1: {one.wall / two.wall / 2:5.2f}")
    bytes_each = size_of(home / "two") / count
    print(f"output {bytes_each:.0f} bytes a report; input {source.stat().st_size / count:.0f}")


def growth(home: Path, sizes: list[int]) -> None:
    """Run the engine on short reports, ever more of them."""
    costs = []
    for size in sizes:
        source = home / f"{size}.jsonl"
        write(source, size, 1)
        cost = engine(source, home / f"out-{size}", WORKERS)
        costs.append(cost)
        print(f"{size:>8} short reports {cost.wall:8.1f} s {cost.cpu:8.1f} s of processor "
              f"worker {cost.worker:4.0f} MiB driver {cost.driver:4.0f} MiB")  # fmt: skip
    for (small, a), (large, b) in pairwise(zip(sizes, costs, strict=True)):
        print(f"{large / small:4.0f} times the reports: {b.wall / a.wall:5.2f} times the time, "
              f"{b.cpu / a.cpu:5.2f} of the processor, {b.worker / a.worker:5.2f} of the memory "
              "of a worker")  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    parser.add_argument("what", nargs="*", default=["rate", "growth"])
    parser.add_argument("--reports", type=int, default=10_000, help="of the rate, in the input")
    parser.add_argument("--input", type=Path, help="JSON Lines for the rate, in place of made ones")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="of the growth")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if "rate" in given.what:
            rate(Path(folder), given.reports, given.input)
        if "growth" in given.what:
            growth(Path(folder), given.sizes)


if __name__ == "__main__":
    main()
