"""One value to show of each field, with every value that was seen."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.link.candidate import Candidate
from dateline.model import Granularity, Status, Time, Value

# How far each basis of a date is to be trusted, best first.
BASES = ("explicit", "event", "dateline", "narrative", "publication")
PRECISION: tuple[Granularity, ...] = (
    "second", "minute", "hour", "daypart", "day", "weekend", "week", "month", "quarter", "season",
    "half", "year", "decade", "century", "range", "unknown",
)  # fmt: skip
# A thing that happened was planned before; what is only threatened has not happened.
STATUSES: tuple[Status, ...] = (
    "happened", "ongoing", "planned", "threatened", "conditional", "denied", "negated",
    "hypothetical",
)  # fmt: skip


# Why a value is shown where others are given too.
MOST = "most voices give it"
PARTY = "as many voices give another; a party to it says so itself"
FIRST = "as many voices give another; the first in order"
WHY = {
    "date": "the finest that a report's own words give, of equals that of most voices",
    "status": "the furthest that any report tells",
}


@dataclass(slots=True)
class Support:
    """Who gives a value: the mentions, and the voices they stand for, all and by side.

    `newsrooms`: the voices, those of one publisher as one.
    """

    mentions: list[str] = field(default_factory=list)
    voices: set[str] = field(default_factory=set)
    newsrooms: set[str] = field(default_factory=set)
    by: dict[str, set[str]] = field(default_factory=dict)

    def add(self, candidate: Candidate) -> None:
        """Count a mention."""
        self.mentions.append(candidate.mention.id)
        self.voices.add(candidate.voice)
        self.newsrooms.add(next(filter(None, candidate.publishers), candidate.voice))

    @property
    def party(self) -> bool:
        """Whether a party to the event says so itself."""
        return any(self.by)


Pairs = Iterable[tuple[str, Candidate]]


def supports(pairs: Pairs) -> dict[str, Support]:
    """Collect the support of each value, values in the order they are first seen."""
    found: dict[str, Support] = {}
    for value, candidate in pairs:
        if value:
            if value not in found:
                found[value] = Support()
            found[value].add(candidate)
    return found


def values(name: str, pairs: Pairs, sides: frozenset[str], shown: str = "") -> list[Value]:
    """Return every value of a field with its support, the shown one first.

    That is the one that most voices give where `shown` names none, those of one publisher counted
    once, and of several that which a party gives itself. `sides` are the parties to the event:
    their own voices are told apart from those of others.
    """
    told = list(pairs)
    found = supports(told)
    for value, candidate in told:
        if value:
            side = candidate.side if candidate.side in sides else ""
            found[value].by.setdefault(side, set()).add(candidate.voice)
    why = WHY.get(name, "") if shown else ""
    ranked = sorted(found.items(), key=lambda item: (item[0] != shown, *worse(*item)))
    if ranked and not why:
        best = ranked[0][1]
        rivals = [one for _, one in ranked[1:] if len(one.newsrooms) == len(best.newsrooms)]
        apart = best.party and not any(one.party for one in rivals)
        why = (PARTY if apart else FIRST) if rivals else MOST
    return [
        Value(
            field=name,
            value=value,
            mentions=tuple(sorted(support.mentions)),
            voices=len(support.voices),
            shown=n == 0,
            by=tuple((side, len(voices)) for side, voices in sorted(support.by.items())),
            why=why if n == 0 and len(ranked) > 1 else "",
        )
        for n, (value, support) in enumerate(ranked)
    ]


def worse(value: str, support: Support) -> tuple[int, bool, str]:
    """Return a sort key by which what most voices give comes first, then a party's, then order."""
    return -len(support.newsrooms), not support.party, value


def day_of(time: Time) -> str:
    """Return a date's value as it is shown and compared."""
    return time.edtf or f"{time.earliest}/{time.latest}"


def best_time(members: list[Candidate]) -> Time | None:
    """Return the time to show: one that a report gives, finest, best basis, most voices, earliest.

    A day that rests on nothing but when a report was published yields to any that is told.
    """
    timed = [c for c in members if c.window]
    found = supports((day_of(c.mention.time), c) for c in timed if c.mention.time)

    def rank(candidate: Candidate) -> tuple[bool, int, int, int, str]:
        time = candidate.mention.time
        if time is None:  # never: filtered above; tells the type checker so
            return (True, 9, 9, 0, "")
        value = day_of(time)
        return (
            is_guess(time),
            PRECISION.index(time.granularity),
            BASES.index(time.basis),
            -len(found[value].voices),
            value,
        )

    best = min(timed, key=rank, default=None)
    return best.mention.time if best else None


def is_guess(time: Time | None) -> bool:
    """Tell whether a date rests only on when the report was published, with no word of its own."""
    if time is None:
        return True
    no_word = time.basis in {"publication", "dateline"} and time.granularity == "day"
    return no_word and time.approximate


def status_of(members: list[Candidate]) -> Status:
    """Return the status to show: the furthest that any voice tells."""
    return min((c.mention.status for c in members), key=STATUSES.index)
