"""One cyber incident as its events, each in its role."""

from dataclasses import dataclass, field

from dateline.model import Event
from dateline.query.ledgers.common import parties_of, values_of
from dateline.query.ledgers.denials import is_denial

ATTACKS, ACCUSALS, DENIALS = ("COERCE", "ASSAULT"), ("ACCUSE",), ("REJECT",)
# Ways of coercion that computers are the means of; an arrest of hackers is none.
MODES = frozenset({"", "cyber", "withhold", "misinformation"})
RESPONSES = ("SANCTION", "THREATEN", "COOPERATE", "RETREAT", "AID", "CONSULT", "AGREE", "REQUEST")
TYPES = (*ATTACKS, *ACCUSALS, *DENIALS, *RESPONSES)


@dataclass
class Case:
    """The events of one incident, by role; `name` is empty where no report names it."""

    name: str = ""
    attacks: list[Event] = field(default_factory=list)
    accusations: list[Event] = field(default_factory=list)
    denials: list[Event] = field(default_factory=list)
    responses: list[Event] = field(default_factory=list)

    def authors(self) -> set[str]:
        """Return the parties that did it, or are said to have."""
        codes = [c for e in self.attacks for c in e.source]
        return set(parties_of((*codes, *(c for e in self.accusations for c in e.target))))

    def victims(self) -> set[str]:
        """Return the parties that were hit; those that accuse, where no attack is told."""
        hit = {p for e in self.attacks for p in parties_of(e.target)}
        return hit or {p for e in self.accusations for p in parties_of(e.source)}

    def concerned(self) -> set[str]:
        """Return the parties that were hit, and those that accuse."""
        return self.victims() | {p for e in self.accusations for p in parties_of(e.source)}

    def main(self) -> list[Event]:
        """Return the attacks and the accusations."""
        return [*self.attacks, *self.accusations]

    def sure(self) -> list[Event]:
        """Return the attacks, the accusations, and the answers that name the incident."""
        answers = (*self.denials, *self.responses)
        return [*self.main(), *(e for e in answers if self.name in values_of(e, "incident"))]


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
    return event.mode == "cyber" or "cyber" in event.contexts or bool(values_of(event, "incident"))


def is_accusation(event: Event) -> bool:
    """Tell whether an event accuses."""
    return event.event_type in ACCUSALS and not is_denial(event)
