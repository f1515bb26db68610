"""Cost of linking: from stored mentions to graded, stored events; time and memory as they grow.

Each size runs in a process of its own, on a record that another process fills. Voices are given, as
`copying` measures how they are found. Beside it stands what the same run takes to read every
mention and write it into another table; and what it takes to add one more report.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path

from copying import peak
from dateline.model import Extraction, Mention, Report, Voice
from dateline.store import Database
from mentions import World

SIZES = (10_000, 100_000, 1_000_000)
BATCH = 2000
SECONDS, MIB = 600, 4096  # what a million mentions may take


def fill(path: Path, count: int) -> None:
    """Make a record of about so many mentions; a report and its copies are one voice."""
    from dateline.store import connect
    from dateline.store.database import writing

    db = connect(path, create=True)
    db.execute("PRAGMA cache_size = -200000")
    made = World().reports(count)
    while batch := list(islice(made, BATCH)):
        with writing(db):
            for first, report, found in batch:
                put(db, first, report, found)
    db.close()


def put(db: Database, first: str, report: Report, found: Extraction) -> None:
    """Store a report, what it yields, and its voice: that of the report with the key `first`."""
    from dateline.pipeline import EXTRACTORS
    from dateline.store import derived, heard, reports

    reports.add(db, [report])
    reports.put(db, report, found, EXTRACTORS)
    voice = Voice(id=f"v{first[-7:]}", source=first, reports=(report.key,))
    derived.put_voice(db, voice)
    own = heard.made(voice.id, heard.prints(db, report.id), speaks=first == report.key,
                     aside=False, garbled="")  # fmt: skip
    heard.put(db, [(report.id, own)])


def measure(path: Path) -> dict[str, float]:
    """Link a record, then read and write its mentions, then add a report to it."""
    from dateline.reduce import relink
    from dateline.settings import Settings
    from dateline.store import connect
    from dateline.store.database import writing
    from dateline.store.touched import settle

    db = connect(path, create=False)
    start, begun = time.perf_counter(), time.process_time()
    with writing(db):
        relink(db, None, Settings())
        settle(db, "reduce", "")
    linked, own, used = time.perf_counter() - start, time.process_time() - begun, peak()
    start = time.perf_counter()
    with writing(db):
        db.execute("CREATE TABLE again (id TEXT PRIMARY KEY, data TEXT NOT NULL)")
        db.executemany("INSERT INTO again VALUES (?, ?)", again(db))
    copied = time.perf_counter() - start
    first, report, found = next(one for one in World(2).reports(BATCH) if len(one[2].mentions) > 1)
    start = time.perf_counter()
    with writing(db):
        put(db, first, report, found)
        relink(db, {report.id}, Settings())
    added = time.perf_counter() - start
    count = "SELECT count(*) FROM "
    return {
        "mentions": db.execute(count + "mention").fetchone()[0],
        "events": db.execute(count + "event").fetchone()[0],
        "largest_block": db.execute(
            "SELECT max(n) FROM (SELECT count(*) AS n FROM block GROUP BY pair)"
        ).fetchone()[0],
        "linked_s": linked,
        "linked_cpu_s": own,
        "copied_s": copied,
        "ratio": linked / copied,
        "one_more_s": added,
        "peak_mib": used,
        "record_mib": path.stat().st_size / 2**20,
    }


def again(db: Database) -> Iterator[tuple[str, str]]:
    """Read, decode and encode every mention."""
    import msgspec

    for row in db.execute("SELECT id, data FROM mention"):
        mention = msgspec.json.decode(row["data"], type=Mention)
        yield mention.id, msgspec.json.encode(mention).decode()


def apart(path: Path, count: int) -> dict[str, float]:
    """Fill a record and measure it, each in a process of its own."""
    here = [sys.executable, __file__, "--record", str(path)]
    if not path.exists():
        subprocess.run([*here, "--fill", str(count)], check=True)
    done = subprocess.run([*here, "--measure"], check=True, stdout=subprocess.PIPE)
    figures: dict[str, float] = json.loads(done.stdout)
    print(*(f"{name} {value:.6g}" for name, value in figures.items()), flush=True)
    return figures


def main() -> None:
    """Measure each size and print how it grows."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--mentions", type=int, nargs="*", default=SIZES)
    parser.add_argument("--record", type=Path, help="keep or take the record here")
    parser.add_argument("--fill", type=int)
    parser.add_argument("--measure", action="store_true")
    given = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if given.fill:
        fill(given.record, given.fill)
    elif given.measure:
        print(json.dumps(measure(given.record)))
    else:
        with tempfile.TemporaryDirectory() as folder:
            found = [apart(Path(folder) / f"{n}.dateline", n) for n in given.mentions]
        for small, large in pairwise(found):
            times, more = (
                large["linked_s"] / small["linked_s"],
                large["mentions"] / small["mentions"],
            )
            print(f"{more:.3g} times the mentions take {times:.3g} times as long")
        if found[-1]["mentions"] > 0.9 * SIZES[-1]:
            good = found[-1]["linked_s"] < SECONDS and found[-1]["peak_mib"] < MIB
            print("within" if good else "beyond", f"{SECONDS} s and {MIB} MiB")


if __name__ == "__main__":
    main()
