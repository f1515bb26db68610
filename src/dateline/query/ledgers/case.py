"""One cyber incident as its events, each in its role."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.model import Event
from dateline.query.ledgers.common import is_guess, parties_of, values_of
from dateline.query.ledgers.denials import is_denial

ATTACKS, ACCUSALS, DENIALS = ("COERCE", "ASSAULT"), ("ACCUSE",), ("REJECT",)
# Ways of coercion that computers are the means of; an arrest of hackers is none.
MODES = frozenset({"", "cyber", "withhold", "misinformation"})
RESPONSES = ("SANCTION", "THREATEN", "COOPERATE", "RETREAT", "AID", "CONSULT", "AGREE", "REQUEST")
TYPES = (*ATTACKS, *ACCUSALS, *DENIALS, *RESPONSES)


class Sides(NamedTuple):
    """What the events of an incident tell, read once however often it is asked.

    `authors`: who did it, or is said to have; `victims`: who was hit, or those that accuse where no
    attack is told; `concerned`: the victims and all that accuse. `main`: the attacks and the
    accusations; `sure`: these, and the answers that name it. `first` and `last`: the first day of
    the earliest of the main events, and of the latest of the sure ones.
    """

    authors: frozenset[str]
    victims: frozenset[str]
    concerned: frozenset[str]
    main: tuple[Event, ...]
    sure: tuple[Event, ...]
    first: dt.date | None
    last: dt.date | None


@dataclass
class Case:
    """The events of one incident, by role; `name` is empty where no report names it."""

    name: str = ""
    attacks: list[Event] = field(default_factory=list)
    accusations: list[Event] = field(default_factory=list)
    denials: list[Event] = field(default_factory=list)
    responses: list[Event] = field(default_factory=list)
    read: tuple[object, Sides] | None = field(default=None, repr=False, compare=False)

    def copied(self) -> "Case":
        """Return one that can be added to, while this stays as it is."""
        return Case(
            self.name, [*self.attacks], [*self.accusations], [*self.denials], [*self.responses]
        )

    def sides(self) -> Sides:
        """Return what its events tell."""
        lists = (self.attacks, self.accusations, self.denials, self.responses)
        state = (self.name, *map(len, lists))
        if self.read is None or self.read[0] != state:
            self.read = state, self.told()
        return self.read[1]

    def told(self) -> Sides:
        """Read what its events tell."""
        main = (*self.attacks, *self.accusations)
        answers = (*self.denials, *self.responses)
        sure = (*main, *(e for e in answers if self.name in values_of(e, "incident")))
        by = {p for e in self.accusations for p in parties_of(e.source)}
        hit = {p for e in self.attacks for p in parties_of(e.target)} or by
        codes = [c for e in self.attacks for c in e.source]
        named = [c for e in self.accusations for c in e.target]
        return Sides(
            authors=frozenset(parties_of((*codes, *named))),
            victims=frozenset(hit),
            concerned=frozenset(hit | by),
            main=main,
            sure=sure,
            first=min((e.start for e in main if e.start), default=None),
            last=max((e.start for e in sure if e.start), default=None),
        )

    def authors(self) -> frozenset[str]:
        """Return the parties that did it, or are said to have."""
        return self.sides().authors

    def victims(self) -> frozenset[str]:
        """Return the parties that were hit; those that accuse, where no attack is told."""
        return self.sides().victims

    def concerned(self) -> frozenset[str]:
        """Return the parties that were hit, and those that accuse."""
        return self.sides().concerned

    def main(self) -> tuple[Event, ...]:
        """Return the attacks and the accusations."""
        return self.sides().main

    def sure(self) -> tuple[Event, ...]:
        """Return the attacks, the accusations, and the answers that name the incident."""
        return self.sides().sure


def put(case: Case, event: Event) -> None:
    """Add an event to an incident, by its role there."""
    if is_denial(event):
        case.denials.append(event)
    elif is_accusation(event):
        case.accusations.append(event)
    elif is_attack(event):
        case.attacks.append(event)
    elif event.event_type in RESPONSES or (
        event.event_type in ATTACKS and event.status != "denied"
    ):
        # An act of force that is no attack answers one: an arrest of the hackers, say.
        case.responses.append(event)


def is_attack(event: Event) -> bool:
    """Tell whether an event is an attack on computers that somebody reports, and none denied."""
    if event.event_type not in ATTACKS or event.status == "denied" or event.mode not in MODES:
        return False
    if is_guess(event):
        return False
    return event.mode == "cyber" or "cyber" in event.contexts or bool(values_of(event, "incident"))


def is_accusation(event: Event) -> bool:
    """Tell whether an event accuses."""
    return event.event_type in ACCUSALS and not is_denial(event)
