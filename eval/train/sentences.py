"""Sentences written for training: tables, marked actors, digests; what all trainers share."""

import csv
import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

MARK = re.compile(r"\[([st]):([^\]]*)\]")
NO_EVENT = "NONE"


def table(file: Path) -> list[dict[str, str]]:
    """Read a table, without its head lines."""
    lines = (line for line in file.read_text("utf-8").splitlines() if line and line[0] != "#")
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def unmarked(text: str) -> tuple[str, dict[str, str]]:
    """Return a text without its marks, and the first words marked as each actor."""
    found: dict[str, str] = {}
    for mark in MARK.finditer(text):
        found.setdefault(mark[1], mark[2])
    return MARK.sub(r"\2", text), found


def digest(file: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def account(file: Path, script: str, columns: str, made: Iterable[tuple[str, str]]) -> None:
    """Write how weights were made: by which script, of what; `made`: names and their values."""
    head = (
        f"# source: trained by eval/train/{script} on sentences written for dateline",
        "# licence: Apache-2.0",
        f"# date: {dt.datetime.now(tz=dt.UTC).date()}",
        f"# columns: {columns}",
        "what\tvalue",
    )
    lines = [*head, *("\t".join(each) for each in made)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
