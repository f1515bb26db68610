"""Cost of finding copies: time and memory of grouping, and of one report against a record.

Each size runs in a process of its own. Grouping is compared with hashing the 3-grams of the same
texts once (`fingerprint`), in the same run; the check of one report with parsing it.
"""

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dateline.copies import fingerprint, voices
from dateline.model import Report, Voice
from dateline.store import Database
from newsroom import Newsroom

ASKED = 20  # reports that are checked against the record
FIRST = dt.date(2020, 1, 1)


def peak() -> float:
    """Return the peak memory of this process in MiB."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 1024 if sys.platform != "darwin" else used / 2**20


def group(count: int) -> dict[str, float]:
    """Measure hashing and grouping of so many reports."""
    texts = list(Newsroom().reports(count))
    base = peak()
    start = time.perf_counter()
    prints = [fingerprint(text) for text in texts]
    hashed = time.perf_counter() - start
    names = [f"r{n:07}" for n in range(count)]
    order = {name: ("2020-01-01", n, name) for n, name in enumerate(names)}
    by_name = dict(zip(names, texts, strict=True))
    start = time.perf_counter()
    found = voices(zip(names, prints, strict=True), order, by_name.__getitem__)
    grouped = time.perf_counter() - start
    return {
        "reports": count,
        "words": sum(one.words for one in prints) / count,
        "hashed": hashed,
        "grouped": grouped,
        "ratio": grouped / hashed,
        "voices": len(found),
        "texts_mib": base,
        "peak_mib": peak(),
    }


def ask(count: int) -> dict[str, float]:
    """Measure one report against a record of so many, beside parsing it."""
    from dateline.parse.en import EnglishParser
    from dateline.query.copied import found

    newsroom = Newsroom()
    texts = list(newsroom.reports(count))
    new = [newsroom.report() for _ in range(ASKED // 2)]
    new += [newsroom.copy(text) for text in newsroom.chance.sample(texts, ASKED - len(new))]
    parse = EnglishParser().parse
    parse(new[0])
    start = time.perf_counter()
    for text in new:
        parse(text)
    parsed = (time.perf_counter() - start) / ASKED
    with tempfile.TemporaryDirectory() as folder:
        db = fill(Path(folder) / "r.dateline", texts)
        copies = 0
        start = time.perf_counter()
        for text in new:
            copies += bool(found(db, Report.from_text(text)))
        asked = (time.perf_counter() - start) / ASKED
        db.close()
    return {
        "reports": count,
        "copies": copies,
        "parsed_ms": 1000 * parsed,
        "asked_ms": 1000 * asked,
        "ratio": asked / parsed,
        "peak_mib": peak(),
    }


def fill(path: Path, texts: list[str]) -> Database:
    """Return a record of texts, each a voice of its own, without any mention."""
    from dateline.store import connect, derived, heard, prints, reports
    from dateline.store.database import writing

    db = connect(path, create=True)
    with writing(db):
        made = [
            Report.from_text(text, published=FIRST, publisher="Outlet", key=f"r{n:07}")
            for n, text in enumerate(texts)
        ]
        reports.add(db, made)
        prints.complete(db)
        for report in {one.id: one for one in made}.values():
            voice = Voice(id="v" + report.id[:11], source=report.key, reports=(report.key,))
            derived.put_voice(db, voice)
            own = heard.prints(db, report.id)
            told = heard.made(voice.id, own, speaks=True, aside=False, garbled="")
            heard.put(db, [(report.id, told)])
    return db


def apart(what: str, count: int) -> dict[str, float]:
    """Measure in a process of its own."""
    command = [sys.executable, __file__, "--only", what, "--reports", str(count)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    figures: dict[str, float] = json.loads(done.stdout)
    print(f"{what:<6}", *(f"{name} {value:.4g}" for name, value in figures.items()), flush=True)
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--reports", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--only", choices=("group", "ask"))
    given = parser.parse_args()
    if given.only:
        measured = {"group": group, "ask": ask}[given.only](given.reports[0])
        print(json.dumps(measured))
        return
    small, *_, large = [apart("group", count) for count in given.reports]
    times = large["grouped"] / small["grouped"]
    print(f"grouping {large['reports'] / small['reports']:.3g} times as many takes {times:.3g}")
    apart("ask", given.reports[-1])


if __name__ == "__main__":
    main()
