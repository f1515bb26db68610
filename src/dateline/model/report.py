"""A report, and what is found in it by itself: times, actors, places, statements."""

import datetime as dt
import hashlib

from dateline.model.base import Basis, Granularity, Noun, Reason, Span, StatementKind, TimexType


def text_id(text: str) -> str:
    """Return the id of a text: 20 hex digits of its SHA-256 (80 bits)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


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
