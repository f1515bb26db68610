"""Reading a web archive: broken records, bombs, memory, and what the first pass saves and costs.

Writes a WARC.gz of generated pages, the same for a seed: half of them reports of two states, half
of them beside the point (recipes, sport, towns, weather, money, stars), 1% broken, one bomb, one
record of 50 MB. Then, each in a process of its own: reads it; extracts it; extracts it with the
first pass. Prints pages a second, peak memory, what was listed, and the share of events kept.
"""

import argparse
import datetime as dt
import gzip
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import generate
from dateline.data import table, values
from dateline.model import LeftOut, Report

BESIDE = Path(__file__).parent / "beside.txt"
BROKEN = 100  # one record in so many
BOMB = 1_000_000_000  # bytes that 1 MB of a response decompresses to
LARGE = 50 * 2**20
# Sentences of pages beside the point: 400 words; the reports have 300. As long as those: 16 26.
SENTENCES = (20, 36)
FIRST = ("Anna", "Tom", "Maria", "Lukas", "Grace", "Omar", "Ines", "Peter", "Yuki", "Sam")
LAST = ("Keller", "Moran", "Silva", "Novak", "Hart", "Lindqvist", "Okoro", "Bell", "Tanaka", "Ruiz")
TOWNS = ("Millbrook", "Ashford", "Oldenburg", "Westhaven", "Brackley", "Norwick", "Steinfeld")
MENU = ("World", "Business", "Sport", "Weather", "Culture", "Opinion")


def topics() -> dict[str, list[str]]:
    """Return the sentences of pages beside the point, by topic."""
    found: dict[str, list[str]] = {}
    for line in BESIDE.read_text("utf-8").splitlines():
        if line.startswith("# "):
            lines = found.setdefault(line[2:], [])
        elif line:
            lines.append(line)
    return found


def beside(
    chance: random.Random, states: list[dict[str, str]], length: tuple[int, int] = SENTENCES
) -> str:
    """Return the text of a page beside the point, of one topic. Of sport, some name two states."""
    lines = topics()[chance.choice(list(topics()))]
    a, b = chance.sample(states, 2)
    words = {
        "a": a["name"], "aj": values(a["adjectives"])[0], "city": values(a["capital"])[0],
        "b": b["name"], "town": chance.choice(TOWNS),
    }  # fmt: skip
    told = []
    for _ in range(chance.randint(*length)):
        free = {
            "n": chance.randint(2, 99), "first": chance.choice(FIRST),
            "last": chance.choice(LAST), "weekday": chance.choice(generate.WEEKDAYS),
            "month": chance.choice(generate.MONTHS),
        }  # fmt: skip
        told.append(chance.choice(lines).format(**words, **free))
    return "\n\n".join(" ".join(told[at : at + 3]) for at in range(0, len(told), 3))


def page(text: str, day: dt.date, chance: random.Random, states: list[dict[str, str]]) -> bytes:
    """Return a text as a page of a newspaper, with its menu, links, scripts and foot."""
    links = "".join(
        f'<li><a href="/n/{at}">{row["name"]}: what we know so far</a></li>'
        for at, row in enumerate(chance.sample(states, 8))
    )
    menu = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in MENU)
    title, _, _ = text.partition(". ")
    paragraphs = "".join(f"<p>{part}</p>\n" for part in text.split("\n\n"))
    script = "window.d=window.d||[];d.push({k:1});" * chance.randint(50, 400)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Courier</title>
<meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="{day}T08:00:00Z">
<style>{".a{margin:0;padding:1px}" * 200}</style><script>{script}</script></head>
<body><header><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{title}</h1><div class="by">By Staff Writer</div>
{paragraphs}</article></main>
<aside><h2>Most read</h2><ul>{links}</ul></aside>
<div class="share"><a href="#">Share</a> <a href="#">Print</a></div>
<footer><p>&copy; The Courier. All rights reserved.</p></footer>
<script>{script}</script></body></html>""".encode()


def record(url: str, body: bytes, day: dt.date, extra: str = "") -> bytes:
    """Return a response as a record."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{extra}\r\n".encode()
    about = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: {day}T09:00:00Z\r\nWARC-Record-ID: <urn:x:{url}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(head) + len(body)}\r\n\r\n"
    )
    return about.encode() + head + body + b"\r\n\r\n"


def broken(data: bytes, chance: random.Random) -> bytes:
    """Return a member of the archive, broken in one of four ways."""
    way = chance.randrange(4)
    if way == 0:  # cut short
        return gzip.compress(data, 6, mtime=0)[: -chance.randint(20, 400)]
    if way == 1:  # bytes turned
        packed = bytearray(gzip.compress(data, 6, mtime=0))
        for _ in range(8):
            packed[chance.randrange(100, len(packed))] ^= 0xFF
        return bytes(packed)
    if way == 2:  # noqa: PLR2004 - a length that is too small
        data = re.sub(rb"Content-Length: \d+", b"Content-Length: 120", data, count=1)
    else:  # no record at all
        data = b"<html>" + data[200:]
    return gzip.compress(data, 6, mtime=0)


