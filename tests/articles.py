"""Reports of made-up acts, with the mentions that stand in them."""

import datetime as dt
import random

from dateline.model import Extraction, Report, Span, Tie

FIRST = dt.date(2019, 7, 1)
WORDS = [
    "export",
    "fishing",
    "hotline",
    "island",
    "chips",
    "court",
    "labour",
    "visas",
    "beef",
    "reactor",
    "satellite",
    "quota",
]
STATES = ["JPN", "KOR", "PER", "CHL"]


def article(make_mention, chance, number, earlier):
    """Return a report of made-up acts, its lines and mentions; some repeat an earlier report."""
    if earlier and chance.random() < 0.3:
        lines = [f"Printed by desk {number} of the harbour.", *chance.choice(earlier)[1:]]
    else:
        picked = [chance.sample(WORDS, 4) for _ in range(chance.randint(1, 4))]
        lines = [
            f"Report {number}.",
            *(f"They met over {' and '.join(p)} again." for p in picked),
        ]
    report = Report.from_text(
        "\n".join(lines),
        key=f"r{number}",
        publisher=f"Post {number % 5}",
        published=FIRST + dt.timedelta(number % 9),
    )
    mentions, at = [], len(lines[0]) + 1
    for line in lines[1:]:
        own = random.Random(line)
        sides = own.sample(STATES, own.choice((2, 2, 2, 3)))
        day = None if own.random() < 0.2 else FIRST + dt.timedelta(own.randint(0, 9))
        act = Span(report_id=report.id, start=at + 5, end=at + 8)
        tie = Tie(span=act, side="at", words=("met",)) if own.random() < 0.2 else None
        made = make_mention(
            sides[0],
            "+".join(sides[1:]),
            report=report.id,
            start=at,
            type=own.choice(("CONSULT", "ACCUSE")),
            day=None if tie else day,
            until=day and own.choice((None, None, FIRST + dt.timedelta(40))),
            action_spans=(act,),
            tie=tie,
            contexts=tuple(own.sample(("cyber", "military"), 1)),
            quad=own.choice((1, 3)),
            intensity=own.choice((0.1, -3.5, 7.7)),
            reciprocal=own.random() < 0.3,
        )
        mentions.append(made)
        at += len(line) + 1
    return report, lines, Extraction(mentions=tuple(mentions))
