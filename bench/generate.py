"""Reports made of sentence templates, for measuring speed and memory; the same for a seed."""

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

from dateline.data import table, values
from dateline.model import Report

TEMPLATES = (Path(__file__).parent / "templates.txt").read_text("utf-8").splitlines()
TOPICS = (
    "trade in grain", "fishing rights", "cyber attacks on hospitals", "the border crossing",
    "missile tests", "a prisoner exchange", "gas deliveries", "nuclear inspections",
)  # fmt: skip
SECTORS = ("energy", "banking", "water", "telecommunications", "health")
INCIDENTS = ("the attack on the power grid", "the theft of election data", "a wave of ransomware")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
MONTHS = ("January", "March", "April", "June", "September", "November")


def reports(count: int, seed: int = 1, sentences: int = 18) -> Iterator[Report]:
    """Yield generated reports of about `sentences` sentences (20 words each), as a stream."""
    states = [
        row
        for row in table("states")
        if row["un"] == "member" and row["adjectives"] and row["capital"]
    ]
    chance = random.Random(seed)  # noqa: S311 - test data, no secret
    for number in range(count):
        yield report(number, states, chance, sentences)


def report(
    number: int, states: list[dict[str, str]], chance: random.Random, sentences: int
) -> Report:
    """Return one generated report."""
    a, b = chance.sample(states, 2)
    words = {
        "a": a["name"],
        "b": b["name"],
        "aj": values(a["adjectives"])[0],
        "bj": values(b["adjectives"])[0],
        "city": values(a["capital"])[0],
    }
    lines = []
    for _ in range(sentences):
        free = {
            "topic": chance.choice(TOPICS),
            "sector": chance.choice(SECTORS),
            "incident": chance.choice(INCIDENTS),
            "weekday": chance.choice(WEEKDAYS),
            "month": chance.choice(MONTHS),
            "day": str(chance.randint(1, 28)),
            "year": str(chance.randint(1990, 2019)),
            "n": str(chance.randint(2, 99)),
        }
        lines.append(chance.choice(TEMPLATES).format(**words, **free))
    paragraphs = (" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3))
    day = dt.date(2020, 1, 1) + dt.timedelta(days=chance.randint(0, 700))
    return Report.from_text(
        "\n\n".join(paragraphs), published=day, publisher=f"Outlet {number % 40}",
        language="en", key=f"generated-{number:06}",
    )  # fmt: skip
