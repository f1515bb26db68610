"""What humans decided of a record, and what a build did."""

from dateline.model.base import DecisionKind, Noun, Reason


class Decision(Noun, frozen=True):
    """A human's word on events, append-only. `mentions`: the mention ids it is about."""

    seq: int
    kind: DecisionKind
    mentions: tuple[str, ...]
    who: str
    when: str
    field: str = ""
    value: str = ""
    why: str = ""


class LeftOut(Noun, frozen=True):
    """Something a stage left out, and why. `reason` begins with an error or skip code."""

    item: str
    reason: str


class Warned(Noun, frozen=True):
    """Something to know of a report that was read: dates that disagree, garbling, an altered copy.

    `report` is its key; `reason.feature` says what it is, `reason.detail` how that shows.
    """

    report: str
    reason: Reason


class Summary(Noun, frozen=True):
    """What a build did; the counts are of the whole record after it.

    `aside`: how many of the mentions are of no event, as they are not between states (their scope
    is within or open).
    """

    reports: int
    voices: int
    mentions: int
    statements: int
    events: int
    aside: int = 0
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[Warned, ...] = ()
