"""Records of as many mentions as are asked for, without parsing; the same for a seed.

Pairs of states are drawn by Zipf's law, so that the first has about a sixth of all mentions; their
acts come in bursts of days; an act is told by one report or by hundreds, some of them years later;
one report in seven is printed again by others. Sentences are whole English ones about made-up
words (`newsroom`), and each span and detail stands where its words do.
"""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from dateline.data import table, values
from dateline.model import Actor, Detail, Extraction, Mention, Place, Report, Span, Time, mention_id
from dateline.model.base import Granularity
from newsroom import Newsroom, drawn, zipf

FIRST, DAYS = dt.date(2004, 1, 1), 365 * 20
PAIRS = 2000
OUTLETS = 300
BURST = 4.0  # days from the middle of a burst, on average
TOLD = 1.15  # exponent of Pareto's law of how many mentions an act has
MOST = 400  # mentions of one act
LOOKED_BACK = 0.06  # share of mentions that look back at an act months or years later
GUESSED = 0.2  # share of other mentions that no word dates
COPIED = 0.15  # share of reports that others print again


class Act(NamedTuple):
    """One thing that a state did to another."""

    pair: int
    row: dict[str, str]
    turned: bool
    day: dt.date
    place: dict[str, str]
    about: tuple[str, ...]
    number: int


class Telling(NamedTuple):
    """An act, told by a report so many days later, with its date as fine as the report gives it.

    `guess`: the report gives none, and its own stands for it.
    """

    act: Act
    late: int
    grain: Granularity
    guess: bool = False


@cache
def acts() -> tuple[tuple[dict[str, str], ...], list[float]]:
    """Return the kinds of acts and their cumulated shares."""
    lines = (Path(__file__).parent / "acts.tsv").read_text("utf-8").splitlines()
    names, *rows = (line.split("\t") for line in lines if line[0] != "#")
    made = tuple(dict(zip(names, row, strict=True)) for row in rows)
    whole, sums = sum(float(row["share"]) for row in made), 0.0
    shares = [sums := sums + float(row["share"]) / whole for row in made]
    return made, shares


