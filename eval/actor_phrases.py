"""Own phrases for actors, with dates: does each resolve to the right state, code and holder.

The actor of a phrase is the one whose spans cover most of it. Right is the country (none for an
organisation, a company or a group of no state); for what is no actor, that nothing with a code is
found. The second figure asks for the whole code, the third for the holder's name where the gold has
one. `-v` lists the errors of the tune half.
"""

import datetime as dt
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from typing import NamedTuple

import dateline
from dateline import Actor, Report
from no_event import Row, rows
from split import Half, half

MARKED = re.compile(r"\[\[(.+?)\]\]")
NO_ACTOR = "-"
# Roles that a code without a state may begin with; all else that a code begins with is a state.
STATELESS = frozenset(["IGO", "BUS", "CRM", "REB", "UAF", "UNK", "SPY", "HAC", "SOC", "CVL", "PTY"])


class Case(NamedTuple):
    """A phrase, its half, what was found for it and what of that is right."""

    of: Half
    row: Row
    actor: Actor | None
    country: bool
    code: bool
    name: bool


def best(actors: tuple[Actor, ...], start: int, end: int) -> Actor | None:
    """Return the actor with a code whose spans cover most of a phrase, the first of equals."""

    def covered(actor: Actor) -> int:
        return max((min(end, s.end) - max(start, s.start) for s in actor.spans), default=0)

    actor = max((actor for actor in actors if actor.code), key=covered, default=None)
    return actor if actor and covered(actor) > 0 else None


def right_country(actor: Actor | None, code: str) -> bool:
    """Tell whether an actor's state is that of a gold code."""
    if actor is None or code == NO_ACTOR:
        return actor is None and code == NO_ACTOR
    first = code.split(maxsplit=1)[0]
    return actor.country == (None if first in STATELESS else first)


def right_code(actor: Actor | None, code: str) -> bool:
    """Tell whether an actor has a gold code; a role alone stands for any actor of that role."""
    if actor is None or code == NO_ACTOR:
        return right_country(actor, code)
    return actor.code == code or (code in STATELESS and actor.code.split(maxsplit=1)[0] == code)


def words(name: str) -> list[str]:
    """Return a name's words in lower case without marks."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return re.findall(r"[^\W\d_]+", "".join(c for c in plain if not unicodedata.combining(c)))


def same_name(found: str, gold: str) -> bool:
    """Tell whether one name is a part of the other, or surname and initial agree."""
    one, other = words(found), words(gold)
    if not one or not other:
        return not other
    shorter, longer = sorted((set(one), set(other)), key=len)
    return shorter <= longer or (one[-1] == other[-1] and one[0][0] == other[0][0])


@cache
def cases() -> tuple[Case, ...]:
    """Return all phrases with what was found for them."""
    found = []
    for row in rows("actors.tsv"):
        marked = MARKED.search(row["text"])
        if marked is None:
            raise ValueError(row["text"])
        text, start = MARKED.sub(r"\1", row["text"]), marked.start()
        report = Report.from_text(text, published=dt.date.fromisoformat(row["date"]))
        actor = best(dateline.extract(report).actors, start, start + len(row["phrase"]))
        codes = row["code"].split("|")
        found.append(
            Case(
                of=half(text),
                row=row,
                actor=actor,
                country=any(right_country(actor, code) for code in codes),
                code=any(right_code(actor, code) for code in codes),
                name=any(
                    same_name(actor.name if actor else "", name) for name in row["name"].split("|")
                ),
            )
        )
    return tuple(found)


def measure() -> dict[str, float]:
    """Return the accuracies of each half, in percent."""
    right: dict[str, list[bool]] = defaultdict(list)
    for case in cases():
        no = NO_ACTOR in case.row["code"].split("|")
        right[f"actors_{case.of}"].append(case.country)
        right[f"actors_{'none' if no else 'some'}_{case.of}"].append(case.country)
        right[f"actors_code_{case.of}"].append(case.code)
        if case.row["name"]:
            right[f"actors_name_{case.of}"].append(case.name)
    return {name: 100 * sum(some) / len(some) for name, some in sorted(right.items())}


def main() -> None:
    """Print the figures, and with `-v` the errors of the tune half."""
    for name, value in measure().items():
        print(f"{name}\t{value:.1f}")
    if "-v" not in sys.argv:
        return
    kinds: Counter[str] = Counter()
    for case in cases():
        if case.of == "tune" and not (case.country and case.code and case.name):
            kind = "country" if not case.country else "code" if not case.code else "name"
            kinds[kind] += 1
            found = f"{case.actor.code}, {case.actor.name}" if case.actor else NO_ACTOR
            gold = f"{case.row['code']}, {case.row['name']}"
            print(kind, case.row["date"], case.row["text"], f"{gold} not {found}", sep="\t")
    print(*kinds.most_common())


if __name__ == "__main__":
    main()