def members(pages: int, seed: int, length: tuple[int, int]) -> Iterator[bytes]:
    """Yield the members of the archive: a gzip each, as in CC-NEWS."""
    chance = random.Random(seed)  # noqa: S311 - test data, no secret
    states = [
        row
        for row in table("states")
        if row["un"] == "member" and row["adjectives"] and row["capital"]
    ]
    told = generate.reports(pages, seed)
    yield gzip.compress(
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", 6, mtime=0
    )
    for number in range(pages):
        report = next(told)
        day = report.published or dt.date(2020, 1, 1)
        text = report.text if number % 2 else beside(chance, states, length)
        url = f"https://courier.example/{number:06}"
        data = record(url, page(text, day, chance, states), day)
        if number == pages // 3:
            zeros = gzip.compress(bytes(BOMB), 9, mtime=0)
            data = record(url, zeros, day, "Content-Encoding: gzip\r\n")
        elif number == pages // 2:
            data = record(url, chance.randbytes(LARGE // 50) * 50, day)
        if number % BROKEN == BROKEN - 1:
            yield broken(data, chance)
        else:
            yield gzip.compress(data, 6, mtime=0)


def write(path: Path, pages: int, length: tuple[int, int] = SENTENCES, seed: int = 1) -> None:
    """Write an archive."""
    with path.open("wb") as file:
        for member in members(pages, seed, length):
            file.write(member)


def work(path: Path, *, sift: bool, parse: bool) -> dict[str, Any]:
    """Read an archive, and extract it where `parse`; return what came of it and what it cost."""
    from dateline.read import read_all
    from dateline.runner import extract_all
    from dateline.settings import Settings, sifting

    settings = sifting(Settings()) if sift else Settings()
    codes: Counter[str] = Counter()
    told: list[str] = []
    kept = 0

    def readable() -> Iterator[Report]:
        nonlocal kept
        for item in read_all([path], settings):
            if isinstance(item, LeftOut):
                codes[item.reason[:4]] += 1
            else:
                kept += 1
                yield item

    start = time.perf_counter(), time.process_time()
    if parse:
        for _, found in extract_all(readable(), 1):
            if not isinstance(found, LeftOut):
                told += [one.id for one in found.mentions if one.scope == "between"]
    else:
        for _ in readable():
            pass
    return {
        "seconds": time.perf_counter() - start[0], "cpu": time.process_time() - start[1],
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "reports": kept, "left": dict(sorted(codes.items())), "told": told,
    }  # fmt: skip


def measured(path: Path, *flags: str) -> dict[str, Any]:
    """Do the work in a process of its own."""
    command = [sys.executable, __file__, "--work", str(path), *flags]
    found: dict[str, Any] = json.loads(
        subprocess.run(command, check=True, capture_output=True).stdout
    )
    return found


def line(name: str, pages: int, found: dict[str, Any]) -> str:
    """Return what was measured as a line."""
    left = ", ".join(f"{code} {count}" for code, count in found["left"].items())
    return (
        f"{name:14}{pages / found['seconds']:7.1f} pages/s {pages / found['cpu']:7.1f} pages/CPU s "
        f"{found['peak']:6.0f} MiB  {found['reports']} reports; {left}"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--parsed", type=int, default=1_000, help="pages of the archive extracted")
    parser.add_argument("--folder", type=Path, help="where archives are kept and taken from")
    parser.add_argument(
        "--beside", type=int, nargs=2, default=SENTENCES, help="sentences of pages beside the point"
    )
    parser.add_argument("--work", type=Path)
    parser.add_argument("--sift", action="store_true")
    parser.add_argument("--parse", action="store_true")
    given = parser.parse_args()
    if given.work:
        print(json.dumps(work(given.work, sift=given.sift, parse=given.parse)))
        return
    with tempfile.TemporaryDirectory() as passing:
        folder = given.folder or passing
        for pages in filter(None, (given.pages // 4, given.pages)):
            path = Path(folder) / f"{pages}.warc.gz"
            if not path.exists():
                write(path, pages, tuple(given.beside))
            print(f"{pages} pages, {path.stat().st_size / 2**20:.0f} MiB")
            print(line("read", pages, measured(path)), flush=True)
            print(line("read, sifted", pages, measured(path, "--sift")), flush=True)
        if not given.parsed:
            return
        path = Path(folder) / f"{given.parsed}.warc.gz"
        if not path.exists():
            write(path, given.parsed, tuple(given.beside))
        print(f"{given.parsed} pages")
        whole = measured(path, "--parse")
        print(line("extract", given.parsed, whole), flush=True)
        part = measured(path, "--parse", "--sift")
        print(line("extract, sifted", given.parsed, part))
        print(f"throughput     {whole['seconds'] / part['seconds']:7.2f} times")
        print(f"CPU            {whole['cpu'] / part['cpu']:7.2f} times")
        missed = Counter(whole["told"]) - Counter(part["told"])
        print(
            f"events kept    {1 - missed.total() / len(whole['told']):7.4f} of {len(whole['told'])}"
        )


if __name__ == "__main__":
    main()
