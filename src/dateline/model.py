"""The nouns of a record: frozen, slotted, typed; one word each, used everywhere.

Offsets are code points into a report's text. Dates are `datetime.date`. Codes of states are
ISO 3166-1 alpha-3; event types are PLOVER's; time values are TIMEX3 and EDTF; grades follow the
Admiralty scale (NATO AJP-2.1: reliability A-F, credibility 1-6).
"""

import datetime as dt
import hashlib
from typing import Literal

import msgspec

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "second", "minute", "hour", "daypart", "day", "weekend", "week", "month", "quarter", "season",
    "half", "year", "decade", "century", "range", "unknown",
]  # fmt: skip
Basis = Literal["explicit", "publication", "narrative", "event", "dateline"]
Status = Literal[
    "happened", "ongoing", "planned", "threatened", "conditional", "hypothetical", "denied",
    "negated",
]  # fmt: skip
StatementKind = Literal["direct", "indirect", "mixed"]
Quad = Literal[1, 2, 3, 4]
Scope = Literal["between", "within", "open"]
DecisionKind = Literal["accept", "reject", "merge", "split", "edit", "undo"]


class Noun(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every noun: immutable, hashable where its fields are, JSON by field name."""


class Span(Noun, frozen=True, order=True):
    """Code points `start` to `end` (exclusive) of the text of the report `report_id`."""

    report_id: str
    start: int
    end: int


class Reason(Noun, frozen=True):
    """Why a value is as it is: the feature that spoke, what it saw, its weight if it has one."""

    feature: str
    detail: str = ""
    weight: float | None = None


class Report(Noun, frozen=True):
    """One article: its clean text and what is known of its origin.

    `id` is a hash of `text`, so exact copies share it; `key` is the name users see.
    """

    id: str
    key: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    byline: str = ""
    published: dt.date | None = None
    language: str = ""
    warnings: tuple[Reason, ...] = ()

    @classmethod
    def from_text(
        cls,
        text: str,
        title: str = "",
        published: dt.date | None = None,
        publisher: str = "",
        url: str = "",
        language: str | None = None,
        *,
        key: str = "",
        byline: str = "",
        warnings: tuple[Reason, ...] = (),
    ) -> "Report":
        """Make a report of `text` exactly as given, so that offsets refer to the caller's text.

        `language` is an ISO 639-1 code, or None for "not identified". `key` defaults to the id.
        """
        digest = text_id(text)
        return cls(
            id=digest,
            key=key or digest,
            text=text,
            title=title,
            publisher=publisher,
            url=url,
            byline=byline,
            published=published,
            language=language or "",
            warnings=warnings,
        )


class Time(Noun, frozen=True):
    """A time expression and what it means.

    `earliest` and `latest` are the first and last possible day, both inclusive, or None where the
    expression places nothing on the calendar (a duration, a set). `edtf` is Extended Date/Time
    Format level 1 or 2 (Library of Congress, ISO 8601-2), empty where it has none. `basis` says
    what the value rests on, `reason` says it in words. `anchor` is the span of the event or the
    time that an expression is relative to.
    """

    span: Span
    timex_type: TimexType
    timex_value: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    granularity: Granularity = "unknown"
    approximate: bool = False
    edtf: str = ""
    basis: Basis = "explicit"
    reason: str = ""
    anchor: Span | None = None


class Actor(Noun, frozen=True):
    """A state, office, organisation, person or group.

    `code`: alpha-3, then role (`RUS`, `RUS GOV`, `USA MIL`); without a state, role then name
    (`IGO NATO`, `CRM DARKSIDE`). `country`: alpha-3 of the state it belongs to, or None; a group
    is never given its suspected sponsor's country. `role`: PLOVER actor role (`GOV`, `MIL`, ...)
    or empty for a state as such. `spans`: where the text names it, where known.
    """

    code: str
    country: str | None
    name: str
    role: str = ""
    spans: tuple[Span, ...] = ()


class Place(Noun, frozen=True):
    """Where something happened. `country` is alpha-3 or None."""

    name: str
    country: str | None
    span: Span


class Statement(Noun, frozen=True):
    """Who said what: speaker, cue ("said", "according to"), content, each by offsets.

    `joint`: who else says it together with the speaker.
    """

    speaker: Actor | None
    speaker_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    kind: StatementKind
    official: bool = False
    cue: str = ""
    addressee: Actor | None = None
    joint: tuple[Actor, ...] = ()


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


class Value(Noun, frozen=True):
    """One value seen for a field of an event: which mentions give it, by how many voices."""

    field: str
    value: str
    mentions: tuple[str, ...]
    voices: int
    shown: bool = False


class Grade(Noun, frozen=True):
    """Admiralty style: `reliability` A-F of the sources, `credibility` 1-6 of the claim."""

    reliability: str
    credibility: int
    reasons: tuple[Reason, ...] = ()


class Event(Noun, frozen=True, kw_only=True):
    """The mentions, across reports, of one thing that happened; a data point.

    `start` and `end`: first and last possible day, inclusive; no `end` where it is open (an event
    still to come at publication); both None where nothing dates it. `precision`: granularity of the
    shown date. `source` and `target`: actor codes. `voices` counts independent voices, `reports`
    lists report keys. `values` keeps every value seen of every field. `decided`: accepted,
    rejected, or empty where no human has ruled.
    """

    id: str
    event_type: str
    mode: str = ""
    contexts: tuple[str, ...] = ()
    quad: Quad | None = None
    intensity: float = 0.0
    status: Status = "happened"
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    reciprocal: bool = False
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Granularity = "unknown"
    edtf: str = ""
    place: str = ""
    headline: str = ""
    grade: Grade
    voices: int = 1
    reports: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    decided: str = ""


class Voice(Noun, frozen=True):
    """A set of reports (by key) that are copies of one another; `source` speaks for them."""

    id: str
    source: str
    reports: tuple[str, ...]
    links: tuple["CopyLink", ...] = ()


class Words(Noun, frozen=True):
    """Code points `start` to `end` of the text of the report whose key is `report`: `text`."""

    report: str
    start: int
    end: int
    text: str


class Altered(Noun, frozen=True):
    """Words `start` to `end` of a copy, `text`, that say something else than its source.

    `kind`: number, date, unit, name, role, actor, attribution, quotation, negation or polarity.
    `original`: what the source says there.
    """

    kind: str
    start: int
    end: int
    text: str
    original: Words


class CopyLink(Noun, frozen=True):
    """`report` copies `source`; `share` of its text is taken from it.

    `kind`: exact, near, cut (a part of it), spun (put into other words), stitched (one of several
    that it is made of). `altered`: what the copy says otherwise.
    """

    report: str
    source: str
    kind: str
    share: float
    altered: tuple[Altered, ...] = ()


class CopyOf(Noun, frozen=True):
    """A report of the record that a report copies; `kind` and `share` as in `CopyLink`."""

    report: str
    kind: str
    share: float


class Contradiction(Noun, frozen=True):
    """A report gives an event another value of `field` (`here`) than the record has."""

    event: str
    field: str
    here: str
    record: str


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


def text_id(text: str) -> str:
    """Return the id of a text: 20 hex digits of its SHA-256 (80 bits)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def mention_id(evidence: Span, action: int, event_type: str, codes: tuple[str, ...]) -> str:
    """Return a stable id of a mention: its report, sentence, action word, type and actors."""
    parts = (evidence.report_id, str(evidence.start), str(action), event_type, *codes)
    return "m" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:15]
