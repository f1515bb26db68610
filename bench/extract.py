"""Speed of `dateline extract` with 2 workers beside the bare parser on the same texts.

Prints words per second of both and their ratio. The yardstick is spaCy's own `nlp.pipe` with the
same model and components and `n_process=2`, which loads its workers as we do. Both are run twice,
in turn, and the better run of each counts.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from generate import reports

ROUNDS = 2


def bare(texts: list[str]) -> float:
    """Return the seconds that bare parsing takes."""
    from dateline.parse.en import BATCH, model

    nlp = model()
    start = time.perf_counter()
    for _ in nlp.pipe(texts, n_process=2, batch_size=BATCH):
        pass
    return time.perf_counter() - start


def ours(source: Path) -> float:
    """Return the seconds that the command takes, from start to end."""
    command = [sys.executable, "-m", "dateline", "extract", str(source), "--workers", "2"]
    start = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        subprocess.run(command, check=True, stdout=out)
    return time.perf_counter() - start


def write(count: int, path: Path) -> list[str]:
    """Write generated reports as JSON Lines and return their texts."""
    texts = []
    with path.open("wb") as file:
        for report in reports(count):
            row = {"id": report.key, "text": report.text, "published": report.published}
            file.write(msgspec.json.encode({**row, "language": "en"}) + b"\n")
            texts.append(report.text)
    return texts


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--reports", type=int, default=2000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "generated.jsonl"
        texts = write(given.reports, source)
        words = sum(len(text.split()) for text in texts)
        yardstick, command = float("inf"), float("inf")
        for _ in range(ROUNDS):
            yardstick = min(yardstick, bare(texts))
            command = min(command, ours(source))
    print(f"{given.reports} reports, {words} words")
    print(f"nlp.pipe, n_process=2  {words / yardstick:8.0f} words/s")
    print(f"dateline extract       {words / command:8.0f} words/s")
    print(f"ratio                  {yardstick / command:8.2f}")


if __name__ == "__main__":
    main()
