"""What a sentence claims that one did to another."""

import hashlib

from dateline.model.base import Noun, Quad, Reason, Scope, Span, Status
from dateline.model.report import Actor, Place, Statement, Time


class Detail(Noun, frozen=True):
    """One further value of a mention, with the words that give it.

    `field` is one of: sector (code in data/sectors.tsv), incident (name of a cyber incident),
    duration (TIMEX3), number ("35 diplomats"), condition, consequence, topic (row of
    data/plover/topics.tsv), about (the words of what the act is about).
    """

    field: str
    value: str
    span: Span


class Coding(Noun, frozen=True):
    """What a sentence says `source` did to `target`, in PLOVER's terms.

    `event_type` is a PLOVER root or empty (no event); `quad` 1 verbal cooperation, 2 material
    cooperation, 3 verbal conflict, 4 material conflict; `intensity` is on the Goldstein range
    (-10 to 10; Goldstein 1992).
    """

    event_type: str
    mode: str = ""
    contexts: tuple[str, ...] = ()
    quad: Quad | None = None
    intensity: float = 0.0
    status: Status = "happened"
    reasons: tuple[Reason, ...] = ()


class Tie(Noun, frozen=True):
    """An event that a mention is dated by and that its own report does not date.

    `span` is the expression ("two days after the summit"). The mention lies `steps` of `unit` (D,
    W, M, Y; negative: before) from that event, or, without a unit, on its `side`: at (its days),
    after (from it on), eve, next (the day before it, after it). `words` are the stems that name
    the event, that of the act first.
    """

    span: Span
    side: str
    words: tuple[str, ...]
    steps: int = 0
    unit: str = ""


class Mention(Noun, frozen=True, kw_only=True):
    """One sentence's claim that `source` did an action to `target` at a time and place.

    `reciprocal`: the event has two sides and no direction; then both sides stand in `source` and
    `target` in code order. `historical`: background, not this report's news.
    `according_to` is the speaker whose claim it is, or None for the report's own voice. `tie` is
    set where another event dates it that only other reports may date: a record that knows the
    event's days gives `time` by it, with the sentence that dates the event as its anchor.
    `scope`: between, two states, organisations or named groups, or one of them with words to the
    world; within, two actors of one state; open, a side that the text describes and that is no
    known actor (its words in the spans; an actor of a role alone, or none). A record keeps every
    mention and makes events of those between.
    """

    id: str
    event_type: str
    mode: str = ""
    contexts: tuple[str, ...] = ()
    quad: Quad | None = None
    intensity: float = 0.0
    status: Status = "happened"
    reasons: tuple[Reason, ...] = ()
    source: tuple[Actor, ...] = ()
    target: tuple[Actor, ...] = ()
    reciprocal: bool = False
    historical: bool = False
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    action_spans: tuple[Span, ...] = ()
    time: Time | None = None
    tie: Tie | None = None
    place: Place | None = None
    according_to: Actor | None = None
    details: tuple[Detail, ...] = ()
    scope: Scope = "between"
    evidence: Span


class Extraction(Noun, frozen=True):
    """All that one report yields."""

    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[Time, ...] = ()
    actors: tuple[Actor, ...] = ()


def mention_id(evidence: Span, action: int, event_type: str, codes: tuple[str, ...]) -> str:
    """Return a stable id of a mention: its report, sentence, action word, type and actors."""
    parts = (evidence.report_id, str(evidence.start), str(action), event_type, *codes)
    return "m" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:15]
