"""How memory and time grow: extraction of n and 10n reports, builds of n and 10n.

Prints peak resident memory of the whole process tree's largest member and seconds, with ratios.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from extract import write

RUN = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(peak if sys.platform != "darwin" else peak // 1024)
sys.exit(code)
"""


def peak(command: list[str]) -> tuple[float, float]:
    """Return the peak memory in MiB of a command's largest process, and its seconds."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", RUN, *command], check=True, capture_output=True, text=True
    )
    return int(done.stdout) / 1024, time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--reports", type=int, default=1000)
    given = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    dateline = [sys.executable, "-m", "dateline"]
    rows: dict[str, list[tuple[float, float]]] = {"extract": [], "build": []}
    with tempfile.TemporaryDirectory() as folder:
        for count in (given.reports, 10 * given.reports):
            source, record = Path(folder) / f"{count}.jsonl", Path(folder) / f"{count}.dateline"
            write(count, source)
            pool = ["--workers", "2"]
            rows["extract"].append(peak([*dateline, "extract", str(source), *pool]))
            build = ["build", str(source), "--record", str(record), *pool]
            rows["build"].append(peak([*dateline, *build]))
    for name, ((mib, seconds), (mib10, seconds10)) in rows.items():
        print(f"{name:<8} {given.reports:>6} reports {mib:7.0f} MiB {seconds:7.1f} s")
        print(f"{name:<8} {10 * given.reports:>6} reports {mib10:7.0f} MiB {seconds10:7.1f} s")
        print(f"{name:<8} ratio          {mib10 / mib:7.2f}     {seconds10 / seconds:7.2f}")


if __name__ == "__main__":
    main()