class World:
    """Makes reports with their mentions."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - test data, no secret
        self.words = Newsroom(seed).vocabulary
        states = [s for s in table("states")
                  if s["un"] == "member" and s["capital"] and not s["until"]]  # fmt: skip
        self.pairs = [tuple(self.chance.sample(states, 2)) for _ in range(PAIRS)]
        self.weights = zipf(PAIRS)
        self.bursts = [
            [self.chance.randrange(DAYS) for _ in range(self.chance.randint(2, 120))]
            for _ in range(PAIRS)
        ]

    def act(self) -> Act:
        """Return a thing that was done."""
        chance, (rows, shares) = self.chance, acts()
        pair = drawn(self.weights, chance)
        middle = chance.choice(self.bursts[pair])
        away = int(chance.expovariate(1 / BURST)) * chance.choice((-1, 1))
        return Act(
            pair=pair,
            row=rows[drawn(shares, chance)],
            turned=chance.random() < 0.5,  # noqa: PLR2004 - one way as often as the other
            day=FIRST + dt.timedelta(min(max(middle + away, 0), DAYS)),
            place=chance.choice(self.pairs[pair]),
            about=tuple(chance.choices(self.words, k=4)),
            number=chance.randint(2, 99),
        )

    def tellings(self, count: int) -> dict[tuple[int, int], list[Telling]]:
        """Return so many tellings of acts, by pair and by day of the report."""
        found: dict[tuple[int, int], list[Telling]] = defaultdict(list)
        while count > 0:
            act = self.act()
            size = min(MOST, count, int(self.chance.paretovariate(TOLD)))
            count -= size
            for _ in range(size):
                told = self.telling(act)
                found[act.pair, act.day.toordinal() + told.late].append(told)
        return found

    def telling(self, act: Act) -> Telling:
        """Return how one report tells of an act."""
        draw = self.chance.random()
        if draw < LOOKED_BACK:
            coarse: tuple[Granularity, ...] = ("day", "month", "year")
            return Telling(act, self.chance.randint(40, 1500), self.chance.choice(coarse))
        late = self.chance.choices((0, 1, 2, 5), (60, 30, 7, 3))[0]
        if self.chance.random() < GUESSED:
            return Telling(act, late, "day", guess=True)
        return Telling(act, late, self.chance.choices(("day", "month", "unknown"), (90, 6, 4))[0])

    def reports(self, count: int) -> Iterator[tuple[str, Report, Extraction]]:
        """Yield reports, with the key of that which they copy (their own: none), and mentions.

        There are about `count` mentions in all, those of copies included.
        """
        chance = self.chance
        number = 0
        for (_, day), told in sorted(self.tellings(int(count / COPYING)).items(), key=by_key):
            chance.shuffle(told)
            left = iter(told)
            while here := list(islice(left, chance.randint(1, 6))):
                texts = [self.sentence(one) for one in here]
                times = 1 if chance.random() > COPIED else chance.randint(2, 4)
                first = f"generated-{number + 1:07}"
                for copy in range(times):
                    number += 1
                    yield first, *self.report(number, day, here, texts, copy)

    def report(
        self, number: int, day: int, told: list[Telling], texts: list[str], copy: int
    ) -> tuple[Report, Extraction]:
        """Return one report and what it yields; a copy has a line of its own before the text."""
        head = f"Printed by our {self.chance.choice(self.words)} desk.\n\n" if copy else ""
        published = dt.date.fromordinal(day + copy // 2)
        made = Report.from_text(
            head + " ".join(texts), published=published, language="en",
            publisher=f"Outlet {self.chance.randrange(OUTLETS)}", key=f"generated-{number:07}",
        )  # fmt: skip
        at, found = len(head), []
        for one, text in zip(told, texts, strict=True):
            found.append(
                self.mention(
                    one, text, Span(report_id=made.id, start=at, end=at + len(text)), published
                )
            )
            at += len(text) + 1
        return made, Extraction(mentions=tuple(found))

    def sentence(self, told: Telling) -> str:
        """Return a sentence that tells of an act, about three of its four words."""
        act, chance = told.act, self.chance
        a, b = self.sides(act)
        about = [*chance.sample(act.about, 3), chance.choice(self.words)]
        when = {
            "day": f"on {act.day:%B} {act.day.day}, {act.day.year}",
            "month": f"in {act.day:%B %Y}",
            "year": f"in {act.day.year}",
        }
        return act.row["words"].format(
            a=a["name"], b=b["name"], place=values(act.place["capital"])[0],
            about=f"the {about[0]} {about[1]} of {about[2]} and {about[3]}",
            n=act.number if chance.random() < 0.9 else act.number + 1,  # noqa: PLR2004 - some err
            when="again" if told.guess else when.get(told.grain, "once more"),
        )  # fmt: skip

    def sides(self, act: Act) -> tuple[dict[str, str], dict[str, str]]:
        """Return the rows of the states that act and are acted on."""
        a, b = self.pairs[act.pair]
        return (b, a) if act.turned else (a, b)

    def mention(self, told: Telling, text: str, evidence: Span, published: dt.date) -> Mention:
        """Return the mention that a sentence holds."""
        act = told.act
        a, b = self.sides(act)
        spans = [at(evidence, text, words) for words in (a["name"], b["name"], act.row["act"])]
        one, two = (
            Actor(
                code=s["code"] + " GOV",
                country=s["code"],
                name=s["name"],
                role="GOV",
                spans=(span,),
            )
            for s, span in zip((a, b), spans, strict=False)
        )
        both = act.row["both"] == "1"
        sides = tuple(sorted((one, two), key=lambda actor: actor.code))
        place = values(act.place["capital"])[0]
        return Mention(
            id=mention_id(evidence, evidence.start, act.row["type"], (one.code, two.code)),
            event_type=act.row["type"],
            mode=act.row["mode"],
            source=sides if both else (one,),
            target=sides if both else (two,),
            reciprocal=both,
            historical=told.late > 30,  # noqa: PLR2004 - what is a month old is no news
            source_spans=(spans[0],),
            target_spans=(spans[1],),
            action_spans=(spans[2],),
            time=time(told, evidence, published),
            place=Place(name=place, country=act.place["code"], span=at(evidence, text, place))
            if place in text
            else None,
            details=tuple(details(evidence, text)),
            according_to=one if act.row["act"] == "blamed" else None,
            evidence=evidence,
        )


# Reports of `COPIED` are printed twice to four times: mentions for each that is told first.
COPYING = 1 + 2 * COPIED


def by_key(item: tuple[tuple[int, int], list[Telling]]) -> tuple[int, int]:
    """Return the key of an item."""
    return item[0]


def at(evidence: Span, text: str, words: str) -> Span:
    """Return where words stand."""
    start = evidence.start + text.index(words)
    return Span(report_id=evidence.report_id, start=start, end=start + len(words))


def details(evidence: Span, text: str) -> Iterator[Detail]:
    """Yield what a sentence is about, and its number."""
    start = text.index("the ", text.index(" ") + 4) if " the " in text[4:] else 0
    words = " ".join(text[start:].split(" ")[:6]).rstrip(".,")
    yield Detail(field="about", value=words, span=at(evidence, text, words))
    number = next((word for word in text.split() if word.isdigit() and len(word) <= 2), "")  # noqa: PLR2004 - no year
    if number:
        yield Detail(field="number", value=number, span=at(evidence, text, number))


def time(told: Telling, evidence: Span, published: dt.date) -> Time | None:
    """Return the time that a report gives an act."""
    if told.grain == "unknown":
        return None
    guess = told.guess
    first = published if guess else told.act.day
    last, edtf = first, first.isoformat()
    if told.grain == "month":
        first, edtf = first.replace(day=1), f"{first:%Y-%m}"
        last = (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
    elif told.grain == "year":
        first, last, edtf = (
            first.replace(month=1, day=1),
            first.replace(month=12, day=31),
            f"{first.year}",
        )
    return Time(
        span=evidence, timex_type="DATE", timex_value=edtf, earliest=first, latest=last,
        granularity=told.grain, approximate=guess, edtf=edtf,
        basis="publication" if guess else "explicit", reason="told" if not guess else "published",
    )  # fmt: skip
