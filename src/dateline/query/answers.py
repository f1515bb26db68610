"""What answers an event and what it answers: accusation and denial, threat and deed, and so on."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from typing import NamedTuple

from dateline.data import table, values
from dateline.model import Event, Noun
from dateline.query.ledgers.agreements import MADE, follow, is_made
from dateline.query.ledgers.common import parties_of, shifted, sides, told, values_of
from dateline.query.ledgers.denials import answers as denies
from dateline.query.ledgers.denials import is_denial
from dateline.query.ledgers.red_lines import TYPES, crosses, is_red_line
from dateline.query.ledgers.steps import BREACHES, STEPS, Promise
from dateline.query.ledgers.tellings import telling
from dateline.query.query import Query
from dateline.query.timeline import timeline
from dateline.store.database import Database

# How long after an agreement its steps are looked for: New START was extended within a week,
# dialogues met within six weeks, ambassadors were back within ten days.
LATER = dt.timedelta(days=730)
# Stems that an answer in another report shares with what it answers; one may be chance.
SHARED = 2
# Events looked through for one question, nearest first, and pairs of parties asked about.
MOST, PAIRS = 300, 6
# Answers shown of one kind.
SHOWN = 12


class Rule(NamedTuple):
    """Events of `type` are answered by those of `replies`.

    `back`: by the other side, else by the same, within so long. `after` and `before`: the words for
    it, seen from what is answered and from the answer.
    """

    type: str
    replies: tuple[str, ...]
    back: bool
    within: dt.timedelta
    after: str
    before: str


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of `data/ledgers/answers.tsv`."""
    return tuple(
        Rule(
            row["type"], values(row["replies"]), row["way"] == "back",
            dt.timedelta(days=int(row["days"])), row["after"], row["before"],
        )
        for row in table("ledgers/answers")
    )  # fmt: skip


class Answer(Noun, frozen=True):
    """Events that stand to another in one way, by date; `more`: how many are not among them."""

    how: str
    events: tuple[Event, ...]
    more: int = 0


def answers(db: Database, event: Event) -> list[Answer]:
    """Return what answers an event, and what it may be an answer to."""
    if event.start is None or event.end is None:
        return []
    found = [*of_rules(db, event), *of_agreement(db, event), *of_red_line(db, event)]
    kept: dict[str, dict[str, Event]] = {}
    for how, events in found:
        kept.setdefault(how, {}).update((one.id, one) for one in events)
    return [
        Answer(how=how, events=tuple(seen.values())[:SHOWN], more=max(0, len(seen) - SHOWN))
        for how, seen in kept.items()
        if seen
    ]


Found = Iterator[tuple[str, list[Event]]]


def of_rules(db: Database, event: Event) -> Found:
    """Yield what the rules say of an event."""
    for rule in rules():
        if event.event_type == rule.type:
            later = [o for o in near(db, event, rule.replies, rule.within) if turns(event, o, rule)]
            yield rule.after, [other for other in later if relates(event, other)]
        if event.event_type in rule.replies:
            earlier = near(db, event, (rule.type,), -rule.within)
            before = [other for other in earlier if turns(other, event, rule)]
            yield rule.before, [other for other in before if relates(other, event)]


def of_agreement(db: Database, event: Event) -> Found:
    """Yield the later steps and breaches of an agreement."""
    if event.event_type in MADE and is_made(event):
        later = near(db, event, (*STEPS, *BREACHES), LATER)
        own = (one for one in later if sides(one) <= sides(event))
        made = follow(Promise((telling(db, event),)), [telling(db, one) for one in own])
        yield "What came of it", list(made.steps)
        yield "Who said that it was broken", list(made.breaches)


def of_red_line(db: Database, event: Event) -> Found:
    """Yield the incidents since, in what a red line protects."""
    if event.event_type in TYPES and is_red_line(event):
        by, protected = parties_of(event.source), values_of(event, "sector")
        attacks = [
            attack
            for party in by[:PAIRS]
            for attack in islice(timeline(db, since(event, party)), MOST)
        ]
        crossed = [one for one in attacks if crosses(one, event, by, protected)]
        yield "Incidents since, in what it protects", crossed


def since(event: Event, party: str) -> Query:
    """Return the query for cyber attacks that a party had a part in since an event."""
    return Query(
        actor=party, start=event.end, about=("cyber",), type=("COERCE", "ASSAULT"), limit=MOST
    )


def near(
    db: Database, event: Event, types: tuple[str, ...], within: dt.timedelta
) -> Iterator[Event]:
    """Yield events of the same parties within so long after an event, or before it, by date."""
    if event.start is None or event.end is None:
        return
    first, last = (event.start, shifted(event.end, within))
    if within < dt.timedelta(0):
        first, last = shifted(event.start, within), event.end
    seen = {event.id}
    pairs = product(parties_of(event.source), parties_of(event.target))
    for pair in islice(sorted({tuple(sorted(p)) for p in pairs if p[0] != p[1]}), PAIRS):
        asked = Query(between=pair, type=types, start=first, end=last, limit=MOST)
        for other in timeline(db, asked):
            if other.id not in seen:
                seen.add(other.id)
                yield other


def turns(event: Event, reply: Event, rule: Rule) -> bool:
    """Tell whether a reply goes the way that a rule says, and not before what it replies to."""
    if event.start is None or reply.end is None or reply.end < event.start:
        return False
    doers = parties_of(event.target if rule.back else event.source)
    return bool(set(doers) & set(parties_of(reply.source)))


def relates(event: Event, reply: Event) -> bool:
    """Tell whether a reply is about the same: one report, one incident, or words that they share.

    An accusation is answered as the ledger of accusations has it.
    """
    if event.event_type == "ACCUSE" and is_denial(reply):
        return denies(reply, event)
    named, here = set(values_of(event, "incident")), set(values_of(reply, "incident"))
    if named and here:
        return bool(named & here)
    if set(event.reports) & set(reply.reports):
        return True
    return len(told(event) & told(reply)) >= SHARED
